/** Of a long list of values in a policy those that say something at a step: the ones that hold, and the first others. */
import type { ExpectedValue } from '../engine/trace.ts';

/** Up to so many are shown at once. */
const MANY = 24;
/** Of a longer list so many are shown beside those that hold. */
const FEW = 8;

/** In the order of the policy. The first of those that hold are enough where many do. */
export function worthReading(values: readonly ExpectedValue[]): readonly ExpectedValue[] {
  if (values.length <= MANY) return values;
  const holding = new Set(values.filter(({ holds }) => holds).slice(0, MANY - FEW));
  const others = new Set(values.filter((value) => !holding.has(value)).slice(0, FEW));
  return values.filter((value) => holding.has(value) || others.has(value));
}
