/** Entries and items put into and taken out of brackets: commas, lines, and comments where YAML has them. */
import { attachedFrom, isOwnLine, type Row } from './change-block.ts';
import { indentOf, skipTrivia, type Part } from './change-layout.ts';
import type { Patch } from './patch.ts';

/** Brackets before the change. */
export interface Flow {
  readonly text: string;
  readonly eol: string;
  /** Right behind the opening bracket. */
  readonly from: number;
  readonly parts: readonly Part[];
  /** What stands between a comma and the next part on the same line. */
  readonly gap: string;
}

/** A part with its comma. */
interface Chunk {
  readonly from: number;
  readonly to: number;
  /** Where the part and its comma stand with all that belongs to them; -1 where no comma stands. */
  readonly start: number;
  readonly comma: number;
  readonly end: number;
}

/** The indentation of a new part. */
export function indentIn({ text, parts, from }: Flow): string {
  return indentOf(text, parts.at(-1)?.from ?? from);
}

/** @param rows what the brackets hold afterwards, at least one part of it old; new ones printed */
export function flowPatches(flow: Flow, rows: readonly Row<string>[]): readonly Patch[] {
  const chunks = toChunks(flow);
  const kept = rows.filter((row) => typeof row === 'number');
  const last = kept.at(-1) ?? 0;
  const added = rows.slice(rows.indexOf(last) + 1).filter((row) => typeof row === 'string');
  const patches = [...removals(flow, chunks, new Set(kept)), ...insertions(flow, chunks, rows)];
  const [stays, end] = [chunks[last], chunks.at(-1)];
  if (!stays || !end) return patches;
  if (added.length > 0) patches.push(...append(flow, stays, added, end.comma >= 0));
  else if (stays !== end && end.comma < 0)
    patches.push({ from: stays.comma, to: stays.comma + 1, insert: '' });
  return patches;
}

function toChunks({ text, from, parts }: Flow): readonly Chunk[] {
  let start = from;
  return parts.map((part) => {
    const next = skipTrivia(text, part.to);
    const comma = text.charAt(next) === ',' ? next : -1;
    COMMENT.lastIndex = comma < 0 ? part.to : comma + 1;
    const end = COMMENT.lastIndex + (COMMENT.exec(text)?.[0].length ?? 0);
    const chunk = { from: part.from, to: part.to, start, comma, end };
    start = end;
    return chunk;
  });
}

/** Behind a part, on its line. */
const COMMENT = /(?:[ \t]+#[^\r\n]*)?/y;

function removals({ text }: Flow, chunks: readonly Chunk[], kept: ReadonlySet<number>): Patch[] {
  const first = chunks.findIndex((_, index) => kept.has(index));
  const [start, stays] = [chunks[0], chunks[first]];
  const moves = first > 0 && start && stays && !isOwnLine(text, stays.from);
  const patches: Patch[] = moves ? [{ from: start.from, to: stays.from, insert: '' }] : [];
  for (const [index, chunk] of chunks.entries()) {
    if (kept.has(index) || (moves && index < first)) continue;
    const from = isOwnLine(text, chunk.from) ? lineBreakBefore(text, chunk) : chunk.start;
    patches.push({ from, to: chunk.end, insert: '' });
  }
  return patches;
}

/** Before the lines of a part and the comments directly above it. */
function lineBreakBefore(text: string, chunk: Chunk): number {
  const start = attachedFrom(text, chunk.from, chunk.start);
  return Math.max(chunk.start, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
}

function insertions(flow: Flow, chunks: readonly Chunk[], rows: readonly Row<string>[]): Patch[] {
  const { text, eol, gap } = flow;
  const patches: Patch[] = [];
  let fresh: string[] = [];
  for (const row of rows) {
    if (typeof row === 'string') {
      fresh.push(row);
      continue;
    }
    const chunk = chunks[row];
    if (!chunk || fresh.length === 0) continue;
    const isOwn = isOwnLine(text, chunk.from);
    const at = isOwn ? attachedFrom(text, chunk.from, chunk.start) : chunk.from;
    const indent = indentOf(text, chunk.from);
    const insert = fresh.map((item) => (isOwn ? `${indent}${item},${eol}` : `${item},${gap}`)).join('');
    patches.push({ from: at, to: at, insert });
    fresh = [];
  }
  return patches;
}

function append(flow: Flow, stays: Chunk, added: readonly string[], isTrailing: boolean): readonly Patch[] {
  const { text, eol, gap } = flow;
  const lead = isOwnLine(text, stays.from) ? eol + indentIn(flow) : gap;
  const insert = added.map((item) => lead + item).join(',') + (isTrailing ? ',' : '');
  const patch = { from: stays.end, to: stays.end, insert };
  return stays.comma >= 0 ? [patch] : [{ from: stays.to, to: stays.to, insert: ',' }, patch];
}
