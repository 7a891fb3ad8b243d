/** The table of requests: what decided in words, and which flips deserve a bold word. */
import { expect, test } from 'vitest';
import flagship from '../../scenarios/tools-to-production.yaml?raw';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { deciderWords, expectWords, isDangerous, nowWords } from '../../src/lib/workbench/watch-table.ts';
import { toPlaceOf } from '../../src/lib/workbench/moves.ts';
import { toWatches } from '../../src/lib/workbench/watches.ts';

const watches = toWatches(parseScenario({ name: 'flagship.yaml', text: flagship }).value!);
const watch = (id: string) => watches.find((each) => each.case.id === id)!;

test.each([
  ['deploy', 'allowed', 'identity-based policy deploy-web, statement UpdateWeb'],
  ['wrong-region', 'explicitly denied', 'SCP DenyRegions at Workloads, statement OnlyVirginia'],
  ['pass-admin', 'implicitly denied', 'no Allow: identity-based policy']
])('%s: %s by %s', (id, now, by) => {
  expect([nowWords(watch(id)), deciderWords(watch(id))]).toEqual([now, by]);
});

test('what nothing decided has no words, and a condition is told', () => {
  const open = { ...watch('deploy'), outcome: 'conditional', condition: 'MFA is present', by: [] } as const;
  expect([nowWords(open), deciderWords(open)]).toEqual(['allowed when MFA is present', '']);
  expect(nowWords({ ...open, case: { ...open.case, request: null } })).toBe('has an error');
});

test.each([
  [null, 'nothing'],
  ['denied', 'denied either way'],
  ['conditional', 'hangs on open facts'],
  ['implicitDeny', 'implicitly denied']
] as const)('%s expected reads %s', (expected, said) => {
  expect(expectWords(expected)).toBe(said);
});

test.each([
  [null, 'allowed', true],
  [null, 'implicitDeny', false],
  ['denied', 'allowed', true],
  ['denied', 'explicitDeny', false],
  ['allowed', 'implicitDeny', true],
  ['allowed', 'allowed', false],
  ['implicitDeny', 'explicitDeny', true]
] as const)('expected %s, now %s: bold %s', (expected, after, isBold) => {
  expect(isDangerous({ after }, expected)).toBe(isBold);
});

test.each([
  [0, 1, 3, 1],
  [2, 1, 3, 0],
  [0, -1, 3, 2],
  [-1, 1, 3, 0],
  [-1, -1, 3, 2]
] as const)('from place %i by %i of %i to %i', (place, by, count, to) => {
  expect(toPlaceOf(place, by, count)).toBe(to);
});
