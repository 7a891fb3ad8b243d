/** An attempt at an exercise, on a file that is really edited: what is told when, what is kept on the device. */
import { beforeEach, expect, test } from 'vitest';
import text from '../../scenarios/exercises/4-06-passing-the-hat.yaml?raw';
import { NO_CATALOGUE } from '../../src/lib/catalog/catalogue.ts';
import { toExercise } from '../../src/lib/exercise/exercise.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { Attempt } from '../../src/lib/workbench/attempt.svelte.ts';
import { newAttemptKit } from '../../src/lib/workbench/attempt-kit.ts';
import { Documents } from '../../src/lib/workbench/documents.svelte.ts';
import { ProgressStore } from '../../src/lib/workbench/progress-store.svelte.ts';
import { Readers } from '../../src/lib/workbench/readers.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';

const NAME = '4-06-passing-the-hat';
const source = { name: `${NAME}.yaml`, text };
const start = parseScenario(source).value!;
const exercise = toExercise(start)!;
const DANA = asPolicyId('main:user/dana/writes-functions');
const APP = asPolicyId('main:role/app-role/read-app-data');

beforeEach(() => localStorage.clear());

function open(original = text, now = text) {
  const beginning = { name: source.name, text: now, original, drafts: new Map(), graph: null };
  const documents = new Documents(beginning, new Readers(), () => {});
  const lesson = {
    name: NAME,
    title: start.title,
    exercise,
    chapter: { number: 4, title: 'Borrowed hats' },
    place: { at: 6, of: 7 },
    back: null,
    next: null
  };
  const progress = new ProgressStore();
  const attempt = new Attempt({
    lesson: () => lesson,
    start: () => start,
    scenario: () => documents.reading?.scenario ?? start,
    documents: () => documents,
    progress,
    clock: () => '2026-03-03T10:00:00.000Z'
  });
  attempt.load();
  attempt.kit = newAttemptKit(exercise, source, () => NO_CATALOGUE);
  return { attempt, documents, progress };
}

type Opened = ReturnType<typeof open>;

/** Takes over the text that a way leaves, and lets the attempt hear of it. */
async function take({ attempt, documents }: Opened, way: (typeof exercise)['solution']): Promise<void> {
  await documents.edit('Take over', way.changes);
  await heard({ attempt, documents });
}

async function heard({ attempt, documents }: Pick<Opened, 'attempt' | 'documents'>): Promise<void> {
  await expect.poll(() => documents.isStale).toBe(false);
  if (documents.reading) attempt.hear(documents.reading);
}

const decoyNamed = (name: string) => exercise.decoys.find((each) => each.name === name)!;

test('probes stay out of sight until the goals hold once, and are told from then on', async () => {
  const opened = open();
  const { attempt, documents } = opened;
  expect(attempt.hidden).toEqual(exercise.probes);
  await take(opened, decoyNamed('Take PassRole away'));
  expect(attempt.hidden).toEqual(exercise.probes); // a goal is missed
  await take(opened, decoyNamed('app-role*'));
  expect(attempt.grade.meetsGoals).toBe(true);
  expect(attempt.isPassed).toBe(false);
  expect(attempt.hidden).toEqual([]);
  documents.undo();
  documents.undo();
  await heard(opened);
  expect(attempt.isRevealed).toBe(true);
});

test('the foot knows each decoy by what it does, and what passes', async () => {
  const opened = open();
  const { attempt, progress } = opened;
  for (const decoy of exercise.decoys) {
    await take(opened, decoy);
    expect(attempt.feedback).toMatchObject({ kind: 'decoy', text: decoy.says });
  }
  expect(progress.isSolved(NAME)).toBe(false);
  await take(opened, exercise.solution);
  expect(attempt.feedback).toEqual({ kind: 'solved', text: 'Solved, in 1 statement.', stop: null });
  await expect
    .poll(() => progress.effort(NAME))
    .toMatchObject({
      solved: '2026-03-03T10:00:00.000Z',
      statements: 1,
      surface: 0
    });
});

test('typed half, it is no policy; typed whole, it counts without being settled', async () => {
  const opened = open();
  const { attempt, documents } = opened;
  const whole = documents.shown(DANA)!.text;
  documents.typePolicy(DANA, whole.slice(0, -3));
  await heard(opened);
  expect(attempt.feedback).toMatchObject({ kind: 'broken' });
  documents.typePolicy(
    DANA,
    whole.replace(
      /"iam:PassRole",\s*"Resource": "\*"/,
      '"iam:PassRole", "Resource": "arn:aws:iam::111111111111:role/app-role"'
    )
  );
  await heard(opened);
  expect(attempt.feedback).toMatchObject({ kind: 'decoy', text: decoyNamed('No iam:PassedToService').says });
});

