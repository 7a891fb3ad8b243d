/** The naive reference behind the interface. It knows all that cases can say. */
import type { Engine } from './engine.ts';
import { decideNaively } from './naive/evaluate.ts';

export const NAIVE: Engine = {
  name: 'naive reference',
  version: 'working tree',
  canCompare: () => null,
  decide: decideNaively
};
