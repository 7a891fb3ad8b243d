/** The caller that a session of a role is, and what a session is called that nobody has named. */
import { accountIn, asAccountId, lastName, sessionArn, splitArn } from '../world/arn.ts';
import { uniqueId } from '../world/unique-id.ts';
import type { Arn, World } from '../world/world.ts';
import type { RoleSessionCaller } from './request.ts';

/**
 * A session's caller.
 *
 * @param issued how the session came to be; null when nobody says
 */
export function toRoleSession(
  world: World,
  role: Arn,
  session: string,
  issued: RoleSessionCaller['issued']
): RoleSessionCaller {
  const known = world.principals.get(role);
  const resource = splitArn(role)?.resource ?? '';
  return {
    kind: 'roleSession',
    arn: sessionArn(role, session),
    account: accountIn(role) ?? asAccountId(''),
    role,
    roleId: known?.kind === 'role' ? known.uniqueId : uniqueId('AROA', role),
    session,
    serviceLinked:
      known?.kind === 'role' ? known.serviceLinked : resource.startsWith('role/aws-service-role/'),
    issued
  };
}

/** The name of a session nobody has named: the role's own with `-session` behind it, at most 64 characters. */
export function defaultSessionName(role: Arn): string {
  return `${lastName(role).slice(0, 64 - '-session'.length)}-session`;
}
