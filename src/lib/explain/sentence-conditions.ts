/** Sentences for conditions: what the policy wants, what the request brings, and what came of it. */
import type { Because, ConditionStep, ExpectedValue } from '../engine/trace.ts';
import { policyAround, who, type Context } from './context.ts';
import { list, sentence } from './nouns.ts';

/** What a condition asks. */
export function conditionQuestion(step: ConditionStep, context: Context): string {
  const wanted = step.expected.length === 0 ? '' : ` ${values(step.expected, context, 'or')}`;
  return `Is ${step.operator} ${step.key}${wanted} met by what ${who(context)} brings?`;
}

/** What came of a condition. */
export function conditionFinding(step: ConditionStep, context: Context): string {
  const around = policyAround(step, context.evaluation);
  const policy = context.words.policy(step.at.policy, around?.target, around?.type);
  const asks = `${policy} asks ${step.operator} of ${step.key}`;
  return sentence(`${asks}: ${name(step) === 'Null' ? presence(step, context) : answer(step, context)}`);
}

/** Why a condition turned out as it did, as a phrase for a tight place. */
export function because(step: ConditionStep): string {
  return PHRASES[step.because];
}

const PHRASES: Readonly<Record<Because, string>> = {
  valueMatched: 'a value matched',
  noValueMatched: 'no value matched',
  keyMissing: 'missing key',
  emptySet: 'empty list',
  ifExists: 'missing key, excused by IfExists',
  unresolvedVariable: 'variable without a value',
  notComparable: 'not comparable',
  multivalued: 'several values, no set operator',
  unknownFact: 'left open'
};

type Answer = (step: ConditionStep, context: Context) => string;

function answer(step: ConditionStep, context: Context): string {
  return ANSWERS[step.because](step, context);
}

const ANSWERS: Readonly<Record<Because, Answer>> = {
  valueMatched: (step, context) => compared(step, context),
  noValueMatched: (step, context) => compared(step, context),
  keyMissing: (step, context) => `${who(context)} brings no such key, ${missing(step)}`,
  emptySet: (step, context) => `${who(context)} brings an empty list, ${missing(step)}`,
  ifExists: (step, context) =>
    `${who(context)} brings no such key, and IfExists lets that ${met(step) ? 'pass' : 'fail'}`,
  unresolvedVariable: (step, context) =>
    `${variables(step)} has no value in what ${who(context)} asks, so nothing can match it and the condition ${holds(step)}`,
  notComparable: (step, context) =>
    `${brought(step, context)}, which cannot be compared with ${values(step.expected, context, 'or')}, so the condition ${holds(step)}`,
  multivalued: (step, context) =>
    `${brought(step, context)}, several values for an operator that takes one, so the condition ${holds(step)}`,
  unknownFact: (_, context) => `that fact about ${who(context)} is left open, and the condition with it`
};

/** COND-10, COND-11, COND-51, COND-53, COND-56. */
function missing(step: ConditionStep): string {
  if (setOf(step) === 'ForAllValues') return 'and with nothing to check ForAllValues holds';
  if (setOf(step) === 'ForAnyValue')
    return `and ForAnyValue wants at least one value, so the condition ${holds(step)}`;
  return met(step) ? 'and a negated operator holds without it' : 'so the condition fails';
}

/** The key has a value and the policy's values could be read. */
function compared(step: ConditionStep, context: Context): string {
  const set = setOf(step);
  if (set !== null) return comparedAsSet(step, set, context);
  const isHit = met(step) !== isNegated(step);
  const isNamed = isHit && step.expected.some((each) => each.resolved === step.actual?.[0]);
  if (isNamed) return `${brought(step, context)}, which it names, so the condition ${holds(step)}`;
  const [yes, no] = RELATIONS.get(positive(name(step))) ?? ['matches', 'does not match'];
  const hit = step.expected.filter((each) => each.holds);
  const with_ = isHit
    ? values(hit.length > 0 ? hit : step.expected, context, 'and')
    : values(step.expected, context, 'or');
  return `${brought(step, context)}, which ${isHit ? yes : no} ${with_}, so the condition ${holds(step)}`;
}

