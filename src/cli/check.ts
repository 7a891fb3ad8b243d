/** `bouncer check`: holds scenario files to what they expect. Reads, checks, counts; the formats lie beside. */
import { checkAll } from '../lib/exercise/check.ts';
import { GLOSSARY } from '../lib/ladder/glossary.ts';
import { findingsOf } from '../lib/scenario/findings.ts';
import { parseScenario } from '../lib/scenario/parse.ts';
import type { Diagnostic } from '../lib/source/diagnostic.ts';
import { diskCatalogue } from './catalogue.ts';
import { findFiles, readSource, type FoundFile } from './files.ts';
import { toJson } from './check-json.ts';
import { toJunit } from './check-junit.ts';
import { toText } from './check-text.ts';
import type { FileReport } from './report.ts';
import { EXIT, type Terminal } from './terminal.ts';

const TERMS = GLOSSARY.map(({ name }) => name);

interface Asked {
  readonly format: string;
  /** Whether the solutions of exercises are mutated, see mutants.ts. */
  readonly mutants: boolean;
}

/** @returns the exit code: 2 if a file is unusable, else 1 if something does not hold, else 0 */
export function check(paths: readonly string[], { format, mutants }: Asked, terminal: Terminal): number {
  const files = findFiles(paths).map((file) => checkFile(file, mutants));
  const passed = sum(files.map(({ report }) => report?.passed ?? 0));
  const failed = sum(files.map(({ report }) => report?.failed ?? 0));
  const report = { files, passed, failed };
  switch (format) {
    case 'json':
      terminal.out(toJson(report));
      break;
    case 'junit':
      terminal.out(toJunit(report));
      break;
    default:
      terminal.out(toText(report, terminal));
  }
  if (files.some(({ isUnusable }) => isUnusable)) return EXIT.unusable;
  return failed > 0 ? EXIT.failed : EXIT.ok;
}

function checkFile({ name, problem }: FoundFile, mutants: boolean): FileReport {
  const read = problem === null ? readSource(name) : { value: null, diagnostics: [problem] };
  if (read.value === null) return unusable(name, read.diagnostics);
  const { value: scenario, diagnostics } = parseScenario(read.value);
  if (scenario === null) return unusable(name, diagnostics);
  const catalogue = diskCatalogue();
  const report = checkAll(scenario, diagnostics, { catalogue: mutants ? catalogue : null, terms: TERMS });
  const isUnusable = diagnostics.some(
    ({ severity, code }) => severity === 'error' && !scenario.startErrors.includes(code)
  );
  const findings = findingsOf(scenario, catalogue);
  return { file: name, diagnostics, findings, report, isUnusable };
}

function unusable(file: string, diagnostics: readonly Diagnostic[]): FileReport {
  return { file, diagnostics, findings: [], report: null, isUnusable: true };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
