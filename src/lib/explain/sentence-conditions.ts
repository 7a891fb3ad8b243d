/** Sentences for conditions: what the policy wants, what the request brings, and what came of it. */
import type { Because, ConditionStep, ExpectedValue } from '../engine/trace.ts';
import { paper, policyAround, type Context } from './context.ts';
import { list, sentence } from './nouns.ts';
import { splitWords } from './sentence-open.ts';

/** What a condition asks. */
export function conditionQuestion(step: ConditionStep, context: Context): string {
  const wanted = step.expected.length === 0 ? '' : ` ${values(step.expected, context, 'or')}`;
  return `Is ${step.operator} ${step.key}${wanted} met by what the request brings?`;
}

/** What came of a condition. */
export function conditionFinding(step: ConditionStep, context: Context): string {
  const around = policyAround(step, context.evaluation);
  const policy = around ? paper(around, context) : context.words.policy(step.at.policy);
  const asks = `${policy} asks ${step.operator} of ${step.key}`;
  const split = step.outcome === 'unknown' ? splitWords(step, context) : null;
  if (split !== null) return sentence(`${asks}: ${split}`);
  return sentence(`${asks}: ${name(step) === 'Null' ? presence(step) : answer(step, context)}`);
}

/** Why a condition turned out as it did, as a phrase for a tight place. */
export function because(step: ConditionStep): string {
  const [only, ...others] = step.actual ?? [];
  const isSpared = step.because === 'noValueMatched' && met(step) && isNegated(step);
  if (isSpared && only !== undefined && others.length === 0) return `${only} is none of these`;
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

/**
 * What the request carries, against what the policy wants, as a clause: `aws:RequestedRegion is eu-west-3, not
 * us-east-1`. Says why a condition held or failed without saying that it did.
 *
 * @param subject how to name the key; it is always named where the request lacks it
 */
export function fact(step: ConditionStep, context: Context, subject = step.key): string {
  if (step.because === 'unknownFact') return `${openIn(step, subject)} is left open`;
  if (step.because === 'unresolvedVariable') return `${variables(step)} has no value in this request`;
  if (step.actual === null) return `the request carries no ${step.key}`;
  if (name(step) === 'Null' && step.actual.length > 0) return `the request carries ${step.key}`;
  if (step.actual.length === 0) return `${subject} is an empty list`;
  const own = `${subject} is ${list(step.actual.map((text) => shown(text, context)))}`;
  const wanted = values(step.expected, context, 'or');
  if (step.because === 'notComparable') return `${own}, which cannot be compared with ${wanted}`;
  if (step.because === 'multivalued') return `${own}, several values for an operator that takes one`;
  const set = setOf(step);
  if (set !== null && step.actual.length > 1) return `${own}, ${asSet(step, set, wanted)}`;
  return `${own}${against(step, wanted, context)}`;
}

function against(step: ConditionStep, wanted: string, context: Context): string {
  const isHit = met(step) !== isNegated(step);
  if (isHit && step.expected.some((each) => each.resolved === step.actual?.[0])) return '';
  const [yes, no] = relation(step);
  if (!isHit)
    return no === 'does not equal' || no === 'is not' ? `, not ${wanted}` : `, which ${no} ${wanted}`;
  const hit = step.expected.filter((each) => each.holds);
  return `, which ${yes} ${hit.length > 0 ? values(hit, context, 'and') : wanted}`;
}

type Answer = (step: ConditionStep, context: Context) => string;

function answer(step: ConditionStep, context: Context): string {
  return ANSWERS[step.because](step, context);
}

const ANSWERS: Readonly<Record<Because, Answer>> = {
  valueMatched: (step, context) => compared(step, context),
  noValueMatched: (step, context) => compared(step, context),
  keyMissing: (step) => `the request brings no such key, ${missing(step)}`,
  emptySet: (step) => `the request brings an empty list, ${missing(step)}`,
  ifExists: (step) => `the request brings no such key, and IfExists lets that ${met(step) ? 'pass' : 'fail'}`,
  unresolvedVariable: (step) =>
    `${variables(step)} has no value in this request, so nothing can match it and the condition ${holds(step)}`,
  notComparable: (step, context) =>
    `${brought(step, context)}, which cannot be compared with ${values(step.expected, context, 'or')}, so the condition ${holds(step)}`,
  multivalued: (step, context) =>
    `${brought(step, context)}, several values for an operator that takes one, so the condition ${holds(step)}`,
  unknownFact: () => 'that fact is left open, and the condition with it'
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
  if (set !== null && step.actual?.length !== 1)
    return `${brought(step, context)}, ${asSet(step, set, values(step.expected, context, 'or'))}, so the condition ${holds(step)}`;
  const isHit = met(step) !== isNegated(step);
  const isNamed = isHit && step.expected.some((each) => each.resolved === step.actual?.[0]);
  if (isNamed) return `${brought(step, context)}, which it names, so the condition ${holds(step)}`;
  const [yes, no] = relation(step);
  const hit = step.expected.filter((each) => each.holds);
  const with_ = isHit
    ? values(hit.length > 0 ? hit : step.expected, context, 'and')
    : values(step.expected, context, 'or');
  return `${brought(step, context)}, which ${isHit ? yes : no} ${with_}, so the condition ${holds(step)}`;
}

/** COND-50, COND-52, COND-54, COND-55: of several values; one alone is compared as without a set operator. */
function asSet(step: ConditionStep, set: 'ForAllValues' | 'ForAnyValue', wanted: string): string {
  const [yes] = relation(step);
  const does = isNegated(step) ? `meets ${name(step)}` : yes;
  return `and ${OF_THEM[set][met(step) ? 'yes' : 'no']} ${does} ${wanted}`;
}

const OF_THEM = {
  ForAllValues: { yes: 'every one of them', no: 'not every one of them' },
  ForAnyValue: { yes: 'at least one of them', no: 'none of them' }
} as const;

/** COND-13, COND-15: `Null` asks only whether the key is there. */
function presence(step: ConditionStep): string {
  const set = setOf(step);
  if (set !== null)
    return `${set} makes of it a test that always ${holds(step)}, whatever the request brings`;
  const isThere = step.actual !== null && step.actual.length > 0;
  return `the request brings ${isThere ? 'this key' : 'no such key'}, so the condition ${holds(step)}`;
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

function relation(step: ConditionStep): readonly [string, string] {
  return RELATIONS.get(positive(name(step))) ?? ['matches', 'does not match'];
}

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
  return `the request brings ${own.length === 0 ? 'nothing' : list(own)}`;
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

/** The key itself, or the variable that it is compared with. */
function openIn(step: ConditionStep, subject: string): string {
  return step.actual === null ? subject : variables(step);
}

function variables(step: ConditionStep): string {
  const open = step.expected.find((each) => each.resolved === null);
  return /\$\{[^}]*\}/.exec(open?.text ?? '')?.[0] ?? 'a variable';
}
