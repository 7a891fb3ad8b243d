// The film of the first page: it says of each question what the engine says, and marks the words that decide.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { toFilms } from '../../src/lib/workbench/live-example.ts';

const file = new URL('../../src/routes/format/examples/stranger.yaml', import.meta.url);
const scenario = parseScenario({ name: 'stranger.yaml', text: readFileSync(file, 'utf8') }).value!;
const films = toFilms(scenario);

test.each([
  ['read', 'allowed', '"*"'],
  ['write', 'implicitDeny', '"s3:GetObject"'],
  ['in-the-clear', 'explicitDeny', '"false"']
])('%s ends %s, having marked %s', (id, decision, marked) => {
  const film = films.find((each) => each.id === id)!;
  expect(film.verdict.decision).toBe(decision);
  const marks = film.frames.flatMap(({ mark }) => (mark ? [film.text.slice(mark.from, mark.to)] : []));
  expect(marks.join('\n')).toContain(marked);
});

test('no step is told twice, and the last is the verdict', () => {
  for (const { frames, stops, verdict } of films) {
    expect(new Set(frames.map(({ id }) => id)).size).toBe(frames.length);
    expect(frames.at(-1)?.id).toBe(verdict.id);
    expect(stops.length).toBeGreaterThan(1);
  }
});