/** COND-50, COND-52, COND-54, COND-55. */
function comparedAsSet(step: ConditionStep, set: 'ForAllValues' | 'ForAnyValue', context: Context): string {
  const wanted = `${name(step)} ${values(step.expected, context, 'or')}`;
  const said =
    set === 'ForAllValues'
      ? met(step)
        ? 'every one of them meets'
        : 'not every one of them meets'
      : met(step)
        ? 'at least one of them meets'
        : 'none of them meets';
  return `${brought(step, context)}, and ${said} ${wanted}`;
}

/** COND-13, COND-15: `Null` asks only whether the key is there. */
function presence(step: ConditionStep, context: Context): string {
  const set = setOf(step);
  if (set !== null)
    return `${set} makes of it a test that always ${holds(step)}, whatever ${who(context)} brings`;
  const isThere = step.actual !== null && step.actual.length > 0;
  return `${who(context)} brings ${isThere ? 'this key' : 'no such key'}, so the condition ${holds(step)}`;
}

/** How the value in the request relates to those of the policy, with and without a hit, for the positive operators. */
const RELATIONS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['StringEquals', ['equals', 'does not equal']],
  ['StringEqualsIgnoreCase', ['equals', 'does not equal']],
  ['StringLike', ['fits', 'does not fit']],
  ['NumericEquals', ['equals', 'does not equal']],
  ['NumericLessThan', ['is less than', 'is not less than']],
  ['NumericLessThanEquals', ['is at most', 'is more than']],
  ['NumericGreaterThan', ['is more than', 'is not more than']],
  ['NumericGreaterThanEquals', ['is at least', 'is less than']],
  ['DateEquals', ['is the same moment as', 'is not the same moment as']],
  ['DateLessThan', ['is before', 'is not before']],
  ['DateLessThanEquals', ['is not after', 'is after']],
  ['DateGreaterThan', ['is after', 'is not after']],
  ['DateGreaterThanEquals', ['is not before', 'is before']],
  ['Bool', ['is', 'is not']],
  ['BinaryEquals', ['has the bytes of', 'does not have the bytes of']],
  ['IpAddress', ['lies in', 'lies outside']],
  ['ArnEquals', ['fits', 'does not fit']],
  ['ArnLike', ['fits', 'does not fit']]
]);

function met(step: ConditionStep): boolean {
  return step.outcome === 'match';
}

function holds(step: ConditionStep): string {
  return met(step) ? 'holds' : 'fails';
}

function setOf({ operator }: ConditionStep): 'ForAllValues' | 'ForAnyValue' | null {
  const prefix = operator.split(':')[0];
  return operator.includes(':') && (prefix === 'ForAllValues' || prefix === 'ForAnyValue') ? prefix : null;
}

/** The bare operator, without set and IfExists. */
function name({ operator }: ConditionStep): string {
  return operator.replace(/^For(?:All|Any)Values?:/, '').replace(/IfExists$/, '');
}

function isNegated(step: ConditionStep): boolean {
  return positive(name(step)) !== name(step);
}

function positive(operator: string): string {
  return operator.replace('Not', '');
}

function brought(step: ConditionStep, context: Context): string {
  const own = (step.actual ?? []).map((text) => shown(text, context));
  return `${who(context)} brings ${own.length === 0 ? 'nothing' : list(own)}`;
}

function values(expected: readonly ExpectedValue[], context: Context, word: 'and' | 'or'): string {
  return expected.length === 0
    ? 'an empty list'
    : list(
        expected.map((each) => shown(each.resolved ?? each.text, context)),
        word
      );
}

function shown(text: string, { words }: Context): string {
  return text === '' ? 'an empty text' : words.value(text);
}

function variables(step: ConditionStep): string {
  const open = step.expected.find((each) => each.resolved === null);
  return /\$\{[^}]*\}/.exec(open?.text ?? '')?.[0] ?? 'a variable';
}
