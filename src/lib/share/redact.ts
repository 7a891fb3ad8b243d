/**
 * A scenario that can be shown to anybody: the same file with fake names, account numbers and ids throughout, comments
 * and prose included. The same name gets the same fake everywhere, of the same length, so that patterns go on matching.
 */
import { readTree } from '../source/read.ts';
import type { SourceText } from '../source/text.ts';
import { findNames, KEPT, WORD } from './redact-names.ts';
import { fakeId, Fakes, inCaseOf, type Fakery } from './redact-words.ts';

/** Which names stand for which: plain data, so that a worker can send it. Words are in small letters. */
export interface FakeNames {
  readonly fakery: Fakery;
  /** Words that give somebody away. */
  readonly secret: ReadonlySet<string>;
  /** The fake of each word that has one. */
  readonly words: ReadonlyMap<string, string>;
  /** What each faked id stands for. */
  readonly ids: ReadonlyMap<string, string>;
}

export interface Redacted {
  readonly source: SourceText;
  readonly names: FakeNames;
}

/** Ids that AWS gives: of organizations and their parts, users and keys, VPCs; and what is as long and as random. */
const IDS =
  /\b(?:o-[a-z0-9]{10,32}|r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|(?:vpc|vpce|subnet|i|eni|eipalloc|d|ssoins|ps|ins|store)-[0-9a-f]{8,32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,64}|A(?:IDA|ROA|KIA|SIA|GPA|NPA)[A-Z0-9]{12,})\b/g;

/**
 * The same file with fakes. Null for a text that is no tree at all. Never throws.
 *
 * @param fakery `letters` where some pattern has only a part of a word: then parts stay parts
 */
export function redact(source: SourceText, fakery: Fakery = 'words'): Redacted | null {
  const root = readTree(source).value;
  if (root === null) return null;
  const { secret, fixed } = findNames(root);
  const taken = Array.from(source.text.matchAll(WORD), ([word]) => word.toLowerCase());
  const fakes = new Fakes(fakery, taken);
  const ids = new Map<string, string>();
  const hide = hider({ fakery, secret }, fakes, ids);
  let text = '';
  let at = 0;
  for (const { from, to } of fixed) {
    if (from < at) continue;
    text += hide(source.text.slice(at, from)) + source.text.slice(from, to);
    at = to;
  }
  text += hide(source.text.slice(at));
  // What the file has only behind escapes is told as it reads.
  for (const word of secret) fakes.of(word);
  return { source: { ...source, text }, names: { fakery, secret, words: fakes.known, ids } };
}

/** Makes the fake of any text of the file, or of what the page makes of it: an id, an address of a step, a label. */
export function hiding(names: FakeNames): (text: string) => string {
  const fakes = new Fakes(names.fakery, names.words.values(), names.words);
  return hider(names, fakes, new Map());
}

/** Says what a faked id or address of a step stands for. */
export function showing({ words, ids }: FakeNames): (text: string) => string {
  const back = new Map([...words].map(([word, fake]) => [fake, word]));
  return (text) => unfaked(text, back, ids);
}

/** @param ids takes what each faked id stands for */
function hider(
  { fakery, secret }: Pick<FakeNames, 'fakery' | 'secret'>,
  fakes: Fakes,
  ids: Map<string, string>
): (text: string) => string {
  const isSecret = (word: string) =>
    /^\d{12}$/.test(word) || secret.has(word.toLowerCase()) || (fakery === 'letters' && isPart(word, secret));
  const id = (was: string) => {
    const fake = hiddenId(was);
    ids.set(fake, was);
    return fake;
  };
  return (text) => replaced(text, { isSecret, word: (word) => fakes.of(word), id });
}

/** A piece of a secret word, as patterns have them before and behind a star. */
function isPart(word: string, secret: ReadonlySet<string>): boolean {
  const lower = word.toLowerCase();
  return lower.length > 2 && [...secret].some((each) => each.startsWith(lower) || each.endsWith(lower));
}

interface Faking {
  readonly isSecret: (word: string) => boolean;
  readonly word: (word: string) => string;
  readonly id: (id: string) => string;
}

function replaced(text: string, faking: Faking): string {
  const words = (part: string) =>
    part.replace(WORD, (word) => (faking.isSecret(word) ? faking.word(word) : word));
  const ids = (part: string) => between(part, IDS, words, faking.id);
  return between(text, KEPT, ids, (kept) => kept);
}

/** Each part of an id by itself: `ou-ab12-…` hangs below `r-ab12`. What says its kind stays. */
function hiddenId(id: string): string {
  const kind = /^(?:[a-z]+-|A[A-Z]{3})/.exec(id)?.[0] ?? '';
  const isUuid = /^[0-9a-f]{8}-/.test(id);
  if (isUuid) return fakeId(id);
  return kind + id.slice(kind.length).split('-').map(fakeId).join('-');
}

/** Each stretch that a pattern finds, and what lies between them. */
function between(
  text: string,
  pattern: RegExp,
  rest: (part: string) => string,
  found: (part: string) => string
): string {
  let made = '';
  let at = 0;
  for (const { 0: part, index } of text.matchAll(pattern)) {
    made += rest(text.slice(at, index)) + found(part);
    at = index + part.length;
  }
  return made + rest(text.slice(at));
}

function unfaked(text: string, back: ReadonlyMap<string, string>, ids: ReadonlyMap<string, string>): string {
  const words = (part: string) =>
    part.replace(WORD, (word) => {
      const was = back.get(word.toLowerCase());
      return was === undefined ? word : inCaseOf(word, was);
    });
  return between(text, IDS, words, (id) => ids.get(id) ?? id);
}
