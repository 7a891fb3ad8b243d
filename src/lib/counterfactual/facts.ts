/**
 * The same call under other circumstances: a fact of the request, or a tag of who asks or what is asked for, with a
 * value that turns a condition. Who somebody is and whose a resource is are no circumstances and stay.
 */
import { setTag } from '../edit/tags.ts';
import { placeOf } from '../edit/place.ts';
import { identityOf } from '../engine/request.ts';
import type { ConditionStep, StatementStep } from '../engine/trace.ts';
import type { Change } from '../source/change.ts';
import { join } from '../source/pointer.ts';
import { accountIn, splitArn } from '../world/arn.ts';
import { findResource, ownerOf } from '../world/resource.ts';
import type { Arn } from '../world/world.ts';
import { isRole, statementsIn, type Asked } from './asked.ts';
import { valuesFor, type FactValue } from './fact-values.ts';
import { holderName } from './names.ts';
import { code, type Candidate } from './report.ts';

/** Keys that say who asks and whose the resource is (parts 4.1 and 4.2 of the rules). Lower case, beginnings. */
const FIXED = [
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorg',
  'aws:principaltype',
  'aws:principalis',
  'aws:principalservice',
  'aws:resourceaccount',
  'aws:resourceorg',
  'aws:userid',
  'aws:username',
  'aws:federatedprovider',
  'aws:sourceorg',
  'iam:',
  'kms:calleraccount'
];

/** Whether a key says who asks or whose the resource is: under other circumstances it stays. */
export function isIdentity(key: string): boolean {
  const lower = key.toLowerCase();
  return FIXED.some((beginning) => lower.startsWith(beginning));
}

/**
 * Facts that turn a statement: with `matching` one that a condition keeps from matching, else one that matches.
 * Only statements of which everything before the conditions fits.
 */
export function turn(asked: Asked, effect: StatementStep['effect'], matching: boolean): readonly Candidate[] {
  return statementsIn(asked.evaluation)
    .filter((step) => step.effect === effect && step.outcome === (matching ? 'noMatch' : 'match'))
    .flatMap((step) => {
      const conditions = step.steps.filter((part) => part.kind === 'condition');
      const meant = matching ? conditions.filter(({ outcome }) => outcome === 'noMatch') : conditions;
      return meant.flatMap((part) => toCandidates(asked, part, matching));
    });
}

function toCandidates(asked: Asked, part: ConditionStep, holds: boolean): readonly Candidate[] {
  const key = part.key.toLowerCase();
  if (isIdentity(key)) return [];
  // A resource is asked for in its own Region.
  const isInRegion = (splitArn(asked.request.resource)?.region ?? '') !== '';
  if (key === 'aws:requestedregion' && isInRegion) return [];
  return valuesFor(part, holds).flatMap((value) => ways(asked, part.key, value));
}

/** Every place of the file at which a key gets its value. */
function ways(asked: Asked, key: string, value: FactValue): readonly Candidate[] {
  const tag = /^(?:aws|iam|s3|ec2|[a-z0-9-]+):(PrincipalTag|ResourceTag|RequestTag)\/(.*)$/i.exec(key);
  const [, noun = '', name = ''] = tag ?? [];
  switch (noun.toLowerCase()) {
    case 'principaltag':
      return tagOf(asked, identityOf(asked.request.caller), name, value);
    case 'resourcetag':
      return tagOf(asked, taggedResource(asked), name, value);
    case 'requesttag':
      return [fact(asked, join('/requestTags', name), key, value)];
    default:
      return special(asked, key, value) ?? [fact(asked, join('/context', key), key, value)];
  }
}

function taggedResource({ stand, request }: Asked): Arn | null {
  if (isRole(request.resource)) return request.resource;
  return findResource(stand.world, request.resource)?.resource.arn ?? null;
}

function tagOf({ stand }: Asked, owner: Arn | null, name: string, value: FactValue): readonly Candidate[] {
  const place = owner === null ? null : placeOf(stand, owner);
  if (owner === null || !place || value === null) return [];
  const edit = setTag(place, name, value).value;
  const line = `tag ${holderName(stand.world, owner)} with ${code(`${name}=${value}`)}`;
  return edit ? [{ kind: 'tag', line, changes: edit.changes, size: 1 }] : [];
}

/** The place of the call in the file: the request, or one of its hops. */
function placeOfCall({ id, hop }: Asked): string {
  const at = join('/requests', id);
  return hop === null ? at : `${at}/assume/${String(hop)}`;
}

function fact(asked: Asked, at: string, key: string, value: FactValue): Candidate {
  const line = value === null ? `ask without ${code(key)}` : `ask with ${code(key)} = ${code(value)}`;
  const set = /^\/context\//.test(at) ? value : (value ?? '');
  return { kind: 'fact', line, changes: [{ at: placeOfCall(asked) + at, set }], size: 1 };
}

