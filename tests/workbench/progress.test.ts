/** What a learner has done survives being written, joined and tampered with. */
import { describe, expect, it } from 'vitest';
import { toCalibration } from '../../src/lib/workbench/calibration.ts';
import {
  NO_EFFORT,
  NO_PROGRESS,
  joinProgress,
  readProgress,
  withEffort,
  withPrediction,
  withTested,
  withoutEffort,
  writeProgress,
  type Prediction
} from '../../src/lib/workbench/progress.ts';

const AT = '2026-03-03T10:00:00.000Z';
const GUESS: Prediction = {
  exercise: '1-01-the-empty-badge',
  request: 'logo',
  guess: 'allowed',
  layer: 'identity',
  isSure: true,
  isRight: false,
  isLayerRight: true,
  at: AT
};
const solved = withEffort(NO_PROGRESS, 'a', { solved: AT, statements: 2, surface: 3, hints: 1 });
const done = withTested(withPrediction(solved, GUESS), 'Ceilings', AT);

describe('the text form', () => {
  it('says all there is', () => expect(readProgress(writeProgress(done))).toEqual(done));

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a scenario', '{"bouncer": 1}'],
    ['a newer version', '{"bouncerProgress": 2}']
  ])('is not %s', (_, text) => expect(readProgress(text)).toBeNull());

  it.each([
    ['an effort that is none', { exercises: { a: 3, b: { solved: 'yesterday', hints: 99 } } }],
    ['a prediction without its end', { predictions: [{ ...GUESS, isRight: 'yes' }, null, 7] }],
    ['a guess that there is not', { predictions: [{ ...GUESS, guess: 'maybe' }] }],
    ['a name of the language', { exercises: { __proto__: null, toString: null } }]
  ])('leaves out %s', (_, data) => {
    const read = readProgress(JSON.stringify({ bouncerProgress: 1, ...data }));
    expect(read?.predictions).toEqual([]);
    expect([...(read?.efforts.values() ?? [])]).toEqual(
      'exercises' in data && 'b' in data.exercises ? [{ ...NO_EFFORT, hints: 3 }] : []
    );
  });
});

describe('noting', () => {
  it.each([
    ['a better answer counts', { statements: 1 }, { statements: 1, surface: 3 }],
    ['a worse one does not', { statements: 5, surface: 9 }, { statements: 2, surface: 3 }],
    ['hints only rise', { hints: 0 }, { hints: 1 }],
    ['it was solved when it was first solved', { solved: '2027-01-01T00:00:00.000Z' }, { solved: AT }]
  ])('%s', (_, effort, expected) =>
    expect(withEffort(solved, 'a', effort).efforts.get('a')).toMatchObject(expected)
  );

  it('nobody corrects a prediction', () =>
    expect(withPrediction(done, { ...GUESS, isRight: true }).predictions).toEqual([GUESS]));

  it('forgets one exercise and no other', () => {
    const two = withEffort(solved, 'b', { hints: 2 });
    expect([...withoutEffort(two, 'a').efforts.keys()]).toEqual(['b']);
  });
});

it('joins what two devices know', () => {
  const later = { ...GUESS, request: 'other', at: '2026-03-04T10:00:00.000Z' };
  const theirs = withEffort(
    withPrediction(withPrediction(NO_PROGRESS, later), { ...GUESS, isRight: true }),
    'a',
    { solved: '2026-01-01T00:00:00.000Z', statements: 4, isShown: true }
  );
  const both = joinProgress(done, theirs);
  expect(both.efforts.get('a')).toEqual({
    solved: '2026-01-01T00:00:00.000Z',
    statements: 2,
    surface: 3,
    hints: 1,
    isShown: true
  });
  expect(both.predictions).toEqual([GUESS, later]);
  expect([...both.tested.keys()]).toEqual(['Ceilings']);
});

describe('calibration', () => {
  const guesses = (count: number, fields: Partial<Prediction>) =>
    Array.from({ length: count }, (_, i) => ({ ...GUESS, request: `${i}`, ...fields }));

  it('counts by guess, by layer and by how sure one was', () => {
    const found = toCalibration([
      ...guesses(2, { isRight: true }),
      ...guesses(1, { guess: 'explicitDeny', isSure: false, layer: null, isLayerRight: null })
    ]);
    expect(found).toEqual({
      all: { right: 2, of: 3 },
      layers: { right: 2, of: 2 },
      guesses: [
        { guess: 'allowed', right: 2, of: 2 },
        { guess: 'explicitDeny', right: 0, of: 1 }
      ],
      sure: { right: 2, of: 2 },
      unsure: { right: 0, of: 1 },
      told: ''
    });
  });

  it.each([
    ['You are sure more often than you are right.', guesses(5, { isRight: false })],
    ['When you are sure, you are mostly right.', guesses(5, { isRight: true })],
    [
      'You know more than you trust yourself with.',
      [...guesses(5, { isRight: true }), ...guesses(5, { isRight: true, isSure: false })]
    ]
  ])('says: %s', (told, predictions) => expect(toCalibration(predictions).told).toBe(told));
});
