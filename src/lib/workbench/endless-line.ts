/** Lines that no text editor can lay out: a file of megabytes without a line break. */

/** UTF-16 units. Laying out a longer line holds a page up for seconds. */
const MOST = 200_000;

/** Whether a text has a line that is too long to be written in. Time O(text), and none for a short one. */
export function hasEndlessLine(text: string): boolean {
  if (text.length <= MOST) return false;
  let from = 0;
  while (from < text.length) {
    // The last line break within reach: a jump over a whole stretch of short lines.
    const next = text.lastIndexOf('\n', from + MOST);
    if (next < from && from + MOST < text.length) return true;
    if (next < from) return false;
    from = next + 1;
  }
  return false;
}