/** Keys for which the file has a field of its own; null for all others. */
function special(asked: Asked, key: string, value: FactValue): readonly Candidate[] | null {
  const at = placeOfCall(asked);
  const one = (line: string, ...changes: readonly Change[]): Candidate => ({
    kind: 'fact',
    line,
    changes,
    size: changes.length
  });
  switch (key.toLowerCase()) {
    case 'aws:multifactorauthpresent':
      return mfa(asked, value, one);
    case 'sts:externalid':
      return ofHop(asked, value, (text) =>
        one(`give the external id ${code(text)}`, { at: `${at}/externalId`, set: text })
      );
    case 'sts:rolesessionname':
      return ofHop(asked, value, (text) =>
        one(`call the session ${code(text)}`, { at: `${at}/session`, set: text })
      );
    case 'aws:sourcearn':
    case 'aws:sourceaccount':
      return onBehalf(
        asked,
        value,
        one,
        key.toLowerCase() === 'aws:sourcearn' ? 'onBehalfOf' : 'sourceAccount'
      );
    case 'aws:currenttime':
      return value === null ? [] : [one(`ask at ${code(value)}`, { at: `${at}/at`, set: value })];
    case 'aws:sourcevpce':
      return throughEndpoint(asked, value, one);
    default:
      return null;
  }
}

type Make = (line: string, ...changes: readonly Change[]) => Candidate;

/** MFA is a matter of the credentials; temporary ones of a user carry it, long-term keys never do (KEY-20). */
function mfa(asked: Asked, value: FactValue, one: Make): readonly Candidate[] {
  const at = placeOfCall(asked);
  const request = join('/requests', asked.id);
  if (value !== 'true') {
    return [
      one('ask without MFA', { at: `${at}/mfa`, set: false }),
      fact(asked, '/context/aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthPresent', value)
    ];
  }
  const flag: Change = { at: `${at}/mfa`, set: true };
  return [
    one('ask with MFA', flag),
    one('ask with MFA and a session token', flag, { at: `${request}/credential`, set: 'sessionToken' }),
    fact(asked, '/context/aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthPresent', 'true')
  ];
}

/** Fields that only hops have. */
function ofHop(
  { hop }: Asked,
  value: FactValue,
  make: (text: string) => Candidate
): readonly Candidate[] | null {
  return hop === null || value === null ? null : [make(value)];
}

/** A service says for whom it calls in fields of the request (KEY-45). */
function onBehalf(
  { request, id }: Asked,
  value: FactValue,
  one: Make,
  field: 'onBehalfOf' | 'sourceAccount'
): readonly Candidate[] | null {
  if (request.caller.kind !== 'service' || value === null) return null;
  const noun = field === 'onBehalfOf' ? 'the resource' : 'the account';
  const change: Change = { at: `${join('/requests', id)}/${field}`, set: value };
  return [one(`call on behalf of ${noun} ${code(value)}`, change)];
}

/** A session token lets its user do less than the keys it was made with, and more with MFA (STS-05). */
export function byCredential({ request, id }: Asked): readonly Candidate[] {
  if (request.caller.kind !== 'user' || request.caller.credential !== 'sessionToken') return [];
  const at = join('/requests', id);
  return [
    { kind: 'fact', line: 'ask with MFA', changes: [{ at: `${at}/mfa`, set: true }], size: 1 },
    {
      kind: 'fact',
      line: 'ask with long-term keys',
      changes: [{ at: `${at}/credential`, set: 'accessKey' }],
      size: 1
    }
  ];
}

/** Only endpoints that the file lists; a key without one would say nothing of its policy. */
function throughEndpoint(asked: Asked, value: FactValue, one: Make): readonly Candidate[] | null {
  const at = `${placeOfCall(asked)}/endpoint`;
  if (value === null) return [one('ask without the VPC endpoint', { at, remove: true })];
  if (!asked.stand.world.endpoints.has(value)) return null;
  return [one(`ask through the VPC endpoint ${code(value)}`, { at, set: value })];
}

/** Leaving an endpoint whose policy says no (EVAL-05). */
export function withoutEndpoint(asked: Asked): readonly Candidate[] {
  if (asked.request.endpoint === null) return [];
  const at = `${placeOfCall(asked)}/endpoint`;
  return [{ kind: 'fact', line: 'ask without the VPC endpoint', changes: [{ at, remove: true }], size: 1 }];
}

/** Roles of the other account that are tried. */
const MAX_ROLES = 6;

/** Where another account's resource lets nobody in: becoming one of that account's roles first (XACC-09). */
export function byRole({ stand, request, evaluation, hop, id }: Asked): readonly Candidate[] {
  if (evaluation.junction !== 'and' || hop !== null || evaluation.hops.length > 0) return [];
  const owner = ownerOf(stand.world, request.resource, null);
  const roles = [...stand.world.principals.values()].filter(
    ({ kind, arn }) => kind === 'role' && accountIn(arn) === owner
  );
  return roles.slice(0, MAX_ROLES).map(({ arn }) => ({
    kind: 'fact',
    line: `become ${holderName(stand.world, arn)} first`,
    changes: [{ at: `${join('/requests', id)}/assume`, set: [{ role: arn }] }],
    size: 2
  }));
}
