/** What a request says beside who, what and on what: how it is signed, tags, passed roles, and its session at length. */
import type { Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import { join } from '../source/pointer.ts';
import { isNull } from '../source/tree.ts';
import { planned, type Edit, type Ground } from './edit.ts';
import { lookAt, textAt, textsAt } from './look.ts';
import { requestAt } from './request-fields.ts';
import { vetted } from './vet.ts';

type Kind = 'text' | 'list' | 'tags';

interface MoreField {
  /** Below the request. */
  readonly at: string;
  readonly label: string;
  readonly kind: Kind;
  /** What stands in an empty field. */
  readonly empty: string;
}

/** In the order of a form. Source of each: the file format's requests and sessions. */
export const MORE_FIELDS: readonly MoreField[] = [
  { at: 'credential', label: 'Signed with', kind: 'text', empty: 'console, accessKey, sessionToken' },
  { at: 'passes', label: 'Passes the role', kind: 'text', empty: 'alias:role/NAME' },
  { at: 'via', label: 'Via services', kind: 'list', empty: 'cloudformation.amazonaws.com' },
  { at: 'onBehalfOf', label: 'On behalf of', kind: 'text', empty: 'ARN for aws:SourceArn' },
  { at: 'sourceAccount', label: 'Source account', kind: 'text', empty: 'alias or id' },
  { at: 'copyFrom', label: 'Copies from', kind: 'text', empty: 'alias:NAME/key' },
  { at: 'requestTags', label: 'Request tags', kind: 'tags', empty: 'team=web, stage=prod' },
  { at: 'session/kind', label: 'Kind of session', kind: 'text', empty: 'role, federatedUser, sessionToken' },
  { at: 'session/tags', label: 'Session tags', kind: 'tags', empty: 'team=web' },
  { at: 'session/transitive', label: 'Transitive tags', kind: 'list', empty: 'team' },
  { at: 'session/sourceIdentity', label: 'Source identity', kind: 'text', empty: 'sts:SourceIdentity' },
  { at: 'session/policies', label: 'Session policies', kind: 'list', empty: 'aws:AmazonS3ReadOnlyAccess' },
  { at: 'session/issuedAt', label: 'Session issued at', kind: 'text', empty: '2026-03-03T09:00:00Z' },
  { at: 'session/duration', label: 'Session lasts', kind: 'text', empty: 'PT1H' },
  { at: 'session/taskPolicy', label: 'Task policy', kind: 'text', empty: 'ARN, for assumeRoot' }
];

/** What stands in a field, as one line. */
export function moreText({ file }: Ground, id: string, { at, kind }: MoreField): string {
  const path = `${requestAt(id)}/${at}`;
  if (kind === 'text') return textAt(file, path) ?? '';
  if (kind === 'list') return (textsAt(file, path) ?? []).join(', ');
  const tags = lookAt(file, path);
  const entries = tags?.kind === 'map' ? tags.entries : [];
  return entries.map(({ key, value }) => `${key}=${value.kind === 'text' ? value.text : ''}`).join(', ');
}

/** Writes a field; an empty line takes it away. A session's name moves into its long form, and back out of it. */
export function setMore(ground: Ground, id: string, field: MoreField, line: string): Checked<Edit> {
  const text = line.trim();
  if (text === moreText(ground, id, field)) return planned(`Leave ${field.label} of ${id}`, []);
  const verb = text === '' ? `Take ${field.label} off ${id}` : `Set ${field.label} of ${id} to ${text}`;
  const changes = text === '' ? removing(ground, id, field) : [writing(ground, id, field, text)];
  return vetted(ground, { title: verb, changes }, { text, field: `more-${field.at}` });
}

function valueOf(kind: Kind, text: string): string | readonly string[] | Readonly<Record<string, string>> {
  const parts = text.split(/\s*,\s*/).filter((part) => part !== '');
  if (kind === 'text') return text;
  if (kind === 'list') return parts;
  return Object.fromEntries(
    parts.map((part) => part.split(/\s*=\s*/, 2)).map(([key = '', value = '']) => [key, value])
  );
}

function writing({ file }: Ground, id: string, { at, kind }: MoreField, text: string): Change {
  const value = valueOf(kind, text);
  const [outer = '', inner] = at.split('/');
  const place = join(requestAt(id), outer);
  if (inner === undefined) return { at: place, set: value };
  const session = lookAt(file, place);
  if (session?.kind === 'map') return { at: join(place, inner), set: value };
  const name = session?.kind === 'text' && !isNull(session) ? { name: session.text } : {};
  return { at: place, set: { ...name, [inner]: value } };
}

/** A session that would have nothing left but its name is a name again. */
function removing({ file }: Ground, id: string, { at }: MoreField): readonly Change[] {
  const [outer = '', inner] = at.split('/');
  const place = join(requestAt(id), outer);
  if (inner === undefined) return [{ at: place, remove: true }];
  const session = lookAt(file, place);
  const left = session?.kind === 'map' ? session.entries.filter(({ key }) => key !== inner) : [];
  const [only] = left;
  if (only === undefined) return [{ at: place, remove: true }];
  const name =
    left.length === 1 && only.key === 'name' && only.value.kind === 'text' ? only.value.text : null;
  return [name === null ? { at: join(place, inner), remove: true } : { at: place, set: name }];
}
