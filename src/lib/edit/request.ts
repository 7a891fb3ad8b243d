/** Changing what a request of the file says: who, what, on what, by which way, and what must come of it. */
import type { Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import { join } from '../source/pointer.ts';
import { isMultivalued } from '../engine/context-key.ts';
import type { Decision } from '../engine/trace.ts';
import { invalidName, notThere } from './diagnostics.ts';
import { planned, refused, type Edit, type Ground } from './edit.ts';
import { lookAt, textsAt } from './look.ts';
import { requestAt } from './request-fields.ts';
import { vetted } from './vet.ts';

/** The fields of a request that hold one text, each as a title says it. */
const FIELDS = {
  title: 'title',
  principal: 'principal',
  session: 'session',
  action: 'action',
  mfa: 'MFA',
  at: 'time',
  endpoint: 'endpoint',
  expect: 'expectation',
  by: 'deciding policy'
} as const;
export type TextField = keyof typeof FIELDS;

const REQUIRED: ReadonlySet<TextField> = new Set(['principal', 'action']);

/** Writes one field; an empty text takes it away. A text that the file cannot bear is refused. */
export function setField(ground: Ground, id: string, field: TextField, text: string): Checked<Edit> {
  if (text === '' && REQUIRED.has(field)) {
    return refused(
      invalidName('', field === 'action' ? 'an action such as `s3:GetObject`' : 'a principal', field)
    );
  }
  const at = placeOfField(ground, id, field);
  const isWritten = lookAt(ground.file, at) !== null;
  if (text === '' && !isWritten) return planned(`Leave ${FIELDS[field]} of ${id} empty`, []);
  const title =
    text === '' ? `Take the ${FIELDS[field]} off ${id}` : `Set the ${FIELDS[field]} of ${id} to ${text}`;
  const changes: Change[] = [text === '' ? { at, remove: true } : { at, set: text }];
  return vetted(ground, { title, changes }, { text, field });
}

/** A session in its long form keeps its name inside. */
function placeOfField({ file }: Ground, id: string, field: TextField): string {
  const at = join(requestAt(id), field);
  return field === 'session' && lookAt(file, at)?.kind === 'map' ? `${at}/name` : at;
}

/** What it acts on; none, or `*`, takes the field away. */
export function setResource(ground: Ground, id: string, names: readonly string[]): Checked<Edit> {
  const at = `${requestAt(id)}/resource`;
  const wanted = names.map((name) => name.trim()).filter((name) => name !== '' && name !== '*');
  const [first = '', ...more] = wanted;
  const typed = { text: wanted.join(', '), field: 'resource' };
  if (wanted.length === 0) {
    const isWritten = lookAt(ground.file, at) !== null;
    return planned(`Let ${id} act on anything`, isWritten ? [{ at, remove: true }] : []);
  }
  const change = { at, set: more.length > 0 ? wanted : first };
  return vetted(ground, { title: `Let ${id} act on ${typed.text}`, changes: [change] }, typed);
}

export type HopField = 'role' | 'session' | 'externalId';

/** One more role on the way, the last one before the call. */
export function addHop(ground: Ground, id: string, role: string): Checked<Edit> {
  const at = `${requestAt(id)}/assume`;
  const isList = lookAt(ground.file, at)?.kind === 'list';
  const change: Change = isList ? { at: `${at}/-`, set: { role } } : { at, set: [{ role }] };
  const edit = { title: `Let ${id} go by ${role}`, changes: [change] };
  return vetted(ground, edit, { text: role, field: 'hop' });
}

/** One field of a hop; an empty text takes it away, an empty role the whole hop. */
export function setHop(
  ground: Ground,
  id: string,
  { index, field, text }: { readonly index: number; readonly field: HopField; readonly text: string }
): Checked<Edit> {
  if (field === 'role' && text === '') return removeHop(ground, id, index);
  const at = `${requestAt(id)}/assume/${String(index)}/${field}`;
  const isWritten = lookAt(ground.file, at) !== null;
  const title = `Set the ${field === 'externalId' ? 'external id' : field} of a hop of ${id} to ${text}`;
  if (text === '') return planned(title, isWritten ? [{ at, remove: true }] : []);
  return vetted(ground, { title, changes: [{ at, set: text }] }, { text, field: `hop-${String(index)}` });
}

export function removeHop(ground: Ground, id: string, index: number): Checked<Edit> {
  const list = `${requestAt(id)}/assume`;
  const hops = lookAt(ground.file, list);
  if (hops?.kind !== 'list' || hops.items[index] === undefined) {
    return refused(notThere(id, 'goes by no such role'));
  }
  const at = hops.items.length === 1 ? list : join(list, index);
  return planned(`Take a hop out of ${id}`, [{ at, remove: true }]);
}

/** What a request says of a condition key: values, that it is not there, or that it is left open. */
export type FactValue = readonly string[] | 'absent' | 'unknown';

/** A fact of the request context; keys compare without case (COND-03). */
export function setFact(ground: Ground, id: string, key: string, value: FactValue): Checked<Edit> {
  if (!/^[A-Za-z0-9-]+:\S+$/.test(key)) {
    return refused(invalidName(key, 'a condition key such as `aws:SourceIp`', 'fact'));
  }
  const at = join(`${requestAt(id)}/context`, written(ground, id, key) ?? key);
  const open = `${requestAt(id)}/unknown`;
  const typed = { text: key, field: `fact-${key}` };
  if (value === 'unknown') {
    const before = (textsAt(ground.file, open) ?? []).filter((each) => !isSame(each, key));
    const changes: Change[] = [{ at: open, set: [...before, key] }];
    if (written(ground, id, key) !== null) changes.unshift(withoutKey(ground, id, key));
    return vetted(ground, { title: `Leave ${key} open in ${id}`, changes }, typed);
  }
  const [only] = value;
  const isSingle = value.length === 1 && !isMultivalued(key);
  const set = value === 'absent' ? null : isSingle && only !== undefined ? only : value;
  const said = value === 'absent' ? `Take ${key} out of ${id}` : `Set ${key} of ${id} to ${value.join(', ')}`;
  const edit = { title: said, changes: [...closing(ground, id, key), { at, set }] };
  return vetted(ground, edit, typed);
}

/** Nothing more is said of a key: what the world knows of it holds again. */
export function clearFact(ground: Ground, id: string, key: string): Checked<Edit> {
  const changes = [...closing(ground, id, key)];
  if (written(ground, id, key) !== null) changes.push(withoutKey(ground, id, key));
  return changes.length > 0
    ? planned(`Say nothing of ${key} in ${id}`, changes)
    : refused(notThere(key, `is not written in ${id}`));
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A key of the context as it is written; null where it is not. */
function written({ file }: Ground, id: string, key: string): string | null {
  const context = lookAt(file, `${requestAt(id)}/context`);
  if (context?.kind !== 'map') return null;
  return context.entries.find((entry) => isSame(entry.key, key))?.key ?? null;
}

/** The context goes with its last key. */
function withoutKey(ground: Ground, id: string, key: string): Change {
  const at = `${requestAt(id)}/context`;
  const context = lookAt(ground.file, at);
  const isLast = context?.kind === 'map' && context.entries.length === 1;
  return { at: isLast ? at : join(at, written(ground, id, key) ?? key), remove: true };
}

/** Takes a key off the list of those that are left open. */
function closing({ file }: Ground, id: string, key: string): readonly Change[] {
  const at = `${requestAt(id)}/unknown`;
  const before = textsAt(file, at) ?? [];
  const left = before.filter((each) => !isSame(each, key));
  if (left.length === before.length) return [];
  return [left.length === 0 ? { at, remove: true } : { at, set: left }];
}

/** Expect what it is now; `by` is as the file had it, which another decision would belie. */
export function expectNow(ground: Ground, id: string, outcome: Decision | 'conditional'): Checked<Edit> {
  const at = requestAt(id);
  const expect = textsAt(ground.file, `${at}/expect`)?.[0] ?? null;
  const changes: Change[] = [{ at: `${at}/expect`, set: outcome }];
  const isStale = expect !== outcome && lookAt(ground.file, `${at}/by`) !== null;
  if (isStale) changes.push({ at: `${at}/by`, remove: true });
  return planned(`Expect of ${id} what it is now`, changes);
}
