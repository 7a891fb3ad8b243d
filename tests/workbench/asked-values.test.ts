/** Of a long list of values those that hold are always shown, up to a number, and the first of the others. */
import { expect, test } from 'vitest';
import { asPolicyId } from '../../src/lib/world/arn.ts';
import { worthReading } from '../../src/lib/workbench/asked-values.ts';

const list = (count: number, holding: readonly number[]) =>
  Array.from({ length: count }, (_, i) => ({
    at: { policy: asPolicyId('tools:role/jenkins/may-deploy'), path: `/${String(i)}` },
    text: String(i),
    resolved: String(i),
    holds: holding.includes(i)
  }));
const all = (count: number) => Array.from({ length: count }, (_, i) => i);

test.each([
  ['a short list', 24, [3], all(24)],
  ['none holds', 200, [], all(8)],
  ['one far down holds', 200, [150], [...all(8), 150]],
  ['one of the first holds', 200, [0], all(9)],
  ['all hold', 200, all(200), all(24)]
])('%s', (_, count, holding, shown) => {
  expect(worthReading(list(count, holding)).map(({ text }) => Number(text))).toEqual(shown);
});
