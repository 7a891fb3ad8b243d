/** Sentences for statements and their elements. */
import { splitArn } from '../world/arn.ts';
import type { ElementStep, ExpectedValue, Grant, NodeRef, StatementStep } from '../engine/trace.ts';
import { split } from '../source/pointer.ts';
import { asked, paper, policyAround, who, type Context } from './context.ts';
import { home, names } from './sentence-grants.ts';
import { fact } from './sentence-conditions.ts';
import { fitting, list, sentence } from './nouns.ts';

/** What a statement asks. */
export function statementQuestion(step: StatementStep, context: Context): string {
  return `Does ${statementName(step)} of ${policyName(step, context)}, ${step.effect === 'Allow' ? 'an Allow' : 'a Deny'}, match?`;
}

/** What came of a statement. */
export function statementFinding(step: StatementStep, context: Context): string {
  const name = `${statementName(step)} of ${policyName(step, context)}`;
  const { action } = context.evaluation.request;
  switch (step.outcome) {
    case 'match':
      return sentence(
        fitting(
          `${name} matches: ${effect(step, context, asked(context))}${reason(step, context)}`,
          `${name} matches: ${effect(step, context, action)}${reason(step, context)}`
        )
      );
    case 'noMatch':
      return sentence(
        `${name} ${step.effect === 'Allow' ? 'allows' : 'denies'} nothing here: ${obstacle(step, context)}`
      );
    case 'unknown':
      return sentence(
        `whether ${name} ${step.effect === 'Allow' ? 'allows' : 'denies'} ${who(context)} this depends on ${openFacts(step)}`
      );
    case 'notReached':
      return sentence(`${name} was not asked about ${who(context)}`);
  }
}

/** `statement Update`, or by its number from 1, or `the statement` where there is but one written without a list. */
export function statementName({ sid, at }: Pick<StatementStep, 'sid' | 'at'>): string {
  if (sid !== null && sid !== '') return `statement ${sid}`;
  return split(at.path).length < 2 ? 'the statement' : `statement ${statementNumber({ at })}`;
}

/** A statement's place in its policy, from 1; 1 also where it is written without a list. */
export function statementNumber({ at }: Pick<StatementStep, 'at'>): string {
  const [, index] = split(at.path);
  return String(Number(index ?? 0) + 1);
}

function policyName(step: StatementStep | ElementStep, context: Context): string {
  const around = policyAround(step, context.evaluation);
  return around ? paper(around, context) : context.words.policy(step.at.policy);
}

/** What a match is worth depends on the kind of policy: ceilings and gates only cover, they grant nothing. */
function effect(step: StatementStep, context: Context, what: string): string {
  if (step.effect === 'Deny') return `it forbids ${who(context)} to call ${what}`;
  switch (step.type) {
    case 'scp':
    case 'rcp':
    case 'endpoint':
    case 'boundary':
    case 'session':
      return `it covers ${what}`;
    case 'resource':
      return step.grant === 'account'
        ? `it lets ${home(context)} decide about ${who(context)}`
        : `it lets ${who(context)} in for ${what}`;
    case 'identity':
      return `it lets ${who(context)} call ${what}`;
  }
}

/** By which of its conditions a statement holds. */
function reason(step: StatementStep, context: Context): string {
  const held = heldConditions(step, context);
  if (held === '') return '';
  return step.effect === 'Deny' ? `, because ${held}` : `, as ${held}`;
}

/** The conditions of a statement that matched, as facts of the request; empty without one. */
export function heldConditions(step: StatementStep, context: Context): string {
  const facts = step.steps.flatMap((part) => (part.kind === 'condition' ? [fact(part, context)] : []));
  return facts.length < 2 ? (facts[0] ?? '') : `${facts.slice(0, -1).join(', ')}, and ${facts.at(-1) ?? ''}`;
}

function obstacle(step: StatementStep, context: Context): string {
  const part = step.steps.find((each) => each.outcome === 'noMatch');
  if (!part) return 'it does not match';
  if (part.kind === 'condition')
    return `its condition on ${part.key} does not hold (${fact(part, context, 'it')})`;
  const name = elementName(part);
  const written = part.element === 'Principal' ? entries(part, context) : all(part, context);
  const wanted = wantedOf(part, context);
  return part.negated
    ? `its ${name} ${part.element === 'Principal' ? 'spares' : 'leaves out'} ${wanted}`
    : `its ${name} is ${written || 'empty'}, not ${wanted}`;
}

function wantedOf(part: ElementStep, context: Context): string {
  const { request } = context.evaluation;
  if (part.element === 'Principal') return who(context);
  if (part.element === 'Action') return request.action;
  return request.resource === '*' ? 'an action without a resource' : context.words.resource(request.resource);
}

