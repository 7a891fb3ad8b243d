/** What Lighthouse's second line says: time that a task waits for its processor is not time it works. */
import { expect, test } from 'vitest';
import { blockingTime, type TraceEvent } from '../lighthouse/calm.ts';

const MAIN = { pid: 7, tid: 1 };
const task = (at: number, wall: number, worked: number, on = MAIN): TraceEvent => ({
  ...{ name: 'RunTask', ts: at * 1000, dur: wall * 1000, tdur: worked * 1000 },
  ...on
});
const PAGE: readonly TraceEvent[] = [
  { name: 'thread_name', ts: 0, ...MAIN, args: { name: 'CrRendererMain' } },
  { name: 'thread_name', ts: 0, pid: 8, tid: 1, args: { name: 'CrRendererMain' } },
  { name: 'firstContentfulPaint', ts: 100_000, ...MAIN }
];

test.each([
  ['nothing at all', [], 1, 0],
  ['a task that waited', [task(200, 400, 20)], 1, 0],
  ['a task that worked', [task(200, 80, 80)], 1, 30],
  ['a task on a slower device', [task(200, 20, 20)], 4, 30],
  ['a task before the paint', [task(0, 90, 90)], 1, 0],
  ['a task of another thread', [task(200, 90, 90, { pid: 7, tid: 2 })], 1, 0],
  ['a task of another page', [task(200, 90, 90, { pid: 8, tid: 1 })], 1, 0],
  ['two tasks', [task(200, 60, 60), task(300, 70, 70)], 1, 30]
])('%s', (_, tasks, slowdown, blocking) => {
  expect(blockingTime([...PAGE, ...tasks], slowdown)).toBe(blocking);
});

test('a trace without a paint says nothing', () => {
  expect(blockingTime([task(0, 90, 90)], 1)).toBeNull();
});
