/** The texts that are typed over a file: entered, taken out, and tied to what they are typed over. Pure. */
import { hasErrors } from '../source/diagnostic.ts';
import { parseJson } from '../source/json.ts';
import { toPlain } from '../source/plain.ts';
import type { Change, Plain } from '../source/change.ts';
import type { ShownText, TypedTexts } from '../scenario/live.ts';
import type { Reading } from './reading.ts';

/** Texts as they were kept or sent: typed over whatever stands there. */
export function toTyped(drafts: ReadonlyMap<string, string>): TypedTexts {
  return new Map([...drafts].map(([pointer, text]) => [pointer, { text, over: null }]));
}

/** What is kept or sent of them. */
export function toDrafts(typed: TypedTexts): ReadonlyMap<string, string> {
  return new Map([...typed].map(([pointer, { text }]) => [pointer, text]));
}

/** With a text as it was typed last; back at what the file has, there is nothing typed. */
export function withText(typed: TypedTexts, { pointer, over }: ShownText, text: string): TypedTexts {
  const next = new Map(typed);
  if (text === over) next.delete(pointer);
  else next.set(pointer, { text, over });
  return next;
}

/** Without the texts of these places. */
export function withoutTexts(typed: TypedTexts, places: readonly ShownText[]): TypedTexts {
  const next = new Map(typed);
  for (const { pointer } of places) next.delete(pointer);
  return next;
}

/** What came without the document below it is typed over the one that is there now; null when nothing did. */
export function bind(typed: TypedTexts, { texts }: Reading): TypedTexts | null {
  const loose = [...texts.values()].filter(({ pointer }) => typed.get(pointer)?.over === null);
  if (loose.length === 0) return null;
  return new Map([...typed, ...loose.map(({ pointer, text, over }) => [pointer, { text, over }] as const)]);
}

/** Whether what is typed can stand in the file as it is: any text where text is kept, else JSON alone. */
export function isRipe({ isTyped, isVerbatim, text }: ShownText): boolean {
  return isTyped && (isVerbatim || toDocument(text) !== null);
}

/** The change that writes a ripe text into the file. */
export function toChange({ pointer, text, isVerbatim }: ShownText): Change {
  return isVerbatim ? { at: pointer, block: `${text}\n` } : { at: pointer, set: toDocument(text) };
}

/** The changes that write every typed text into the file, as text where it is no JSON. */
export function toBlocks(typed: TypedTexts): readonly Change[] {
  return [...typed].map(([at, { text }]) => ({ at, block: `${text}\n` }));
}

/** The JSON of a text; null for none, and for one with a duplicate key, which a mapping cannot hold. */
function toDocument(text: string): Plain | null {
  const { value, diagnostics } = parseJson({ name: '', text });
  return value === null || hasErrors(diagnostics) ? null : toPlain(value);
}
