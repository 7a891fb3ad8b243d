/**
 * How findings settle into a decision: explicit deny first, then the ceilings, then the two lanes and how they
 * join. Follows part 0.1 of the rules step by step. Source: IAM User Guide, "Policy evaluation logic".
 */
import type { PolicyType } from '../world/world.ts';
import type { AclFinding } from './acl.ts';
import type { Beside } from './beside.ts';
import { CHOICES } from './choices.ts';
import type { Gathered } from './gather.ts';
import { isDecidedByGrants } from './key-grants.ts';
import type { Request } from './request.ts';
import type { DecidedBy, Decision, Grant, Junction, PolicyTypeStep, RuleId, StatementStep } from './trace.ts';

/** A decision before its statements are looked up. */
export interface Settled {
  readonly decision: Decision;
  readonly by: readonly DecidedBy[];
  readonly rule: RuleId;
}

/** What the fold asks of the findings; unknown statements count or not, as the view says. */
export interface View {
  readonly allows: (type: PolicyType) => boolean;
  readonly grants: ReadonlySet<Grant>;
  /** How a KMS grant names the caller; null where none covers the request (SVC-04). */
  readonly keyGrant: Grant | null;
}

const allowed = (rule: RuleId, ...by: readonly DecidedBy[]): Settled => ({ decision: 'allowed', by, rule });
const silent = (rule: RuleId, by: DecidedBy): Settled => ({ decision: 'implicitDeny', by: [by], rule });

/** How caller and resource side join for this request. */
export function junctionOf(request: Request, gathered: Gathered): Junction {
  const { caller } = request;
  const { isHome } = gathered;
  if (isHome === null) return 'resource';
  const isDoor = gathered.isTrustPolicy || gathered.isKey;
  if (caller.kind === 'root') return isHome ? (isDoor ? 'door' : 'root') : 'resource';
  if (!isHome) return 'and';
  return isDoor ? 'door' : 'or';
}

/** Which type a deny is reported for, when several deny (MSG-05). */
const DENY_ORDER: readonly PolicyType[] = [
  'scp',
  'rcp',
  'endpoint',
  'resource',
  'identity',
  'boundary',
  'session'
];

/**
 * EVAL-02: one matching Deny in any policy of any type. `isDenied` says whether a type has one.
 * EVAL-17b: root may always look at, replace and delete the policy of its own account's bucket.
 */
export function findDeny(
  request: Request,
  gathered: Gathered,
  isDenied: (type: PolicyType) => boolean
): Settled | null {
  const isRescue = isBucketPolicyRescue(request, gathered);
  const by = DENY_ORDER.find((type) => isDenied(type) && !(type === 'resource' && isRescue));
  return by ? { decision: 'explicitDeny', by: [by], rule: 'EVAL-02' } : null;
}

/** The operations of EVAL-17b, by the root user of the bucket's own account. */
function isBucketPolicyRescue({ caller, action }: Request, gathered: Gathered): boolean {
  return (
    caller.kind === 'root' && gathered.isHome === true && /^s3:(get|put|delete)bucketpolicy$/i.test(action)
  );
}

/** Without any deny: the ceilings, what stands beside the policies, the junction (steps 3 to 11 of part 0.1). */
export function settle(request: Request, gathered: Gathered, view: View): Settled {
  if (!view.allows('rcp')) return silent('EVAL-03', 'rcp');
  if (!view.allows('scp')) return silent('EVAL-04', 'scp');
  if (!view.allows('endpoint')) return silent('EVAL-05', 'endpoint');
  if (isBeyondTask(request, gathered, view)) return silent('EVAL-17c', 'session');
  const { keyGrant, acl } = gathered.beside;
  if (acl?.foreign === true) return settleForeignObject(request, gathered, acl.outcome, view);
  return takenBack(settleGrants(request, gathered, view, keyGrant !== null), gathered.beside);
}

