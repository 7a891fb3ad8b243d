/**
 * Roles that IAM Identity Center keeps in an account for a permission set, named after it and a suffix of its own.
 * Source: IAM Identity Center User Guide, "Referencing permission sets in resource policies, Amazon EKS Cluster config
 * maps, and AWS KMS key policies"; SSO-01.
 */
import { accountIn, lastName } from './arn.ts';
import type { World } from './world.ts';

const RESERVED =
  /^arn:[^:]*:iam::\d{12}:role\/aws-reserved\/sso\.amazonaws\.com\/(?:[^/]+\/)?AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/** The permission set that a role is kept for; null for every other role. */
export function permissionSetOf(arn: string): string | null {
  return RESERVED.exec(arn)?.[1] ?? null;
}

export function isOfPermissionSet(arn: string): boolean {
  return RESERVED.test(arn);
}

/**
 * What people call a role: by its permission set, unless another role of its account would be called the same; every
 * other role by its name. Where the exact name counts, a file or a command, `lastName` is asked.
 */
export function roleCalled(world: World, arn: string): string {
  const set = permissionSetOf(arn);
  if (set === null) return lastName(arn);
  const others = callsOf(world).get(`${accountIn(arn) ?? ''} ${set}`) ?? [];
  return others.every((other) => other === arn) ? set : lastName(arn);
}

const calls = new WeakMap<World, ReadonlyMap<string, readonly string[]>>();

/** ARNs of the roles that could be called so, by account and what they would be called. Made once per world. */
function callsOf(world: World): ReadonlyMap<string, readonly string[]> {
  const known = calls.get(world);
  if (known) return known;
  const made = new Map<string, string[]>();
  for (const { kind, arn } of world.principals.values()) {
    if (kind !== 'role') continue;
    const key = `${accountIn(arn) ?? ''} ${permissionSetOf(arn) ?? lastName(arn)}`;
    const before = made.get(key);
    if (before) before.push(arn);
    else made.set(key, [arn]);
  }
  calls.set(world, made);
  return made;
}
