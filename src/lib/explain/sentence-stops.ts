/** Sentences for the stops before and beside the policies. */
import { accountOf, type Caller } from '../engine/request.ts';
import type { GateStep, PolicyTypeStep } from '../engine/trace.ts';
import { beyondFinding, beyondQuestion } from './beyond-iam.ts';
import { asked, layerOf, ownerOf, paper, policiesOf, who, type Context } from './context.ts';
import { DOOR_NOUN, doorKind } from './door.ts';

import { besideFinding, besideQuestion, refusedParameters, unauthenticated } from './sentence-beside.ts';
import { count, list, sentence, TYPE_NOUN, TYPE_NOUNS } from './nouns.ts';
import { openDenies } from './road-open.ts';
import { isTurnedAway } from './sentence-silence.ts';
import { POLICY_TYPES } from '../world/world.ts';

/** What a stop asks. */
export function stopQuestion(step: GateStep, context: Context): string {
  const { action } = context.evaluation.request;
  switch (step.gate) {
    case 'signed':
      return 'Who signed this request?';
    case 'asked':
      return 'What is asked for, and whose is it?';
    case 'papers':
      return `Which policies have a say when ${who(context)} asks for ${action}?`;
    case 'denySweep':
      return 'Does a Deny match in any of these policies?';
    case 'sts':
      return `Is ${action} settled by a rule that no policy can change?`;
    case 'root':
      return 'Is this a root user?';
    case 'grant':
    case 'acl':
    case 'publicAccess':
      return besideQuestion(step.gate, context);
    case 'beyond':
      return beyondQuestion(step, context);
  }
}

/** What a stop found. */
export function stopFinding(step: GateStep, context: Context): string {
  switch (step.gate) {
    case 'signed':
      return sentence(signed(step, context));
    case 'asked':
      return sentence(askedFor(step, context));
    case 'papers':
      return sentence(papers(step, context));
    case 'denySweep':
      return sentence(sweep(step, context));
    case 'sts':
      return sentence(sts(step, context));
    case 'root':
      return sentence(root(step, context));
    case 'grant':
    case 'acl':
    case 'publicAccess':
      return sentence(besideFinding(step, context));
    case 'beyond':
      return sentence(beyondFinding(step, context));
  }
}

function signed(step: GateStep, context: Context): string {
  const { words, evaluation } = context;
  const { caller } = evaluation.request;
  const name = words.caller(caller);
  if (step.outcome === 'stop') return unauthenticated(context);
  switch (caller.kind) {
    case 'user':
      return `${name} signed ${CREDENTIALS[caller.credential]}${caller.credential === 'accessKey' ? '' : mfa(caller.mfa)}`;
    case 'root':
      return caller.assumed
        ? `${name} signed, with AssumeRoot's powers and no more`
        : `${name} signed with its own credentials`;
    case 'roleSession':
      return `${name} signed with the temporary credentials ${issued(caller.issued)}`;
    case 'federatedUser':
      return `${name} signed with what GetFederationToken gave ${words.principal(caller.issuer)}`;
    case 'service':
      return `${name} signed as an AWS service`;
    case 'identityProvider':
      return `nobody signed: the call brings a token that ${name} vouches for`;
    case 'anonymous':
      return 'nobody signed: the caller is anonymous';
  }
}

const CREDENTIALS = {
  accessKey: 'with a long-term access key',
  console: 'in at the console',
  sessionToken: 'with a GetSessionToken credential'
} as const;

function mfa(isGiven: boolean): string {
  return isGiven ? ', with MFA' : ', without MFA';
}

function issued(by: Extract<Caller, { kind: 'roleSession' }>['issued']): string {
  return by === null
    ? 'of the role'
    : by === 'service'
      ? 'an AWS service fetched for it'
      : `that ${by} issued`;
}

function askedFor(step: GateStep, context: Context): string {
  const { words, evaluation } = context;
  const { request } = evaluation;
  const caller = words.caller(request.caller);
  const ask = `asks for ${asked(context)}`;
  if (step.outcome === 'stop')
    return `${caller} ${ask}, which lies in another partition of AWS, and nothing reaches across`;
  if (request.resource === '*') return `${caller} ${ask}, an action that names no resource`;
  return `${caller} ${ask.replace('asks', `asks${owner(context)}`)}`;
}

/** Whom the request goes to: its own account or another one. */
function owner({ words, evaluation }: Context): string {
  const id = ownerOf(evaluation.request);
  if (id === 'aws') return ' AWS';
  const { caller } = evaluation.request;
  if (evaluation.sameAccount === true && (id === null || id === accountOf(caller))) return ' its own account';
  const name = id === null ? '' : words.account(id);
  if (evaluation.sameAccount === null) return name === '' ? '' : ` account ${name}`;
  return name === '' ? ' another account' : ` another account, ${name},`;
}

function papers(step: GateStep, context: Context): string {
  if (step.count === 0) return `no policy has a say in what ${who(context)} asks`;
  const layers = POLICY_TYPES.flatMap((type) => layerOf(context.evaluation, type) ?? []);
  const counts = layers
    .map((layer) => ({ layer, n: new Set(policiesOf(layer).map((policy) => policy.policy)).size }))
    .filter(({ n }) => n > 0);
  const total = counts.reduce((sum, { n }) => sum + n, 0);
  const isRead = !isTurnedAway(context.evaluation);
  const has = isRead ? (step.count === 1 ? 'has' : 'have') : 'would have';
  const had = isRead ? '' : ', had the call been let in';
  const each = counts.map(({ layer, n }) => counted(layer, n, context));
  if (total !== step.count) return `${count(step.count, 'policy', 'policies')} ${has} a say${had}`;
  if (each.length === 1)
    return `${each[0] ?? ''} ${has} a say in what ${who(context)} asks${had === '' ? ', and nothing else' : had}`;
  return `${count(step.count, 'policy', 'policies')} ${has} a say${had}: ${each.slice(0, -1).join(', ')} and ${each.at(-1) ?? ''}`;
}

