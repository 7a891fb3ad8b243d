// The film of the first page: it says of each question what the engine says, and marks the words that decide.
import { expect, test } from 'vitest';
import { readExample } from '../../src/routes/format/examples.ts';
import { fromPortable, toPortable } from '../../src/lib/scenario/portable.ts';
import { toFilms } from '../../src/lib/workbench/live-example.ts';

const films = toFilms(fromPortable(toPortable(readExample('stranger'))));

test.each([
  ['read', 'allowed', '"*"'],
  ['write', 'implicitDeny', '"s3:GetObject"'],
  ['in-the-clear', 'explicitDeny', '"false"']
])('%s ends %s, having marked %s', (id, decision, marked) => {
  const film = films.find((each) => each.id === id)!;
  expect(film.verdict.decision).toBe(decision);
  const marks = film.frames.flatMap(({ mark }) => (mark ? [film.text.slice(mark.from, mark.to)] : []));
  expect(marks).toContain(marked);
});

test('the text is the policy alone; no step is told twice, and the last is the verdict', () => {
  for (const { frames, stops, text, verdict } of films) {
    expect(Object.keys(JSON.parse(text))).toEqual(['Version', 'Statement']);
    expect(new Set(frames.map(({ id }) => id)).size).toBe(frames.length);
    expect(frames.at(-1)?.id).toBe(verdict.id);
    expect(stops.length).toBeGreaterThan(1);
  }
});
