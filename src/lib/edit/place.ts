/** Where a thing of the world stands in its file: from the id that graph and outline use to kind, name and pointer. */
import { join } from '../source/pointer.ts';
import { lastName, rootArn } from '../world/arn.ts';
import type { Account, AccountId, World } from '../world/world.ts';
import { unitsIn } from './units.ts';
import type { Ground } from './edit.ts';

export type PlaceKind = keyof typeof KIND_WORDS;

export interface Place {
  readonly kind: PlaceKind;
  /** ARN, account id, OU or root id, policy id. */
  readonly id: string;
  /** The key under which the file lists it. */
  readonly name: string;
  /** Its account, null for what belongs to an organization. */
  readonly account: Account | null;
  /** JSON Pointer to it in the file. */
  readonly at: string;
}

/** The place of an id; null for what the file does not list, such as a service or an AWS managed policy. */
export function placeOf(ground: Ground, id: string): Place | null {
  return (
    accountPlace(ground.world, id) ??
    unitPlace(ground, id) ??
    principalPlace(ground.world, id) ??
    otherPlace(ground.world, id) ??
    policyPlace(ground, id)
  );
}

/** The root of an organization is none of its OUs: it has no name and cannot go. */
export function isRoot({ kind, id }: Place): boolean {
  return kind === 'unit' && id.startsWith('r-');
}

/** `tools:user/dana`, as requests name it; for an account its alias, for anything else its name. */
export function shortName({ kind, name, account }: Place): string {
  const isOwn = kind === 'user' || kind === 'role' || kind === 'group';
  return isOwn && account ? `${account.alias}:${kind}/${name}` : name;
}

/** `user dana`, `OU Workloads`, `customer-data`: for titles. */
export function said(place: Place): string {
  return `${KIND_WORDS[place.kind]} ${place.kind === 'resource' ? lastName(place.name) : place.name}`;
}

export const KIND_WORDS = {
  account: 'account',
  unit: 'OU',
  user: 'user',
  group: 'group',
  role: 'role',
  resource: 'resource',
  policy: 'policy',
  inline: 'inline policy',
  scp: 'SCP',
  rcp: 'RCP',
  identityProvider: 'identity provider'
} as const;

function accountPlace(world: World, id: string): Place | null {
  for (const account of world.accounts.values()) {
    if (account.id === id || rootsOf(account).includes(id)) {
      return { kind: 'account', id: account.id, name: account.alias, account, at: accountAt(account) };
    }
  }
  return null;
}

/** The account as a principal and its root user are the account: there is nothing else to edit of them. */
function rootsOf({ id }: Account): readonly string[] {
  return [`root@${id}`, rootArn(id)];
}

/** `/accounts/tools` */
export function accountAt({ alias }: Pick<Account, 'alias'>): string {
  return join('/accounts', alias);
}

function unitPlace({ file }: Ground, id: string): Place | null {
  const unit = unitsIn(file).find((each) => each.id === id);
  return unit ? { kind: 'unit', id, name: unit.name, account: null, at: unit.at } : null;
}

const FOLDERS = { user: 'users', role: 'roles' } as const;

function principalPlace(world: World, id: string): Place | null {
  for (const principal of world.principals.values()) {
    if (principal.arn !== id) continue;
    // A session is the role's.
    if (principal.kind === 'session') return principalPlace(world, principal.role);
    if (principal.kind === 'root') return null;
    // A permission set's role stands nowhere in the file, and at AWS nobody can edit it (SSO-03).
    if (principal.kind === 'role' && principal.permissionSet !== undefined) return null;
    const { kind, name } = principal;
    return within(world, principal.account, kind, { id, name, folder: FOLDERS[kind] });
  }
  return null;
}

function otherPlace(world: World, id: string): Place | null {
  for (const { arn, account, name } of world.groups.values()) {
    if (arn === id) return within(world, account, 'group', { id, name, folder: 'groups' });
  }
  for (const { arn, account } of world.resources.values()) {
    if (arn === id) return within(world, account, 'resource', { id, name: arn, folder: 'resources' });
  }
  for (const { arn, account, name, ofIdentityCenter } of world.identityProviders.values()) {
    if (arn === id && ofIdentityCenter !== true) {
      return within(world, account, 'identityProvider', { id, name, folder: 'identityProviders' });
    }
  }
  return null;
}

interface Within {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
}

function within(world: World, owner: AccountId, kind: PlaceKind, { folder, ...rest }: Within): Place | null {
  const account = world.accounts.get(owner);
  if (!account) return null;
  return { kind, account, ...rest, at: join(join(accountAt(account), folder), rest.name) };
}

const ORIGINS: ReadonlyMap<string, PlaceKind> = new Map([
  ['customer', 'policy'],
  ['inline', 'inline'],
  ['scp', 'scp'],
  ['rcp', 'rcp']
]);

/** A policy by its id; by the id of its node as well, which in a second account has the account's id behind it. */
function policyPlace({ world }: Ground, id: string): Place | null {
  for (const paper of world.papers.values()) {
    const kind = ORIGINS.get(paper.origin);
    if (paper.id !== id && id !== `${paper.id}@${paper.account ?? ''}`) continue;
    if (kind === undefined || paper.pointer === null || !world.policies.has(paper.id)) return null;
    const account = (paper.account && world.accounts.get(paper.account)) ?? null;
    const at = kind === 'policy' ? paper.pointer.replace(/\/document$/, '') : paper.pointer;
    return { kind, id: paper.id, name: paper.name, account, at };
  }
  return null;
}
