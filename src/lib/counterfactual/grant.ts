/** A missing Allow, given: the nearest statement widened, a narrow one added, a policy hung up that allows. */
import { attachToLevel, setBoundary } from '../edit/attach.ts';
import { accountAt, placeOf } from '../edit/place.ts';
import { identityOf } from '../engine/request.ts';
import { hasResourcePolicies } from '../catalog/services.ts';
import { join } from '../source/pointer.ts';
import { freeName } from '../world/free.ts';
import { findResource } from '../world/resource.ts';
import type { PolicyId, PolicyType, World } from '../world/world.ts';
import { isRole, namedAs, narrowStatement, statementsIn, typesOf, type Asked } from './asked.ts';
import { holderName, policyName } from './names.ts';
import { code, type Candidate } from './report.ts';
import { addStatement, isWritten, newPolicy, sheetOf } from './sheet.ts';
import { widen } from './widen.ts';

/** Of the policies that hang in one place so many are offered for one statement more. */
const OFFERED = 3;

/** Every way to give an Allow of one type. */
export function grant(asked: Asked, type: PolicyType): readonly Candidate[] {
  const { evaluation } = asked;
  const near = statementsIn(evaluation, type)
    .filter((step) => step.effect === 'Allow' && step.outcome === 'noMatch')
    .flatMap((step) => widen(asked, step) ?? []);
  switch (type) {
    case 'identity':
      return [...near, ...addTo(asked, type, policiesIn(asked, type)), ...newInline(asked)];
    case 'resource':
      return [...near, ...addTo(asked, type, policiesIn(asked, type)), ...newOnResource(asked)];
    case 'scp':
    case 'rcp':
      return [...near, ...atLevels(asked, type)];
    case 'boundary':
      return [...near, ...addTo(asked, type, policiesIn(asked, type)), ...withoutBoundary(asked)];
    case 'session':
      return [...near, ...addTo(asked, type, asked.request.sessionPolicies ?? []), ...newForSession(asked)];
    case 'endpoint':
      return [...near, ...addTo(asked, type, policiesIn(asked, type))];
  }
}

function policiesIn({ evaluation }: Asked, type: PolicyType): readonly PolicyId[] {
  const targets = typesOf(evaluation)
    .filter((step) => step.type === type)
    .flatMap((step) => step.steps);
  return [...new Set(targets.flatMap((target) => target.steps.map(({ policy }) => policy)))];
}

/** A statement more, first in the policies that reach the fewest. */
function addTo(asked: Asked, type: PolicyType, ids: readonly PolicyId[]): readonly Candidate[] {
  const { stand } = asked;
  const places = (id: PolicyId) => stand.world.attachments.filter(({ policy }) => policy === id).length;
  const writable = ids.flatMap((id) => sheetOf(stand, id) ?? []);
  return writable
    .toSorted((a, b) => places(a.paper.id) - places(b.paper.id))
    .slice(0, OFFERED)
    .map((sheet) => ({
      kind: 'statement' as const,
      line: `${said(asked, type)} in ${policyName(stand.world, sheet.paper.id)}`,
      changes: [addStatement(stand, sheet, narrowStatement('Allow', asked, type))],
      size: 4
    }));
}

/** `allow `s3:GetObject` on `arn…``, and to whom where the policy names callers. */
function said({ request, stand }: Asked, type: PolicyType): string {
  const on = request.resource === '*' ? '' : ` on ${code(request.resource)}`;
  const names = type === 'resource' || type === 'endpoint' || type === 'rcp';
  const to = names ? ` to ${holderName(stand.world, namedAs(request.caller).value)}` : '';
  return `allow ${code(request.action)}${on}${to}`;
}

