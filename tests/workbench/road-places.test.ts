/** Places of gates: time from left to right, words that do not meet, and the same road from top to bottom. */
import { expect, test } from 'vitest';
import { toRoad } from '../../src/lib/explain/road.ts';
import { goneIn } from '../../src/lib/workbench/road-marks.ts';
import { roomAlong, toPlaces } from '../../src/lib/workbench/road-places.ts';
import { toSwipe } from '../../src/lib/workbench/swipe.ts';
import { EVALUATIONS, evaluationOf } from '../explain/requests.ts';

const placesOf = (evaluation: (typeof EVALUATIONS)[number][1]) =>
  toPlaces(
    toRoad(evaluation),
    evaluation.steps.map(({ id }) => id)
  );

test.each(EVALUATIONS)(
  '%s: one place for each step, in order, between the ends of the road',
  (_, evaluation) => {
    const { stops, split, merge, junction, verdict } = placesOf(evaluation);
    expect(stops.map(({ gate }) => gate.id)).toEqual(evaluation.steps.map(({ id }) => id));
    const xs = [0, ...stops.map(({ x }) => x), merge, junction, verdict, 100];
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(new Set(xs).size).toBe(xs.length);
    for (const { lane, x } of stops) expect(lane === 'approach').toBe(x < split);
  }
);

test.each(EVALUATIONS)('%s: words of a lane do not meet, nor its name', (_, evaluation) => {
  const { stops, names } = placesOf(evaluation);
  for (const lane of ['approach', 'upper', 'lower'] as const) {
    const spans = stops.filter((each) => each.lane === lane && !each.gate.isFolded).map(({ words }) => words);
    const all = lane === 'approach' ? spans : [...spans, names[lane]];
    const sorted = [...all].sort((a, b) => a.from - b.from);
    for (const [i, span] of sorted.entries()) {
      expect(span.to).toBeGreaterThan(span.from);
      expect(span.to).toBeLessThanOrEqual(sorted[i + 1]?.from ?? 100);
    }
  }
});

test.each(EVALUATIONS)('%s: a tag is where its gate is, and covers no other words', (_, evaluation) => {
  const { stops } = placesOf(evaluation);
  for (const stop of stops) {
    expect(stop.x).toBeGreaterThan(stop.tag.from);
    expect(stop.x).toBeLessThan(stop.tag.to);
    if (stop.gate.isFolded) continue; // its tag hangs between the lanes
    const others = stops.filter(
      ({ lane, gate }) => lane === stop.lane && gate !== stop.gate && !gate.isFolded
    );
    for (const { words } of others) {
      expect(words.to <= stop.tag.from || words.from >= stop.tag.to).toBe(true);
    }
  }
});

test('a tick takes less room than a gate', () => {
  const { stops } = placesOf(evaluationOf('pipeline-assumes'));
  const at = (id: string) => stops.find(({ gate }) => gate.id === id)?.x ?? 0;
  expect(at('session') - at('boundary')).toBeLessThan((at('papers') - at('asked')) / 2);
});

test('from top to bottom each lane has rows of its own, 44 CSS pixels at least', () => {
  const { stops, tall } = placesOf(evaluationOf('pipeline-assumes'));
  for (const lane of ['upper', 'lower'] as const) {
    const ys = stops.filter((each) => each.lane === lane).map(({ y }) => y);
    for (const [i, y] of ys.entries()) expect((ys[i + 1] ?? tall.junction) - y).toBeGreaterThanOrEqual(44);
  }
});

test('the way gone ends at the first gate that lets nobody through', () => {
  const evaluation = evaluationOf('intern-assumes'); // the door stays silent
  const places = placesOf(evaluation);
  const passed = new Set([...evaluation.steps.map(({ id }) => id), evaluation.id]);
  const { across } = goneIn(places, { current: 'verdict', passed, isReached: true });
  expect(across[1]).toBe(places.stops.find(({ gate }) => gate.id === 'resource')?.x);
});

test('the parts of a gate stand on the side with more room', () => {
  const places = placesOf(evaluationOf('pipeline-assumes'));
  const [first, last] = [places.stops.find(({ gate }) => gate.id === 'rcp'), places.stops.at(-1)];
  if (!first || !last) throw new Error('no gates');
  expect([roomAlong(places, first).side, roomAlong(places, last).side]).toEqual(['behind', 'before']);
});

test.each([
  [{ x: -80, y: 10 }, 'next'],
  [{ x: 80, y: -10 }, 'back'],
  [{ x: -30, y: 0 }, null],
  [{ x: -80, y: 70 }, null],
  [{ x: 0, y: 200 }, null]
])('a finger that moves by %j: %s', (to, command) => {
  expect(toSwipe({ x: 0, y: 0 }, to)).toBe(command);
});
