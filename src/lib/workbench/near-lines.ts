/**
 * A long text is drawn in full only where somebody may look: near what is in sight, once it was there. The rest of its
 * lines is plain text, a few elements each, to be found, read aloud and copied all the same.
 */
import type { Line } from './lines.ts';

/** Shorter texts are drawn in full. */
const LONG = 96;
/** Lines that are drawn together. */
const BLOCK = 16;
/** Blocks at the start of a text, and around what is marked, that are drawn before anything is known to be in sight. */
const [FIRST, AROUND] = [2, 2];

/** Of a line, by its number from 1. */
export function blockOf(number: number): number {
  return Math.floor((number - 1) / BLOCK);
}

export function isLongText(lines: readonly Line[]): boolean {
  return lines.length > LONG;
}

/**
 * @param seen blocks that were in sight
 * @param starts offsets of what is marked: there one is about to look
 * @returns the same lines, those far from everything in one piece
 */
export function nearInFull(
  lines: readonly Line[],
  seen: ReadonlySet<number>,
  starts: readonly number[]
): readonly Line[] {
  if (!isLongText(lines)) return lines;
  const marked = starts.map((at) => blockOf(lines.findLast(({ from }) => from <= at)?.number ?? 1));
  const isNear = (block: number) =>
    block < FIRST || seen.has(block) || marked.some((each) => Math.abs(each - block) < AROUND);
  return lines.map((line) => (isNear(blockOf(line.number)) ? line : inOnePiece(line)));
}

function inOnePiece(line: Line): Line {
  const [first, ...rest] = line.runs.flatMap(({ pieces }) => pieces);
  if (!first || rest.length === 0) return line;
  const text = [first, ...rest].map((piece) => piece.text).join('');
  return { ...line, runs: [{ names: [], pieces: [{ text, kind: '', from: first.from }] }] };
}
