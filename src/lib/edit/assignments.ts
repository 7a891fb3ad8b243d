/**
 * Who gets which permission set in an account, and who is in which group of the directory: what IAM Identity Center is
 * told with CreateAccountAssignment and CreateGroupMembership.
 */
import type { Checked } from '../source/diagnostic.ts';
import { join } from '../source/pointer.ts';
import { alreadyThere, notThere, unknownThing } from './diagnostics.ts';
import { planned, refused, type Edit, type Ground } from './edit.ts';
import { append, keysAt, lookAt, textAt, textsAt, without } from './look.ts';
import type { Place } from './place.ts';
import { organizationOf } from './units.ts';

const CENTER = '/identityCenter';
const ASSIGNMENTS = `${CENTER}/assignments`;
const USERS = `${CENTER}/users`;

/** One line of the list of assignments. */
export interface Assignment {
  /** `user/NAME` or `group/NAME`. */
  readonly to: string;
  readonly permissionSet: string;
  /** Alias. */
  readonly account: string;
  /** JSON Pointer to it. */
  readonly at: string;
}

export function assignmentsIn({ file }: Pick<Ground, 'file'>): readonly Assignment[] {
  const list = lookAt(file, ASSIGNMENTS);
  if (list?.kind !== 'list') return [];
  return list.items.map((_, index) => {
    const at = join(ASSIGNMENTS, index);
    const read = (key: string) => textAt(file, join(at, key)) ?? '';
    return { to: read('to'), permissionSet: read('permissionSet'), account: read('account'), at };
  });
}

/** Whether Identity Center gives out anything in an account: it does in those of its organization. */
export function hasCenter({ file }: Ground, account: Place): boolean {
  const name = textAt(file, `${CENTER}/organization`);
  return name !== null && organizationOf(file, account.name) === join('/organizations', name);
}

/** `PowerUser to group/Analysts` */
export function assignmentName({ permissionSet, to }: Pick<Assignment, 'permissionSet' | 'to'>): string {
  return `${permissionSet} to ${to}`;
}

/** Every permission set with everybody who may get it, as {@link assignmentName} writes it. */
export function possibleAssignments({ file }: Ground): readonly string[] {
  const whom = [
    ...(textsAt(file, `${CENTER}/groups`) ?? []).map((name) => `group/${name}`),
    ...keysAt(file, USERS).map((name) => `user/${name}`)
  ];
  return keysAt(file, `${CENTER}/permissionSets`).flatMap((permissionSet) =>
    whom.map((to) => assignmentName({ permissionSet, to }))
  );
}

/** @param wanted as {@link assignmentName} writes it */
export function assign(ground: Ground, account: Place, wanted: string): Checked<Edit> {
  const known = possibleAssignments(ground);
  if (!known.includes(wanted)) return refused(unknownThing(wanted, 'an assignment', known));
  const all = assignmentsIn(ground);
  if (all.some((each) => each.account === account.name && assignmentName(each) === wanted)) {
    return refused(alreadyThere(wanted, `is assigned in ${account.name}`));
  }
  const [permissionSet = '', to = ''] = wanted.split(' to ');
  const set = { to, permissionSet, account: account.name };
  const change = all.length > 0 ? { at: `${ASSIGNMENTS}/-`, set } : { at: ASSIGNMENTS, set: [set] };
  return planned(`Assign ${wanted} in ${account.name}`, [change]);
}

export function unassign({ at, account, ...rest }: Assignment): Checked<Edit> {
  return planned(`Unassign ${assignmentName(rest)} in ${account}`, [{ at, remove: true }]);
}

/** `carla in Analysts` of everybody in the directory. */
export function memberships({ file }: Ground): readonly string[] {
  return keysAt(file, USERS).flatMap((user) =>
    (textsAt(file, join(join(USERS, user), 'groups')) ?? []).map((group) => `${user} in ${group}`)
  );
}

export function possibleMemberships({ file }: Ground): readonly string[] {
  const groups = textsAt(file, `${CENTER}/groups`) ?? [];
  return keysAt(file, USERS).flatMap((user) => groups.map((group) => `${user} in ${group}`));
}

/** @param wanted `carla in Analysts` */
export function enroll(ground: Ground, wanted: string): Checked<Edit> {
  const known = possibleMemberships(ground);
  if (!known.includes(wanted)) return refused(unknownThing(wanted, 'a membership', known));
  if (memberships(ground).includes(wanted)) return refused(alreadyThere(wanted, 'is so'));
  const [user = '', group = ''] = wanted.split(' in ');
  return planned(`Put ${user} into ${group}`, [
    append(ground.file, join(join(USERS, user), 'groups'), group)
  ]);
}

/** @param there `carla in Analysts` */
export function expel({ file }: Ground, there: string): Checked<Edit> {
  const [user = '', group = ''] = there.split(' in ');
  const changes = without(file, join(join(USERS, user), 'groups'), (text) => text === group);
  if (changes.length === 0) return refused(notThere(there, 'is not so'));
  return planned(`Take ${user} out of ${group}`, changes);
}
