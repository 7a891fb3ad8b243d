/** Who a policy names: the forms of part 2.4 against the caller's own. */
import type { Json } from './statement.ts';

/**
 * How a policy reaches the caller: `direct` is the caller itself or everybody, `role` the role of a session, `issuer`
 * the user who issued a federated session, `account` all of an account (part 5.2).
 */
export type Reach = 'direct' | 'role' | 'issuer' | 'account';

/** The caller under all of its names. */
export interface Person {
  readonly kind: 'user' | 'session' | 'federated' | 'root' | 'service' | 'provider' | 'anonymous';
  /** Partition and account; null for callers without an account. */
  readonly partition: string | null;
  readonly account: string | null;
  /** What names the caller itself: user, session or federated-user ARN, unique id. */
  readonly own: readonly string[];
  /** What names the role of a session: its ARN and its id. */
  readonly role: readonly string[];
  readonly issuer: string | null;
  /** Service or provider name. */
  readonly name: string | null;
  readonly hasBoundary: boolean;
}

const ORDER: readonly Reach[] = ['direct', 'role', 'issuer', 'account'];

/** PRIN-01 to PRIN-17: the strongest way in which the element names the caller; null where it does not. */
export function reachOf(element: Json | undefined, person: Person): Reach | null {
  const found = entriesOf(element).map(([type, name]) => reachByName(type, name, person));
  return ORDER.find((reach) => found.includes(reach)) ?? null;
}

/** Pairs of principal type and name; the plain `"*"` is `AWS` `*`. */
function entriesOf(element: Json | undefined): [string, string][] {
  if (typeof element === 'string') return [['AWS', element]];
  return Object.entries((element ?? {}) as Record<string, Json>).flatMap(([type, names]) =>
    (Array.isArray(names) ? (names as Json[]) : [names]).map((name): [string, string] => [type, String(name)])
  );
}

function reachByName(type: string, name: string, person: Person): Reach | null {
  if (type === 'AWS') return reachByArn(name, person);
  const isKind =
    type === 'Service' ? person.kind === 'service' : type === 'Federated' && person.kind === 'provider';
  return isKind && person.name === name ? 'direct' : null;
}

function reachByArn(name: string, person: Person): Reach | null {
  if (name === '*' || person.own.includes(name)) return 'direct';
  if (person.role.includes(name)) return 'role';
  if (person.issuer === name) return 'issuer';
  return isAccount(name, person) ? 'account' : null;
}

/** PRIN-02, PRIN-17: the account by its number or by its root, of the caller's partition. */
function isAccount(name: string, { account, partition }: Person): boolean {
  return account !== null && (name === account || name === `arn:${partition ?? ''}:iam::${account}:root`);
}

/** PRIN-21 to PRIN-23, PRIN-25: a NotPrincipal spares who is listed with the whole chain, and has no boundary. */
export function isSpared(element: Json, person: Person): boolean {
  const names = entriesOf(element);
  if (person.hasBoundary && person.kind !== 'root') return false;
  if (names.some(([type, name]) => type === 'AWS' && name === '*')) return true;
  if (person.kind === 'service' || person.kind === 'provider') return reachOf(element, person) === 'direct';
  const arns = names.filter(([type]) => type === 'AWS').map(([, name]) => name);
  const hasAccount = arns.some((name) => isAccount(name, person));
  if (person.kind === 'root') return hasAccount;
  const hasSelf = arns.some((name) => person.own.includes(name));
  const hasRole = person.kind !== 'session' || arns.some((name) => person.role.includes(name));
  return person.kind !== 'anonymous' && hasAccount && hasSelf && hasRole;
}
