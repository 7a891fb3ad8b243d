/** Sentences for policy types, the places where policies hang, and single policies. */
import type { PolicyStep, PolicyTypeStep, TargetStep } from '../engine/trace.ts';
import { asked, paper, policiesOf, who, type Context } from './context.ts';
import { doorName } from './door.ts';
import { exempted } from './sentence-exempt.ts';
import { granted, names } from './sentence-grants.ts';
import { below, denyStands, silence } from './sentence-silence.ts';
import { count, fitting, list, sentence, TYPE_NOUN, TYPE_NOUNS } from './nouns.ts';

/** What a policy type is asked. */
export function layerQuestion(step: PolicyTypeStep, context: Context): string {
  const { action, endpoint } = context.evaluation.request;
  switch (step.type) {
    case 'scp':
      return `Does every level above ${who(context)} have an SCP that allows ${action}?`;
    case 'rcp':
      return `Does every level above ${below('rcp', context)} have an RCP that allows ${action}?`;
    case 'endpoint':
      return `Does the policy of endpoint ${endpoint ?? ''} let ${action} through?`;
    case 'resource':
      return `What does ${doorName(context)} say to ${who(context)}?`;
    case 'identity':
      return `Does an identity-based policy let ${who(context)} call ${asked(context)}?`;
    case 'boundary':
      return `Does the permissions boundary of ${who(context)} leave room for ${asked(context)}?`;
    case 'session':
      return `Does the session policy leave ${who(context)} room for ${asked(context)}?`;
  }
}

/** What a policy type answered. */
export function layerFinding(step: PolicyTypeStep, context: Context): string {
  switch (step.outcome) {
    case 'notApplicable':
      return sentence(exempted(step, context));
    case 'allowed':
      return sentence(layerAllows(step, context));
    case 'implicitDeny':
      return sentence(silence(step, context));
    case 'explicitDeny':
      return sentence(denied(step, context));
    case 'unknown':
      return sentence(
        `whether ${TYPE_NOUNS[step.type]} let ${who(context)} do this depends on facts left open`
      );
    case 'broken':
      return sentence(
        `${those(step, 'broken', context)} is broken, so nobody can say what it would tell ${who(context)}`
      );
  }
}

/** The sweep has said before that no Allow outweighs it. */
function denied(step: PolicyTypeStep, context: Context): string {
  const said = `${those(step, 'Deny', context)} forbids ${who(context)} to call ${asked(context)}`;
  return fitting(`${said}: this is the Deny that the sweep found`, said);
}

/** The policies of a layer with an outcome, as one phrase. */
function those(step: PolicyTypeStep, outcome: PolicyStep['outcome'], context: Context): string {
  const found = policiesOf(step).filter((policy) => policy.outcome === outcome);
  const [first] = found;
  if (!first) return `one of the ${TYPE_NOUNS[step.type]}`;
  return found.length === 1
    ? paper(first, context)
    : `${paper(first, context)}, like ${count(found.length - 1, 'other')},`;
}

function layerAllows(step: PolicyTypeStep, context: Context): string {
  const { action } = context.evaluation.request;
  switch (step.type) {
    case 'scp':
    case 'rcp':
      return `${everyLevel(step)} above ${below(step.type, context)} ${step.steps.length === 1 ? 'has' : 'have'} an ${TYPE_NOUN[step.type]} that lets ${action} through${onlyThrough(TYPE_NOUN[step.type], context)}`;
    case 'endpoint':
      return `${those(step, 'Allow', context)} lets ${asked(context)} through for ${who(context)}${onlyThrough(TYPE_NOUN[step.type], context)}`;
    case 'resource':
      return doorAllows(step, those(step, 'Allow', context), context);
    case 'identity':
      return `${those(step, 'Allow', context)} lets ${who(context)} call ${asked(context)}${denyStands(context)}`;
    case 'boundary':
    case 'session':
      return `${those(step, 'Allow', context)} leaves ${who(context)} room to call ${asked(context)}${denyStands(context) || ', but grants nothing'}`;
  }
}

function doorAllows({ grant }: PolicyTypeStep, door: string, context: Context): string {
  const stands = denyStands(context);
  return stands === '' ? granted(grant, door, context) : `${door} ${names(grant, context)}${stands}`;
}

/** What a yes that only lets through is worth. */
function onlyThrough(noun: string, context: Context): string {
  return denyStands(context) || `. ${noun.startsWith('VPC') ? 'A' : 'An'} ${noun} never grants`;
}

function everyLevel(step: PolicyTypeStep): string {
  const levels = step.steps.length;
  return levels === 1 ? 'the one level' : levels === 2 ? 'both levels' : `all ${count(levels, 'level')}`;
}

/** What a place is asked. */
export function targetQuestion(step: TargetStep, context: Context): string {
  const { action } = context.evaluation.request;
  const place = context.words.target(step.target);
  switch (step.type) {
    case 'scp':
    case 'rcp':
      return `Is ${action} let through at ${place}?`;
    default:
      return `What do the ${TYPE_NOUNS[step.type]} of ${place} say to ${asked(context)}?`;
  }
}

/** What a place answered. */
export function targetFinding(step: TargetStep, context: Context): string {
  const place = context.words.target(step.target);
  const of = (outcome: PolicyStep['outcome']) => {
    const found = step.steps.filter((policy) => policy.outcome === outcome);
    return list(found.map((policy) => context.words.policyName(policy.policy)));
  };
  switch (step.outcome) {
    case 'allowed':
      return sentence(`${agreeing(step, place, context)}, by ${of('Allow')}`);
    case 'implicitDeny':
      return sentence(missingAt(step, place, context));
    case 'explicitDeny':
      return sentence(`${place} says no to ${who(context)}, by a Deny in ${of('Deny')}`);
    case 'unknown':
      return sentence(`what ${place} says to ${who(context)} depends on facts left open`);
    case 'broken':
      return sentence(`what ${place} says to ${who(context)} cannot be known: ${of('broken')} is broken`);
  }
}

function agreeing(step: TargetStep, place: string, context: Context): string {
  if (step.type !== 'identity') return `${place} says yes to ${who(context)}`;
  return place === who(context) ? `${place} holds a yes of its own` : `${place} lends ${who(context)} a yes`;
}

function missingAt(step: TargetStep, place: string, context: Context): string {
  const { action } = context.evaluation.request;
  if (step.steps.length === 0)
    return `nothing hangs on ${place}, so nothing there says yes to ${who(context)}`;
  return place === who(context)
    ? `nothing attached to ${place} itself allows ${action}`
    : `nothing attached to ${place} lets ${who(context)} call ${action}`;
}

/** What a policy is asked. */
export function policyQuestion(step: PolicyStep, context: Context): string {
  return `Has ${paper(step, context)} anything to say about ${asked(context)}?`;
}

/** What a policy answered. */
export function policyFinding(step: PolicyStep, context: Context): string {
  const name = paper(step, context);
  switch (step.outcome) {
    case 'Allow':
      return sentence(`${name} has an Allow for what ${who(context)} asks`);
    case 'Deny':
      return sentence(`${name} has a Deny against what ${who(context)} asks`);
    case 'none':
      return sentence(
        step.steps.length === 0
          ? `${name} is empty, so it says nothing to ${who(context)}`
          : `${name} has nothing to say about what ${who(context)} asks`
      );
    case 'unknown':
      return sentence(`whether ${name} covers what ${who(context)} asks depends on facts left open`);
    case 'broken':
      return sentence(
        `${name} has an error, and a document with an error is never evaluated, so ${who(context)} gets no answer from it`
      );
  }
}
