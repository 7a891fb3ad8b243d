/**
 * A second evaluator of our own, written from the rules alone: no compiling, no trace, no code shared with the
 * engine. It is slow and plain, so that what both say is probably so.
 */
import type { Vector } from '../../engine/vector-world.ts';
import { isRefused, isFree, isRestrictedAbroad } from './gates.ts';
import { factsOf, personOf } from './person.ts';
import type { Person, Reach } from './principal.ts';
import { isRcpService } from './services.ts';
import { covers, toList, type Json, type Question, type Statement } from './statement.ts';

export type Outcome = Vector['expect'];
type Document = Readonly<Record<string, Json>>;

/** The policies of a case by place; null where the place limits nothing. */
interface Sides {
  readonly rcp: Levels;
  readonly scp: Levels;
  readonly endpoint: Documents | null;
  readonly resource: Documents;
  readonly identity: Documents;
  readonly boundary: Documents | null;
  readonly session: Documents | null;
}
type Documents = readonly unknown[];
type Levels = readonly Documents[] | null;

/** What is asked, and how the resource stands to the caller. */
interface Asked {
  readonly vector: Vector;
  readonly person: Person;
  readonly sides: Sides;
  readonly isHome: boolean;
  /** A role's trust policy or a KMS key: its policy must speak (EVAL-21, EVAL-22). */
  readonly isDoor: boolean;
  readonly isVouchedFor: boolean;
  readonly says: (effect: string, documents: Documents | null, hasPrincipal: boolean) => readonly Reach[];
}

/** The whole of part 0.1, step by step. */
export function decideNaively(vector: Vector): Outcome {
  if (isRefused(vector)) return 'ImplicitDeny';
  if (isFree(vector)) return 'Allowed';
  const asked = askedOf(vector);
  if (isDenied(asked)) return 'ExplicitDeny';
  return passesCeilings(asked) && isGranted(asked) ? 'Allowed' : 'ImplicitDeny';
}

function askedOf(vector: Vector): Asked {
  const { principal, action, resource } = vector.request;
  const owner = vector.policies.resourceAccount ?? principal.account ?? '999999999999';
  const person = personOf(vector, owner);
  const ask = { person, action, resource, facts: factsOf(vector) };
  const isTrust = isRoleArn(resource) && isTrustAction(action);
  return {
    vector,
    person,
    sides: sidesOf(vector, owner, isTrust),
    isHome: person.account !== null && person.account === owner,
    isDoor: isTrust || isKeyArn(resource),
    isVouchedFor: isVouchedFor(vector, owner),
    says: (effect, documents, hasPrincipal) =>
      reaches((documents ?? []) as readonly Document[], effect, ask, hasPrincipal)
  };
}

function sidesOf(vector: Vector, owner: string, isTrust: boolean): Sides {
  const { resource, vpcEndpoint, identity, boundary, sessionPolicies } = vector.policies;
  // SVC-01: the policy of a role is about assuming it and nothing else.
  const counts = resource !== undefined && (!isRoleArn(vector.request.resource) || isTrust);
  return {
    rcp: rcpLevels(vector, owner),
    scp: scpLevels(vector),
    endpoint: vpcEndpoint === undefined ? null : [vpcEndpoint],
    resource: counts ? [resource] : [],
    identity: identity ?? [],
    boundary: boundary === undefined ? null : [boundary],
    session: sessionPolicies ?? null
  };
}

/** Step 2: one Deny anywhere; but the root user may always mend the policy of its account's bucket (EVAL-17b). */
function isDenied({ vector, person, sides, isHome, says }: Asked): boolean {
  const { rcp, scp, endpoint, resource, identity, boundary, session } = sides;
  const isRescue = person.kind === 'root' && isHome && isPolicyRescue(vector.request.action);
  const named = [rcp?.flat() ?? null, endpoint, isRescue ? null : resource];
  const unnamed = [scp?.flat() ?? null, identity, boundary, session];
  return (
    named.some((documents) => says('Deny', documents, true).length > 0) ||
    unnamed.some((documents) => says('Deny', documents, false).length > 0)
  );
}

/** Steps 3 to 5. */
function passesCeilings({ sides, says }: Asked): boolean {
  return (
    (sides.rcp ?? []).every((level) => says('Allow', level, true).length > 0) &&
    (sides.scp ?? []).every((level) => says('Allow', level, false).length > 0) &&
    (sides.endpoint === null || says('Allow', sides.endpoint, true).length > 0)
  );
}