/** SVC-11, SVC-13: what S3 refuses though all policies allow, and what it would allow but for an ACL it ignores. */
function takenBack(settled: Settled, { acl, publicAccess, unsupportedAcl }: Beside): Settled {
  if (settled.decision !== 'allowed') {
    const isIgnored = acl?.outcome === 'ignored' && settled.by[0] === 'resource';
    return isIgnored ? silent('SVC-13', 'publicAccessBlock') : settled;
  }
  if (publicAccess?.outcome === 'stop') return silent('SVC-13', 'publicAccessBlock');
  return unsupportedAcl ? silent('SVC-11', 'acl') : settled;
}

/** The policies; then, on a KMS key, the grants, which are an Allow of their own (SVC-04). */
function settleGrants(request: Request, gathered: Gathered, view: View, hasGrants: boolean): Settled {
  if (hasGrants && isDecidedByGrants(request)) {
    return view.keyGrant === null ? silent('SVC-04', 'grant') : settleKeyGrant(view.keyGrant, view);
  }
  const settled = settleJunction(request, gathered, view);
  if (settled.decision === 'allowed' || view.keyGrant === null) return settled;
  return settleKeyGrant(view.keyGrant, view);
}

/**
 * A grant counts like a key policy that names its grantee, in the key's account and abroad: AWS says that a grant is
 * enough by itself, and nothing of boundaries and session policies (CHOICES.keyGrantBowsToCeilings).
 */
function settleKeyGrant(reach: Grant, view: View): Settled {
  if (reach === 'account') return carriedByIdentity(view) ?? allowed('SVC-04', 'grant', 'identity');
  const ceiling =
    CHOICES.keyGrantBowsToCeilings && (reach === 'role' || reach === 'issuer') ? ceilingOf(view) : null;
  return ceiling
    ? silent(ceiling === 'boundary' ? 'EVAL-18b' : 'EVAL-19', ceiling)
    : allowed('SVC-04', 'grant');
}

/**
 * SVC-12: on an object of another account no policy of the bucket grants anything, its owner's ACL does. The caller's
 * own account must let it act all the same (SVC-10, user context).
 */
function settleForeignObject(
  request: Request,
  gathered: Gathered,
  outcome: AclFinding['outcome'],
  view: View
): Settled {
  if (outcome === 'ignored') return silent('SVC-13', 'publicAccessBlock');
  if (outcome === 'silent') return silent('SVC-12', 'acl');
  if (gathered.isHome === null || request.caller.kind === 'root') return allowed('SVC-12', 'acl');
  return carriedByIdentity(view) ?? allowed('SVC-12', 'acl', 'identity');
}

function settleJunction(request: Request, gathered: Gathered, view: View): Settled {
  const junction = junctionOf(request, gathered);
  switch (junction) {
    case 'resource':
      return settleByResource(request, gathered, view);
    case 'root':
      return allowed(isBucketPolicyRescue(request, gathered) ? 'EVAL-17b' : 'EVAL-17', 'root');
    case 'door':
      return settleDoor(request, gathered, view);
    case 'and':
      return settleAbroad(gathered, view);
    case 'or':
      return settleAtHome(request, view);
  }
}

/** EVAL-17c: an AssumeRoot session may do what its task policy allows, no more, wherever the resource lies. */
function isBeyondTask({ caller }: Request, { beside }: Gathered, view: View): boolean {
  return caller.kind === 'root' && caller.assumed && !beside.taskByDenies && !view.allows('session');
}

/** EVAL-18, XACC-07: no identity side; the resource decides alone. */
function settleByResource(request: Request, gathered: Gathered, view: View): Settled {
  const rule = ruleAlone(request, gathered);
  if (view.grants.size > 0 && isVouchedFor(request, gathered)) return allowed(rule, 'resource');
  return hasAcl(gathered) ? allowed('EVAL-23', 'acl') : silent(rule, 'resource');
}

/** XACC-14: a provider of IAM vouches for roles of its own account only, even where a policy names everybody. */
function isVouchedFor({ caller }: Request, { resourceAccount }: Gathered): boolean {
  if (caller.kind !== 'identityProvider') return true;
  const account = /^arn:[^:]*:iam::(\d{12}):/.exec(caller.provider)?.[1];
  return account === undefined || resourceAccount === null || account === resourceAccount;
}

