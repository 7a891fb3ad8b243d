/** What the sentence of a statement is made of. */
import type { Paper, PolicyType } from '../world/world.ts';
import type { Words } from './words.ts';

export type ReadElement = 'Effect' | 'Principal' | 'Action' | 'Resource' | 'Condition';

/** A run of words. */
export interface ReadPart {
  readonly text: string;
  /** What it says; null for the words between. */
  readonly element: ReadElement | null;
  /** JSON Pointer of that in the policy; null where it is not written, as in `jenkins` of its own policy. */
  readonly path: string | null;
  /** As written in the policy, nothing left out; empty for the words between. */
  readonly all: readonly string[];
}

export interface ReadsAs {
  readonly parts: readonly ReadPart[];
  /** What is easily read otherwise than AWS reads it; sentences. */
  readonly notes: readonly string[];
}

/** How a policy hangs, which decides what its statements mean. */
export interface Bearing {
  /** Null where it hangs nowhere. */
  readonly type: PolicyType | null;
  readonly origin: Paper['origin'] | null;
  /** The users, roles, resources or levels that it hangs at. */
  readonly targets: readonly string[];
  readonly words: Words;
  /** Ids of management accounts below its targets, which no SCP and no RCP binds; absent where there is none. */
  readonly exempt?: readonly string[];
}

/** A piece of the sentence with what there is to note about it. */
export interface Read {
  readonly parts: readonly ReadPart[];
  readonly notes: readonly string[];
}

/** Words that stand for no element. */
export function between(text: string): ReadPart {
  return { text, element: null, path: null, all: [] };
}
