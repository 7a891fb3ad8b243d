/**
 * The rules of IAM that this product is built on, by id: what each says in a sentence, and how sure that is. Code,
 * tests and lessons cite the ids.
 */
import rules from './rules.json' with { type: 'json' };

/**
 * `documented` by AWS; `contradictory` where AWS's pages disagree and we chose; `observed` in public, not documented;
 * `recalled` from the named documentation; `inferred` from documented rules; `chosen` where nothing is known.
 */
export type RuleStatus = 'documented' | 'contradictory' | 'observed' | 'recalled' | 'inferred' | 'chosen';

export interface Rule {
  /** E.g. `COND-11`. */
  readonly id: string;
  readonly status: RuleStatus;
  /** One to three sentences, code in backticks. */
  readonly says: string;
}

/** All rules, in the order of the areas of {@link AREAS}, then by number. */
export const RULES: readonly Rule[] = rules as readonly Rule[];

/** What the letters of an id stand for. */
export const AREAS: ReadonlyMap<string, string> = new Map([
  ['GRAM', 'Grammar of policies'],
  ['MAL', 'How documents are refused'],
  ['QUO', 'Quotas'],
  ['ACT', 'Actions'],
  ['RES', 'Resources'],
  ['VAR', 'Policy variables'],
  ['PRIN', 'Principals'],
  ['COND', 'Conditions'],
  ['KEY', 'Condition keys'],
  ['EVAL', 'Evaluation in one account'],
  ['SVC', 'Services with rules of their own'],
  ['XACC', 'Evaluation across accounts'],
  ['MSG', 'Messages'],
  ['CT', 'CloudTrail'],
  ['STS', 'Sessions and credentials'],
  ['ORG', 'Organizations'],
  ['SSO', 'IAM Identity Center'],
  ['IAM', 'IAM itself']
]);

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with this id; null if there is none. */
export function ruleOf(id: string): Rule | null {
  return BY_ID.get(id) ?? null;
}
