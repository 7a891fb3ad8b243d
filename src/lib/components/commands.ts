/** The commands of the page, for whatever stands on it. The page sets them; a part offers its own in `onMount`. */
import { createContext } from 'svelte';
import type { Commands } from '../workbench/commands.svelte.ts';

export const [getCommands, setCommands] = createContext<Commands>();
