/** Lower case, remembered: the same few action names and condition keys come again and again. */

const MOST = 10_000;
/** Longer texts are nobody's action or key; keeping them would keep whatever a file holds. */
const LONGEST = 200;

const known = new Map<string, string>();

/** `text.toLowerCase()`. The result for equal texts is the same string, which makes it quick to look up. */
export function lower(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const made = text.toLowerCase();
  if (text.length > LONGEST) return made;
  if (known.size >= MOST) known.clear();
  known.set(text, made);
  return made;
}
