/** The report of `check` for people. */
import type { HopReport, RequestReport, SceneReport } from '../lib/scenario/check.ts';
import type { ExerciseReport } from '../lib/exercise/check.ts';
import type { MutantReport } from '../lib/exercise/mutants.ts';
import type { NamedTried } from '../lib/exercise/law.ts';
import type { Diagnostic } from '../lib/source/diagnostic.ts';
import { renderDiagnostic } from '../lib/source/render.ts';
import type { CheckReport, FileReport } from './report.ts';
import { paint, printable, type Terminal } from './terminal.ts';

/** Problems shown of one file; a file of another kind may have thousands, and they all say the same. */
const SHOWN = 20;

/** Ends in a newline. */
export function toText(report: CheckReport, terminal: Terminal): string {
  const blocks = [...report.files.map((file) => fileText(file, terminal)), summary(report, terminal)];
  return `${blocks.join('\n\n')}\n`;
}

/** Problems in their places, at most twenty of them; a blank line between. */
export function problemsText(diagnostics: readonly Diagnostic[]): readonly string[] {
  const shown = diagnostics.slice(0, SHOWN).map(problemText);
  const more = diagnostics.length - shown.length;
  return more === 0 ? shown : [...shown, `… and ${more} more; --format json shows all`];
}

/** A file that could not be read has no line to show. */
function problemText(diagnostic: Diagnostic): string {
  if (!diagnostic.code.startsWith('cli/')) return renderDiagnostic(diagnostic);
  const { range, severity, message, code, help } = diagnostic;
  const head = `${printable(range.source.name)}: ${severity}: ${printable(message)} [${code}]`;
  return help === undefined ? head : `${head}\n  help: ${printable(help)}`;
}

function fileText({ file, diagnostics, report }: FileReport, terminal: Terminal): string {
  const requests = (report?.requests ?? []).map((request) => requestLine(request, terminal));
  const scenes = (report?.scenes ?? []).map((scene) => sceneLine(scene, terminal));
  const name = paint(terminal, 'bold', printable(file));
  const law = report?.exercise ?? null;
  const lines = [name, ...requests, ...(law ? lawLines(law, terminal) : []), ...scenes];
  const problems = problemsText([...diagnostics, ...(law?.problems ?? [])]).map(
    (problem) => `\n\n${problem}`
  );
  // Alone, a problem names its file itself.
  return lines.length === 1 && problems.length > 0
    ? problems.join('').trimStart()
    : `${lines.join('\n')}${problems.join('')}`;
}

function requestLine(request: RequestReport, terminal: Terminal): string {
  const { id, decision, by, expect, expectBy, ok } = request;
  const found = `${decision ?? 'undecided'}${by.length > 0 ? ` by ${by.join(', ')}` : ''}`;
  const wanted = [expect ?? '', expectBy === null ? '' : `by ${expectBy}`]
    .filter((part) => part !== '')
    .join(' ');
  const expected = ok === false ? `, expected ${wanted}` : '';
  const hop = ok === false ? request.hops.find((each) => each.decision !== 'allowed') : undefined;
  const blocked = hop === undefined ? '' : blockedAt(hop);
  return `  ${mark(ok, terminal)} ${printable(id)}: ${printable(`${found}${expected}${blocked}`)}`;
}

function blockedAt({ role, decision }: HopReport): string {
  return ` (assuming ${role} is ${decision ?? 'undecided'})`;
}

function sceneLine({ ok, why, ...scene }: SceneReport, terminal: Terminal): string {
  const reason = why === undefined ? '' : `: ${printable(why)}`;
  return `  ${mark(ok, terminal)} ${printable(sceneName(scene))}${reason}`;
}

/** The exercise, part by part: what each fails on, or that it passes. */
function lawLines(law: ExerciseReport, terminal: Terminal): readonly string[] {
  const { start, solution, alternatives, decoys, statements, measured, mutants } = law;
  const line = (ok: boolean, text: string) => `    ${mark(ok, terminal)} ${printable(text)}`;
  const passing = (name: string, { passes, why }: Omit<NamedTried, 'name'>) =>
    line(passes, passes ? `${name} passes` : `${name}: ${why.join('; ')}`);
  const failing = (name: string, { passes, fails }: Omit<NamedTried, 'name'>) =>
    line(!passes, passes ? `${name} passes` : `${name} fails ${fails.join(', ')}`);
  const size = measured === null ? '' : ` (par ${measured.par}, moves ${measured.moves})`;
  return [
    `  ${mark(law.ok, terminal)} exercise`,
    failing('start', start),
    passing(`solution${size}`, solution),
    ...alternatives.map((each) => passing(`alternative ${each.name}`, each)),
    ...decoys.map((each) => failing(`decoy ${each.name}`, each)),
    ...statements.map(({ statement, fails }) =>
      line(
        fails.length > 0,
        fails.length > 0 ? `without ${statement} fails ${fails.join(', ')}` : `${statement} is not needed`
      )
    ),
    ...(mutants === null ? [] : mutantLines(mutants, line))
  ];
}

function mutantLines(
  { made, noticed, equivalent, survivors }: MutantReport,
  line: (ok: boolean, text: string) => string
): readonly string[] {
  const open = survivors.filter(({ because }) => because === null).length;
  const counts = `${made} made, ${noticed} noticed, ${equivalent} the same, ${survivors.length} left`;
  return [
    line(open === 0, `mutants: ${counts}`),
    ...survivors.map(({ mutant, because }) =>
      line(because !== null, `mutant ${mutant}${because === null ? ' is noticed by nobody' : `: ${because}`}`)
    )
  ];
}

/** `scene 3, Two signatures` */
export function sceneName({ index, title }: Pick<SceneReport, 'index' | 'title'>): string {
  return `scene ${index + 1}${title === undefined ? '' : `, ${title}`}`;
}

function mark(ok: boolean | null, terminal: Terminal): string {
  if (ok === null) return paint(terminal, 'dim', '–');
  return ok ? paint(terminal, 'green', '✓') : paint(terminal, 'red', '✗');
}

function summary({ files, passed, failed }: CheckReport, terminal: Terminal): string {
  const unusable = files.filter(({ isUnusable }) => isUnusable).length;
  const counts = `${passed} passed, ${failed} failed`;
  const rest = unusable === 0 ? '' : `, ${unusable} ${unusable === 1 ? 'file' : 'files'} unusable`;
  const line = paint(terminal, failed + unusable > 0 ? 'red' : 'green', `${counts}${rest}`);
  const findings = files.reduce((sum, file) => sum + file.findings.length, 0);
  if (findings === 0) return line;
  const noun = findings === 1 ? 'finding' : 'findings';
  return `${line}\n${paint(terminal, 'dim', `${findings} ${noun}; \`bouncer lint\` shows them`)}`;
}
