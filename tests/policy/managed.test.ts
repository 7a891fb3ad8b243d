/** Every AWS managed policy that comes with the project reads without a problem. */
import { expect, test } from 'vitest';
import { managedPolicy, managedPolicyNames } from '../../src/lib/catalog/managed.ts';
import { brief } from '../source/trees.ts';
import { readPolicy } from './read.ts';

test.each([...managedPolicyNames()])("AWS's own %s has nothing that we would refuse", (name) => {
  const text = JSON.stringify(managedPolicy(name)?.document);
  expect(readPolicy(text, 'managed', 'p.json').diagnostics.map(brief)).toEqual([]);
});
