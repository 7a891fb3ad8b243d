// The format's page tells every key of the schema, under an anchor of its own.
import { expect, test } from 'vitest';
import { scenarioSchema } from '../../src/lib/scenario/schema.ts';
import { pathIn, toParts, toSections } from '../../src/lib/workbench/format-keys.ts';

const sections = toSections(scenarioSchema());
const keys = sections.flatMap(({ key, keys, blocks }) => [
  key,
  ...keys,
  ...blocks.flatMap((block) => block.keys)
]);

test.each([
  ['accounts', { isRequired: true, isLater: false, depth: 0 }],
  ['accounts.users.boundary', { isRequired: false, type: 'text', depth: 2 }],
  ['accounts.users.credentials.accessKeys.id', { isRequired: true }],
  ['accounts.roles.trust', { type: 'policy' }],
  ['accounts.roles.maxSessionDuration', { type: 'whole number, 3600 to 43200' }],
  ['organizations.root.units.id', { isRequired: true }],
  ['requests.expect', { type: '`allowed`, `implicitDeny`, `explicitDeny`, `denied`, `conditional`' }],
  ['events', { isLater: true, depth: 0 }],
  ['now', { type: 'time' }],
  ['accounts', { type: 'map by name' }],
  ['accounts.resources', { type: 'map by ARN' }],
  ['accounts.users.tags', { type: 'text by name' }],
  ['accounts.users.mfa', { type: '`true` or `false`' }],
  ['requests.context', { type: 'text, list of text or `null` by name' }],
  ['requests.assume', { type: 'list of maps' }],
  ['requests.session', { type: 'text or map' }]
])('%s', (id, told) => {
  expect(keys.find((each) => each.id === id)).toMatchObject(told);
});

test('no anchor stands twice, and each key says what it means', () => {
  expect(new Set(keys.map(({ id }) => id)).size).toBe(keys.length);
  expect(keys.filter(({ about }) => about === '')).toEqual([]);
});

test('a key with keys below it has a block, and stands in the section once', () => {
  const accounts = sections.find(({ key }) => key.id === 'accounts')!;
  expect(accounts.keys.map(({ key }) => key)).toContain('users');
  expect(accounts.blocks.map(({ key }) => key.key)).toContain('users');
  expect(accounts.blocks.map(({ key }) => key.key)).not.toContain('id');
});

test('words in backticks are code', () => {
  expect(toParts('`/` by default, or `x`')).toEqual([
    { kind: 'code', text: '/' },
    { kind: 'text', text: ' by default, or ' },
    { kind: 'code', text: 'x' }
  ]);
});

test.each([
  ['accounts.users', 'accounts.users.credentials.password.changed', ['credentials', 'password']],
  ['accounts.users', 'accounts.users.mfa', []],
  ['accounts', 'accounts.users', []],
  [null, 'accounts', []]
])('between %s and %s', (block, id, path) => {
  const find = (wanted: string) => keys.find((each) => each.id === wanted)!;
  expect(pathIn(block === null ? null : find(block), find(id))).toEqual(path);
});
