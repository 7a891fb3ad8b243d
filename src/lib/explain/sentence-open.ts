/** Sentences about facts left open: what the decision hangs on, and which way each branch and each step goes. */
import type { Branch, Decision, Evaluation, Split, Step } from '../engine/trace.ts';
import { asked, who, type Context } from './context.ts';
import { conditionWords, keyWords } from './facts.ts';
import { fitting, list } from './nouns.ts';
import type { Words } from './words.ts';

/** What a conditional evaluation hangs on; without its end. */
export function conditional(on: readonly string[], context: Context): string {
  const { evaluation, words } = context;
  const { when } = evaluation;
  if (!when) {
    const facts = on.length > 0 ? list(on.map(keyWords)) : 'facts';
    return `It depends on ${facts}, left open, whether ${who(context)} may call ${asked(context)}`;
  }
  const condition = `Allowed when ${conditionWords(when, words.value)}`;
  const otherwise = elsewhere(evaluation, words);
  return fitting(`${condition}; otherwise ${otherwise}`, condition);
}

/** More facts are open than can be worked out. */
export function tooOpen(on: readonly string[], context: Context): string {
  return `Undecided: ${String(on.length)} facts are left open, ${list(on.map(keyWords))}, which is more than can be worked out, so ${who(context)} gets no answer`;
}

function elsewhere({ forks }: Evaluation, words: Words): string {
  const others = forks.filter(({ outcome }) => outcome !== 'allowed');
  return [...new Set(others.map((fork) => branchWords(fork, words)))].join(' or ');
}

/** What a branch leads to: `allowed`, `explicitly denied by the SCP Fence`. */
export function branchWords({ outcome, decidedBy }: Branch, words: Words): string {
  const said = OUTCOMES[outcome ?? 'null'];
  if (decidedBy.kind === 'explicitDeny') {
    const [at] = decidedBy.at;
    return at ? `${said} by ${words.policy(at.policy)}` : said;
  }
  return decidedBy.kind === 'blocked' ? `${said} on the way` : said;
}

const OUTCOMES: Readonly<Record<Decision | 'null', string>> = {
  allowed: 'allowed',
  explicitDeny: 'explicitly denied',
  implicitDeny: 'implicitly denied',
  null: 'undecided'
};

/** The condition of a branch as a clause; the one way there is needs none. */
export function branchCondition({ when }: Branch, words: Words): string {
  return when ? conditionWords(when, words.value) : 'whatever the facts are';
}

/** The step of an evaluation that a branch rests on; null where it is the verdict's own. */
export function branchStep({ decidedBy }: Branch): string | null {
  switch (decidedBy.kind) {
    case 'explicitDeny':
    case 'noAllow':
    case 'allowed':
      return decidedBy.steps[0] ?? null;
    case 'blocked':
      return decidedBy.step;
    default:
      return null;
  }
}

/** Which way each value of an open fact goes at a step; null for a step that does not hang on one. */
export function splitWords(step: Step, { evaluation, words }: Context): string | null {
  const split = evaluation.splits.find((each) => each.step === step.id);
  if (!split) return null;
  const facts = list(split.keys.map(keyWords));
  if (split.when === null) return `${facts} is left open, and any value meets it`;
  if (split.fails.length === 0 || split.holds.length === 0) return `${facts} is left open`;
  const [met, unmet] = [either(split.holds), either(split.fails)];
  const where = `${facts} is left open: it holds when ${conditionWords(split.when, words.value)}`;
  return met === unmet
    ? `${where}, and the call may be ${met} either way`
    : `${where}, and the call is then ${met}, otherwise ${unmet}`;
}

function either(outcomes: Split['holds']): string {
  return outcomes.map((outcome) => OUTCOMES[outcome ?? 'null']).join(' or ');
}
