/** The breakpoints of the scenario on the table, for whatever part shows or sets them. The screen sets them. */
import { createContext } from 'svelte';
import type { BreakpointList } from '../workbench/breakpoint-list.svelte.ts';

export const [getBreakpoints, setBreakpoints] = createContext<BreakpointList>();
