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
import { parseScenario } from '../lib/scenario/parse.ts';
import type { Case, ParsedScenario } from '../lib/scenario/scenario.ts';
import { hasErrors, type Diagnostic } from '../lib/source/diagnostic.ts';
import { nearest } from '../lib/source/suggest.ts';
import { problemsText } from './check-text.ts';
import { readSource } from './files.ts';
import { EXIT, printable, type Terminal } from './terminal.ts';

export interface Question {
  readonly file: string;
  /** Id of a request. */
  readonly request: string;
  readonly format: string;
}

/** @returns the exit code: 0 if the request could be explained, else 2 */
export function explain(question: Question, terminal: Terminal): number {
  const read = readSource(question.file);
  if (read.value === null) return refuse(read.diagnostics, terminal);
  const { value: scenario, diagnostics } = parseScenario(read.value);
  if (scenario === null) return refuse(diagnostics, terminal);
  const found = scenario.cases.find(({ id }) => id === question.request);
  if (found === undefined) return unknownRequest(question, scenario, diagnostics, terminal);
  if (found.request === null) return refuse(found.diagnostics, terminal);
  const evaluation = evaluate(scenario.world, found.request);
  if (hasErrors(diagnostics))
    terminal.err(`${printable(question.file)} has errors; \`bouncer check\` shows them\n`);
  if (question.format === 'json') terminal.out(toJson(question, found, evaluation, scenario));
  else terminal.out(`${toText(found, evaluation, scenario)}\n`);
  return EXIT.ok;
}

/** Says what is wrong with a file. @returns the exit code */
export function refuse(diagnostics: readonly Diagnostic[], terminal: Terminal): number {
  terminal.err(`${problemsText(diagnostics).join('\n\n')}\n`);
  return EXIT.unusable;
}

/** Says which requests there are. @returns the exit code */
export function unknownRequest(
  { file, request }: Question,
  { cases }: ParsedScenario,
  diagnostics: readonly Diagnostic[],
  terminal: Terminal
): number {
  const ids = cases.map(({ id }) => id);
  const near = nearest(request, ids);
  const rest = ids.filter((id) => id !== near);
  const meant = near === null ? '' : `did you mean \`${near}\`? `;
  const others =
    rest.length === 0 ? '' : `${near === null ? 'its requests are' : 'the others are'} ${list(rest)}`;
  const help = ids.length === 0 ? 'the file has no requests' : `${meant}${others}`.trim();
  terminal.err(
    `bouncer: ${printable(`${file} has no request \`${request}\`\n  help: `)}${printable(help)}\n`
  );
  if (hasErrors(diagnostics))
    return refuse(
      diagnostics.filter(({ severity }) => severity === 'error'),
      terminal
    );
  return EXIT.unusable;
}

/** At most a dozen. */
function list(ids: readonly string[]): string {
  const shown = ids.slice(0, 12).map((id) => `\`${id}\``);
  return `${shown.join(', ')}${ids.length > 12 ? ' …' : ''}`;
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