test('what is locked keeps it from passing, and is named', async () => {
  const opened = open();
  const { attempt, documents, progress } = opened;
  await take(opened, exercise.solution);
  await documents.edit('Remove', [{ at: documents.shown(APP)!.pointer, remove: true }]);
  await heard(opened);
  expect(attempt.feedback).toMatchObject({
    kind: 'locked',
    text: expect.stringContaining('app-role · read-app-data')
  });
  expect(attempt.isPassed).toBe(false);
  expect(progress.effort(NAME).statements).toBe(1); // of before
});

test('one’s own question is nobody’s lock', async () => {
  const opened = open();
  const set = { principal: 'main:user/dana', action: 's3:ListAllMyBuckets' };
  await opened.documents.edit('Ask', [{ at: '/requests/mine', set }]);
  await take(opened, exercise.solution);
  expect(opened.attempt.isPassed).toBe(true);
});

test('a prediction is asked once, told with its answer, and kept', () => {
  const { attempt, progress } = open();
  const goal = () => attempt.goals.find(({ request }) => request === 'create-with-admin-role');
  expect(attempt.asked).toMatchObject({ request: 'create-with-admin-role' });
  expect(goal()?.isMet).toBeNull();
  expect(attempt.feedback.text).toMatch(/^Before you step/);
  attempt.predict('implicitDeny', null, true);
  expect(attempt.asked).toBeNull();
  expect(goal()?.isMet).toBe(false);
  expect(attempt.foretold.map(({ prediction }) => [prediction.isRight, prediction.isSure])).toEqual([
    [false, true]
  ]);
  attempt.predict('allowed', null, true); // too late
  expect(progress.value.predictions.length).toBe(1);
  const again = open();
  expect(again.attempt.asked).toBeNull();
  expect(again.attempt.foretold.length).toBe(1);
});

test('a prediction passed over is not asked again while the page is open; an edit ends asking', async () => {
  const { attempt } = open();
  attempt.skip();
  expect(attempt.asked).toBeNull();
  expect(attempt.foretold).toEqual([]);
  const other = open();
  expect(other.attempt.asked).not.toBeNull();
  await take(other, decoyNamed('Only to Lambda'));
  expect(other.attempt.asked).toBeNull();
});

test('hints only rise, never beyond those there are, and count until it is solved', async () => {
  const opened = open();
  const { attempt, progress } = opened;
  expect(attempt.hints).toEqual([]);
  attempt.hint(2);
  attempt.hint(1);
  expect(attempt.hints).toEqual(exercise.hints.slice(0, 2));
  expect(progress.effort(NAME).hints).toBe(2);
  await take(opened, exercise.solution);
  await expect.poll(() => progress.isSolved(NAME)).toBe(true);
  attempt.hint(9);
  attempt.show();
  expect(attempt.hints).toEqual(exercise.hints);
  expect(progress.effort(NAME)).toMatchObject({ hints: 2, isShown: false });
});

test('a solution that is looked at is noted, and each way leaves a text that passes', async () => {
  const { attempt, progress } = open();
  attempt.show();
  expect(progress.effort(NAME).isShown).toBe(true);
  const ways = attempt.kit!.ways();
  expect(ways.map(({ name }) => name)).toEqual([
    'A solution',
    ...exercise.alternatives.map(({ name }) => name)
  ]);
  for (const way of ways) {
    const other = open(text, way.text);
    await heard(other);
    expect(other.attempt.isPassed, way.name).toBe(true);
  }
});

test('rung 0 leads to what decides: not before that is foretold or passed over, and nowhere once it holds', async () => {
  const opened = open();
  expect(opened.attempt.stop).toBeNull();
  while (opened.attempt.asked) opened.attempt.skip();
  expect(opened.attempt.stop).toMatchObject({ request: 'create-with-admin-role', decision: 'allowed' });
  await take(opened, exercise.solution);
  expect(opened.attempt.stop).toBeNull();
});

test('the request on show is the one to be foretold, and stays when an edit ends that', async () => {
  const opened = open();
  const { attempt } = opened;
  const [first, second] = exercise.predict;
  expect(attempt.opening).toBe(first);
  attempt.skip();
  expect(attempt.opening).toBe(second ?? first);
  await take(opened, decoyNamed('app-role*'));
  expect(attempt.asked).toBeNull();
  expect(attempt.opening).toBe(second ?? first);
});
