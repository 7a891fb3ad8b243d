/**
 * The whole trace as indented text, for the command line and for golden tests. Everything is said that was found:
 * hops before, checks after, each ending in its verdict's sentence. Plain text, `\n` between lines.
 */
import type {
  ConditionStep,
  ElementStep,
  Evaluation,
  GateStep,
  PolicyTypeStep,
  StatementStep,
  Step
} from '../engine/trace.ts';
import { newWorld } from '../world/new-world.ts';
import { isBypassed } from './bypass.ts';
import { asked, who, type Context } from './context.ts';
import { statementNumber } from './sentence-statements.ts';
import { branchCondition, branchWords } from './sentence-open.ts';
import { finding } from './sentence.ts';
import { toWords, type Words } from './words.ts';

/**
 * @param words how things are called; without, ARNs and ids stand as they are known to nobody
 * @returns lines of two-space steps; rule ids in brackets at the end of lines that rest on one; ends without newline
 */
export function outline(evaluation: Evaluation, words: Words = toWords(newWorld(0))): string {
  return film(evaluation, words, 'the request').join('\n');
}

function film(evaluation: Evaluation, words: Words, title: string): readonly string[] {
  const context = { words, evaluation };
  return [
    ...evaluation.hops.flatMap((hop, i) => [...film(hop, words, `hop ${String(i + 1)}`), '']),
    `${title}: ${who(context)} → ${asked(context)}: ${evaluation.outcome ?? 'undecided'}`,
    ...evaluation.steps.flatMap((step) => lines(step, context, 1)),
    ...evaluation.checks.flatMap((check, i) => ['', ...film(check, words, `check ${String(i + 1)}`)]),
    ...(evaluation.checks.length > 0 ? [''] : []),
    `${finding(evaluation, context)} [${evaluation.rule}]`,
    ...branches(evaluation, words)
  ];
}

/** What each way of the open facts leads to. */
function branches({ forks }: Evaluation, words: Words): readonly string[] {
  return forks.length < 2
    ? []
    : forks.map(
        (fork) => `  when ${branchCondition(fork, words)}: ${branchWords(fork, words)} [${fork.rule}]`
      );
}

function lines(step: Step, context: Context, depth: number): readonly string[] {
  const line = `${'  '.repeat(depth)}${label(step, context)}`;
  return [line, ...step.steps.flatMap((part) => lines(part, context, depth + 1))];
}

function label(step: Step, context: Context): string {
  const { words } = context;
  switch (step.kind) {
    case 'gate':
      return `${step.gate}: ${step.outcome}${counted(step)} [${step.rule}]`;
    case 'policyType':
      return layer(step, context.evaluation);
    case 'target':
      return `attached to ${words.target(step.target)}: ${step.outcome}`;
    case 'policy':
      return `policy ${words.policyName(step.policy)}: ${step.outcome}`;
    case 'statement':
      return statement(step);
    case 'element':
      return `${element(step)}: ${step.outcome} [${step.rule}]`;
    case 'condition':
      return `${condition(step)}: ${step.outcome} (${step.because}) [${step.rule}]`;
    case 'evaluation':
      return `${step.id}: ${step.outcome ?? 'undecided'} [${step.rule}]`;
  }
}

function layer(step: PolicyTypeStep, evaluation: Evaluation): string {
  const exempt = step.exempt ? ` (${step.exempt})` : '';
  const grant = step.grant ? ` (grant: ${step.grant})` : '';
  const bypassed = isBypassed(step, evaluation) ? ', bypassed by the grant' : '';
  return `${step.type} policies: ${step.outcome}${exempt}${grant}${bypassed} [${step.rule}]`;
}

function statement(step: StatementStep): string {
  return `${step.effect} statement ${step.sid || statementNumber(step)}: ${step.outcome}`;
}

function counted(step: GateStep): string {
  return step.gate === 'papers' || step.gate === 'denySweep' ? ` (${String(step.count)})` : '';
}

function element(step: ElementStep): string {
  const expected = step.expected.map(({ text }) => text).join(', ') || '(empty)';
  const grant = step.grant ? ` (grant: ${step.grant})` : '';
  return `${step.negated ? 'Not' : ''}${step.element} ${expected} against ${step.requested}${grant}`;
}

function condition(step: ConditionStep): string {
  const expected = step.expected.map(({ text, resolved }) =>
    resolved === text ? text : `${text} = ${resolved ?? '(no value)'}`
  );
  const actual = step.actual === null ? '(no such key)' : `[${step.actual.join(', ')}]`;
  return `${step.operator} on ${step.key}, ${expected.join(', ') || '(empty)'} against ${actual}`;
}
