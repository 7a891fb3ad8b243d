/** Before a goal is foretold nothing of the page tells how it ends: of each shipped exercise, wherever its address stands. */
import { beforeEach, expect, test } from 'vitest';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toExercise } from '../../src/lib/exercise/exercise.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { Attempt } from '../../src/lib/workbench/attempt.svelte.ts';
import { ProgressStore } from '../../src/lib/workbench/progress-store.svelte.ts';
import { Workbench } from '../../src/lib/workbench/workbench.svelte.ts';

const files = import.meta.glob<string>('../../scenarios/exercises/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true
});

beforeEach(() => localStorage.clear());

function open(path: string, text: string) {
  const name = /([^/]+)\.yaml$/.exec(path)?.[1] ?? path;
  const start = parseScenario({ name: `${name}.yaml`, text }).value!;
  const exercise = toExercise(start)!;
  const place = { chapter: { number: 1, title: '' }, place: { at: 1, of: 1 }, back: null, next: null };
  const lesson = { name, title: start.title, exercise, ...place };
  const attempt = new Attempt({
    lesson: () => lesson,
    start: () => start,
    scenario: () => start,
    documents: () => null,
    progress: new ProgressStore(),
    clock: () => '2026-03-03T10:00:00.000Z'
  });
  let at: { request: string; step: string | null } = $state({ request: '', step: null });
  const graph = toGraph(start.world, []);
  const bench = new Workbench({
    scenario: () => start,
    graph: () => graph,
    watches: () => null,
    request: () => at.request,
    step: () => at.step,
    veils: (request) => attempt.isOpen(request),
    detail: () => 'elements',
    opened: () => null,
    pointed: () => null
  });
  const stand = (request: string, step: string | null) => (at = { request, step });
  return { start, exercise, attempt, bench, stand };
}

test.each(Object.entries(files))('%s', (path, text) => {
  const { start, exercise, attempt, bench, stand } = open(path, text);
  for (const request of exercise.predict) {
    const asked = start.cases.find(({ id }) => id === request)!.request!;
    const frames = toFrames(evaluate(start.world, asked), 'layers');
    for (const step of [null, frames[0]!.id, frames.at(-1)!.id]) {
      stand(request, step);
      expect(bench.isVeiled).toBe(true);
      const { frame, road, heads, sheet, tabs, sentence, receipt, refusal, credential, light } = bench;
      expect({ frame, road, heads, sheet, receipt, refusal, credential, light }).toEqual({
        frame: null,
        road: null,
        heads: null,
        sheet: null,
        receipt: null,
        refusal: null,
        credential: null,
        light: null
      });
      expect([bench.frames, sentence, bench.stretches]).toEqual([[], '', []]);
      expect(tabs.filter(({ isElsewhere }) => isElsewhere)).toEqual([]);
    }
    const watch = bench.watches.find(({ case: { id } }) => id === request);
    expect(watch).toMatchObject({ outcome: null, holds: null, by: [] });
    const row = attempt.goals.find((each) => each.request === request);
    if (row) expect([row.isMet, row.decision]).toEqual([null, null]);
  }
  expect(attempt.asked === null ? [] : [attempt.stop, attempt.feedback.text.slice(0, 15)]).toEqual(
    attempt.asked === null ? [] : [null, 'Before you step']
  );
  while (attempt.asked) attempt.skip();
  for (const request of exercise.predict) {
    stand(request, null);
    expect([bench.isVeiled, bench.index, bench.frames.length > 0]).toEqual([false, 0, true]);
  }
});
