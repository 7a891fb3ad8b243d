/**
 * Which policies have a say in a request, by type and by the place where they hang. For each type also why it has
 * none, where that is so. Looks nothing up but the world.
 */
import type { Account, AccountId, Arn, Attachment, PolicyType, World } from '../world/world.ts';
import { findResource, ownerOf } from '../world/resource.ts';
import { rcpCovers, rcpExempt } from '../catalog/services.ts';
import { askBeside, type Beside } from './beside.ts';
import { accountOf, identityOf, type Caller, type Request } from './request.ts';
import type { ApplicablePolicy, Exemption, RuleId } from './trace.ts';

export interface Gathered {
  readonly callerAccount: AccountId | null;
  /** The account that owns the resource; null when nobody knows. */
  readonly resourceAccount: AccountId | null;
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

export interface GatheredTarget {
  readonly target: string;
  /** Short name for step ids. */
  readonly label: string;
  readonly policies: readonly ApplicablePolicy[];
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
  const boundary = policiesOf(world, 'boundary', identity);
  const ofResource = gatherResource(world, request);
  const types = [
    gatherRcps(world, request, resourceAccount),
    gatherScps(world, request, callerAccount),
    ...gatherEndpoint(world, request),
    ofResource,
    gatherIdentity(world, request.caller, identity),
    asked(
      'boundary',
      'EVAL-18b',
      identity === null ? [] : [target(world, identity, boundary)],
      request.caller
    ),
    gatherSession(world, request)
  ];
  return {
    callerAccount,
    resourceAccount,
    isHome: isHome(request, callerAccount, resourceAccount),
    isTrustPolicy: isTrustPolicy(request),
    isKey: /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(request.resource),
    hasBoundary: boundary.length > 0,
    types,
    beside: askBeside(
      world,
      request,
      ofResource.targets.flatMap(({ policies }) => policies)
    )
  };
}

/**
 * What AWS itself keeps, such as its managed policies, is there for every account without a policy of its own, and
 * AssumeRoot is a matter of the caller's account alone (STS-07): both count as home.
 */
function isHome(request: Request, caller: AccountId | null, resource: AccountId | null): boolean | null {
  if (caller === null) return null;
  const isEverywhere = /^arn:[^:]*:[^:]*:[^:]*:aws:/.test(request.resource);
  return caller === resource || isEverywhere || request.action.toLowerCase() === 'sts:assumeroot';
}

/** Whether the resource side of the request is a role's trust policy (EVAL-21). */
function isTrustPolicy(request: Request): boolean {
  return (
    TRUST_ACTIONS.has(request.action.toLowerCase()) && /^arn:[^:]*:iam::[^:]*:role\//.test(request.resource)
  );
}

function policiesOf(world: World, type: PolicyType, at: string | null): readonly ApplicablePolicy[] {
  if (at === null) return [];
  const attached = attachmentsOf(world).get(`${type} ${at}`) ?? [];
  return attached.map((attachment) => toApplicable(world, attachment.policy, type, at));
}

const attachments = new WeakMap<World, ReadonlyMap<string, readonly Attachment[]>>();

/** The world's attachments by type and place; sorted once for each world. */
function attachmentsOf(world: World): ReadonlyMap<string, readonly Attachment[]> {
  const known = attachments.get(world);
  if (known) return known;
  const made = new Map<string, Attachment[]>();
  for (const attachment of world.attachments) {
    const key = `${attachment.type} ${attachment.target}`;
    const list = made.get(key);
    if (list) list.push(attachment);
    else made.set(key, [attachment]);
  }
  attachments.set(world, made);
  return made;
}

function toApplicable(
  world: World,
  id: ApplicablePolicy['id'],
  type: PolicyType,
  at: string
): ApplicablePolicy {
  return { id, type, target: at, document: world.policies.get(id) ?? null };
}

function target(world: World, at: string, policies: readonly ApplicablePolicy[]): GatheredTarget {
  return { target: at, label: labelOf(world, at), policies };
}

/** A short, readable name for a place: a user's or OU's name, an account's alias, a resource's short name. */
function labelOf(world: World, at: string): string {
  for (const organization of world.organizations.values()) {
    const unit = organization.units.get(at);
    if (unit) return unit.parent === null ? 'root' : unit.name;
  }
  const account = world.accounts.get(at as AccountId);
  if (account) return account.alias;
  const resource = world.resources.get(at as Arn);
  return resource ? resource.name : at.slice(Math.max(at.lastIndexOf('/'), at.lastIndexOf(':')) + 1);
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
  const present = targets.filter(({ policies }) => policies.length > 0);
  const exempt = present.length > 0 ? null : (callerExemption(type, caller) ?? 'none');
  return { type, lane: LANES[type], exempt, rule, targets: present };
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

/** SCPs bind the principals of member accounts, root users included (EVAL-04, EVAL-04b). */
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

/** Root, every OU on the path, the account: each level by itself, also an empty one. */
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
  const targets = [...account.organizationPath, id].map((level) =>
    target(world, level, policiesOf(world, type, level))
  );
  return { type, lane: LANES[type], exempt: null, rule, targets };
}

/** Only requests that came through an endpoint meet its policy; without one it lets everything pass (EVAL-05). */
function gatherEndpoint(world: World, request: Request): readonly GatheredType[] {
  if (request.endpoint === null) return [];
  const policies = policiesOf(world, 'endpoint', request.endpoint);
  return [asked('endpoint', 'EVAL-05', [target(world, request.endpoint, policies)], request.caller)];
}

function gatherResource(world: World, request: Request): GatheredType {
  if (isTrustPolicy(request)) {
    const policies = policiesOf(world, 'resource', request.resource);
    return asked('resource', 'EVAL-21', [target(world, request.resource, policies)], request.caller);
  }
  const arn = findResource(world, request.resource)?.resource.arn ?? null;
  const policies = policiesOf(world, 'resource', arn);
  return asked('resource', 'EVAL-10', arn === null ? [] : [target(world, arn, policies)], request.caller);
}

/** A user's own policies and those of each of its groups (EVAL-06, EVAL-07); a role's. */
function gatherIdentity(world: World, caller: Caller, identity: Arn | null): GatheredType {
  const principal = identity === null ? undefined : world.principals.get(identity);
  const groups = principal?.kind === 'user' ? principal.groups : [];
  const places = identity === null ? [] : [identity, ...groups];
  const targets = places.map((at) => target(world, at, policiesOf(world, 'identity', at)));
  return asked('identity', 'EVAL-06', targets, caller);
}

/** Session policies; a GetFederationToken session without any is asked all the same, and finds nothing (EVAL-19). */
function gatherSession(world: World, request: Request): GatheredType {
  const { caller, sessionPolicies } = request;
  const at = 'arn' in caller ? caller.arn : '';
  const policies = (sessionPolicies ?? []).map((id) => toApplicable(world, id, 'session', at));
  const targets = [target(world, at, policies)];
  if (caller.kind === 'federatedUser' || (caller.kind === 'root' && caller.assumed)) {
    return { type: 'session', lane: 'caller', exempt: null, rule: 'EVAL-19', targets };
  }
  return asked('session', 'EVAL-19', targets, caller);
}
