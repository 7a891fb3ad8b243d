/** Sentences for policy types that are silent: no Allow, no Deny, and what that means here. */
import type { Evaluation, PolicyTypeStep } from '../engine/trace.ts';
import { isBypassed, isLimited } from './bypass.ts';
import { asked, layerOf, paper, policiesOf, who, type Context } from './context.ts';
import { doorName } from './door.ts';
import { nearMiss } from './near-miss.ts';
import { count, list, TYPE_NOUN, TYPE_NOUNS } from './nouns.ts';
import { powerless } from './sentence-exempt.ts';
import { home, limitedGrant, names, reaches } from './sentence-grants.ts';

/** What the silence of a layer means: a no, unless a grant goes past it or another lane is enough. */
export function silence(step: PolicyTypeStep, context: Context): string {
  if (isBypassed(step, context.evaluation)) return `${bypassed(step, context)}${denyStands(context)}`;
  switch (step.type) {
    case 'scp':
    case 'rcp':
      return silentLevels(step, context);
    case 'endpoint':
      return `${notAllowing(step, context)}${near(step, context)}`;
    case 'resource':
      return silentDoor(step, context);
    case 'identity':
      return `${silentPapers(step, context)}${near(step, context) || ` about ${asked(context)}`}`;
    case 'boundary':
    case 'session':
      return silentCeiling(step, context);
  }
}

/** EVAL-02, EVAL-24: reminds, after a yes, of what settles the request whatever this says; empty without that. */
export function denyStands({ evaluation }: Context): string {
  if (isTurnedAway(evaluation)) return ', but the call was not let in';
  return evaluation.decidedBy.kind === 'explicitDeny' ? ', but the Deny stands' : '';
}

/** EVAL-24: whether nobody was authenticated, so that what the policies say is only what they would have said. */
export function isTurnedAway({ decidedBy }: Evaluation): boolean {
  return decidedBy.kind === 'noAllow' && decidedBy.by === 'authentication';
}

/** EVAL-11 to EVAL-15: a grant at home needs no second yes. */
function bypassed(step: PolicyTypeStep, context: Context): string {
  const grant = layerOf(context.evaluation, 'resource')?.grant ?? null;
  const door = doorName(context);
  if (step.type === 'identity')
    return `${silentPapers(step, context)}, but ${door} ${reaches(grant, context)}, and such a grant needs no identity-based policy`;
  const past = `but ${door} ${names(grant, context)}, and such a grant goes past`;
  const policies = policiesOf(step);
  const [first] = policies;
  if (!first) return `${powerless(context)}, ${past} that`;
  const silent = policies.length === 1 ? `${paper(first, context)} is silent` : `${several(step)} are silent`;
  return `${silent}, ${past} a ${step.type === 'session' ? "session policy's" : "boundary's"} silence`;
}

/** Names the document where there is but one. */
function silentPapers(step: PolicyTypeStep, context: Context): string {
  const [only, ...others] = policiesOf(step);
  return only && others.length === 0
    ? `${paper(only, context)} of ${who(context)} is silent`
    : `the policies of ${who(context)} are silent`;
}

function silentLevels(step: PolicyTypeStep, context: Context): string {
  const { evaluation, words } = context;
  const { action } = evaluation.request;
  const silent = step.steps.filter((target) => target.outcome === 'implicitDeny');
  const where = list(
    silent.map((target) => words.target(target.target)),
    'or'
  );
  return `no ${TYPE_NOUN[step.type]} on ${where} allows ${action}, and every level above ${below(step.type === 'scp' ? 'scp' : 'rcp', context)} must`;
}

/** What hangs below the levels: SCPs stand above the caller, RCPs above the resource, or what stands for one. */
export function below(type: 'scp' | 'rcp', context: Context): string {
  const { resource } = context.evaluation.request;
  if (type === 'scp') return who(context);
  return resource === '*' ? home(context) : context.words.resource(resource);
}

/** What the silence of the resource's policy means depends on how the lanes join. */
function silentDoor(step: PolicyTypeStep, context: Context): string {
  const { junction, request } = context.evaluation;
  const door = doorName(context);
  switch (junction) {
    case 'or':
      return `${door} has no Allow for ${who(context)} and ${request.action}${denyStands(context) ? '' : ', but at home one lane is enough'}`;
    case 'root':
      return `${door} has no Allow for ${who(context)}, which ${isAssumed(context) ? 'goes by its task policy' : 'needs none at home'}`;
    case 'and':
    case 'door':
    case 'resource':
      return `${door} does not let ${who(context)} in for ${request.action}${near(step, context)}`;
  }
}

/** Whether the caller is an AssumeRoot session (EVAL-17c). */
function isAssumed({ evaluation }: Context): boolean {
  const { caller } = evaluation.request;
  return caller.kind === 'root' && caller.assumed;
}

/** EVAL-13, EVAL-18b, EVAL-19. */
function silentCeiling(step: PolicyTypeStep, context: Context): string {
  if (policiesOf(step).length === 0) return powerless(context);
  const said = notAllowing(step, context);
  const isSession = step.type === 'session';
  if (isLimited(context.evaluation))
    return `${said}, and a ${limitedGrant(context)} goes no further than the ${isSession ? 'session policy' : 'boundary'}`;
  const close = near(step, context);
  if (close !== '') return `${said}${close}`;
  return isSession
    ? `${said}, and the policies behind the session of ${who(context)} cannot reach beyond it`
    : `${said}, and the policies of ${who(context)} cannot reach beyond it`;
}

/** What came closest, after a colon. */
function near(step: PolicyTypeStep, context: Context): string {
  const isNamed = policiesOf(step).length === 1;
  const close = nearMiss(step, isNamed, context);
  return close === null ? '' : `: ${close}`;
}

/** How a gate or ceiling says no without a Deny. */
function notAllowing(step: PolicyTypeStep, context: Context): string {
  const policies = policiesOf(step);
  const [first] = policies;
  return policies.length === 1 && first
    ? `${paper(first, context)} does not allow ${asked(context)}`
    : `none of ${several(step)} allows ${asked(context)}`;
}

function several(step: PolicyTypeStep): string {
  return `the ${count(policiesOf(step).length, '', TYPE_NOUNS[step.type])}`;
}
