/** What only a large world takes: fetched when one is opened. */
import LargeGraph from './LargeGraph.svelte';

export const KIT = { LargeGraph };

export type LargeKit = typeof KIT;
