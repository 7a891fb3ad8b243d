/** The report of `check` as JUnit XML, which CI systems show as tests. */
import type { RequestReport } from '../lib/scenario/check.ts';
import type { Diagnostic } from '../lib/source/diagnostic.ts';
import { toProblem } from './check-json.ts';
import { sceneName } from './check-text.ts';
import type { CheckReport, FileReport } from './report.ts';

interface TestCase {
  readonly name: string;
  readonly outcome: 'passed' | 'skipped' | 'failure' | 'error';
  readonly message: string;
}

/** One XML document: a suite for each file, a test case for each request and scene, an error for an unusable file. */
export function toJunit({ files }: CheckReport): string {
  const suites = files.map((file) => ({ file: file.file, cases: casesOf(file) }));
  const all = suites.flatMap(({ cases }) => cases);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="bouncer check" ${counts(all)}>`,
    ...suites.flatMap(({ file, cases }) => [
      `  <testsuite name="${escape(file)}" ${counts(cases)}>`,
      ...cases.map((one) => caseXml(file, one)),
      '  </testsuite>'
    ]),
    '</testsuites>'
  ];
  return `${lines.join('\n')}\n`;
}

function casesOf({ diagnostics, report, isUnusable }: FileReport): readonly TestCase[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const file: TestCase = { name: '(file)', outcome: 'error', message: errors.map(problemLine).join('\n') };
  const requests = (report?.requests ?? []).map((request): TestCase => {
    return { name: request.id, outcome: outcomeOf(request.ok), message: requestMessage(request) };
  });
  const scenes = (report?.scenes ?? []).map(({ ok, why = '', ...scene }): TestCase => {
    return { name: sceneName(scene), outcome: outcomeOf(ok), message: why };
  });
  const law = report?.exercise;
  const exercise: readonly TestCase[] = law
    ? [{ name: 'exercise', outcome: outcomeOf(law.ok), message: law.problems.map(problemLine).join('\n') }]
    : [];
  const all = [...requests, ...exercise, ...scenes];
  return isUnusable ? [file, ...all] : all;
}

function outcomeOf(ok: boolean | null): TestCase['outcome'] {
  if (ok === null) return 'skipped';
  return ok ? 'passed' : 'failure';
}

function requestMessage({ decision, by, expect, expectBy }: RequestReport): string {
  const wanted = [expect ?? 'any decision', expectBy === null ? '' : `by ${expectBy}`].join(' ').trim();
  return `${decision ?? 'undecided'}${by.length > 0 ? ` by ${by.join(', ')}` : ''}, expected ${wanted}`;
}

function problemLine(diagnostic: Diagnostic): string {
  const { line, column, message, code } = toProblem(diagnostic);
  return `${line}:${column}: ${message} [${code}]`;
}

function caseXml(file: string, { name, outcome, message }: TestCase): string {
  const head = `    <testcase classname="${escape(file)}" name="${escape(name)}"`;
  switch (outcome) {
    case 'passed':
      return `${head}/>`;
    case 'skipped':
      return `${head}><skipped/></testcase>`;
    case 'failure':
    case 'error':
      return `${head}><${outcome} message="${escape(message)}"/></testcase>`;
  }
}

function counts(cases: readonly TestCase[]): string {
  const count = (outcome: TestCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

/** As the value of an attribute. What XML 1.0 cannot hold at all becomes U+FFFD. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

// eslint-disable-next-line no-control-regex -- these are the characters XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
