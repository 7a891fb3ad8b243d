/** The texts that are typed over a file: entered, taken out, and tied to what they are typed over. Pure. */
import { hasErrors, type Diagnostic } from '../source/diagnostic.ts';
import { parseJson } from '../source/json.ts';
import { toPlain } from '../source/plain.ts';
import type { Change, Plain } from '../source/change.ts';
import { counts, type ShownText, type TypedTexts } from '../scenario/live.ts';
import type { Guard } from './guard.ts';
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

/** A policy's text with what is typed over it, and what of that is locked. */
export function toShown(text: ShownText | null, typed: TypedTexts, guard: Guard | null): ShownText | null {
  const over = text && typed.get(text.pointer);
  if (!text || !over || !counts(over, text.over)) return text;
  const held = guard?.held(text.pointer, over.text) ?? [];
  return { ...text, text: over.text, isTyped: true, diagnostics: [...text.diagnostics, ...held] };
}

/** What of the typed texts is locked. */
export function heldIn(typed: TypedTexts, guard: Guard | null): readonly Diagnostic[] {
  return [...typed].flatMap(([pointer, { text }]) => guard?.held(pointer, text) ?? []);
}

/** Whether what is typed can stand in the file as it is: any text where text is kept, else JSON alone; nothing locked. */
export function isRipe({ isTyped, isVerbatim, text, pointer }: ShownText, guard: Guard | null): boolean {
  if (!isTyped || (guard?.held(pointer, text).length ?? 0) > 0) return false;
  return isVerbatim || toDocument(text) !== null;
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
