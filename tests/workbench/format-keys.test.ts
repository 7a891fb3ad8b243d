// The format's page tells every key of the schema, under an anchor of its own.
import { expect, test } from 'vitest';
import { scenarioSchema } from '../../src/lib/scenario/schema.ts';
import { toSections } from '../../src/lib/workbench/format-keys.ts';

const sections = toSections(scenarioSchema());
const keys = sections.flatMap(({ key, keys }) => [key, ...keys]);

test.each([
  ['accounts', { isRequired: true, isLater: false, depth: 0 }],
  ['accounts.users.boundary', { isRequired: false, type: 'text', depth: 2 }],
  ['accounts.users.credentials.accessKeys.id', { isRequired: true }],
  ['accounts.roles.trust', { type: 'policy' }],
  ['accounts.roles.maxSessionDuration', { type: 'whole number, 3600 to 43200' }],
  ['organizations.root.units.id', { isRequired: true }],
  ['requests.expect', { type: 'allowed | implicitDeny | explicitDeny | denied | conditional' }],
  ['events', { isLater: true, depth: 0 }]
])('%s', (id, told) => {
  expect(keys.find((each) => each.id === id)).toMatchObject(told);
});

test('no anchor stands twice, and each key says what it means', () => {
  expect(new Set(keys.map(({ id }) => id)).size).toBe(keys.length);
  expect(keys.filter(({ about }) => about === '')).toEqual([]);
});
