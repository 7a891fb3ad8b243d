/** A request of a file, as the command line is asked about one: the file is read and the request found. */
import type { Request } from '../lib/engine/request.ts';
import { parseScenario } from '../lib/scenario/parse.ts';
import type { Case, ParsedScenario } from '../lib/scenario/scenario.ts';
import type { Diagnostic } from '../lib/source/diagnostic.ts';
import { nearest } from '../lib/source/suggest.ts';
import type { SourceText } from '../lib/source/text.ts';
import { problemsText } from './check-text.ts';
import { readSource } from './files.ts';
import { printable, type Terminal } from './terminal.ts';

export interface Question {
  readonly file: string;
  /** Id of a request. */
  readonly request: string;
  /** How the answer is printed: `text` or `json`. */
  readonly format: string;
}

/** A question that can be answered. */
export interface Asked {
  readonly source: SourceText;
  readonly scenario: ParsedScenario;
  readonly found: Case;
  readonly request: Request;
  /** Of the whole file; it may have errors that leave the request as it is. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Null where it cannot be answered; the terminal has been told why. */
export function readQuestion(question: Question, terminal: Terminal): Asked | null {
  const read = readSource(question.file);
  const parsed = read.value && parseScenario(read.value);
  if (!read.value || !parsed?.value) {
    refuse(parsed?.diagnostics ?? read.diagnostics, terminal);
    return null;
  }
  const { value: scenario, diagnostics } = parsed;
  const found = scenario.cases.find(({ id }) => id === question.request);
  if (found?.request) return { source: read.value, scenario, found, request: found.request, diagnostics };
  if (found === undefined) unknownRequest(question, scenario, diagnostics, terminal);
  else refuse(found.diagnostics, terminal);
  return null;
}

function refuse(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  terminal.err(`${problemsText(diagnostics).join('\n\n')}\n`);
}

/** Says which requests there are. */
function unknownRequest(
  { file, request }: Question,
  { cases }: ParsedScenario,
  diagnostics: readonly Diagnostic[],
  terminal: Terminal
): void {
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
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) refuse(errors, terminal);
}

/** At most a dozen. */
function list(ids: readonly string[]): string {
  const shown = ids.slice(0, 12).map((id) => `\`${id}\``);
  return `${shown.join(', ')}${ids.length > 12 ? ' …' : ''}`;
}
