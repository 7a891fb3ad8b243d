/** A text before and after: the least stretch that differs, put in, and taken back. Knows no format. */

/** One splice of a text, UTF-16 units. */
export interface Patch {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The text with the stretch of the patch replaced. */
export function applyPatch(text: string, patch: Patch): string {
  return text.slice(0, patch.from) + patch.insert + text.slice(patch.to);
}

/** The text with all patches made. Offsets are those of the text as given; no two may overlap. Time O(text). */
export function applyPatches(text: string, patches: readonly Patch[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const patch of patches.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    parts.push(text.slice(at, patch.from), patch.insert);
    at = Math.max(at, patch.to);
  }
  return parts.join('') + text.slice(at);
}

/**
 * The least single patch from one text to another: what lies between their common start and their common end.
 *
 * @returns null when the texts are equal. Neither a surrogate pair nor `\r\n` is ever cut in two.
 */
export function patchBetween(before: string, after: string): Patch | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  if (isInside(before, from) || isInside(after, from)) from--;
  let same = 0;
  const most = shorter - from;
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++;
  if (isInside(before, before.length - same) || isInside(after, after.length - same)) same--;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

/** What takes a patch back. @param text the text before the patch */
export function invert(text: string, patch: Patch): Patch {
  const { from, to, insert } = patch;
  return { from, to: from + insert.length, insert: text.slice(from, to) };
}

/** Whether an offset lies between two units that are one character or one line break. */
function isInside(text: string, at: number): boolean {
  const [left, right] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  const isPair = left >= 0xd800 && left < 0xdc00 && right >= 0xdc00 && right < 0xe000;
  return isPair || (left === 13 && right === 10);
}
