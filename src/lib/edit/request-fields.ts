/** A request of a file as it is written, field by field: what a form shows. */
import { join } from '../source/pointer.ts';
import { isNull, type Tree } from '../source/tree.ts';
import { lookAt, textAt, textsAt, textsOf } from './look.ts';

export interface RequestFields {
  readonly id: string;
  readonly title: string;
  readonly principal: string;
  /** The session's name; the long form has more, which stays as it is. */
  readonly session: string;
  readonly action: string;
  /** None for `*`. */
  readonly resource: readonly string[];
  readonly hops: readonly HopFields[];
  /** `true`, `false` or empty. */
  readonly mfa: string;
  readonly at: string;
  readonly endpoint: string;
  readonly facts: readonly FactField[];
  readonly expect: string;
  readonly by: string;
}

export interface HopFields {
  readonly role: string;
  readonly session: string;
  readonly externalId: string;
}

/** A condition key that the request speaks of. */
export interface FactField {
  readonly key: string;
  readonly state: 'value' | 'absent' | 'unknown';
  /** None unless `value`. */
  readonly values: readonly string[];
}

/** `/requests/deploy` */
export function requestAt(id: string): string {
  return join('/requests', id);
}

/** Null for an id that the file has not. */
export function requestFields(file: Tree, id: string): RequestFields | null {
  const request = lookAt(file, requestAt(id));
  if (request?.kind !== 'map') return null;
  const text = (path: string) => textAt(request, path) ?? '';
  return {
    id,
    title: text('/title'),
    principal: text('/principal'),
    session: text('/session') || text('/session/name'),
    action: text('/action'),
    resource: textsAt(request, '/resource') ?? [],
    hops: hopsOf(lookAt(request, '/assume')),
    mfa: text('/mfa'),
    at: text('/at'),
    endpoint: text('/endpoint'),
    facts: factsOf(request),
    expect: text('/expect'),
    by: text('/by')
  };
}

function hopsOf(tree: Tree | null): readonly HopFields[] {
  const hops = tree?.kind === 'list' ? tree.items : [];
  return hops.map((hop) => ({
    role: textAt(hop, '/role') ?? '',
    session: textAt(hop, '/session') ?? '',
    externalId: textAt(hop, '/externalId') ?? ''
  }));
}

function factsOf(request: Tree): readonly FactField[] {
  const context = lookAt(request, '/context');
  const written = context?.kind === 'map' ? context.entries : [];
  const open = textsAt(request, '/unknown') ?? [];
  const said = written.map(({ key, value }): FactField => {
    return isNull(value)
      ? { key, state: 'absent', values: [] }
      : { key, state: 'value', values: textsOf(value) };
  });
  return [...said, ...open.map((key): FactField => ({ key, state: 'unknown', values: [] }))];
}
