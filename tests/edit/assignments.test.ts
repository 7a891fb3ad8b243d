// IAM Identity Center: assigning, unassigning, who is in which group; each edit leaves a file that checks.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  assign,
  assignmentsIn,
  enroll,
  expel,
  hasCenter,
  memberships,
  possibleAssignments,
  unassign
} from '../../src/lib/edit/assignments.ts';
import { removeResourcePolicy, setPublicAccess } from '../../src/lib/edit/add-resource.ts';
import { prod as companyProd, ground as company, place } from './company.ts';
import { after, at, groundOf, next, reasons } from './ground.ts';

const file = new URL('../../scenarios/exercises/7-05-carla-from-the-directory.yaml', import.meta.url);
const ground = groundOf(readFileSync(file, 'utf8'));
const prod = at(ground, '222222222222');
const names = (of = ground) =>
  assignmentsIn(of).map((each) => `${each.permissionSet} ${each.to} ${each.account}`);

test('a permission set is assigned and unassigned, in one account', () => {
  const more = next(ground, assign(ground, prod, 'ReadOnly to group/Analysts'));
  expect(names(more)).toEqual([...names(), 'ReadOnly group/Analysts prod']);
  const line = assignmentsIn(more).find(({ at: pointer }) => pointer === '/identityCenter/assignments/1');
  const less = after(more, unassign(line!));
  expect(less.errors).toEqual([]);
  expect(names(groundOf(less.text))).toEqual([
    'PowerUser group/Analysts dev',
    'PowerUser group/Operators prod',
    'ReadOnly group/Auditors prod',
    'ReadOnly group/Analysts prod'
  ]);
});

test('the first assignment begins the list', () => {
  const none = groundOf(ground.source.text.replace(/ {2}assignments:\n( {4}- .*\n)+/, ''));
  expect(names(none)).toEqual([]);
  expect(names(next(none, assign(none, prod, 'ReadOnly to user/mia')))).toEqual(['ReadOnly user/mia prod']);
});

test('somebody joins a group of the directory and leaves it', () => {
  const more = next(ground, enroll(ground, 'carla in Auditors'));
  expect(memberships(more).filter((each) => each.startsWith('carla'))).toEqual([
    'carla in Analysts',
    'carla in Auditors'
  ]);
  expect(memberships(next(more, expel(more, 'carla in Analysts')))).toContain('carla in Auditors');
});

test.each([
  ['what is assigned', assign(ground, prod, 'PowerUser to group/Analysts'), ['edit/already-there /name']],
  ['nobody', assign(ground, prod, 'PowerUser to group/Analyst'), ['edit/unknown /name']],
  ['nonsense', assign(ground, prod, ''), ['edit/unknown /name']],
  ['who is in it', enroll(ground, 'carla in Analysts'), ['edit/already-there /name']],
  ['who is not', expel(ground, 'omar in Analysts'), ['edit/not-there /name']]
])('%s is refused', (_, edit, why) => {
  expect(reasons(edit)).toEqual(why);
});

test('every permission set goes to every group and user; accounts outside of the organization have none', () => {
  expect(possibleAssignments(ground).length).toBe(2 * (3 + 4));
  expect(hasCenter(ground, prod)).toBe(true);
  expect(hasCenter(company, place(companyProd.id))).toBe(false);
});

test('a bucket loses its policy once, and Block Public Access is turned on and off', () => {
  const data = place('arn:aws:s3:::data');
  const bare = next(company, removeResourcePolicy(company, data));
  expect(reasons(removeResourcePolicy(bare, data))).toEqual(['edit/not-there /name']);
  const shut = after(company, setPublicAccess(data, true));
  const block = (scenario: typeof shut.scenario) =>
    [...scenario.world.resources.values()].find(({ arn }) => arn === data.id)?.blockPublicAccess;
  expect(Object.values(block(shut.scenario) ?? {})).toEqual([true, true, true, true]);
  const open = after(groundOf(shut.text), setPublicAccess(data, false));
  expect(Object.values(block(open.scenario) ?? {})).toEqual([false, false, false, false]);
});
