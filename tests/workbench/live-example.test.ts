/** The films of the first page: they say of each question what the engine says, and mark the words that decide. */
import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../src/routes/shipped.ts';
import { fromPortable, toPortable } from '../../src/lib/scenario/portable.ts';
import { toExamplePlace } from '../../src/lib/workbench/example-moves.ts';
import { toFilms } from '../../src/lib/workbench/live-example.ts';

const films = toFilms(fromPortable(toPortable(EXAMPLES.read('stranger'))));
const OBJECTS = '"arn:aws:s3:::archive/*"';

describe.each([
  // request    decision         stops                                          marked, in order
  ['stranger', 'allowed', ['asked', 'denySweep', 'resource'], ['"*"', '"s3:GetObject"', OBJECTS]],
  ['dana', 'implicitDeny', ['asked', 'denySweep', 'resource', 'identity'], ['"*"', '"s3:GetObject"']],
  [
    'admin',
    'explicitDeny',
    ['asked', 'denySweep', 'resource', 'identity'],
    ['"*"', '"s3:DeleteObject"', OBJECTS]
  ]
])('%s', (id, decision, stops, marked) => {
  const film = films.find((each) => each.id === id);
  const frames = film?.frames ?? [];

  test(`ends ${decision}, with a frame for every stop`, () => {
    expect(film?.verdict.decision).toBe(decision);
    expect(film?.stops.map((stop) => stop.id)).toEqual(stops);
    expect(frames.map((frame) => frame.id)).toEqual(expect.arrayContaining(stops));
    expect(frames.at(-1)?.id).toBe(film?.verdict.id);
  });

  test('marks the words that decide', () => {
    const marks = frames.flatMap(({ reading: { paper, mark } }) =>
      mark ? [paper.text.slice(mark.from, mark.to)] : []
    );
    expect([...new Set(marks)]).toEqual(marked);
  });

  test('says every sentence once, in a few steps, always with a paper on the table', () => {
    expect(new Set(frames.map((frame) => frame.sentence)).size).toBe(frames.length);
    expect(frames.length).toBeLessThanOrEqual(8);
    expect(frames.every(({ reading }) => reading.paper.text.includes('"Statement"'))).toBe(true);
  });

  test('nothing is marked before a policy is read', () => {
    expect(frames[0]).toMatchObject({ id: 'asked', reading: { mark: null, current: null, isDeny: false } });
  });
});

test('only the Deny that stands is read as one', () => {
  const denied = films.map(({ frames }) => frames.filter(({ reading }) => reading.isDeny).length > 0);
  expect(denied).toEqual([false, false, true]);
});

test('a paper that is read often is there once', () => {
  const papers = films.flatMap(({ frames }) => frames.map(({ reading }) => reading.paper));
  expect(new Set(papers).size).toBe(new Set(papers.map(({ name }) => name)).size);
});

test.each([
  ['next', 0, 1],
  ['next', 2, 2],
  ['back', 2, 1],
  ['back', 0, 0],
  ['first', 2, 0],
  ['last', 0, 2],
  ['deeper', 1, null],
  [null, 1, null]
] as const)('%s at %i of 3 leads to %j', (command, from, to) => {
  expect(toExamplePlace(command, from, 3)).toBe(to);
});
