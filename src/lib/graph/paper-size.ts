/** How large a paper is that shows its statements, and the ids under which they are chosen. Model units. */
import type { GraphLine } from './graph.ts';

const WIDTH = 240;
export const LINE_HEIGHT = 20;
/** Above the first line and below the last one. */
export const PAD = 5;
/** What stands before the words: the sign of the effect. */
export const BEFORE = 24;
/** Room for the words, which are a little smaller than what texts are measured in; behind them the sign of conditions. */
export const LINE_ROOM = (WIDTH - BEFORE - 16) / 0.96;

/** The size of a paper with lines. */
export function paperSize(lines: readonly GraphLine[]): readonly [width: number, height: number] {
  return [WIDTH, lines.length * LINE_HEIGHT + 2 * PAD];
}

const PREFIX = 'statement@';

/** By which a statement is chosen in the graph. */
export function statementId(policy: string, path: string): string {
  return `${PREFIX}${policy}#${path}`;
}

/** The inverse; null for any other id. */
export function statementIn(id: string): { readonly policy: string; readonly path: string } | null {
  const at = id.lastIndexOf('#');
  if (!id.startsWith(PREFIX) || at === -1) return null;
  return { policy: id.slice(PREFIX.length, at), path: id.slice(at + 1) };
}
