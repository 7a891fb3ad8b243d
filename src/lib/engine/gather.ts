/**
 * Which policies have a say in a request, by type and by the place where they hang. For each type also why it has
 * none, where that is so. Looks nothing up but the world.
 */
import type { Account, AccountId, Arn, PolicyType, World } from '../world/world.ts';
import { findResource, ownerOf } from '../world/resource.ts';
import { rcpCovers, rcpExempt } from '../catalog/services.ts';
import { askBeside, type Beside } from './beside.ts';
import { lower } from './lower.ts';
import { placesOf, type GatheredTarget, type Places } from './places.ts';
import { accountOf, identityOf, type Caller, type Request } from './request.ts';
import type { Exemption, RuleId } from './trace.ts';

export type { GatheredTarget } from './places.ts';

export interface Gathered {
  readonly callerAccount: AccountId | null;
  /** The account that owns the resource; null when nobody knows. */
  readonly resourceAccount: AccountId | null;
  /** Canonical id of the caller's account, where S3 is asked (PRIN-04g). */
  readonly canonicalId: string | null;
  /** Whether caller and resource are of one account; null for callers without one. */
  readonly isHome: boolean | null;
  readonly isTrustPolicy: boolean;
  readonly isKey: boolean;
  readonly hasBoundary: boolean;
  readonly types: readonly GatheredType[];
  readonly beside: Beside;
}

export interface GatheredType {
  readonly type: PolicyType;
  readonly lane: 'caller' | 'resource';
  /** Null when the type is asked. */
  readonly exempt: Exemption | null;
  readonly rule: RuleId;
  readonly targets: readonly GatheredTarget[];
}

/** Actions that a role's trust policy governs; all others on a role are a matter of identity policies (SVC-01). */
const TRUST_ACTIONS = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:tagsession',
  'sts:setsourceidentity'
]);

/** Everything that applies, in the order of EVAL-00: RCP, SCP, endpoint, resource, identity, boundary, session. */
export function gather(world: World, request: Request): Gathered {
  const callerAccount = accountOf(request.caller);
  const resourceAccount = ownerOf(world, request.resource, callerAccount);
  const identity = identityOf(request.caller);
  const places = placesOf(world);
  const boundary = identity === null ? null : places.at('boundary', identity);
  const ofResource = gatherResource(world, places, request);
  const types = [
    gatherRcps(world, request, resourceAccount),
    gatherScps(world, request, callerAccount),
    ...(request.endpoint === null ? [] : [gatherEndpoint(places, request, request.endpoint)]),
    ofResource,
    gatherIdentity(world, places, request.caller, identity),
    askedAt(boundary, 'boundary', 'EVAL-18b', request.caller),
    gatherSession(places, request)
  ];
  return {
    callerAccount,
    resourceAccount,
    canonicalId: canonicalIdOf(world, request, callerAccount),
    isHome: isHome(request, callerAccount, resourceAccount),
    isTrustPolicy: ofResource.rule === 'EVAL-21',
    isKey: isKey(request.resource),
    hasBoundary: boundary !== null,
    types,
    beside: askBeside(world, request, ofResource.targets[0]?.policies ?? [])
  };
}

function canonicalIdOf(world: World, { action }: Request, account: AccountId | null): string | null {
  if (account === null || !lower(action).startsWith('s3:')) return null;
  return world.accounts.get(account)?.canonicalId ?? null;
}

/**
 * What AWS itself keeps, such as its managed policies, is there for every account without a policy of its own, and
 * AssumeRoot is a matter of the caller's account alone (STS-07): both count as home.
 */
function isHome(request: Request, caller: AccountId | null, resource: AccountId | null): boolean | null {
  if (caller === null) return null;
  return caller === resource || isEverywhere(request.resource) || lower(request.action) === 'sts:assumeroot';
}

/** The search before the pattern is for speed: few ARNs have the word. */
function isEverywhere(resource: Arn): boolean {
  return resource.includes(':aws:', 4) && /^arn:[^:]*:[^:]*:[^:]*:aws:/.test(resource);
}

function isKey(resource: Arn): boolean {
  return resource.includes(':kms:') && /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(resource);
}

/** Whether the resource side of the request is a role's trust policy (EVAL-21). */
function isTrustPolicy(request: Request): boolean {
  return TRUST_ACTIONS.has(lower(request.action)) && isRole(request.resource);
}

function isRole(resource: Arn): boolean {
  return resource.includes(':role/') && /^arn:[^:]*:iam::[^:]*:role\//.test(resource);
}

const LANES = {
  rcp: 'resource',
  scp: 'caller',
  endpoint: 'caller',
  resource: 'resource',
  identity: 'caller',
  boundary: 'caller',
  session: 'caller'
} as const;

/** A type that is asked if any policy hangs there, else is `none`. */
function asked(
  type: PolicyType,
  rule: RuleId,
  targets: readonly GatheredTarget[],
  caller: Caller
): GatheredType {
  const exempt = targets.length > 0 ? null : (callerExemption(type, caller) ?? 'none');
  return { type, lane: LANES[type], exempt, rule, targets };
}

const NOWHERE: readonly GatheredTarget[] = [];

function askedAt(place: GatheredTarget | null, type: PolicyType, rule: RuleId, caller: Caller): GatheredType {
  return asked(type, rule, place === null ? NOWHERE : [place], caller);
}

