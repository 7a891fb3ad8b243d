/**
 * A scenario that can be shown to anybody: the same file with fake names, account numbers and ids throughout, comments
 * and prose included. The same name gets the same fake everywhere, of the same length, so that patterns go on matching.
 */
import { readTree } from '../source/read.ts';
import type { SourceText } from '../source/text.ts';
import { findNames, KEPT, WORD } from './redact-names.ts';
import { fakeId, Fakes, inCaseOf, type Fakery } from './redact-words.ts';

export interface Redacted {
  readonly source: SourceText;
  /** The fake of any text of the file, or of what the page makes of it: an id, an address of a step, a label. */
  readonly hide: (text: string) => string;
  /** What a faked id or address of a step stands for. */
  readonly show: (text: string) => string;
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
  const taken = new Set(Array.from(source.text.matchAll(WORD), ([word]) => word.toLowerCase()));
  const fakes = new Fakes(fakery, taken);
  const isSecret = (word: string) =>
    /^\d{12}$/.test(word) || secret.has(word.toLowerCase()) || (fakery === 'letters' && isPart(word, secret));
  const ids = new Map<string, string>();
  const id = (was: string) => {
    const fake = hiddenId(was);
    ids.set(fake, was);
    return fake;
  };
  const hide = (text: string) => replaced(text, { isSecret, word: (word) => fakes.of(word), id });
  let text = '';
  let at = 0;
  for (const { from, to } of fixed) {
    if (from < at) continue;
    text += hide(source.text.slice(at, from)) + source.text.slice(from, to);
    at = to;
  }
  text += hide(source.text.slice(at));
  return { source: { ...source, text }, hide, show: (shown) => unfaked(shown, fakes.back, ids) };
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
