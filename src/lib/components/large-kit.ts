/** What only a large world takes: fetched when one is opened. */
import { rehearse } from './graph-rehearsal.ts';
import LargeGraph from './LargeGraph.svelte';

export const KIT = { LargeGraph, rehearse };

export type LargeKit = typeof KIT;
