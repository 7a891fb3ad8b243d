// A statement counts once, however much of it differs; every place is taken back alone.
import { expect, test } from 'vitest';
import { differences } from '../../src/lib/share/changes.ts';
import { applyChanges } from '../../src/lib/source/change.ts';
import { changedWords, statementsChanged, toGroups } from '../../src/lib/workbench/since-start.ts';

const file = (...statements: readonly object[]) => ({
  name: 'x.json',
  text: JSON.stringify({ title: 'T', accounts: { a: { policies: { p: { Statement: statements } } } } })
});
const GET = { Sid: 'Get', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const PUT = { Sid: 'Put', Effect: 'Allow', Action: 's3:PutObject', Resource: '*' };

test.each([
  ['nothing', file(GET, PUT), 0],
  ['two elements of one', file({ ...GET, Action: 's3:*', Resource: 'r' }, PUT), 1],
  ['one of each', file({ ...GET, Effect: 'Deny' }, { ...PUT, Effect: 'Deny' }), 2],
  ['one that came', file(GET, PUT, { ...GET, Sid: 'New', Action: 'ec2:*' }), 1],
  ['one that went', file(PUT), 1],
  ['one that went while the other changed', file({ ...PUT, Effect: 'Deny' }), 2]
])('%s', (_, after, count) => {
  expect(statementsChanged(differences(file(GET, PUT), after).list)).toBe(count);
});

test.each([
  ['an element', file({ ...GET, Action: 's3:*' }, PUT)],
  ['an element that came', file({ ...GET, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, PUT)],
  ['an element that went', file({ Sid: 'Get', Effect: 'Allow', Action: 's3:GetObject' }, PUT)],
  ['a statement that came', file(GET, PUT, { ...GET, Sid: 'New', Action: 'ec2:*' })],
  ['a statement that went, before another', file(PUT)],
  ['a statement that went, behind another', file(GET)],
  ['two at once', file({ ...GET, Effect: 'Deny' }, { ...PUT, Effect: 'Deny' })]
])('takes back %s', (_, after) => {
  const before = file(GET, PUT);
  const [item] = toGroups(differences(before, after).list).flatMap(({ items }) => items);
  const text = applyChanges(after, item?.back?.changes ?? []).value;
  expect(text).not.toBeNull();
  const left = differences(before, { ...after, text: text ?? '' }).list;
  expect(left).toHaveLength(differences(before, after).list.length - 1);
});

test('what differs stands by policy; the rest is counted besides', () => {
  const after = file({ ...GET, Action: 's3:*', Resource: 'r' }, PUT);
  const titled = { ...after, text: after.text.replace('"T"', '"U"') };
  const { list, more } = differences(file(GET, PUT), titled);
  expect(toGroups(list).map(({ title, items }) => [title, items.map((each) => each.title)])).toEqual([
    ['The file', ['title']],
    ['a › policy p', ['statement Get › Action', 'statement Get › Resource']]
  ]);
  expect(changedWords(list, more)).toBe('1 statement and 1 other place changed');
  expect(changedWords([], 0)).toBe('');
});
