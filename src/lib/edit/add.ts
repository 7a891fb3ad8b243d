/** Adding users, groups, roles and policies. A name that AWS refuses or the file has already is refused here too. */
import type { Checked } from '../source/diagnostic.ts';
import { join } from '../source/pointer.ts';
import type { Account } from '../world/world.ts';
import { checkName } from './check-name.ts';
import {
  documentOf,
  FIRST_POLICY,
  FIRST_RCP,
  FIRST_SCP,
  trustStatement,
  type PlainMap
} from './documents.ts';
import { planned, refused, type Edit, type Ground } from './edit.ts';
import { keysAt } from './look.ts';
import { accountAt, said, type Place } from './place.ts';
import { toTrusted } from './trusted.ts';
import { organizationAt } from './units.ts';

/** The sections of an account that are keyed by a name of IAM's, each with what one of them is called. */
const SECTIONS = {
  users: 'user',
  groups: 'group',
  roles: 'role',
  policies: 'policy'
} as const;

/** A user, group, role or policy under its name, if the name is free. */
function add(
  ground: Ground,
  account: Account,
  section: keyof typeof SECTIONS,
  { name, set }: { readonly name: string; readonly set: PlainMap }
): Checked<Edit> {
  const folder = join(accountAt(account), section);
  const word = SECTIONS[section];
  const taken = keysAt(ground.file, folder);
  const wrong = checkName(name, 'iam', { what: `a ${word}`, taken, home: account.alias });
  if (wrong.length > 0) return refused(...wrong);
  const arn = `arn:aws:iam::${account.id}:${word}/${name}`;
  const id = section === 'policies' ? `${account.alias}:policy/${name}` : arn;
  return planned(`Add ${word} ${name} to ${account.alias}`, [{ at: join(folder, name), set }], id);
}

/** @param group a group of the account to begin in; empty for none */
export function addUser(ground: Ground, account: Account, name: string, group = ''): Checked<Edit> {
  return add(ground, account, 'users', { name, set: group === '' ? {} : { groups: [group] } });
}

export function addGroup(ground: Ground, account: Account, name: string): Checked<Edit> {
  return add(ground, account, 'groups', { name, set: {} });
}

/** @param trusts who may become it, as `toTrusted` reads it; empty for nobody */
export function addRole(ground: Ground, account: Account, name: string, trusts = ''): Checked<Edit> {
  if (trusts === '') return add(ground, account, 'roles', { name, set: {} });
  const who = toTrusted(ground.world, trusts);
  if (who.value === null) return refused(...who.diagnostics);
  const trust = documentOf(trustStatement(who.value));
  return add(ground, account, 'roles', { name, set: { trust } });
}

/** A customer managed policy. */
export function addPolicy(
  ground: Ground,
  account: Account,
  name: string,
  document: PlainMap = FIRST_POLICY
): Checked<Edit> {
  return add(ground, account, 'policies', { name, set: document });
}

/** A policy kept inside a user, group or role. */
export function addInline(
  ground: Ground,
  holder: Place,
  name: string,
  document: PlainMap = FIRST_POLICY
): Checked<Edit> {
  const folder = join(holder.at, 'inline');
  const taken = keysAt(ground.file, folder);
  const wrong = checkName(name, 'iam', { what: 'an inline policy', taken, home: holder.name });
  if (wrong.length > 0) return refused(...wrong);
  return planned(`Add inline policy ${name} to ${said(holder)}`, [{ at: join(folder, name), set: document }]);
}

/** An SCP or RCP of the organization that a root or OU belongs to. It hangs nowhere yet. */
export function addOrganizationPolicy(
  ground: Ground,
  unit: Place,
  type: 'scp' | 'rcp',
  name: string
): Checked<Edit> {
  const organization = organizationAt(unit.at) ?? '';
  const folder = `${organization}/${type}s`;
  const what = type === 'scp' ? 'an SCP' : 'an RCP';
  const supplied = type === 'scp' ? 'FullAWSAccess' : 'RCPFullAWSAccess';
  const taken = [...keysAt(ground.file, folder), supplied];
  const wrong = checkName(name, 'any', { what, taken, home: 'the organization' });
  if (wrong.length > 0) return refused(...wrong);
  const set = type === 'scp' ? FIRST_SCP : FIRST_RCP;
  return planned(`Add ${type.toUpperCase()} ${name}`, [{ at: join(folder, name), set }]);
}
