/** `bouncer lint`: what is unwise in the policies of scenario files, though AWS would store it. */
import { findingsOf } from '../lib/scenario/findings.ts';
import { parseScenario } from '../lib/scenario/parse.ts';
import { hasErrors, type Diagnostic } from '../lib/source/diagnostic.ts';
import { renderDiagnostic } from '../lib/source/render.ts';
import { diskCatalogue } from './catalogue.ts';
import { toProblem } from './check-json.ts';
import { problemsText } from './check-text.ts';
import { findFiles, readSource, type FoundFile } from './files.ts';
import { EXIT, paint, printable, type Terminal } from './terminal.ts';

interface Linted {
  readonly file: string;
  readonly findings: readonly Diagnostic[];
  /** Why a file, or a part of it, could not be looked at. */
  readonly errors: readonly Diagnostic[];
}

interface Asked {
  readonly format: string;
  /** Whether a warning fails the run. */
  readonly strict: boolean;
}

/** @returns the exit code: 2 if a file could not be looked at, 1 if asked to be strict and there is a warning, else 0 */
export function lint(paths: readonly string[], { format, strict }: Asked, terminal: Terminal): number {
  const files = findFiles(paths).map(lintFile);
  terminal.out(format === 'json' ? toJson(files) : toText(files, terminal));
  if (files.some(({ errors }) => errors.length > 0)) return EXIT.unusable;
  return strict && count(files, 'warning') > 0 ? EXIT.failed : EXIT.ok;
}

function lintFile({ name, problem }: FoundFile): Linted {
  const read = problem === null ? readSource(name) : { value: null, diagnostics: [problem] };
  if (read.value === null) return { file: name, findings: [], errors: read.diagnostics };
  const { value, diagnostics } = parseScenario(read.value);
  const findings = value === null ? [] : findingsOf(value, diskCatalogue());
  const meant = value?.startErrors ?? [];
  const errors = diagnostics.filter((each) => hasErrors([each]) && !meant.includes(each.code));
  return { file: name, findings, errors };
}

function count(files: readonly Linted[], severity: Diagnostic['severity']): number {
  return files.flatMap(({ findings }) => findings).filter((each) => each.severity === severity).length;
}

/** One JSON text, ending in a newline. */
function toJson(files: readonly Linted[]): string {
  const report = {
    files: files.map(({ file, findings, errors }) => ({
      file,
      findings: findings.map((finding) => ({ ...toProblem(finding), fix: finding.fix })),
      errors: errors.map(toProblem)
    })),
    warnings: count(files, 'warning'),
    suggestions: count(files, 'suggestion')
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function toText(files: readonly Linted[], terminal: Terminal): string {
  const blocks = files.flatMap(({ findings, errors }) => [
    ...problemsText(errors),
    ...findings.map((finding) => withFix(finding))
  ]);
  return `${[...blocks, summary(files, terminal)].join('\n\n')}\n`;
}

function withFix(finding: Diagnostic): string {
  const { fix } = finding;
  const text = renderDiagnostic(finding);
  if (fix === undefined) return text;
  const becomes =
    fix.behaviour === 'kept' ? 'decisions stay as they are' : 'decisions change, as they are meant to';
  return `${text}\n  fix: ${printable(fix.title)} (${becomes})`;
}

function summary(files: readonly Linted[], terminal: Terminal): string {
  const warnings = count(files, 'warning');
  const text = `${numbered(warnings, 'warning')}, ${numbered(count(files, 'suggestion'), 'suggestion')}`;
  return paint(terminal, warnings > 0 ? 'yellow' : 'green', text);
}

function numbered(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
