/** Taking facts that a request leaves open: several condition keys at once, as one step of the history. */
import { isMultivalued } from '../engine/context-key.ts';
import type { Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import { join } from '../source/pointer.ts';
import type { Edit, Ground } from './edit.ts';
import { lookAt, textsAt } from './look.ts';
import { requestAt } from './request-fields.ts';
import { vetted } from './vet.ts';

/** A key and its values; null where the request is to have no such key. */
export interface TakenFact {
  readonly key: string;
  readonly values: readonly string[] | null;
}

/** Writes the facts into the request's context and closes them. Keys compare without case (COND-03). */
export function takeFacts(ground: Ground, id: string, facts: readonly TakenFact[]): Checked<Edit> {
  const at = requestAt(id);
  const taken = new Set(facts.map(({ key }) => key.toLowerCase()));
  const open = textsAt(ground.file, `${at}/unknown`) ?? [];
  const left = open.filter((key) => !taken.has(key.toLowerCase()));
  const closing: readonly Change[] =
    left.length === open.length
      ? []
      : [left.length === 0 ? { at: `${at}/unknown`, remove: true } : { at: `${at}/unknown`, set: left }];
  const changes = facts.map(({ key, values }): Change => {
    const [only] = values ?? [];
    const isSingle = values?.length === 1 && only !== undefined && !isMultivalued(key);
    return { at: join(`${at}/context`, written(ground, at, key)), set: isSingle ? only : values };
  });
  const title = `Take ${String(facts.length)} open ${facts.length === 1 ? 'fact' : 'facts'} of ${id}`;
  const [first] = facts;
  const typed = { text: first?.key ?? '', field: `fact-${first?.key ?? ''}` };
  return vetted(ground, { title, changes: [...closing, ...changes] }, typed);
}

/** The key as the request's context spells it already, else as it is. */
function written({ file }: Ground, at: string, key: string): string {
  const context = lookAt(file, `${at}/context`);
  const entries = context?.kind === 'map' ? context.entries : [];
  return entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase())?.key ?? key;
}
