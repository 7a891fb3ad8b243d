/** Finds in a long list what somebody begins to write: whole words before parts, parts before scattered letters. Pure. */

export interface Findable {
  readonly id: string;
  readonly title: string;
  /** A quieter line: what it is, where it is at home. Words in it count less. */
  readonly more: string;
  /** Other words that somebody may look for, shown nowhere. */
  readonly also?: string;
  /** Whether it stands behind whatever else fits as well. */
  readonly isAside?: boolean;
}

/** From and to in the title, in UTF-16 units. */
export type Span = readonly [from: number, to: number];

export interface Found<T extends Findable> {
  readonly item: T;
  /** What of its title was written, in order, none touching another. */
  readonly spans: readonly Span[];
}

/** More words than these narrow nothing down any more. */
const WORDS = 8;

/**
 * What fits every word of a text, the likeliest first; for an empty text what was used last, then all in their order.
 *
 * @param recent  ids of what was used, the last first
 */
export function rank<T extends Findable>(
  items: readonly T[],
  text: string,
  { recent = [], most }: { readonly recent?: readonly string[]; readonly most: number }
): readonly Found<T>[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, WORDS);
  const places = new Map(recent.map((id, place) => [id, place] as const));
  const ago = ({ id }: T) => places.get(id) ?? recent.length;
  if (words.length === 0)
    return [...items]
      .sort((a, b) => ago(a) - ago(b))
      .slice(0, most)
      .map((item) => ({ item, spans: [] }));
  const found: { readonly item: T; readonly worth: number }[] = [];
  for (const item of items) {
    const worth = worthOf(item, words);
    if (worth > 0) found.push({ item, worth: worth + (ago(item) < recent.length ? 8 - ago(item) / 4 : 0) });
  }
  found.sort((a, b) => b.worth - a.worth || a.item.title.length - b.item.title.length);
  return found.slice(0, most).map(({ item }) => ({ item, spans: spansOf(item.title.toLowerCase(), words) }));
}

/** What standing aside costs: a sentence that has a word of a name in it is behind the name. */
const ASIDE = 45;

/** 0 where some word is nowhere; else up to 100. */
function worthOf({ title, more, also = '', isAside = false }: Findable, words: readonly string[]): number {
  const [name, rest, other] = [title.toLowerCase(), more.toLowerCase(), also.toLowerCase()];
  let sum = 0;
  for (const word of words) {
    const worth = Math.max(inTitle(name, word), inRest(rest, word), inOther(other, word));
    if (worth === 0) return 0;
    sum += worth;
  }
  const isWhole = name === words.join(' ');
  return Math.max(
    1,
    sum / words.length + (isWhole ? 20 : 0) - Math.min(5, name.length / 40) - (isAside ? ASIDE : 0)
  );
}

function inTitle(name: string, word: string): number {
  const at = name.indexOf(word);
  if (at === 0) return 90;
  if (at > 0) return beginsWord(name, word) ? 75 : 50;
  const spread = scattered(name, word);
  return spread === null ? 0 : Math.max(6, 30 - spread);
}

function inRest(rest: string, word: string): number {
  const at = rest.indexOf(word);
  if (at < 0) return 0;
  return at === 0 || beginsWord(rest, word) ? 35 : 20;
}

/** Another name of it is worth nearly as much as its own. */
function inOther(other: string, word: string): number {
  return beginsWord(other, word) ? 70 : 0;
}

function beginsWord(text: string, word: string): boolean {
  return startFrom(text, word, 0) >= 0;
}

/**
 * How many letters lie between the first and the last of a word that abbreviates a text: `pdep` for `prod-deploy`, `dply`
 * for `deploy`. It begins where a word does, and leaves a word only for the beginning of another. Null where it
 * does not, or they are too far apart.
 */
function scattered(text: string, word: string): number | null {
  if (word.length < 2) return null;
  const first = word[0] ?? '';
  for (let from = startFrom(text, first, 0); from >= 0; from = startFrom(text, first, from + 1)) {
    const to = abbreviatedTo(text, word, from);
    const between = to === null ? Infinity : to - from + 1 - word.length;
    if (between <= 2 * word.length + 4) return between;
  }
  return null;
}

/** The next place, from one on, where a word begins so; -1 for none. */
function startFrom(text: string, begin: string, from: number): number {
  let at = text.indexOf(begin, from);
  while (at >= 0 && !isStart(text, at)) at = text.indexOf(begin, at + 1);
  return at;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}

/** The place of the last letter, if the first stands at `from`. */
function abbreviatedTo(text: string, word: string, from: number): number | null {
  let at = from;
  for (const letter of word.slice(1)) {
    const end = text.indexOf(' ', at);
    const inside = text.indexOf(letter, at + 1);
    const isInside = inside >= 0 && (end < 0 || inside < end);
    at = isInside ? inside : startFrom(text, letter, at + 1);
    if (at < 0) return null;
  }
  return at;
}

/** What of a title the words stand for; what is scattered is not shown. */
function spansOf(name: string, words: readonly string[]): readonly Span[] {
  const found = words
    .map((word): Span => [name.indexOf(word), name.indexOf(word) + word.length])
    .filter(([from]) => from >= 0)
    .sort((a, b) => a[0] - b[0]);
  const joined: Span[] = [];
  for (const [from, to] of found) {
    const last = joined.at(-1);
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

/** A title cut at its spans, for a list that shows them. Lower case may be longer than what it is of: then none. */
export function cut(title: string, spans: readonly Span[]): readonly { text: string; isFound: boolean }[] {
  if (spans.length === 0 || title.toLowerCase().length !== title.length)
    return [{ text: title, isFound: false }];
  const parts: { text: string; isFound: boolean }[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    parts.push(
      { text: title.slice(at, from), isFound: false },
      { text: title.slice(from, to), isFound: true }
    );
    at = to;
  }
  parts.push({ text: title.slice(at), isFound: false });
  return parts.filter(({ text }) => text !== '');
}
