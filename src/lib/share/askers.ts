/** Whoever a policy's Principal names, as somebody of the sketched world who can ask. */
import type { PrincipalEntry, Statement } from '../policy/document.ts';
import { accountIn, asArn, isAccountId, lastName, roleOfSession, splitArn } from '../world/arn.ts';
import type { Asker } from './ask.ts';
import { accountOf, toIamName, type Sketch } from './sketch.ts';

/** What a policy with principals hangs at. */
export interface Door {
  readonly sketch: Sketch;
  /** The account of the role or resource. */
  readonly owner: string;
  readonly isTrust: boolean;
  /** JSON of a policy by which an account lets its people come here. */
  readonly ownSide: string;
}

/** The name of that policy. */
export const OWN_SIDE = 'OwnSide';

/** Principals of one statement that are put into the world. */
const MAX_NAMED = 20;

/** Puts all that a statement names into the world, and answers the first who can ask. */
export function askerOf(door: Door, { principal }: Statement): Asker {
  const entries = (principal?.entries ?? []).slice(0, MAX_NAMED);
  const named = entries.flatMap((entry) => toAsker(door, entry) ?? []);
  return (principal?.negated === true ? undefined : named[0]) ?? strangerAt(door);
}

/** Somebody from an account that nothing names, whom that account lets come. */
export function strangerAt(door: Door): Asker {
  const home = strangersHome(door.sketch);
  return visitor(door, home, 'stranger', 'a stranger');
}

/** One account for all strangers of a world, made when the first one comes. */
function strangersHome(sketch: Sketch): string {
  const known = [...sketch.homes.values()].find(({ users }) => users.has('stranger'));
  return (known ?? sketch.stranger()).id;
}

function visitor(door: Door, account: string, user: string, name: string): Asker {
  const home = door.sketch.account(account);
  giveOwnSide(door, door.sketch.who(home, 'users', user).inline);
  return { principal: `${home.alias}:user/${user}`, name, account };
}

function giveOwnSide({ ownSide }: Door, inline: Map<string, string>): void {
  if ([...inline.values()].includes(ownSide)) return;
  inline.set(inline.has(OWN_SIDE) ? `${OWN_SIDE}-${inline.size + 1}` : OWN_SIDE, ownSide);
}

function toAsker(door: Door, entry: PrincipalEntry): Asker | null {
  switch (entry.type) {
    case '*':
      return anybody(door);
    case 'AWS':
      return entry.value === '*' ? anybody(door) : ofAccount(door, entry.value);
    case 'Service':
      return /^[a-z0-9][a-z0-9.-]*\.amazonaws\.com(\.cn)?$/.test(entry.value)
        ? { principal: `service:${entry.value}`, name: entry.value, account: door.owner }
        : null;
    case 'Federated':
      return federated(door, entry.value);
    case 'CanonicalUser':
      return null;
  }
}

/** Nobody assumes a role without an identity; a bucket may be open to all. */
function anybody(door: Door): Asker {
  if (door.isTrust) return strangerAt(door);
  return { principal: 'anonymous', name: 'anybody', account: door.owner };
}

function ofAccount(door: Door, value: string): Asker | null {
  const account = accountOf(value);
  if (account === null) return null;
  if (isAccountId(value) || splitArn(value)?.resource === 'root') {
    return visitor(door, account, 'visitor', `somebody in ${account}`);
  }
  const role = roleOfSession(asArn(value));
  const named = door.sketch.named(role ?? value);
  if (!named) return null;
  if (account !== door.owner) giveOwnSide(door, named.who.inline);
  const isSession = role !== null && /^[\w+=,.@-]{2,64}$/.test(lastName(value));
  return { principal: isSession ? value : named.short, name: lastName(value), account };
}

const BUILT_IN =
  /^(cognito-identity\.amazonaws\.com|accounts\.google\.com|www\.amazon\.com|graph\.facebook\.com)$/;

function federated(door: Door, value: string): Asker | null {
  if (BUILT_IN.test(value)) return { principal: `oidc:${value}`, name: value, account: door.owner };
  const account = accountIn(value);
  const [, kind, host = ''] =
    /^(oidc|saml)-provider\/([\w.:/-]+)$/.exec(splitArn(value)?.resource ?? '') ?? [];
  if (account === null || kind === undefined) return null;
  const home = door.sketch.account(account);
  const name = kind === 'saml' ? toIamName(host) : host;
  home.providers.set(name, kind === 'oidc' ? host : null);
  return { principal: `${kind}:${home.alias}/${name}`, name: host, account };
}

/** The call by which somebody comes to a role (XACC-14). */
export function assumeActionOf({ principal }: Asker): string {
  if (principal.startsWith('oidc:')) return 'sts:AssumeRoleWithWebIdentity';
  return principal.startsWith('saml:') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRole';
}