/** Why a caller has no identity side. */
function callerExemption(type: PolicyType, caller: Caller): Exemption | null {
  if (type === 'resource') return null;
  if (caller.kind === 'root') return type === 'session' ? null : 'rootUser';
  return accountOf(caller) === null ? 'notAnIamPrincipal' : null;
}

const notAsked = (type: PolicyType, exempt: Exemption, rule: RuleId): GatheredType => ({
  type,
  lane: LANES[type],
  exempt,
  rule,
  targets: []
});

/**
 * SCPs bind the principals of member accounts, root users included (EVAL-04, EVAL-04b), wherever the resource lies
 * (XACC-05); not service-linked roles (SVC-30, IAM-06), not the management account (SVC-31).
 */
function gatherScps(world: World, request: Request, account: AccountId | null): GatheredType {
  const { caller } = request;
  if (account === null) return notAsked('scp', 'notAnIamPrincipal', 'PRIN-14');
  if (caller.kind === 'roleSession' && caller.serviceLinked) {
    return notAsked('scp', 'serviceLinkedRole', 'EVAL-04b');
  }
  return gatherLevels(world, 'scp', account, 'EVAL-04', 'EVAL-04b');
}

/** RCPs protect the resources of member accounts, from outsiders and services too (EVAL-03, EVAL-03b, EVAL-03c). */
function gatherRcps(world: World, request: Request, account: AccountId | null): GatheredType {
  const { caller, action } = request;
  if (account === null) return notAsked('rcp', 'noOrganization', 'EVAL-03');
  if (caller.kind === 'roleSession' && caller.serviceLinked) {
    return notAsked('rcp', 'serviceLinkedRole', 'EVAL-03b');
  }
  const levels = gatherLevels(world, 'rcp', account, 'EVAL-03', 'EVAL-03b');
  if (levels.exempt !== null) return levels;
  if (rcpExempt(action)) return notAsked('rcp', 'actionNotCovered', 'EVAL-03b');
  return rcpCovers(action) ? levels : notAsked('rcp', 'serviceNotCovered', 'EVAL-03c');
}

/** Root, every OU on the path, the account: each level by itself, also an empty one; only while its type is on (ORG-04). */
function gatherLevels(
  world: World,
  type: 'scp' | 'rcp',
  id: AccountId,
  rule: RuleId,
  exemptRule: RuleId
): GatheredType {
  const account: Account | undefined = world.accounts.get(id);
  const organization = account?.organization ? world.organizations.get(account.organization) : undefined;
  if (!account || !organization) return notAsked(type, 'noOrganization', rule);
  if (organization.management === id) return notAsked(type, 'managementAccount', exemptRule);
  if (!organization.policyTypes.includes(type)) return notAsked(type, 'policyTypeOff', exemptRule);
  return { type, lane: LANES[type], exempt: null, rule, targets: placesOf(world).levels(type, account) };
}

/** Only requests that came through an endpoint meet its policy; without one it lets everything pass (EVAL-05). */
function gatherEndpoint(places: Places, { caller }: Request, endpoint: string): GatheredType {
  return askedAt(places.at('endpoint', endpoint), 'endpoint', 'EVAL-05', caller);
}

/**
 * The policies of what is acted on, whatever its service (SVC-05, SVC-22, SVC-24, SVC-32, XACC-08). What they say of
 * resources concerns this one alone (RES-12). A role's trust policy is that of SVC-02: it must name the role itself too.
 */
function gatherResource(world: World, places: Places, request: Request): GatheredType {
  if (isTrustPolicy(request)) {
    return askedAt(places.at('resource', request.resource), 'resource', 'EVAL-21', request.caller);
  }
  // SVC-01: whatever else is asked about a role, its trust policy has no say.
  const arn = isRole(request.resource) ? null : (findResource(world, request.resource)?.resource.arn ?? null);
  const place = arn === null ? null : places.at('resource', arn);
  return askedAt(place, 'resource', 'EVAL-10', request.caller);
}

/** A user's own policies and those of each of its groups (EVAL-06, EVAL-07); a role's. */
function gatherIdentity(world: World, places: Places, caller: Caller, identity: Arn | null): GatheredType {
  if (identity === null) return asked('identity', 'EVAL-06', NOWHERE, caller);
  const principal = world.principals.get(identity);
  const own = places.at('identity', identity);
  if (principal?.kind !== 'user' || principal.groups.length === 0) {
    return askedAt(own, 'identity', 'EVAL-06', caller);
  }
  const targets = [own, ...principal.groups.map((group) => places.at('identity', group))];
  return asked(
    'identity',
    'EVAL-06',
    targets.filter((each) => each !== null),
    caller
  );
}

/** Session policies; a GetFederationToken session without any is asked all the same, and finds nothing (EVAL-19). */
function gatherSession(places: Places, request: Request): GatheredType {
  const { caller, sessionPolicies } = request;
  const isLimited = caller.kind === 'federatedUser' || (caller.kind === 'root' && caller.assumed);
  if (!isLimited && (sessionPolicies === null || sessionPolicies.length === 0)) {
    return asked('session', 'EVAL-19', NOWHERE, caller);
  }
  const at = 'arn' in caller ? caller.arn : '';
  const targets = [places.brought('session', at, sessionPolicies ?? [])];
  return { type: 'session', lane: 'caller', exempt: null, rule: 'EVAL-19', targets };
}