function entries(part: ElementStep, context: Context): string {
  return list(
    part.expected.map((each) => principalEntry(each, context)),
    'or'
  );
}

function openFacts(step: StatementStep): string {
  const keys = step.steps.flatMap((part) =>
    part.kind === 'condition' && part.outcome === 'unknown' ? [part.key] : []
  );
  return keys.length > 0 ? `${list([...new Set(keys)])}, left open` : 'facts left open';
}

/** What an element asks. */
export function elementQuestion(step: ElementStep, context: Context): string {
  const name = `${step.negated ? 'Not' : ''}${step.element}`;
  const { action } = context.evaluation.request;
  switch (step.element) {
    case 'Principal':
      return `Does the ${name} mean ${who(context)}?`;
    case 'Action':
      return `Does the ${name} cover ${action}?`;
    case 'Resource':
      return `Does the ${name} cover ${wantedOf(step, context)}?`;
  }
}

/** What came of an element. */
export function elementFinding(step: ElementStep, context: Context): string {
  const name = `the ${elementName(step)} of ${policyName(step, context)}`;
  switch (step.outcome) {
    case 'unknown':
      return sentence(`whether ${name} covers what ${who(context)} asks hangs on facts left open`);
    case 'notReached':
      return sentence(`${name} was not asked about ${who(context)}: the statement was settled before`);
    case 'match':
    case 'noMatch':
      return sentence(step.element === 'Principal' ? principal(step, name, context) : pattern(step, context));
  }
}

function elementName(step: ElementStep): string {
  return `${step.negated ? 'Not' : ''}${step.element}`;
}

function principal(step: ElementStep, name: string, context: Context): string {
  if (step.negated) {
    return step.outcome === 'match'
      ? `${name} does not spare ${who(context)}`
      : `${name} lists ${who(context)} in full, and so spares it`;
  }
  if (step.outcome === 'match') return `${name} ${means(step.grant, context)}`;
  const named = entries(step, context);
  return named === ''
    ? `${name} is empty, so not ${who(context)}`
    : `${name} is ${named}, not ${who(context)}`;
}

/** How a Principal means the caller, in an Allow and in a Deny alike (PRIN-01 to PRIN-07, EVAL-15). */
function means(grant: Grant | null, context: Context): string {
  const { caller } = context.evaluation.request;
  switch (grant) {
    case 'everyone':
      return `is everyone, ${who(context)} included`;
    case 'role':
      return `is ${who(context)}, the role behind the session`;
    case 'session':
      return `is ${context.words.caller(caller)}, this very session`;
    case 'account':
      return `is ${home(context)}, to which ${who(context)} belongs`;
    case 'root':
      return `is the account itself, and so ${who(context)}`;
    default:
      return names(grant, context);
  }
}

/** Somebody whom a Principal names. The root user's ARN means the account there (PRIN-15). */
export function principalEntry({ text }: ExpectedValue, { words }: Context): string {
  if (/^\d{12}$/.test(text)) return `account ${words.account(text)}`;
  const arn = splitArn(text);
  if (arn?.service === 'iam' && arn.resource === 'root') return `account ${words.account(arn.account)}`;
  return arn ? words.principal(text) : words.value(text);
}

/** Action and Resource, and their `Not…` forms. */
function pattern(step: ElementStep, context: Context): string {
  const hit = step.expected.find((each) => isAt(each.at, step.matched));
  const written = hit ? context.words.value(hit.resolved ?? hit.text) : all(step, context) || '(empty)';
  const open = step.expected.find((each) => each.resolved === null);
  const wanted = wantedOf(step, context);
  const of = `of ${policyName(step, context)}`;
  if (step.outcome === 'noMatch' && !step.negated && open) {
    return `${elementName(step)} ${context.words.value(open.text)} ${of} has a variable without a value here, so it does not cover ${wanted}`;
  }
  if (step.negated && step.outcome === 'match')
    return `${wanted} is not on the list of exceptions (${elementName(step)}) ${of}, so the statement covers it`;
  // An action that stands there by its own name needs no covering.
  if (step.element === 'Action' && step.outcome === 'match' && written.toLowerCase() === wanted.toLowerCase())
    return `the Action ${of} names ${wanted} itself`;
  return `${elementName(step)} ${written} ${of} ${verb(step)} ${wanted}`;
}

function verb({ negated, outcome }: ElementStep): string {
  if (outcome === 'match') return 'covers';
  return negated ? 'leaves out' : 'does not cover';
}

function all(step: ElementStep, { words }: Context): string {
  return list(
    step.expected.map((each) => words.value(each.resolved ?? each.text)),
    'or'
  );
}

function isAt(at: NodeRef, other: NodeRef | null): boolean {
  return at.policy === other?.policy && at.path === other.path;
}