function newInline(asked: Asked): readonly Candidate[] {
  const { stand, request } = asked;
  const identity = identityOf(request.caller);
  const place = identity === null ? null : placeOf(stand, identity);
  if (identity === null || !place) return [];
  const at = join(place.at, 'inline');
  const name = freeName('Allow', (taken) => isWritten(stand, join(at, taken)));
  return [
    {
      kind: 'statement',
      line: `${said(asked, 'identity')} in a new inline policy of ${holderName(stand.world, identity)}`,
      changes: [newPolicy(join(at, name), narrowStatement('Allow', asked, 'identity'))],
      size: 6
    }
  ];
}

/** The place of the policy that a resource or role could have, when it has none. */
function newOnResource(asked: Asked): readonly Candidate[] {
  const at = freePolicyPlace(asked);
  if (at === null) return [];
  const { stand, request } = asked;
  const noun = isRole(request.resource) ? 'trust policy' : 'resource policy';
  const holder = findResource(stand.world, request.resource)?.resource.arn ?? request.resource;
  return [
    {
      kind: 'statement',
      line: `${said(asked, 'resource')} in a new ${noun} of ${holderName(stand.world, holder)}`,
      changes: [newPolicy(at, narrowStatement('Allow', asked, 'resource'))],
      size: 6
    }
  ];
}

/** Where the file would write the policy of the request's resource; null if there is one, or cannot be. */
export function freePolicyPlace({ stand, request }: Asked): string | null {
  const { world } = stand;
  const arn = isRole(request.resource)
    ? request.resource
    : findResource(world, request.resource)?.resource.arn;
  const place = arn === undefined ? null : placeOf(stand, arn);
  if (!place || !hasResourcePolicies(request.action.split(':')[0] ?? '')) return null;
  if (isRole(request.resource) && !/^sts:/i.test(request.action)) return null;
  const at = join(place.at, isRole(request.resource) ? 'trust' : 'policy');
  return isWritten(stand, at) ? null : at;
}

const FULL = { scp: 'FullAWSAccess', rcp: 'RCPFullAWSAccess' } as const;

/** At a level that is silent: full access hung up there, or a statement more in what hangs there. */
function atLevels(asked: Asked, type: 'scp' | 'rcp'): readonly Candidate[] {
  const { stand, evaluation } = asked;
  const silent = typesOf(evaluation)
    .filter((step) => step.type === type)
    .flatMap((step) => step.steps)
    .filter(({ outcome }) => outcome === 'implicitDeny');
  return silent.flatMap((level) => {
    const place = placeOf(stand, level.target);
    const edit = place && attachToLevel(stand, place, type, FULL[type]).value;
    const full: Candidate[] = edit
      ? [
          {
            kind: 'attach',
            line: `attach ${code(FULL[type])} to ${holderName(stand.world, level.target)}`,
            changes: edit.changes,
            size: 5
          }
        ]
      : [];
    return [
      ...addTo(
        asked,
        type,
        level.steps.map(({ policy }) => policy)
      ),
      ...full
    ];
  });
}

function withoutBoundary({ stand, request }: Asked): readonly Candidate[] {
  const identity = identityOf(request.caller);
  const place = identity === null ? null : placeOf(stand, identity);
  const edit = place && setBoundary(stand, place, '').value;
  if (identity === null || !edit) return [];
  const line = `take the permissions boundary off ${holderName(stand.world, identity)}`;
  return [{ kind: 'detach', line, changes: edit.changes, size: 5 }];
}

/** A federated user's session without a policy of its own may do nothing (EVAL-19): one for the session. */
function newForSession(asked: Asked): readonly Candidate[] {
  const { request, id, hop } = asked;
  if (request.sessionPolicies !== null || request.caller.kind !== 'federatedUser' || hop !== null) return [];
  const at = `${join('/requests', id)}/session/policy`;
  const line = `${said(asked, 'session')} in a session policy`;
  return [
    { kind: 'statement', line, changes: [newPolicy(at, narrowStatement('Allow', asked, 'session'))], size: 6 }
  ];
}

/** JSON Pointer to an account of the file; null for one it does not list. */
export function accountPlace(world: World, id: string): string | null {
  for (const account of world.accounts.values()) if (account.id === id) return accountAt(account);
  return null;
}