/** `two SCPs on three levels`, `one trust policy`. */
function counted(layer: PolicyTypeStep, n: number, context: Context): string {
  const { type } = layer;
  if (type === 'resource' && n === 1) return `one ${DOOR_NOUN[doorKind(context.evaluation.request)]}`;
  const levels = layer.steps.filter((target) => target.steps.length > 0).length;
  const where = (type === 'scp' || type === 'rcp') && levels > 1 ? ` on ${count(levels, 'level')}` : '';
  return `${count(n, TYPE_NOUN[type], TYPE_NOUNS[type])}${where}`;
}

function sweep(step: GateStep, context: Context): string {
  if (step.outcome === 'notApplicable') return `no Deny counts against ${context.evaluation.request.action}`;
  if (step.outcome === 'pass') return noDeny(context);
  const denying = context.evaluation.steps
    .flatMap((layer) => (layer.kind === 'policyType' ? policiesOf(layer) : []))
    .filter((policy) => policy.outcome === 'Deny')
    .map((policy) => paper(policy, context));
  const where = denying.length > 0 ? list([...new Set(denying)]) : 'one of them';
  const { decidedBy, request } = context.evaluation;
  if (decidedBy.kind === 'allowed') {
    // STS-01, STS-02, EVAL-17b: the only calls that a matching Deny does not stop.
    return `a Deny matches in ${where}, but ${request.action} is one of the few calls that it cannot take from ${who(context)}`;
  }
  if (decidedBy.kind !== 'explicitDeny')
    return `a Deny matches in ${where}, though it is not what settles this for ${who(context)}`;
  return `a Deny matches in ${where}, and no Allow outweighs a Deny`;
}

function noDeny(context: Context): string {
  const layers = context.evaluation.steps.flatMap((step) => (step.kind === 'policyType' ? [step] : []));
  const policies = new Set(layers.flatMap(policiesOf).map((policy) => policy.policy)).size;
  if (policies === 0) return 'no policy has a say, so no Deny can match';
  const open = [...new Set(openDenies(context.evaluation).map((policy) => paper(policy, context)))];
  if (open.length > 0) return `it hangs on facts left open whether a Deny in ${list(open)} matches`;
  return policies === 1
    ? 'the one policy that applies has no Deny that matches'
    : `no Deny in any of them matches what ${who(context)} asks`;
}

/** Sources: STS-01 to STS-07. A session's or root user's fixed limits come before every policy. */
function sts(step: GateStep, context: Context): string {
  const { action } = context.evaluation.request;
  if (step.outcome === 'pass')
    return `${action} needs no permission, and no policy can take it from ${who(context)}`;
  if (step.outcome === 'notApplicable') return `no fixed rule of STS settles what ${who(context)} asks`;
  return stsLimit(step.rule, context);
}

/** The limit of STS that a rule stands for. */
export function stsLimit(rule: string, context: Context): string {
  const { action, fault } = context.evaluation.request;
  if (fault) return refusedParameters(fault, context);
  switch (rule) {
    case 'STS-02':
    case 'STS-03':
      return `${action} answers only to long-term credentials of an IAM user or the root user, which ${who(context)} does not have`;
    case 'STS-04':
      return `a GetFederationToken session may call neither IAM nor STS, GetCallerIdentity apart, so ${who(context)} may not call ${action}`;
    case 'STS-05':
      return `a GetSessionToken session may call IAM only with MFA and of STS only AssumeRole and GetCallerIdentity, so ${who(context)} may not call ${action}`;
    case 'STS-07':
      return stsCallers(context);
    case 'STS-34':
      return `${action} takes one of AWS's task policies and no other, so ${who(context)} cannot call it with this one`;
    case 'STS-06':
      return `a root user cannot assume a role, so ${who(context)} may not call ${action}`;
    default:
      return `STS does not take ${action} from ${who(context)}`;
  }
}

/** STS-07: who may make which call at all. */
function stsCallers(context: Context): string {
  const { action, caller } = context.evaluation.request;
  if (/^sts:assumeroot$/i.test(action))
    return `${action} is for users and roles of the management account or of a delegated administrator for IAM, over member accounts of an organization with centralized root access, so not for ${who(context)} here`;
  if (caller.kind === 'anonymous' || caller.kind === 'identityProvider')
    return `${action} has to be signed, and ${who(context)} has no credentials to sign with`;
  return `${action} carries the token of an identity provider and no signature, so ${who(context)} cannot call it with credentials`;
}

function root(step: GateStep, context: Context): string {
  if (step.outcome === 'notApplicable') return `${who(context)} is no root user, so somebody must allow this`;
  if (step.outcome === 'stop')
    return `${who(context)} may do only what its task policy allows, and ${asked(context)} is not in it`;
  const { caller } = context.evaluation.request;
  if (caller.kind === 'root' && caller.assumed)
    return `the task policy of ${who(context)} covers ${asked(context)}`;
  return `${who(context)} needs no identity-based policy: only a Deny or the organization can hold it back at home`;
}
