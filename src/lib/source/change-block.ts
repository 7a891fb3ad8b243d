/** Entries and items put into and taken out of a block, line by line, with the comments that belong to them. */
import { columnOf, lineEnd, lineStart, type Part } from './change-layout.ts';
import type { Patch } from './patch.ts';

/** A part that stays, by its index, or what is written of a new one. */
export type Row<New> = number | New;

/** A block before the change: its parts, and where the first of its comments may begin. */
export interface Block {
  readonly text: string;
  readonly eol: string;
  readonly parts: readonly Part[];
  readonly from: number;
}

/** @param rows what the block holds afterwards, at least one part of it old; new ones as indented lines */
export function blockPatches(block: Block, rows: readonly Row<readonly string[]>[]): readonly Patch[] {
  return [
    ...removals(block, new Set(rows.filter((row) => typeof row === 'number'))),
    ...additions(block, rows)
  ];
}

function removals(block: Block, kept: ReadonlySet<number>): readonly Patch[] {
  const { text, parts } = block;
  const first = parts.findIndex((_, index) => kept.has(index));
  const patches: Patch[] = [];
  let next = 0;
  const start = parts[0];
  if (first > 0 && start && !isOwnLine(text, start.from)) {
    patches.push(removeInline(block, start, first));
    next = first;
  }
  for (; next < parts.length; next++) {
    if (!kept.has(next)) patches.push(removeLines(block, next));
  }
  return patches;
}

/** The first parts go, and they begin behind a dash: the one that stays moves up to it. */
function removeInline({ text, parts }: Block, start: Part, first: number): Patch {
  const last = parts[first - 1]?.to ?? start.to;
  const stays = parts[first]?.from ?? last;
  if (text.slice(lineEnd(text, last), stays).trim() === '')
    return { from: start.from, to: stays, insert: '' };
  let from = start.from;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  return { from, to: lineEnd(text, last), insert: '' };
}

function removeLines(block: Block, index: number): Patch {
  const { text, parts } = block;
  const part = parts[index];
  const [lower, to] = [lowest(block, index), lineEnd(text, part?.to ?? 0)];
  let start = attachedFrom(text, part?.from ?? 0, lower);
  const above = skipBlankUp(text, start, lower);
  // An empty line above and one below would be two in a row.
  if (above < start && /^\s*(?:\n[ \t]*\r?\n|$)/.test(text.slice(to, to + LOOK))) start = above;
  const from = text.startsWith('\r\n', start - 2) ? start - 2 : Math.max(0, start - 1);
  if (start > 0) return { from, to, insert: '' };
  return { from: 0, to: text.startsWith('\r\n', to) ? to + 2 : Math.min(text.length, to + 1), insert: '' };
}

/** Signs that are looked at for the empty line below. */
const LOOK = 200;

function skipBlankUp(text: string, start: number, lower: number): number {
  let top = start;
  while (top > lower) {
    const previous = lineStart(text, top - 1);
    if (previous <= lower || text.slice(previous, top).trim() !== '') break;
    top = previous;
  }
  return top;
}

function additions(block: Block, rows: readonly Row<readonly string[]>[]): readonly Patch[] {
  const patches: Patch[] = [];
  let fresh: string[] = [];
  let last = 0;
  for (const row of rows) {
    if (typeof row !== 'number') {
      fresh.push(...(fresh.length > 0 && isSpaced(block, last) ? [''] : []), ...row);
      continue;
    }
    if (fresh.length > 0) patches.push(insertBefore(block, row, fresh));
    fresh = [];
    last = row;
  }
  const { text, eol, parts } = block;
  if (fresh.length === 0) return patches;
  const at = lineEnd(text, parts[last]?.to ?? 0);
  return [...patches, { from: at, to: at, insert: [isSpaced(block, last) ? eol : '', ...fresh].join(eol) }];
}

/** Whether an empty line stands between a part and the one before it: so it will between it and the next. */
function isSpaced({ text, parts }: Block, index: number): boolean {
  const before = parts[index - 1];
  const part = parts[index];
  return before !== undefined && part !== undefined && /\n[ \t]*\r?\n/.test(text.slice(before.to, part.from));
}

function insertBefore(block: Block, index: number, lines: readonly string[]): Patch {
  const { text, eol, parts } = block;
  const from = parts[index]?.from ?? 0;
  const written = lines.join(eol);
  if (isOwnLine(text, from)) {
    const at = attachedFrom(text, from, lowest(block, index));
    return { from: at, to: at, insert: written + eol };
  }
  const column = columnOf(text, from);
  return { from, to: from, insert: written.slice(column) + eol + ' '.repeat(column) };
}

/** Where what belongs to the part before ends. */
function lowest({ text, parts, from }: Block, index: number): number {
  const before = parts[index - 1];
  return before ? lineEnd(text, before.to) : from;
}

/** Whether only white space stands before an offset on its line. */
export function isOwnLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === '';
}

/** Where the line of an offset begins, or the first of the comment lines directly above it, indented alike. */
export function attachedFrom(text: string, at: number, lower: number): number {
  const column = columnOf(text, at);
  let start = lineStart(text, at);
  while (start > lower) {
    const previous = lineStart(text, start - 1);
    const line = text.slice(previous, start);
    const hash = line.search(/\S/);
    if (previous < lower || !line.startsWith('#', hash) || columnOf(text, previous + hash) !== column) break;
    start = previous;
  }
  return start;
}
