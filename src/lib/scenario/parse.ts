/**
 * Reads a scenario file: text → tree → format → world and cases. Never throws. Everything parses alone; the
 * diagnostics say what is wrong, the rest of the scenario is there.
 */
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import { stemOf } from '../source/file-name.ts';
import { readTree } from '../source/read.ts';
import type { SourceText } from '../source/text.ts';
import type { Tree } from '../source/tree.ts';
import { tooManyProblems, unsupportedVersion } from './diagnostics.ts';
import { toWorld } from './draft.ts';
import { checkExercise } from './exercise.ts';
import { scenarioFormat, type ScenarioFormat } from './format.ts';
import { toLayout } from './layout.ts';
import { checkReferences } from './references.ts';
import { pathOfRequest, requestPath, toCase } from './requests.ts';
import type { ParsedScenario } from './scenario.ts';
import { toScene } from './scenes.ts';
import type { Log } from './shape.ts';
import { checkStored } from './stored.ts';
import { buildWorld } from './world.ts';

/**
 * @param source YAML, or strict JSON when its name ends in `.json`
 * @returns a null value only when the text is no map at all or of another format version
 */
export function parseScenario(source: SourceText): Checked<ParsedScenario> {
  const read = readTree(source);
  if (read.value === null) return { value: null, diagnostics: read.diagnostics };
  const log: Log = [...read.diagnostics];
  const format = scenarioFormat.read(read.value, log);
  if (format === null) return { value: null, diagnostics: log };
  if (format.bouncer !== null && format.bouncer.text !== '1') {
    return { value: null, diagnostics: [unsupportedVersion(format.bouncer)] };
  }
  const unread = read.diagnostics.filter(({ severity }) => severity === 'error');
  if (log.length > MAX_PROBLEMS) return { value: null, diagnostics: cut(read.value, log) };
  checkReferences(format, log);
  const value = build({ source, root: read.value }, format, unread, log);
  return { value, diagnostics: [...log].sort((a, b) => a.range.from - b.range.from) };
}

/** Beyond so many problems of form, the file is none of ours; looking on would take long and tell nothing. */
const MAX_PROBLEMS = 5000;

function cut(root: Tree, log: Log): readonly Diagnostic[] {
  return [tooManyProblems(root, MAX_PROBLEMS), ...log.slice(0, MAX_PROBLEMS)];
}

function build(
  { source, root }: { source: SourceText; root: Tree },
  format: ScenarioFormat,
  unread: readonly Diagnostic[],
  log: Log
): ParsedScenario {
  const found = byRequest(log);
  const draft = buildWorld(format, log, unread);
  checkStored(draft, format);
  const world = toWorld(draft);
  const cases = (format.requests ?? []).map((entry) =>
    toCase(draft, world, entry, found.get(pathOfRequest(entry.key)) ?? [])
  );
  if (format.exercise) checkExercise(format.exercise, { root, world, cases }, log);
  return {
    name: stemOf(source.name),
    title: format.title ?? stemOf(source.name),
    summary: format.summary ?? '',
    story: format.story ?? '',
    chapter: format.chapter,
    order: format.order,
    world,
    cases,
    root,
    trees: draft.trees,
    twins: draft.twins,
    settings: draft.settings,
    scenes: (format.walkthrough ?? []).map((scene) => toScene(draft, scene, log)),
    layout: toLayout(draft, format.layout, log),
    startErrors: format.exercise?.startErrors ?? [],
    hasExercise: format.exercise !== null,
    exercise: format.exercise
  };
}

/** The problems so far, by the path of the request they are in. */
function byRequest(log: Log): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const problem of log) {
    const path = requestPath(problem);
    if (path === null) continue;
    const known = found.get(path);
    if (known) known.push(problem);
    else found.set(path, [problem]);
  }
  return found;
}
