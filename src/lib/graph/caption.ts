/**
 * A name as it stands under its shape: on one line, else on two that break where the name has a joint, and only beyond two
 * shortened in the middle.
 */
import { MAX_LABEL, elide, textWidth } from './label.ts';

/** More UTF-16 units than two lines can ever hold, of either end of a name. */
const MOST_UNITS = 200;
/** Remembered captions; all are forgotten when there are more. */
const MOST_KNOWN = 4000;

const known = new Map<string, readonly string[]>();

/** The lines of a caption, none of them wider than `max` model units; none of an empty text. */
export function captionLines(text: string, max: number = MAX_LABEL): readonly string[] {
  const key = `${max} ${text.length > 2 * MOST_UNITS ? '' : text}`;
  const before = text.length > 2 * MOST_UNITS ? undefined : known.get(key);
  if (before) return before;
  const lines = broken(text, max);
  if (known.size >= MOST_KNOWN) known.clear();
  if (text.length <= 2 * MOST_UNITS) known.set(key, lines);
  return lines;
}

function broken(text: string, max: number): readonly string[] {
  if (text === '') return [];
  const near =
    text.length > 2 * MOST_UNITS ? `${text.slice(0, MOST_UNITS)}…${text.slice(-MOST_UNITS)}` : text;
  if (textWidth(near) <= max) return [near];
  const ends = jointsOf(near);
  return bestOf(near, ends, max) ?? bestOf(near, everywhere(near), max) ?? shortened(near, ends, max);
}

/** The most even two lines that both fit; null when none do. */
function bestOf(text: string, places: readonly number[], max: number): readonly string[] | null {
  let best: readonly string[] | null = null;
  let least = max;
  for (const place of places) {
    const lines = [text.slice(0, place).trimEnd(), text.slice(place).trimStart()];
    const widest = Math.max(...lines.map(textWidth));
    if (widest > least || (best && widest === least)) continue;
    [best, least] = [lines, widest];
  }
  return best;
}

/** The first line as full as a joint lets it be, the rest shortened in the middle. */
function shortened(text: string, joints: readonly number[], max: number): readonly string[] {
  const fits = (place: number) => textWidth(text.slice(0, place).trimEnd()) <= max;
  const full = everywhere(text).filter(fits).at(-1) ?? 0;
  const joint = joints.filter(fits).at(-1) ?? 0;
  const place = 2 * joint >= full ? joint : full;
  if (place === 0) return [elide(text, max)];
  return [text.slice(0, place).trimEnd(), elide(text.slice(place).trimStart(), max)];
}

/** After a space, a sign or digits; between two humps. */
const JOINT =
  /(?<=[\s\-_/.:@+=,])(?=[^\s\-_/.:@+=,])|(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\d)(?=\p{L})/gu;

function jointsOf(text: string): readonly number[] {
  return Array.from(text.matchAll(JOINT), ({ index }) => index);
}

/** What fits on a line wherever names are listed, UTF-16 units. */
const SHORT = 16;

/** Marks and letters that turn the direction: a name with some is read as one piece only. */
const TURNS = /[\p{Cf}\p{sc=Arab}\p{sc=Hebr}\p{sc=Nkoo}\p{sc=Syrc}\p{sc=Thaa}]/u;

/** A name cut where it may wrap in a list: at its joints, so never inside of a number. */
export function wrapParts(text: string): readonly string[] {
  if (text.length <= SHORT || TURNS.test(text)) return [text];
  const cuts = [0, ...jointsOf(text)];
  return cuts.map((from, index) => text.slice(from, cuts[index + 1]));
}

/** Between any two characters. */
function everywhere(text: string): readonly number[] {
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    if (place > 0) places.push(place);
    place += character.length;
  }
  return places;
}

/**
 * Captions of names that would read the same though they differ, each shortened where it still tells them apart; names
 * that are told apart as usual are not in it.
 */
export function captionsApart(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const apart = new Map<string, readonly string[]>();
  const alike = groupedBy(new Set(names), (name) => captionLines(name).join('\n'));
  for (const group of alike) tellApart(group, 0, apart);
  return apart;
}

/** The second line begins where the names begin to differ; who still reads alike begins later. */
function tellApart(names: readonly string[], from: number, into: Map<string, readonly string[]>): void {
  const [first = ''] = names;
  const [head = ''] = captionLines(first);
  let place = from;
  while (place < first.length && names.every((name) => name[place] === first[place])) place++;
  const lineOf = (name: string) => endCut(`…${name.slice(place)}`);
  for (const name of names) into.set(name, [head, lineOf(name)]);
  for (const group of groupedBy(new Set(names), lineOf)) tellApart(group, place + 1, into);
}

/** The beginning of a text that is no wider than a line. */
function endCut(text: string): string {
  if (textWidth(text.slice(0, MOST_UNITS)) <= MAX_LABEL && text.length <= MOST_UNITS) return text;
  const short = everywhere(text.slice(0, MOST_UNITS))
    .filter((place) => textWidth(`${text.slice(0, place)}…`) <= MAX_LABEL)
    .at(-1);
  return `${text.slice(0, short ?? 1)}…`;
}

/** Those that share a key with another. */
function groupedBy(
  names: ReadonlySet<string>,
  keyOf: (name: string) => string
): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = keyOf(name);
    const group = groups.get(key);
    if (group) group.push(name);
    else groups.set(key, [name]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
