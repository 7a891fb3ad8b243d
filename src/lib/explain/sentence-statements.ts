/** Sentences for statements and their elements. */
import { splitArn } from '../world/arn.ts';
import type { ElementStep, ExpectedValue, NodeRef, StatementStep } from '../engine/trace.ts';
import { split } from '../source/pointer.ts';
import { asked, policyAround, who, type Context } from './context.ts';
import { names } from './sentence-grants.ts';
import { list, sentence } from './nouns.ts';

/** What a statement asks. */
export function statementQuestion(step: StatementStep, context: Context): string {
  return `Does ${statementName(step)} of ${policyName(step, context)}, ${step.effect === 'Allow' ? 'an Allow' : 'a Deny'}, match?`;
}

/** What came of a statement. */
export function statementFinding(step: StatementStep, context: Context): string {
  const name = `${statementName(step)} of ${policyName(step, context)}`;
  switch (step.outcome) {
    case 'match':
      return sentence(`${name} matches: ${effect(step, context)}`);
    case 'noMatch':
      return sentence(
        `${name} ${step.effect === 'Allow' ? 'allows' : 'denies'} ${who(context)} nothing here: ${obstacle(step)}`
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
  const [, index] = split(at.path);
  return index === undefined ? 'the statement' : `statement ${String(Number(index) + 1)}`;
}

function policyName(step: StatementStep | ElementStep, context: Context): string {
  const around = policyAround(step, context.evaluation);
  return context.words.policy(step.at.policy, around?.target, around?.type);
}

/** What a match is worth depends on the kind of policy: ceilings and gates let through, they grant nothing. */
function effect(step: StatementStep, context: Context): string {
  const what = asked(context);
  if (step.effect === 'Deny') return `it denies ${who(context)} ${what}`;
  switch (step.type) {
    case 'scp':
    case 'rcp':
    case 'endpoint':
    case 'boundary':
    case 'session':
      return `it leaves ${who(context)} room for ${what}`;
    case 'resource':
      return step.grant === 'account'
        ? `it ${names('account', context)}`
        : `it lets ${who(context)} in for ${what}`;
    case 'identity':
      return `it allows ${who(context)} ${what}`;
  }
}

function obstacle(step: StatementStep): string {
  const part = step.steps.find((each) => each.outcome === 'noMatch');
  if (!part) return 'it does not match';
  if (part.kind === 'condition') return `its condition on ${part.key} does not hold`;
  switch (part.element) {
    case 'Principal':
      return part.negated ? 'its NotPrincipal spares this caller' : 'its Principal is somebody else';
    case 'Action':
      return part.negated ? 'its NotAction leaves this action out' : 'its Action is another one';
    case 'Resource':
      return part.negated ? 'its NotResource leaves this resource out' : 'its Resource is another one';
  }
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
  const { action, resource } = context.evaluation.request;
  switch (step.element) {
    case 'Principal':
      return `Does the ${name} mean ${who(context)}?`;
    case 'Action':
      return `Does the ${name} cover ${action}?`;
    case 'Resource':
      return `Does the ${name} cover ${resource === '*' ? 'an action without a resource' : context.words.resource(resource)}?`;
  }
}

/** What came of an element. */
export function elementFinding(step: ElementStep, context: Context): string {
  const where = `in ${policyName(step, context)}, `;
  switch (step.outcome) {
    case 'unknown':
      return sentence(`${where}the ${step.element} hangs on facts that ${who(context)} left open`);
    case 'notReached':
      return sentence(
        `${where}the ${step.element} was not asked about ${who(context)}, because the statement was settled before`
      );
    case 'match':
    case 'noMatch':
      return sentence(
        where + (step.element === 'Principal' ? principal(step, context) : pattern(step, context))
      );
  }
}

function principal(step: ElementStep, context: Context): string {
  if (step.negated) {
    return step.outcome === 'match'
      ? `the NotPrincipal does not spare ${who(context)}`
      : `the NotPrincipal lists ${who(context)} in full and spares it`;
  }
  if (step.outcome === 'match') return `the Principal ${names(step.grant, context)}`;
  const named = step.expected.map((each) => entry(each, context));
  return named.length === 0
    ? `the Principal is empty, so it does not mean ${who(context)}`
    : `the Principal is ${list(named)}, not ${who(context)}`;
}

function entry({ text }: ExpectedValue, { words }: Context): string {
  if (/^\d{12}$/.test(text)) return `account ${words.account(text)}`;
  return splitArn(text) ? words.principal(text) : words.value(text);
}

/** Action and Resource, and their `Not…` forms. */
function pattern(step: ElementStep, context: Context): string {
  const name = `${step.negated ? 'Not' : ''}${step.element}`;
  const thing = requested(step, context);
  const matched = step.expected.find((each) => isAt(each.at, step.matched));
  const written = matched ? context.words.value(matched.resolved ?? matched.text) : null;
  if (step.negated) {
    return step.outcome === 'match'
      ? `${name} ${all(step, context)} does not leave out ${thing}`
      : `${name} ${written ?? ''} leaves out ${thing}`;
  }
  if (step.outcome === 'match') return `${name} ${written ?? ''} covers ${thing}`;
  const open = step.expected.find((each) => each.resolved === null);
  if (open)
    return `${name} ${context.words.value(open.text)} has a variable without a value here, so it covers nothing of ${thing}`;
  return `${name} ${all(step, context)} does not cover ${thing}`;
}

function requested(step: ElementStep, context: Context): string {
  const { request } = context.evaluation;
  if (step.element === 'Action') return `the ${step.requested} that ${who(context)} asks for`;
  return request.resource === '*'
    ? `a request of ${who(context)} that names no resource`
    : `the ${context.words.resource(request.resource)} that ${who(context)} asks for`;
}

function all(step: ElementStep, { words }: Context): string {
  return (
    list(
      step.expected.map((each) => words.value(each.resolved ?? each.text)),
      'or'
    ) || '(empty)'
  );
}

function isAt(at: NodeRef, other: NodeRef | null): boolean {
  return at.policy === other?.policy && at.path === other.path;
}
