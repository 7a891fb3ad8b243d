// Goals and probes as rows, and where what does not hold is decided.
import { expect, test } from 'vitest';
import { grade } from '../../src/lib/exercise/grade.ts';
import type { ParsedScenario } from '../../src/lib/scenario/scenario.ts';
import { goalRows, stopOf } from '../../src/lib/workbench/attempt-rows.ts';
import { allow, parsed, policy, task } from '../exercise/task.ts';
import { shippedTask } from './shipped-task.ts';

const SEES = `{ inline: { Read: ${policy(allow('s3:GetObject', 'arn:aws:s3:::pictures/*'))} } }`;

test('a row says what is asked, how it ends, what it must end in; not before it is told', () => {
  const { scenario, exercise } = parsed(task());
  const marks = grade(exercise, scenario);
  const [closed] = goalRows(marks.goals, scenario, () => false);
  expect(closed).toMatchObject({ request: 'see', isMet: null, decision: null, wants: 'must be allowed' });
  const [open] = goalRows(marks.goals, scenario, () => true);
  expect(open).toMatchObject({ key: 'see', isMet: false, decision: 'implicitDeny' });
  expect(goalRows(marks.probes, scenario, () => true).map(({ wants, isMet }) => [wants, isMet])).toEqual([
    ['must be refused', true],
    ['must meet silence', true]
  ]);
});

test('goals that no request shows: a way between two, a value of the file', () => {
  const goals =
    '[{ unreachable: [a:user/ana, a:role/boss] }, { state: /accounts/a/users/ana/kind, equals: human }]';
  const { scenario, exercise } = parsed(task({ goals, rest: '    roles: { boss: {} }' }));
  const rows = goalRows(grade(exercise, scenario).goals, scenario, () => false);
  expect(rows.map(({ title, request, isMet }) => [title, request, isMet])).toEqual([
    ['a:user/ana must not get to a:role/boss', null, true],
    ['kind must be human', null, false]
  ]);
});

test('keys are unique', () => {
  for (const number of ['5-02', '8-10', '1-05']) {
    const { start, exercise } = shippedTask(number);
    const marks = grade(exercise, start);
    const rows = goalRows([...marks.goals, ...marks.probes], start, () => true);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  }
});

/** The stop of a request as things are. */
function stopIn(scenario: ParsedScenario, exercise: Parameters<typeof grade>[0], request: string) {
  const { goals, probes } = grade(exercise, scenario);
  const mark = [...goals, ...probes].find(({ goal }) => goal.kind === 'request' && goal.request === request);
  return mark ? stopOf(scenario, mark) : null;
}

test.each([
  ['silence, at the statements of the caller', task(), 'see', /^identity/, 'implicitDeny'],
  [
    'an Allow, at the statement',
    task({ ana: SEES, goals: '[spy]', probes: '[see]' }),
    'see',
    /Read/,
    'allowed'
  ],
  [
    'a Deny, at the statement',
    task({ ana: SEES.replace('"Allow"', '"Deny"') }),
    'see',
    /Read/,
    'explicitDeny'
  ]
])('stops at %s', (_, text, request, step, decision) => {
  const { scenario, exercise } = parsed(text);
  const stop = stopIn(scenario, exercise, request);
  expect(stop).toMatchObject({ request, decision });
  expect(stop?.step).toMatch(step);
  expect(stop?.reason).not.toBe('');
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
    return [...goals, ...probes].flatMap((mark) => stopOf(scenario, mark)?.step ?? []);
  });
  expect(steps.filter((step) => /^hop\d/.test(step))).not.toEqual([]);
});

test('what no request shows, or what has an error, stops nowhere', () => {
  const { scenario, exercise } = parsed(task({ goals: '[{ state: /title, equals: u }]', probes: '[see]' }));
  const [goal] = grade(exercise, scenario).goals;
  expect(goal && stopOf(scenario, goal)).toBeNull();
  const gone = { ...scenario, cases: [] };
  const [probe] = grade(exercise, gone).probes;
  expect(probe && stopOf(gone, probe)).toBeNull();
});
