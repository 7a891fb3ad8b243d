/** What came of one element or condition, in a word, and why in a few. */
import type { ConditionStep, ElementStep, Grant, Match } from '../engine/trace.ts';
import { splitArn } from '../world/arn.ts';
import { because } from './sentence-conditions.ts';

export interface OutcomeWords {
  readonly word: string;
  /** Empty where the values say it themselves. */
  readonly why: string;
}

const WORDS: Readonly<Record<Match, string>> = {
  match: 'matches',
  noMatch: 'does not match',
  unknown: 'hangs on an open fact',
  notReached: 'not reached'
};

/** How a Principal names the caller (PRIN-01 to PRIN-07, EVAL-15). */
const NAMED: Readonly<Record<Grant, string>> = {
  session: 'this very session',
  user: 'the named user',
  everyone: 'everyone is named',
  role: 'a session of the named role',
  issuer: 'made by the named user',
  account: 'one of the named account',
  root: 'the root user of the named account',
  service: 'the named service',
  provider: 'vouched for by the named provider'
};

export function outcomeWords(step: ElementStep | ConditionStep): OutcomeWords {
  const word = WORDS[step.outcome];
  return { word, why: step.kind === 'condition' ? because(step) : why(step) };
}

function why(step: ElementStep): string {
  const { element, negated, outcome, matched, expected } = step;
  if (outcome !== 'match' && outcome !== 'noMatch') return '';
  // PRIN-21, ACT-06, RES-08: a `Not…` element matches what it does not list.
  if (negated) return outcome === 'match' ? 'not among the exceptions' : 'one of the exceptions';
  if (outcome === 'noMatch')
    return expected.some(({ resolved }) => resolved === null) ? 'a variable has no value' : '';
  if (element === 'Principal') return step.grant === null ? '' : NAMED[step.grant];
  const hit = expected.find(({ at }) => at.path === matched?.path);
  return hit && /[*?]/.test(hit.text) ? 'by the wildcard' : '';
}

/**
 * How to show some ARNs side by side: of one account and Region, their ends say it all.
 *
 * @returns shortens one of them to `…:role/jenkins`; leaves any other text as it is
 */
export function shortArns(texts: readonly string[]): (text: string) => string {
  const arns = texts.map((text) => splitArn(text));
  const homes = new Set(arns.map((arn) => arn && `${arn.partition} ${arn.region} ${arn.account}`));
  if (homes.size !== 1 || homes.has(null)) return (text) => text;
  return (text) => `…:${splitArn(text)?.resource ?? text}`;
}
