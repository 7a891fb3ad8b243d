/** `bouncer denial`: a text with which AWS refused something, read into a question to a file, decided and compared. */
import { readFileSync } from 'node:fs';
import { planDenial, filledBy } from '../lib/share/denial-request.ts';
import { readDenial, type ReadDenial } from '../lib/share/denial.ts';
import { toGround } from '../lib/edit/edit.ts';
import type { AskPlan } from '../lib/edit/ask.ts';
import { agreement, type Agreement } from '../lib/explain/agreement.ts';
import { outline } from '../lib/explain/outline.ts';
import { toWords } from '../lib/explain/words.ts';
import { decidingSteps } from '../lib/scenario/check.ts';
import { parseScenario } from '../lib/scenario/parse.ts';
import { problemsText } from './check-text.ts';
import { readSource } from './files.ts';
import { EXIT, printable, type Terminal } from './terminal.ts';

export interface Refused {
  readonly file: string;
  /** The denial; null reads it from standard input. */
  readonly text: string | null;
  readonly format: string;
}

/** @returns the exit code: 0 the file comes to the same, 1 it does not, 2 it cannot be asked */
export function denial({ file, text, format }: Refused, terminal: Terminal): number {
  const read = readSource(file);
  const world = read.value === null ? null : (parseScenario(read.value).value?.world ?? null);
  const ground = read.value === null || world === null ? null : toGround(read.value, world);
  if (ground === null) return unusable(problemsText(read.diagnostics), `${file} is no scenario`, terminal);
  const said = readDenial(text ?? readFileSync(0, 'utf8'));
  if (said === null) return unusable([], 'no denial is found in the text', terminal);
  const { value: plan, diagnostics } = planDenial(ground, said, filledBy(said));
  if (plan === null) {
    const help = diagnostics.map(({ message, help }) =>
      help === undefined ? message : `${message}: ${help}`
    );
    return unusable(help, 'the text does not tell enough to be asked', terminal);
  }
  const verdict = agreement(plan.evaluation, said);
  terminal.out(format === 'json' ? toJson(said, plan, verdict) : toText(said, plan, verdict));
  return verdict.agrees ? EXIT.ok : EXIT.failed;
}

function unusable(lines: readonly string[], reason: string, terminal: Terminal): number {
  terminal.err(`${printable([`bouncer: ${reason}`, ...lines.map((line) => `  ${line}`)].join('\n'))}\n`);
  return EXIT.unusable;
}

function toText({ action, resource }: ReadDenial, plan: AskPlan, { words }: Agreement): string {
  const { principal, adds, near, open, evaluation, world } = plan;
  const lines = [
    `${principal} asks for ${action ?? ''} on ${resource ?? '*'}`,
    ...(adds.length === 0 ? [] : [`added for it: ${adds.join('; ')}`]),
    ...(near.length === 0 ? [] : [`perhaps meant: ${near.join(', ')}`]),
    ...(open.length === 0 ? [] : [`left open: ${open.join(', ')}`]),
    `decided by: ${decidingSteps(evaluation).join(', ') || 'nothing yet'}`,
    words,
    '',
    outline(evaluation, toWords(world))
  ];
  return `${printable(lines.join('\n'))}\n`;
}

function toJson(said: ReadDenial, plan: AskPlan, verdict: Agreement): string {
  const { principal, adds, near, open, evaluation } = plan;
  const report = {
    denial: { ...said, context: Object.fromEntries(said.context) },
    request: { principal, action: evaluation.request.action, resource: evaluation.request.resource },
    adds,
    near,
    open,
    decision: evaluation.outcome,
    by: decidingSteps(evaluation),
    agrees: verdict.agrees,
    words: verdict.words
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
