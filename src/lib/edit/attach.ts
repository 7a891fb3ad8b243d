/** Hanging policies and taking them down: managed ones, SCPs and RCPs, boundaries; and joining and leaving groups. */
import type { Checked } from '../source/diagnostic.ts';
import { managedPolicyNames } from '../catalog/managed.ts';
import { join } from '../source/pointer.ts';
import { lastName } from '../world/arn.ts';
import { alreadyThere, notThere, unknownThing } from './diagnostics.ts';
import { planned, refused, type Edit, type Ground } from './edit.ts';
import { append, keysAt, textAt, textsAt, without } from './look.ts';
import { accountAt, said, type Place } from './place.ts';
import { organizationAt, organizationOf } from './units.ts';

/** The managed policies that a name of an account may mean: its own, then AWS's as `aws:NAME`. */
export function managedNames({ file }: Ground, holder: Place): readonly string[] {
  const own = holder.account ? keysAt(file, join(accountAt(holder.account), 'policies')) : [];
  return [...own, ...managedPolicyNames().map((name) => `aws:${name}`)];
}

/** Whether two names mean one policy: files may also name it by its ARN. */
function sameManaged(name: string): (text: string) => boolean {
  const arn = new RegExp('^arn:[^:]*:iam::(\\d*|aws):policy/');
  const plain = name.startsWith('aws:') ? name : (name.split('/').at(-1) ?? name);
  return (text) => {
    if (text === name) return true;
    const isAws = /^arn:[^:]*:iam::aws:/.test(text);
    return arn.test(text) && (isAws ? `aws:${lastName(text)}` : lastName(text)) === plain;
  };
}

/** A managed policy on a user, group or role. */
export function attachManaged(ground: Ground, holder: Place, name: string): Checked<Edit> {
  const known = managedNames(ground, holder);
  if (!known.includes(name)) return refused(unknownThing(name, 'a managed policy', known));
  const at = join(holder.at, 'policies');
  if (textsAt(ground.file, at)?.some(sameManaged(name)) === true) {
    return refused(alreadyThere(name, `hangs on ${said(holder)}`));
  }
  return planned(`Attach ${name} to ${said(holder)}`, [append(ground.file, at, name)]);
}

export function detachManaged(ground: Ground, holder: Place, name: string): Checked<Edit> {
  const changes = without(ground.file, join(holder.at, 'policies'), sameManaged(name));
  if (changes.length === 0) return refused(notThere(name, `does not hang on ${said(holder)}`));
  return planned(`Detach ${name} from ${said(holder)}`, changes);
}

/** A managed policy as permissions boundary; empty takes the boundary away. */
export function setBoundary(ground: Ground, holder: Place, name: string): Checked<Edit> {
  const at = join(holder.at, 'boundary');
  if (name === '') {
    return textAt(ground.file, at) === null
      ? refused(notThere(holder.name, 'has no permissions boundary'))
      : planned(`Clear the boundary of ${said(holder)}`, [{ at, remove: true }]);
  }
  const known = managedNames(ground, holder);
  if (!known.includes(name)) return refused(unknownThing(name, 'a managed policy', known));
  return planned(`Set the boundary of ${said(holder)} to ${name}`, [{ at, set: name }]);
}

/** The groups of a user's account. */
export function groupNames({ file }: Ground, user: Place): readonly string[] {
  return user.account ? keysAt(file, join(accountAt(user.account), 'groups')) : [];
}

export function joinGroup(ground: Ground, user: Place, group: string): Checked<Edit> {
  const known = groupNames(ground, user);
  if (!known.includes(group)) return refused(unknownThing(group, 'a group', known));
  const at = join(user.at, 'groups');
  if (textsAt(ground.file, at)?.includes(group) === true) {
    return refused(alreadyThere(user.name, `is in ${group}`));
  }
  return planned(`Put ${said(user)} into ${group}`, [append(ground.file, at, group)]);
}

export function leaveGroup(ground: Ground, user: Place, group: string): Checked<Edit> {
  const isGroup = (text: string) => text === group || text.endsWith(`:group/${group}`);
  const changes = without(ground.file, join(user.at, 'groups'), isGroup);
  if (changes.length === 0) return refused(notThere(user.name, `is not in ${group}`));
  return planned(`Take ${said(user)} out of ${group}`, changes);
}

/** SCPs or RCPs, and what AWS supplies of each. */
export type LevelType = 'scp' | 'rcp';

const SUPPLIED = { scp: ['FullAWSAccess'], rcp: [] } as const;

/** The SCPs or RCPs that may hang on a root, an OU or an account; none outside an organization. */
export function levelPolicyNames({ file }: Ground, level: Place, type: LevelType): readonly string[] {
  const organization = organizationAt(level.at) ?? organizationOf(file, level.name);
  return organization === null ? [] : [...SUPPLIED[type], ...keysAt(file, `${organization}/${type}s`)];
}

/** The SCPs or RCPs that hang on a level. A list that is not written means [FullAWSAccess] for SCPs. */
function levelPolicies({ file }: Ground, level: Place, type: LevelType): readonly string[] {
  return textsAt(file, `${level.at}/${type}s`) ?? SUPPLIED[type];
}

export function attachToLevel(ground: Ground, level: Place, type: LevelType, name: string): Checked<Edit> {
  const known = levelPolicyNames(ground, level, type);
  if (!known.includes(name)) {
    return refused(unknownThing(name, type === 'scp' ? 'an SCP' : 'an RCP', known));
  }
  if (levelPolicies(ground, level, type).includes(name)) {
    return refused(alreadyThere(name, `hangs on ${said(level)}`));
  }
  const change = append(ground.file, `${level.at}/${type}s`, name, SUPPLIED[type]);
  return planned(`Attach ${type.toUpperCase()} ${name} to ${said(level)}`, [change]);
}

export function detachFromLevel(ground: Ground, level: Place, type: LevelType, name: string): Checked<Edit> {
  const at = `${level.at}/${type}s`;
  const isWritten = textsAt(ground.file, at) !== null;
  const isDefault = !isWritten && levelPolicies(ground, level, type).includes(name);
  const changes = isDefault
    ? [{ at, set: [] }]
    : without(ground.file, at, (text) => text === name, type === 'scp');
  if (changes.length === 0) return refused(notThere(name, `does not hang on ${said(level)}`));
  return planned(`Detach ${type.toUpperCase()} ${name} from ${said(level)}`, changes);
}
