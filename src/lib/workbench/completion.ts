/** What may be written at a place of a text, however broken the text is: for policies in JSON and for scenario files. */
import { MAX_YAML } from '../source/limits.ts';
import { placeInYaml } from './completion-block.ts';
import type { Choice } from './completion-choice.ts';
import { Flow } from './completion-flow.ts';
import type { Around } from './completion-aws.ts';
import { itemsAround, pathOf, textsAround, valuePath, type Place, type Slot } from './completion-level.ts';
import { policyKeys, policyValues } from './completion-policy.ts';
import { scenarioKeys, scenarioValues } from './completion-scenario.ts';
import { NO_SERVICES, type Services } from './services.ts';
import type { Vocabulary } from './vocabulary.ts';

interface CompletionOption {
  /** What is compared with what has been typed. */
  readonly label: string;
  /** What is put in, from `from` to `to` of its list. */
  readonly insert: string;
  readonly detail: string;
  readonly kind: Choice['kind'];
}

export interface CompletionList {
  /** The stretch of the text that is replaced. UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly CompletionOption[];
}

/** What may be written at `at` of a JSON policy; null where nothing is known. Never throws. Time O(text). */
export function completePolicy(
  text: string,
  at: number,
  vocabulary: Vocabulary,
  services: Services = NO_SERVICES
): CompletionList | null {
  const words = { ...vocabulary, aws: services };
  return complete(text, at, placeInPolicy, {
    keys: (path, taken, around) => policyKeys(path, taken, words, around),
    values: (path, around) => policyValues(path, words, around)
  });
}

/** Where a cursor stands in a JSON policy; null where nothing can be written. Never throws. Time O(text). */
export function placeInPolicy(text: string, at: number): Place | null {
  const flow = new Flow(text, at, 'json', null);
  flow.read(0, text.length);
  return flow.place;
}

/** What may be written at `at` of a scenario file; null where nothing is known. Never throws. Time O(text). */
export function completeScenario(
  text: string,
  at: number,
  vocabulary: Vocabulary,
  services: Services = NO_SERVICES
): CompletionList | null {
  const words = { ...vocabulary, aws: services };
  return complete(text, at, placeInYaml, {
    keys: (path, taken, around) => scenarioKeys(path, taken, words, around),
    values: (path, around) => scenarioValues(path, words, around)
  });
}

/** What a kind of document has at its places. */
interface Book {
  readonly keys: (path: readonly string[], taken: ReadonlySet<string>, around: Around) => readonly Choice[];
  readonly values: (path: readonly string[], around: Around) => readonly Choice[];
}

function complete(
  text: string,
  at: number,
  placeIn: (text: string, at: number) => Place | null,
  book: Book
): CompletionList | null {
  const isInside = text.length <= MAX_YAML && at >= 0 && at <= text.length;
  const place = isInside ? placeIn(text, at) : null;
  if (!place) return null;
  const { level, is, slot } = place;
  const around = { typed: text.slice(slot.from, at), actions: textsAround(place, ['Action']) };
  const keys = is === 'value' ? [] : book.keys(pathOf(level), new Set(level.keys.keys()), around);
  if (is === 'key' || keys.length > 0) return toList(slot, keys, 'key');
  const isInList = valuePath(place).at(-1) === '-';
  const there = isInList ? itemsAround(place) : new Set();
  const values = book.values(valuePath(place), around).filter((choice) => !there.has(choice.text));
  return toList(slot, values, 'value');
}

/** Null for no choices. Of equal choices the first stays. */
function toList(slot: Slot, choices: readonly Choice[], role: 'key' | 'value'): CompletionList | null {
  if (choices.length === 0) return null;
  const options = new Map<string, CompletionOption>();
  for (const { text, about, kind, isNested } of choices) {
    if (options.has(text) || (kind === 'service' && !canGoOn(slot))) continue;
    const colon = role === 'key' && !slot.isKeyed ? colonFor(slot, isNested === true) : '';
    options.set(text, { label: text, insert: written(slot, text, colon), detail: about, kind });
  }
  return { from: slot.from, to: endOf(slot, role), options: [...options.values()] };
}

/** A service is half a word: what is put in must leave the cursor where the action's name comes. */
function canGoOn({ quote, isClosed, style }: Slot): boolean {
  return quote === '' ? style === 'block' : isClosed;
}

/** A colon that comes behind the closing quote takes the quote's place. */
function endOf(slot: Slot, role: 'key' | 'value'): number {
  const jumps = role === 'key' && !slot.isKeyed && slot.quote !== '' && slot.isClosed;
  return slot.to + (jumps ? 1 : 0);
}

function colonFor({ style }: Slot, isNested: boolean): string {
  return style === 'block' && isNested ? ':' : ': ';
}

function written(slot: Slot, text: string, colon: string): string {
  if (slot.quote === '') return (slot.style === 'json' ? JSON.stringify(text) : asYaml(text)) + colon;
  const inside = slot.quote === '"' ? JSON.stringify(text).slice(1, -1) : text.replaceAll("'", "''");
  return slot.isClosed && colon === '' ? inside : `${inside}${slot.quote}${colon}`;
}

/** What YAML reads as this text and as nothing else stands plain; all else is quoted, and so is what looks like a number. */
function asYaml(text: string): string {
  const isPlain = /^[A-Za-z_/][\w/.@+=-]*(?::+[\w/.@+=-]+)*$/.test(text);
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