function ruleAlone({ caller }: Request, gathered: Gathered): RuleId {
  if (caller.kind === 'root') return 'XACC-07';
  if (!gathered.isTrustPolicy) return 'EVAL-18';
  return caller.kind === 'service' ? 'XACC-12' : 'XACC-14';
}

/** EVAL-21, EVAL-22: the resource's policy must speak, for the caller or to hand the question to its account. */
function settleDoor(request: Request, gathered: Gathered, view: View): Settled {
  const rule = gathered.isTrustPolicy ? 'EVAL-21' : 'EVAL-22';
  if (view.grants.size === 0) return silent(rule, 'resource');
  if (request.caller.kind === 'root') return allowed(rule, 'resource');
  if (isDirect(view)) return allowed(rule, 'resource');
  const ceiling = ceilingOf(view);
  if (isLimited(view)) return ceiling ? silent(limitedRule(view), ceiling) : allowed(rule, 'resource');
  return carriedByIdentity(view) ?? allowed(rule, 'resource', 'identity');
}

/** XACC-01, XACC-04: both sides, each complete. */
function settleAbroad(gathered: Gathered, view: View): Settled {
  if (view.grants.size === 0) {
    if (!hasAcl(gathered)) return silent('XACC-01', 'resource');
    return carriedByIdentity(view) ?? allowed('EVAL-23', 'acl', 'identity');
  }
  return (
    carriedByIdentity(view) ?? allowed(gathered.isTrustPolicy ? 'XACC-09' : 'XACC-01', 'resource', 'identity')
  );
}

/** EVAL-23: an ACL grants to other accounts and to everyone, never to the identities of the bucket's own account. */
function hasAcl({ beside }: Gathered): boolean {
  return beside.acl?.outcome === 'grants';
}

/** EVAL-10 to EVAL-16: either side may say yes; how the resource names the caller says what it bypasses. */
function settleAtHome(request: Request, view: View): Settled {
  if (isDirect(view)) return allowed(directRule(request, view), 'resource');
  const ceiling = ceilingOf(view);
  const limited = limitedRule(view);
  if (isLimited(view)) return ceiling ? silent(limited, ceiling) : allowed(limited, 'resource');
  return carriedByIdentity(view) ?? allowed(view.grants.has('account') ? 'EVAL-16' : 'EVAL-10', 'identity');
}

/** Grants that nothing on the caller's side but an explicit deny limits. */
function isDirect({ grants }: View): boolean {
  return grants.has('session') || grants.has('user') || grants.has('everyone');
}

function directRule({ caller }: Request, { grants }: View): RuleId {
  if (grants.has('user')) return 'EVAL-11';
  return grants.has('session') && caller.kind === 'roleSession' ? 'EVAL-12' : 'EVAL-14';
}

function limitedRule({ grants }: View): RuleId {
  return grants.has('role') ? 'EVAL-13' : 'EVAL-15';
}

/** Grants that need no identity-based policy but bow to boundary and session policy. */
function isLimited({ grants }: View): boolean {
  return grants.has('role') || grants.has('issuer');
}

/** The ceiling that is silent, if one is. */
function ceilingOf(view: View): 'boundary' | 'session' | null {
  if (!view.allows('boundary')) return 'boundary';
  return view.allows('session') ? null : 'session';
}

/** What the identity side lacks; null when policies, boundary and session all allow (EVAL-18b, EVAL-19). */
function carriedByIdentity(view: View): Settled | null {
  if (!view.allows('identity')) return silent('EVAL-01', 'identity');
  const ceiling = ceilingOf(view);
  return ceiling ? silent(ceiling === 'boundary' ? 'EVAL-18b' : 'EVAL-19', ceiling) : null;
}

/** All statements below some targets, in order. */
export function statementsOf(targets: readonly PolicyTypeStep['steps'][number][]): readonly StatementStep[] {
  const statements: StatementStep[] = [];
  for (const target of targets) {
    for (const policy of target.steps) for (const statement of policy.steps) statements.push(statement);
  }
  return statements;
}
