// A statement counts once, however much of it differs.
import { expect, test } from 'vitest';
import { differences } from '../../src/lib/share/changes.ts';
import { statementsChanged } from '../../src/lib/workbench/since-start.ts';

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
