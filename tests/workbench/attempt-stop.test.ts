// Where what does not hold is decided, and which paper lies on the table there.
import { expect, test } from 'vitest';
import { grade } from '../../src/lib/exercise/grade.ts';
import type { ParsedScenario } from '../../src/lib/scenario/scenario.ts';
import { stopOf } from '../../src/lib/workbench/attempt-stop.ts';
import { allow, parsed, policy, task } from '../exercise/task.ts';
import { shippedTask } from './shipped-task.ts';

const SEES = `{ inline: { Read: ${policy(allow('s3:GetObject', 'arn:aws:s3:::pictures/*'))} } }`;

/** The stop of a request as things are. */
function stopIn(scenario: ParsedScenario, exercise: Parameters<typeof grade>[0], request: string) {
  const { goals, probes } = grade(exercise, scenario);
  const mark = [...goals, ...probes].find(({ goal }) => goal.kind === 'request' && goal.request === request);
  return mark ? stopOf(scenario, mark, exercise) : null;
}

test.each([
  ['silence, at the statements of the caller', task(), 'see', /^identity/, 'implicitDeny'],
  ['an Allow', task({ ana: SEES, goals: '[spy]', probes: '[see]' }), 'see', /^identity/, 'allowed'],
  ['a Deny', task({ ana: SEES.replace('"Allow"', '"Deny"') }), 'see', /^identity/, 'explicitDeny']
])('stops at %s', (_, text, request, step, decision) => {
  const { scenario, exercise } = parsed(text);
  const stop = stopIn(scenario, exercise, request);
  expect(stop).toMatchObject({ request, decision });
  expect(stop?.step).toMatch(step);
  expect(stop?.reason).not.toBe('');
});

// For a yes that must become a no, the unlocked paper that lets it through, or the Deny that should have met it.
test.each([
  ['1-03', 'read-config', 'verdict', 'AppData', undefined],
  ['1-04', 'delete-bucket', 'identity', 'AppFiles', '/Statement/0'],
  ['2-02', 'read-payroll', 'identity', null, undefined],
  ['3-02', 'key-deletes', 'identity', 'VaultKeeper', '/Statement/1'],
  ['4-06', 'create-with-admin-role', 'check1.identity', 'writes-functions', '/Statement/1'],
  ['6-05', 'queries-orders', 'scp', 'FilesOnly', undefined],
  ['6-07', 'vera-reads', 'rcp', 'HouseRules', '/Statement/0'],
  ['6-08', 'helper-stops', 'scp', 'KeepTheTrail', '/Statement/0'],
  ['7-04', 'mallory-deploys', 'hop1.resource', 'trust policy', '/Statement/0'],
  ['7-05', 'carla-looks', 'signed', null, undefined]
])('%s at its start: %s at %s', (number, request, step, paper, path) => {
  const { start, exercise } = shippedTask(number);
  const stop = stopIn(start, exercise, request);
  const name = stop?.opened ? start.world.papers.get(stop.opened.policy)?.name : null;
  expect([stop?.step, name, stop?.opened?.path]).toEqual([step, paper, path]);
});

test('stops inside the check that is refused, not at the call that is blocked by it', () => {
  const { exercise, after } = shippedTask('4-06');
  const scenario = after(exercise.decoys.find(({ name }) => name === 'Take PassRole away'));
  expect(stopIn(scenario, exercise, 'create-with-app-role')).toMatchObject({
    decision: 'implicitDeny',
    step: 'check1.identity'
  });
});

test('stops inside the hop that is refused', () => {
  const { exercise, after } = shippedTask('5-08');
  const steps = exercise.decoys.flatMap((decoy) => {
    const scenario = after(decoy);
    const { goals, probes } = grade(exercise, scenario);
    return [...goals, ...probes].flatMap((mark) => stopOf(scenario, mark, exercise)?.step ?? []);
  });
  expect(steps.filter((step) => /^hop\d/.test(step))).not.toEqual([]);
});

test('what no request shows, or what has an error, stops nowhere', () => {
  const { scenario, exercise } = parsed(task({ goals: '[{ state: /title, equals: u }]', probes: '[see]' }));
  const [goal] = grade(exercise, scenario).goals;
  expect(goal && stopOf(scenario, goal, exercise)).toBeNull();
  const gone = { ...scenario, cases: [] };
  const [probe] = grade(exercise, gone).probes;
  expect(probe && stopOf(gone, probe, exercise)).toBeNull();
});
