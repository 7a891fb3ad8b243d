/** Where a policy hangs, as far as AWS looks at that when it stores one. The type alone is enough to begin with. */
import type { PolicyKind } from './document-kind.ts';

export interface Setting {
  readonly kind: PolicyKind;
  /** ARN of the resource that carries it; null where none is known. */
  readonly resource: string | null;
  /** Of the endpoint that carries it; null where it is not known. */
  readonly endpoint: 'gateway' | 'interface' | null;
  /** The document word for word, where it is kept so; null for one written as data, whose layout nobody sends. */
  readonly text: string | null;
}

/** A setting of which only the type is known. */
export function settingOf(kind: PolicyKind): Setting {
  return { kind, resource: null, endpoint: null, text: null };
}

/** The types that IAM and STS take. */
const STORED_BY_IAM: ReadonlySet<PolicyKind> = new Set([
  'identity',
  'managed',
  'boundary',
  'session',
  'trust'
]);

/** Whether IAM or STS reads it: they check Sids, resources and characters (MAL-05, MAL-11 ff.), others less. */
export function isStoredByIam(kind: PolicyKind): boolean {
  return STORED_BY_IAM.has(kind);
}

/** The service prefix of the resource, in lower case; null where no resource is known. */
export function serviceOf({ resource }: Setting): string | null {
  const service = resource?.split(':')[2]?.toLowerCase() ?? '';
  return service === '' ? null : service;
}
