/** What a report of edits says: how far an edit reaches, in words; the sign of its kind; what flips. */
import type { CellCount, EditKind, FlipEdit, FlipReport } from './report.ts';

/** A sign and a word for each kind of edit. */
export const KIND_SIGNS: Readonly<Record<EditKind, readonly [sign: string, word: string]>> = {
  fact: ['?', 'Ask differently'],
  tag: ['#', 'Change a tag'],
  widen: ['↔', 'Widen a statement'],
  statement: ['+', 'Allow it'],
  spare: ['∖', 'Spare it from a Deny'],
  drop: ['−', 'Remove a Deny'],
  attach: ['+', 'Attach a policy'],
  detach: ['−', 'Detach a policy'],
  narrow: ['→', 'Narrow a statement'],
  revoke: ['−', 'Remove an Allow'],
  deny: ['⊘', 'Deny it'],
  setting: ['○', 'Turn a switch']
};

/** `5 edits would allow it`, `No single edit would allow it; 2 pairs would`, or the reason why there is none. */
export function headline({ edits, isPair, none, wanted, isCapped }: FlipReport): string {
  if (none !== null) return none;
  const end = wanted === 'allowed' ? 'allow it' : 'deny it';
  const more = isCapped ? ' There are more; these reach the least far.' : '';
  if (isPair) {
    const pairs =
      edits.length === 1 ? 'this pair of edits would' : `each of these ${edits.length} pairs would`;
    return `No single edit would ${end}; ${pairs}.${more}`;
  }
  const all = edits.length === 1 ? 'This edit' : `Each of these ${edits.length} edits`;
  return `${all} would ${end}.${more}`;
}

/** `3 other requests flip, 41 cells open`, `nothing else flips`. */
export function reach({ kind, flips, cells }: FlipEdit): string {
  const parts = [
    ...(flips.length > 0
      ? [flips.length === 1 ? '1 other request flips' : `${flips.length} other requests flip`]
      : []),
    ...cellWords(cells)
  ];
  if (parts.length > 0) return parts.join(', ');
  return kind === 'fact' ? 'nothing else flips: no policy changes' : 'nothing else flips';
}

/** Capped counts say what was counted. */
function cellWords({ allowed, denied, counted, isCapped }: CellCount): readonly string[] {
  const least = isCapped ? 'at least ' : '';
  const words = [
    ...(allowed > 0 ? [`${least}${cell(allowed)} ${allowed === 1 ? 'opens' : 'open'}`] : []),
    ...(denied > 0 ? [`${least}${cell(denied)} ${denied === 1 ? 'closes' : 'close'}`] : [])
  ];
  return isCapped ? [...words, `${number(counted)} counted`] : words;
}

function cell(count: number): string {
  return count === 1 ? '1 cell' : `${number(count)} cells`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
