/** Where a file wants things to stand. */
import type { Point } from './curve.ts';

/**
 * By id of a node, its middle, counted from the wall of its account if it stands in one; by id of an account, its wall.
 * Model units.
 */
export type Pins = ReadonlyMap<string, Point>;
