/**
 * What would change a decision, as data: the edits that flip it, each with what else flips with it. Everything in a
 * report has been evaluated on the file as the edit leaves it; nothing in it is a guess.
 */
import type { Edit } from '../edit/edit.ts';
import type { Outcome } from '../engine/decide.ts';

/**
 * What an edit does. `fact` asks the same thing under other circumstances; `tag` changes what somebody or something
 * carries; `widen` lets an Allow reach further; `statement` adds an Allow; `spare` takes the request out of a Deny;
 * `drop` removes a Deny; `attach` and `detach` hang policies; `narrow` lets an Allow reach less far; `revoke` removes
 * an Allow; `deny` adds a Deny; `setting` turns a switch of a resource or account.
 */
export type EditKind =
  | 'fact'
  | 'tag'
  | 'widen'
  | 'statement'
  | 'spare'
  | 'drop'
  | 'attach'
  | 'detach'
  | 'narrow'
  | 'revoke'
  | 'deny'
  | 'setting';

export interface FlipReport {
  /** Id of the request. */
  readonly request: string;
  readonly before: Outcome;
  readonly wanted: 'allowed' | 'denied';
  /** The farthest-reaching last; see {@link FlipEdit}. */
  readonly edits: readonly FlipEdit[];
  /** Whether no single edit flips it, and each of `edits` is two. */
  readonly isPair: boolean;
  /** Why there is no edit, for people; null when there are some. */
  readonly none: string | null;
  /** How many candidates were evaluated, and whether there were more than that. */
  readonly tried: number;
  readonly isCapped: boolean;
}

export interface FlipEdit {
  /** Ready to be made: its title is for the history. */
  readonly edit: Edit;
  readonly kind: EditKind;
  /** What it does, user input in backticks; a pair has one line for each of its two. */
  readonly lines: readonly string[];
  /** The decision of the request once it is made. */
  readonly after: Outcome;
  /** The other requests of the file whose outcome it changes. */
  readonly flips: readonly Flip[];
  readonly cells: CellCount;
  /** The file once it is made. */
  readonly text: string;
}

export interface Flip {
  /** Id of a request. */
  readonly id: string;
  readonly before: Outcome;
  readonly after: Outcome;
}

/** How many cells of the world flip: see cells.ts for what a cell is. */
export interface CellCount {
  /** Cells that become allowed, and that stop being. */
  readonly allowed: number;
  readonly denied: number;
  /** Cells the edit can touch, all of which were decided before and after, unless `isCapped`. */
  readonly counted: number;
  readonly isCapped: boolean;
}

/** A change that may flip the decision. Nobody has asked yet. */
export interface Candidate {
  readonly kind: EditKind;
  /** As {@link FlipEdit.lines}. */
  readonly line: string;
  readonly changes: Edit['changes'];
  /** 1 an entry or a fact, 2 a condition, 3 a statement taken away, 4 one added, 5 a policy hung up or taken down, 6 a policy added. */
  readonly size: number;
}

/** A text between backticks; those in it would end it. */
export function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
