/** `bouncer explain`: the whole trace of one request, as an outline or as JSON. */
import { evaluate } from '../lib/engine/evaluate.ts';
import { toPlain } from '../lib/engine/plain.ts';
import type { Evaluation } from '../lib/engine/trace.ts';
import { eventOf } from '../lib/explain/event.ts';
import { beyondDocumented } from '../lib/explain/beyond.ts';
import { outline } from '../lib/explain/outline.ts';
import { receiptText } from '../lib/explain/receipt.ts';
import { refusalOf } from '../lib/explain/refusal.ts';
import { ruleSource } from '../lib/explain/sources.ts';
import { toWords } from '../lib/explain/words.ts';
import { decidingSteps, toDenial } from '../lib/scenario/check.ts';
import type { Case, ParsedScenario } from '../lib/scenario/scenario.ts';
import { hasErrors } from '../lib/source/diagnostic.ts';
import { readQuestion, type Question } from './question.ts';
import { EXIT, printable, type Terminal } from './terminal.ts';

/** @returns the exit code: 0 if the request could be explained, else 2 */
export function explain(question: Question, terminal: Terminal): number {
  const asked = readQuestion(question, terminal);
  if (asked === null) return EXIT.unusable;
  const { scenario, found, request, diagnostics } = asked;
  const evaluation = evaluate(scenario.world, request);
  if (hasErrors(diagnostics))
    terminal.err(`${printable(question.file)} has errors; \`bouncer check\` shows them\n`);
  if (question.format === 'json') terminal.out(toJson(question, found, evaluation, scenario));
  else terminal.out(`${toText(found, evaluation, scenario)}\n`);
  return EXIT.ok;
}

function toText({ id, title }: Case, evaluation: Evaluation, { world }: ParsedScenario): string {
  const words = toWords(world);
  const receipt = receiptText(evaluation, words)
    .map((line) => `\n${line}`)
    .join('');
  const refusal = refusalOf(evaluation, words);
  const answer = refusal === null ? '' : `\n\nAWS would answer:\n  ${refusal.line}`;
  const ours = beyondDocumented(evaluation).map(
    ({ id, says }) => `\n  ${id}: ${says}\n    ${ruleSource(id)?.title ?? ''}`
  );
  const beyond = ours.length === 0 ? '' : `\n\nNot plainly documented by AWS:${ours.join('')}`;
  return printable(
    `${id === title ? id : `${id}: ${title}`}\n\n${outline(evaluation, words)}${receipt === '' ? '' : `\n${receipt}`}${answer}${beyond}`
  );
}

function toJson({ file }: Question, { id }: Case, evaluation: Evaluation, { world }: ParsedScenario): string {
  const { outcome, rule, hops, checks } = evaluation;
  const refusal = refusalOf(evaluation, toWords(world));
  const report = {
    file,
    request: id,
    decision: outcome,
    by: decidingSteps(evaluation),
    rule,
    hops: hops.map((hop) => ({ role: hop.request.resource, decision: hop.outcome, by: decidingSteps(hop) })),
    checks: checks.map((check) => ({
      action: check.request.action,
      resource: check.request.resource,
      decision: check.outcome,
      by: decidingSteps(check)
    })),
    denial: toDenial(refusal),
    event: eventOf(evaluation, refusal),
    evaluation: toPlain(evaluation)
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
