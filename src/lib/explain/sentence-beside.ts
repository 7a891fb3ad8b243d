/** Sentences for what has a say beside the policies: KMS grants, S3's ACLs, Block Public Access, calls that fail. */
import { unassignedSet, type Fault } from '../engine/request.ts';
import type { GateStep } from '../engine/trace.ts';
import { asked, who, type Context } from './context.ts';

/** What one of these stops asks. */
export function besideQuestion(gate: 'grant' | 'acl' | 'publicAccess', context: Context): string {
  const resource = context.words.resource(context.evaluation.request.resource);
  switch (gate) {
    case 'grant':
      return `Does a grant on ${resource} cover what ${who(context)} asks?`;
    case 'acl':
      return `Does the access control list of ${resource} let ${who(context)} in?`;
    case 'publicAccess':
      return `Does Block Public Access stand between ${who(context)} and ${asked(context)}?`;
  }
}

/** What it found. */
export function besideFinding(step: GateStep, context: Context): string {
  switch (step.gate) {
    case 'grant':
      return grant(step, context);
    case 'acl':
      return acl(step, context);
    default:
      return publicAccess(step, context);
  }
}

/** SVC-04. */
function grant(step: GateStep, context: Context): string {
  const resource = context.words.resource(context.evaluation.request.resource);
  const name =
    step.about === undefined ? `a grant on ${resource}` : `the grant "${step.about}" on ${resource}`;
  switch (step.outcome) {
    case 'pass':
      return `${name} lets ${who(context)} call ${context.evaluation.request.action}, as if the key policy said so`;
    case 'unknown':
      return `${name} names ${who(context)}, but only with an encryption context that is left open`;
    default:
      return `no grant on ${resource} lets ${who(context)} call ${context.evaluation.request.action}`;
  }
}

/** SVC-11, SVC-12, EVAL-23. */
function acl(step: GateStep, context: Context): string {
  if (step.rule === 'SVC-11') return unsupportedAcl(context);
  const list = `the ACL ${step.about ?? 'private'}`;
  if (step.outcome === 'pass') return `${list} lets ${who(context)} in`;
  return step.rule === 'SVC-12'
    ? foreignObject(context, list)
    : `${list} grants ${who(context)} nothing beside the policies`;
}

function unsupportedAcl(context: Context): string {
  const resource = context.words.resource(context.evaluation.request.resource);
  return `the call brings an ACL, but ACLs are disabled for ${resource}, so S3 answers AccessControlListNotSupported`;
}

function foreignObject(context: Context, list: string): string {
  return `the writer of ${context.words.resource(context.evaluation.request.resource)}, another account, owns it, so no policy of the bucket grants anything on it, and ${list} does not let ${who(context)} in`;
}

/** SVC-13: what each setting takes back. */
function publicAccess(step: GateStep, context: Context): string {
  const resource = context.words.resource(context.evaluation.request.resource);
  if (step.outcome !== 'stop') {
    return step.outcome === 'pass'
      ? `Block Public Access leaves ${who(context)} alone at ${resource}`
      : `Block Public Access has no say in what ${who(context)} asks`;
  }
  switch (step.about) {
    case 'BlockPublicAcls':
      return `Block Public Access refuses the public ACL that the call brings to ${resource}`;
    case 'IgnorePublicAcls':
      return `Block Public Access ignores the public ACL of ${resource}, so it lets nobody in`;
    default:
      return `Block Public Access cuts ${who(context)} off: the policy of ${resource} is public, so it lets in only the owner's account and AWS services`;
  }
}

/** Why Block Public Access denies, as a clause to follow `Denied:`. */
export function blockedPublicly(context: Context): string {
  const step = stopOf('publicAccess', context);
  return step
    ? publicAccess({ ...step, outcome: 'stop' }, context)
    : `Block Public Access keeps ${who(context)} out`;
}

/** Why an ACL decides against the caller. */
export function silentAcl(context: Context): string {
  const step = stopOf('acl', context);
  return step ? acl(step, context) : `no ACL lets ${who(context)} call ${asked(context)}`;
}

function stopOf(gate: GateStep['gate'], { evaluation }: Context): GateStep | null {
  for (const step of evaluation.steps) if (step.kind === 'gate' && step.gate === gate) return step;
  return null;
}

/** EVAL-24: credentials that AWS does not take. */
export function unauthenticated(context: Context): string {
  const { fault } = context.evaluation.request;
  if (fault?.code === 'ExpiredToken')
    return `the credentials of ${who(context)} had expired, so AWS answers ExpiredToken and no policy is even read`;
  if (fault?.code === 'InvalidClientTokenId')
    return `the access key ${fault.name ?? ''} of ${who(context)} is inactive, so AWS answers InvalidClientTokenId and no policy is even read`;
  const permissionSet = unassignedSet(context.evaluation.request);
  if (permissionSet !== null) return unassigned(permissionSet, context);
  return `${who(context)} could not be authenticated, so no policy is even read`;
}

/** SSO-01: the session would have been named after the user. */
function unassigned(permissionSet: string, context: Context): string {
  const { caller } = context.evaluation.request;
  const user = caller.kind === 'roleSession' ? caller.session : who(context);
  return `nobody assigned the permission set ${permissionSet} in this account to ${user}, so Identity Center gives no session and no policy is even read`;
}

/** STS-20, STS-30, XACC-17: parameters that STS refuses. */
export function refusedParameters(fault: Fault, context: Context): string {
  const { action } = context.evaluation.request;
  const answer = fault.code === null ? 'and the call fails' : `and STS answers ${fault.code}`;
  const asked = fault.asked ?? 0;
  const limit = fault.limit ?? 0;
  switch (fault.rule) {
    case 'XACC-17':
      return `${action} asks for a session of ${time(asked)}, but one assumed from another role session lasts ${time(limit)} at most, ${answer}`;
    case 'STS-20':
      return asked < limit
        ? `${action} asks for a session of ${time(asked)}, but none is shorter than ${time(limit)}, ${answer}`
        : `${action} asks for a session of ${time(asked)}, but ${context.words.resource(context.evaluation.request.resource)} gives ${time(limit)} at most, ${answer}`;
    default:
      return `${tags(fault)}, ${answer}`;
  }
}

function tags({ asked, limit, name, tag }: Fault): string {
  if (asked !== null && limit !== null)
    return `the call passes ${String(asked)} session tags, and ${String(limit)} is the most`;
  return `the session tag ${name ?? ''} ${TAG_FAULTS[tag ?? 'twice']}`;
}

const TAG_FAULTS: Readonly<Record<NonNullable<Fault['tag']>, string>> = {
  twice: 'is passed twice, as keys compare without case',
  inherited: 'is transitive in the session before and cannot be passed again',
  notPassed: 'is to be transitive, but the call does not pass it'
};

/** `15 minutes`, `1 hour`, `12 hours`. */
function time(seconds: number): string {
  const [n, unit] =
    seconds % 3600 === 0
      ? [seconds / 3600, 'hour']
      : seconds % 60 === 0
        ? [seconds / 60, 'minute']
        : [seconds, 'second'];
  return `${String(n)} ${unit}${n === 1 ? '' : 's'}`;
}
