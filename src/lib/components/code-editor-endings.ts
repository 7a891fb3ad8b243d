/**
 * The page's text beside the editor's. The editor counts every line break as one character, the page's text keeps
 * `\n`, `\r\n` and `\r` as they were written: here offsets are turned, and a change is patched into what nobody touched.
 */

/** The page's text and where its `\r\n` stand, in order. */
export interface Mirror {
  readonly text: string;
  readonly pairs: readonly number[];
}

/** A stretch and what stands in its place. */
export interface Patch {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export function mirrorOf(text: string): Mirror {
  const pairs: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) pairs.push(at);
  return { text, pairs };
}

/** The text as the editor holds it. */
export function withPlainEndings(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** An offset of the page's text from one of the editor's; never between `\r` and `\n`. */
export function toPage({ pairs, text }: Mirror, at: number): number {
  return Math.min(text.length, at + countUpTo(pairs.length, (i) => (pairs[i] ?? 0) - i < at));
}

/** An offset of the editor's text from one of the page's; outside the text, its nearest end. */
export function toEditor({ pairs, text }: Mirror, at: number): number {
  const inside = Math.min(Math.max(at, 0), text.length);
  return inside - countUpTo(pairs.length, (i) => (pairs[i] ?? 0) < inside);
}

/** How many of a row hold, when those that do come first. */
function countUpTo(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The page's text after a change in the editor. What no patch covers stays byte for byte; new lines end the way
 * the text's first line does.
 *
 * @param patches in the editor's offsets, in order, apart from each other
 */
export function patched(mirror: Mirror, patches: readonly Patch[]): string {
  const { text } = mirror;
  const firstBreak = text.indexOf('\n');
  const isDos = firstBreak > 0 && text.charAt(firstBreak - 1) === '\r';
  let result = '';
  let read = 0;
  for (const { from, to, insert } of patches) {
    result = joined(result, text.slice(read, toPage(mirror, from)));
    result = joined(result, isDos ? insert.replaceAll('\n', '\r\n') : insert);
    read = toPage(mirror, to);
  }
  return joined(result, text.slice(read));
}

/** Lone `\r` that come to stand before a `\n` would make one line break less: they become `\n` themselves. */
function joined(before: string, after: string): string {
  if (!before.endsWith('\r') || !after.startsWith('\n')) return before + after;
  let lone = before.length;
  while (before.charAt(lone - 1) === '\r') lone--;
  return before.slice(0, lone) + '\n'.repeat(before.length - lone) + after;
}

/** The one patch that turns a text into another and covers least; null for equal texts. */
export function leastPatch(before: string, after: string): Patch | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
