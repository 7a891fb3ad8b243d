/** Whoever an ARN from outside names, as a request of this file names them; whom the world lacks is added to it. */
import type { Change } from '../source/change.ts';
import { join } from '../source/pointer.ts';
import { nearest } from '../source/suggest.ts';
import { shortNameOf } from '../world/alias.ts';
import {
  accountIn,
  asArn,
  lastName,
  resourceType,
  roleOfSession,
  splitArn,
  splitSessionArn
} from '../world/arn.ts';
import { freeName } from '../world/free.ts';
import type { Role, User, World } from '../world/world.ts';
import { accountAt } from './place.ts';

/** What a request says of its caller, and what must be in the file for it. */
export interface AskedPrincipal {
  readonly principal: string;
  readonly session: string | { readonly kind: 'federatedUser'; readonly name: string } | null;
}

/** Things that a file needs before it can be asked; the same account is made once. */
export class Additions {
  readonly changes: Change[] = [];
  /** `account account-9012`, `role deploy in tools`. */
  readonly words: string[] = [];
  readonly #world: World;
  readonly #aliases = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** The alias of an account, which is added when nobody has listed it. */
  alias(id: string): string {
    const listed = [...this.#world.accounts.values()].find((account) => account.id === id)?.alias;
    const known = listed ?? this.#aliases.get(id);
    if (known !== undefined) return known;
    const taken = new Set([...this.#world.accounts.values()].map(({ alias }) => alias));
    const alias = freeName(`account-${id.slice(-4)}`, (name) => taken.has(name));
    this.#aliases.set(id, alias);
    this.changes.push({ at: accountAt({ alias }), set: { id } });
    this.words.push(`account ${alias}`);
    return alias;
  }

  /** A user or role without any policy, by its ARN; its short name. */
  identity(arn: string, kind: 'user' | 'role'): string {
    const alias = this.alias(accountIn(arn) ?? '');
    const name = lastName(arn);
    const path = /^(?:user|role)(\/.*\/)/.exec(splitArn(arn)?.resource ?? '')?.[1] ?? '/';
    const at = join(`${accountAt({ alias })}/${kind}s`, name);
    this.changes.push({ at, set: path === '/' ? {} : { path } });
    this.words.push(`${kind} ${name} in ${alias}, without policies`);
    return `${alias}:${kind}/${name}`;
  }
}

/** Null for a text that is nobody a request can name; short names stay as they are. */
export function askedPrincipal(world: World, text: string, adds: Additions): AskedPrincipal | null {
  const plain = (principal: string): AskedPrincipal => ({ principal, session: null });
  if (text === 'anonymous') return plain(text);
  if (/^[a-z0-9][a-z0-9.-]*\.amazonaws\.com(\.cn)?$/.test(text)) return plain(`service:${text}`);
  if (!text.startsWith('arn:')) return /^[\w-]+:\S+$/.test(text) ? plain(text) : null;
  if (accountIn(text) === null) return null;
  const session = splitSessionArn(text);
  if (session) return ofSession(world, text, { session: session.session, adds });
  switch (resourceType(text)) {
    case 'root':
      return plain(`${adds.alias(accountIn(text) ?? '')}:root`);
    case 'user':
    case 'role':
      return plain(identityNamed(world, text, adds));
    case 'federated-user':
      return ofFederatedUser(world, text);
    default:
      return null;
  }
}

function ofSession(
  world: World,
  arn: string,
  { session, adds }: { readonly session: string; readonly adds: Additions }
): AskedPrincipal | null {
  const role = roleOfSession(asArn(arn), world.principals.keys());
  return role === null ? null : { principal: identityNamed(world, role, adds), session };
}

/** The ARN does not say who asked for the session: only a user of that name can be taken for it. */
function ofFederatedUser(world: World, arn: string): AskedPrincipal | null {
  const name = lastName(arn);
  const user = identitiesOf(world).find(
    (each) => each.kind === 'user' && each.name === name && each.account === accountIn(arn)
  );
  return user ? { principal: shortNameOf(world, user), session: { kind: 'federatedUser', name } } : null;
}

function identityNamed(world: World, arn: string, adds: Additions): string {
  const known = world.principals.get(asArn(arn));
  if (known?.kind === 'user' || known?.kind === 'role') return shortNameOf(world, known);
  return adds.identity(arn, resourceType(arn) === 'user' ? 'user' : 'role');
}

function identitiesOf(world: World): readonly (User | Role)[] {
  return [...world.principals.values()].flatMap((each) =>
    each.kind === 'user' || each.kind === 'role' ? [each] : []
  );
}

/** Names offered at most. */
const MAX_NEAR = 5;

/** Users and roles of the world that may be meant by an ARN that it lacks: of the same name, then the nearest. */
export function nearPrincipals(world: World, arn: string): readonly string[] {
  const session = splitSessionArn(arn);
  const name = session?.roleName ?? lastName(arn);
  const all = identitiesOf(world);
  const same = all.filter((each) => each.name === name);
  const near = nearest(
    name,
    all.map((each) => each.name)
  );
  const named = all.filter((each) => each.name === near);
  return [...new Set([...same, ...named].map((each) => shortNameOf(world, each)))].slice(0, MAX_NEAR);
}
