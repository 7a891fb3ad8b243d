/** Why a policy type has no say, as a clause. */
import { accountOf } from '../engine/request.ts';
import type { Exemption, PolicyTypeStep } from '../engine/trace.ts';
import { isBypassed } from './bypass.ts';
import { asked, layerOf, ownerOf, who, type Context } from './context.ts';
import { doorKind, doorName, isDoorless } from './door.ts';
import { TYPE_NOUN, TYPE_NOUNS } from './nouns.ts';
import { reaches } from './sentence-grants.ts';

/** One clause; sources: EVAL-03b, EVAL-03c, EVAL-04b, EVAL-05, EVAL-17, EVAL-18, EVAL-19. */
export function exempted(step: PolicyTypeStep, context: Context): string {
  return CLAUSES[step.exempt ?? 'none'](step, context);
}

type Clause = (step: PolicyTypeStep, context: Context) => string;

const CLAUSES: Readonly<Record<Exemption, Clause>> = {
  none: (step, context) => nothingAttached(step, context),
  noOrganization: (step, context) =>
    `${account(step, context)} is in no organization, so no ${TYPE_NOUN[step.type]} binds ${side(step, context)}`,
  policyTypeOff: (step, context) =>
    `${TYPE_NOUNS[step.type]} are not switched on in the organization of ${account(step, context)}`,
  managementAccount: (step, context) =>
    `${account(step, context)} is the management account, so no ${TYPE_NOUN[step.type]} binds ${side(step, context)}`,
  serviceLinkedRole: (step, context) =>
    `${who(context)} is a service-linked role, and no ${TYPE_NOUN[step.type]} binds those`,
  notAnIamPrincipal: (step, context) =>
    `${who(context)} is no IAM principal, so ${
      step.type === 'identity' ? 'it has no identity-based policies' : `no ${TYPE_NOUN[step.type]} limits it`
    }`,
  rootUser: (step, context) =>
    step.type === 'boundary'
      ? `no permissions boundary limits ${who(context)}`
      : `${who(context)} carries no ${TYPE_NOUN[step.type]}${isRoot(context) ? ', and needs none at home' : ''}`,
  serviceNotCovered: (_, { evaluation }) =>
    `RCPs do not cover ${evaluation.request.action.split(':')[0] ?? ''} actions, so none is asked`,
  actionNotCovered: (_, { evaluation }) => `RCPs do not cover ${evaluation.request.action}, so none is asked`,
  noEndpoint: (_, context) =>
    `${who(context)} did not come through a VPC endpoint, so no endpoint policy is asked`
};

/** A root user at home, all-powerful there; an AssumeRoot session is not (EVAL-17c). */
function isRoot({ evaluation }: Context): boolean {
  const { caller } = evaluation.request;
  return evaluation.junction === 'root' && caller.kind === 'root' && !caller.assumed;
}

/** In whose organization the type would hang: above the resource's account for RCPs, above the caller's for SCPs. */
function account(step: PolicyTypeStep, { words, evaluation }: Context): string {
  const { request } = evaluation;
  const id = step.type === 'rcp' ? ownerOf(request) : accountOf(request.caller);
  return id === null ? 'the account' : `account ${words.account(id)}`;
}

/** Whom the type would bind: RCPs guard the resource, all others the caller. */
function side(step: PolicyTypeStep, { words, evaluation }: Context): string {
  const { caller, resource } = evaluation.request;
  return step.type === 'rcp' ? words.resource(resource) : words.who(caller);
}

function nothingAttached(step: PolicyTypeStep, context: Context): string {
  const { caller, resource, action } = context.evaluation.request;
  switch (step.type) {
    case 'identity':
      return empty(step, context);
    case 'boundary':
      return `${who(context)} has no permissions boundary, so none limits it`;
    case 'session':
      return caller.kind === 'federatedUser'
        ? powerless(context)
        : `${who(context)} carries no session policy, so none limits it`;
    case 'resource':
      if (resource === '*') return `${action} names no resource, so no resource-based policy is asked`;
      return noDoor(context);
    case 'endpoint':
      return `the endpoint ${context.evaluation.request.endpoint ?? ''} has no policy of its own, so it lets everything through`;
    case 'scp':
    case 'rcp':
      return `no ${TYPE_NOUN[step.type]} hangs above ${accountOf(caller) === null ? 'this' : side(step, context)}`;
  }
}

/** Without a policy of its own a caller may do nothing, unless the resource's policy grants it (EVAL-11 to EVAL-15). */
function empty(step: PolicyTypeStep, context: Context): string {
  const carries = `${who(context)} carries no identity-based policy`;
  return isBypassed(step, context.evaluation)
    ? `${carries}, and needs none: ${doorName(context)} ${reaches(layerOf(context.evaluation, 'resource')?.grant ?? null, context)}`
    : `${carries}, so nothing of its own lets it ask`;
}

/** A role's trust policy is asked only for assuming the role (SVC-01). */
function noDoor(context: Context): string {
  const { request } = context.evaluation;
  const name = context.words.resource(request.resource);
  switch (doorKind(request)) {
    case 'trust':
      return `${name} has no trust policy, so nobody may assume it, ${who(context)} included`;
    case 'key':
      return `${name} has no key policy that could let ${who(context)} in`;
    case 'resource':
      if (isDoorless(request)) return `${name} cannot carry a policy of its own, so ${lacking(context)}`;
      return /^arn:[^:]*:iam:/.test(request.resource)
        ? `no resource-based policy has a say in ${asked(context)}`
        : `no resource-based policy guards ${name}, so ${lacking(context)}`;
  }
}

/** Whether that settles the matter depends on how the lanes join. */
function lacking(context: Context): string {
  const { junction } = context.evaluation;
  if (junction === 'root') return `nothing there stops ${who(context)}`;
  return junction === 'or'
    ? `a yes can only come from ${who(context)}'s own policies`
    : `nothing there lets ${who(context)} in`;
}

/** EVAL-17c, EVAL-19: sessions that may do nothing of their own without a policy given to them. */
export function powerless(context: Context): string {
  return context.evaluation.request.caller.kind === 'root'
    ? `${who(context)} was given no task policy, and such a session may do nothing without one`
    : `${who(context)} was given no session policy, and a GetFederationToken session has no powers of its own without one`;
}
