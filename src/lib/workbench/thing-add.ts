/** The form that adds to a world: what one may add, where, what a form begins with, and what it comes to. */
import { addAccount, addProvider } from '../edit/add-account.ts';
import { addResource } from '../edit/add-resource.ts';
import { addGroup, addInline, addOrganizationPolicy, addPolicy, addRole, addUser } from '../edit/add.ts';
import { unknownThing } from '../edit/diagnostics.ts';
import { refused, type Edit, type Ground } from '../edit/edit.ts';
import { keysAt } from '../edit/look.ts';
import { accountAt, placeOf, said } from '../edit/place.ts';
import { RESOURCE_KINDS } from '../edit/resource-kinds.ts';
import { TRUST_SERVICES, trustNames } from '../edit/trusted.ts';
import { unitsIn } from '../edit/units.ts';
import type { Checked } from '../source/diagnostic.ts';
import { asAccountId } from '../world/arn.ts';
import { freeAccountId } from '../world/free.ts';
import type { Account } from '../world/world.ts';
import type { Offer } from './request-edit.ts';

export interface AddForm {
  /** One of ADD_KINDS. */
  readonly kind: string;
  /** Id of the account, OU or principal that it is added to; empty for an account. */
  readonly home: string;
  readonly name: string;
  /** Of an account. */
  readonly id: string;
  /** OU of an account; empty outside. */
  readonly unit: string;
  readonly region: string;
  /** A user's group, a role's trust, a provider's issuer. */
  readonly more: string;
}

export interface AddKind {
  readonly id: string;
  readonly words: string;
  readonly nameLabel: string;
  /** What it is added to. */
  readonly home: 'none' | 'account' | 'identity' | 'unit';
}

const USER: AddKind = { id: 'user', words: 'User', nameLabel: 'Name', home: 'account' };

export const ADD_KINDS: readonly [AddKind, ...AddKind[]] = [
  USER,
  { ...USER, id: 'group', words: 'Group' },
  { ...USER, id: 'role', words: 'Role' },
  { ...USER, id: 'policy', words: 'Customer managed policy' },
  { ...USER, id: 'inline', words: 'Inline policy', home: 'identity' },
  { id: 'account', words: 'Account', nameLabel: 'Alias', home: 'none' },
  { ...USER, id: 'provider', words: 'Identity provider' },
  { ...USER, id: 'scp', words: 'SCP', home: 'unit' },
  { ...USER, id: 'rcp', words: 'RCP', home: 'unit' },
  ...RESOURCE_KINDS.map(({ id, words }) => ({ ...USER, id, words: words.replace(/^[a-z]/, upper) })),
  { ...USER, id: 'arn', words: 'Any other resource', nameLabel: 'ARN' }
];

function upper(letter: string): string {
  return letter.toUpperCase();
}

/** An empty form, its account chosen and an id proposed. */
export function firstForm({ world }: Ground, home: string | null): AddForm {
  const accounts = [...world.accounts.keys()];
  const chosen = accounts.find((id) => id === home) ?? accounts[0] ?? '';
  const id = freeAccountId((taken) => world.accounts.has(asAccountId(taken)));
  return { kind: USER.id, home: chosen, name: '', id, unit: '', region: 'us-east-1', more: '' };
}

/** Where a kind can be added, by id; none where there is no question. */
export function homesFor(ground: Ground, kind: string): readonly Offer[] {
  const { home } = ADD_KINDS.find(({ id }) => id === kind) ?? USER;
  const accounts = [...ground.world.accounts.values()];
  if (home === 'account') return accounts.map(({ id, alias }) => ({ value: id, hint: alias }));
  if (home === 'unit') return unitsIn(ground.file).map(({ id, name }) => ({ value: id, hint: name }));
  return home === 'identity' ? identityChoices(ground) : [];
}

function identityChoices(ground: Ground): readonly Offer[] {
  const { principals, groups } = ground.world;
  const arns = [...groups.keys(), ...principals.keys()];
  return arns.flatMap((arn) => {
    const place = placeOf(ground, arn);
    const isOwn = place?.id === arn && place.account !== null; // a session is its role's, a root its account's
    return isOwn ? [{ value: arn, hint: `${said(place)} in ${place.account.alias}` }] : [];
  });
}

/** The groups of an account, and none. */
export function groupChoices({ file, world }: Ground, account: string): readonly Offer[] {
  const home = accountOf(world.accounts.values(), account);
  const groups = home ? keysAt(file, `${accountAt(home)}/groups`) : [];
  return [{ value: '', hint: 'no group' }, ...groups.map((value) => ({ value, hint: value }))];
}

/** Roots and OUs, and none. */
export function unitChoices({ file }: Ground): readonly Offer[] {
  const units = unitsIn(file).map(({ id, name }) => ({ value: id, hint: `${name} (${id})` }));
  return [{ value: '', hint: 'outside every organization' }, ...units];
}

/** Whom a role may trust. */
export function trustChoices({ world }: Ground): readonly Offer[] {
  const listed = trustNames(world).map(({ name }) => ({ value: name, hint: '' }));
  return [...listed, ...TRUST_SERVICES.map((value) => ({ value, hint: 'AWS service' }))];
}

function accountOf(accounts: Iterable<Account>, id: string): Account | null {
  return [...accounts].find((each) => each.id === id) ?? null;
}

/** Where a form's thing goes: the place chosen, else the first one that its kind may have. */
export function homeOf(ground: Ground, { kind, home }: AddForm): string {
  const homes = homesFor(ground, kind);
  return homes.find(({ value }) => value === home)?.value ?? homes[0]?.value ?? '';
}

/** What a form comes to: an edit, or what is wrong with its fields. */
export function planOf(ground: Ground, form: AddForm): Checked<Edit> {
  const { kind, name, id, unit } = form;
  if (kind === 'account') return addAccount(ground, { alias: name, id, unit });
  const home = homeOf(ground, form);
  const place = placeOf(ground, home);
  if (place === null) return nowhere(home);
  if (kind === 'inline') return addInline(ground, place, name);
  if (kind === 'scp' || kind === 'rcp') return addOrganizationPolicy(ground, place, kind, name);
  const account = accountOf(ground.world.accounts.values(), place.id);
  return account ? inAccount(ground, account, form) : nowhere(home);
}

function nowhere(home: string): Checked<Edit> {
  return refused(unknownThing(home, 'a place', [], 'name'));
}

function inAccount(ground: Ground, account: Account, form: AddForm): Checked<Edit> {
  const { kind, name, more, region } = form;
  switch (kind) {
    case 'user':
      return addUser(ground, account, name, more);
    case 'group':
      return addGroup(ground, account, name);
    case 'role':
      return addRole(ground, account, name, more);
    case 'policy':
      return addPolicy(ground, account, name);
    case 'provider':
      return addProvider(ground, account, name, more);
    default:
      return addResource(ground, account, { kind, name, region });
  }
}
