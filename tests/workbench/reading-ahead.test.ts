/** A worker made ahead goes to the first who asks, and to nobody else; one that failed goes to nobody. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isLong, makeAhead, takeWorker } from '../../src/lib/workbench/reading-ahead.ts';

class FakeWorker {
  static readonly made: FakeWorker[] = [];
  onerror: (() => void) | null = null;
  constructor() {
    FakeWorker.made.push(this);
  }
}

beforeEach(() => {
  FakeWorker.made.length = 0;
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

test('nothing is made before it is asked for', () => {
  expect(FakeWorker.made).toEqual([]);
  expect(takeWorker()).toBe(FakeWorker.made[0]);
});

test('what was made ahead is taken once', () => {
  makeAhead();
  makeAhead();
  expect(FakeWorker.made).toHaveLength(1);
  expect(takeWorker()).toBe(FakeWorker.made[0]);
  expect(takeWorker()).toBe(FakeWorker.made[1]);
});

test('one whose script could not be had is taken by nobody', () => {
  makeAhead();
  FakeWorker.made[0]?.onerror?.();
  expect(takeWorker()).toBe(FakeWorker.made[1]);
});

test.each([
  [60_000, false],
  [60_001, true]
])('a text of %i UTF-16 units: %s', (length, isSo) => {
  expect(isLong('x'.repeat(length))).toBe(isSo);
});