/** Steps 6 to 10. */
function isGranted(asked: Asked): boolean {
  const { person, sides, isHome, isDoor, says } = asked;
  const grants = says('Allow', sides.resource, true);
  if (person.account === null) return grants.length > 0 && asked.isVouchedFor;
  const { action, resource } = asked.vector.request;
  if (!isHome && isRestrictedAbroad(action, isKeyArn(resource))) return false;
  if (person.kind === 'root') return isWithinTask(asked) && ((isHome && !isDoor) || grants.length > 0);
  return isGrantedToIdentity(asked, grants);
}

/** Steps 8 to 10, for callers with an identity side: users and sessions. */
function isGrantedToIdentity(asked: Asked, grants: readonly Reach[]): boolean {
  const { sides, isHome, isDoor, says } = asked;
  const hasCeilings = passes(asked, sides.boundary) && passesSession(asked);
  const hasIdentity = says('Allow', sides.identity, false).length > 0 && hasCeilings;
  if (!isHome) return grants.length > 0 && hasIdentity;
  if (grants.includes('direct')) return true;
  if (hasCeilings && (grants.includes('role') || grants.includes('issuer'))) return true;
  return hasIdentity && (!isDoor || grants.length > 0);
}

function passes({ says }: Asked, documents: Documents | null): boolean {
  return documents === null || says('Allow', documents, false).length > 0;
}

/** EVAL-19: a GetFederationToken session without session policies has no permissions of its own. */
function passesSession(asked: Asked): boolean {
  const { session } = asked.sides;
  return asked.person.kind === 'federated' && session === null ? false : passes(asked, session);
}

/** EVAL-17c: an AssumeRoot session may do what its task policy allows. */
function isWithinTask(asked: Asked): boolean {
  const isTask = asked.vector.request.context['aws:AssumedRoot'] === 'true';
  return !isTask || passes(asked, asked.sides.session ?? []);
}

/** All ways in which statements of one effect cover the request. */
function reaches(
  documents: readonly Document[],
  effect: string,
  ask: Omit<Question, 'modern'>,
  hasPrincipal: boolean
): readonly Reach[] {
  return documents.flatMap((document) =>
    toList(document['Statement']).flatMap((each) => {
      const statement = each as Statement;
      if (statement['Effect'] !== effect) return [];
      const reach = covers(statement, { ...ask, modern: document['Version'] === '2012-10-17' }, hasPrincipal);
      return reach === null ? [] : [reach];
    })
  );
}

/** EVAL-03, EVAL-03b, EVAL-03c; null where no RCP applies. */
function rcpLevels(vector: Vector, owner: string): readonly (readonly unknown[])[] | null {
  const { action, principal } = vector.request;
  const isExempt =
    owner === vector.world?.managementAccount ||
    principal.serviceLinked === true ||
    action.toLowerCase() === 'kms:retiregrant' ||
    !isRcpService(action.slice(0, action.indexOf(':')).toLowerCase());
  return isExempt ? null : (vector.policies.rcps ?? null);
}

/** EVAL-04, EVAL-04b; null where no SCP applies. */
function scpLevels(vector: Vector): readonly (readonly unknown[])[] | null {
  const { principal } = vector.request;
  const isExempt =
    principal.account === undefined ||
    principal.account === vector.world?.managementAccount ||
    principal.serviceLinked === true;
  return isExempt ? null : (vector.policies.scps ?? null);
}

/** XACC-14: a SAML or OIDC provider of IAM vouches in its own account only. */
function isVouchedFor({ request }: Vector, owner: string): boolean {
  const { kind, idp } = request.principal;
  if (kind !== 'federated-idp' || !idp?.startsWith('arn:')) return true;
  return idp.split(':')[4] === owner;
}

const isRoleArn = (arn: string) =>
  arn.split(':')[2] === 'iam' && (arn.split(':')[5] ?? '').startsWith('role/');
const isKeyArn = (arn: string) => arn.split(':')[2] === 'kms' && (arn.split(':')[5] ?? '').startsWith('key/');
/** SVC-01: what a trust policy governs. */
const isTrustAction = (action: string) =>
  action.toLowerCase().startsWith('sts:assumerole') ||
  ['sts:tagsession', 'sts:setsourceidentity'].includes(action.toLowerCase());
const isPolicyRescue = (action: string) =>
  ['s3:getbucketpolicy', 's3:putbucketpolicy', 's3:deletebucketpolicy'].includes(action.toLowerCase());
