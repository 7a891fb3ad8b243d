// Goals and probes as rows.
import { expect, test } from 'vitest';
import { grade } from '../../src/lib/exercise/grade.ts';
import { goalRows } from '../../src/lib/workbench/attempt-rows.ts';
import { parsed, task } from '../exercise/task.ts';
import { shippedTask } from './shipped-task.ts';

test('a row says what is asked, how it ends, what it must end in; not before it is told', () => {
  const { scenario, exercise } = parsed(task());
  const marks = grade(exercise, scenario);
  const [closed] = goalRows(marks.goals, scenario, () => false);
  expect(closed).toMatchObject({ request: 'see', isMet: null, decision: null, wants: 'must be allowed' });
  const [open] = goalRows(marks.goals, scenario, () => true);
  expect(open).toMatchObject({ key: 'see', isMet: false, decision: 'implicitDeny' });
  expect(goalRows(marks.probes, scenario, () => true).map(({ wants, isMet }) => [wants, isMet])).toEqual([
    ['must be denied', true],
    ['must be denied, by silence', true]
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
