/** Numbers as people read them: as the platform's own formatter writes them. */
import { expect, test } from 'vitest';
import { grouped } from '../../src/lib/graph/number.ts';

test.each([0, 7, 12, 999, 1000, 1234, 10_000, 999_999, 1_000_000, 12_345_678])('%i', (count) => {
  expect(grouped(count)).toBe(count.toLocaleString('en'));
});
