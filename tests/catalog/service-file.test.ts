// The catalogue as it is extracted: every service can be read, and says what the Service Authorization Reference says.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeCatalogue } from '../../scripts/catalogue.js';
import { slimService } from '../../scripts/catalogue-slim.js';
import {
  NO_CATALOGUE,
  actionOf,
  lazyCatalogue,
  splitAction,
  toCatalogue
} from '../../src/lib/catalog/catalogue.ts';
import { readIndex, readService } from '../../src/lib/catalog/service-file.ts';
import { catalogue, service } from '../support/catalogue.ts';

/** Every key a service speaks of, wherever it does. */
function keysNamed(prefix: string): readonly string[] {
  const { actions, resources } = service(prefix);
  return [
    ...[...resources.values()].flatMap(({ keys }) => keys),
    ...[...actions.values()].flatMap((action) => [
      ...action.keys,
      ...action.resources.flatMap(({ keys }) => keys)
    ])
  ];
}

describe('every service', () => {
  test('there are some hundreds, in order, each with a name', () => {
    expect(catalogue.prefixes.length).toBeGreaterThan(400);
    expect(catalogue.prefixes).toEqual([...catalogue.prefixes].sort());
    expect(catalogue.prefixes.filter((prefix) => !catalogue.nameOf(prefix))).toEqual([]);
  });

  test('can be read under its own prefix, and speaks of nothing that it does not declare', () => {
    const wrong = catalogue.prefixes.filter((prefix) => {
      const { prefix: own, resources, actions, keys } = service(prefix);
      const types = [...actions.values()].flatMap((action) => action.resources.map(({ type }) => type));
      return (
        own !== prefix ||
        types.some((type) => !resources.has(type.toLowerCase())) ||
        keysNamed(prefix).some((key) => !keys.has(key.toLowerCase()))
      );
    });
    expect(wrong).toEqual([]);
  });

  test('every ARN has six parts', () => {
    const arns = catalogue.prefixes.flatMap((prefix) =>
      [...service(prefix).resources.values()].flatMap((resource) => resource.arns)
    );
    expect(arns.length).toBeGreaterThan(2000);
    expect(arns.filter((arn) => !/^arn:(?:[^:,]*:){4}[^, ]+$/.test(arn))).toEqual([]);
  });
});

// Source: Service Authorization Reference, the page of each service.
test.each([
  ['s3', 'Amazon S3', 'getobject', 'GetObject', 'Read', ['accesspointobject', 'object']],
  ['s3', 'Amazon S3', 'listbucket', 'ListBucket', 'List', ['accesspoint', 'bucket']],
  ['s3', 'Amazon S3', 'listallmybuckets', 'ListAllMyBuckets', 'List', []],
  ['s3', 'Amazon S3', 'putobjecttagging', 'PutObjectTagging', 'Tagging', ['accesspointobject', 'object']],
  ['s3', 'Amazon S3', 'putbucketpolicy', 'PutBucketPolicy', 'Permissions management', ['bucket']],
  ['sqs', 'Amazon SQS', 'sendmessage', 'SendMessage', 'Write', ['queue']],
  ['iam', 'AWS Identity and Access Management', 'passrole', 'PassRole', 'Write', ['role']]
])('%s: %s:%s', (prefix, name, key, action, access, types) => {
  const facts = service(prefix);
  expect(facts.name.replace(/ \(.*\)$/, '')).toContain(name.replace(/ \(.*\)$/, ''));
  const found = facts.actions.get(key);
  expect(found).toMatchObject({ name: action, access });
  expect(found?.resources.map(({ type }) => type).sort()).toEqual(types);
});

test('keys know their types, and which hold several values', () => {
  const { keys } = service('s3');
  expect(keys.get('s3:max-keys')).toEqual({ key: 's3:max-keys', type: 'Numeric', multivalued: false });
  expect(keys.get('aws:tagkeys')).toEqual({ key: 'aws:TagKeys', type: 'String', multivalued: true });
  expect(keys.get('s3:dataaccesspointarn')?.type).toBe('ARN');
});

test('a launch needs an instance and an image, and may need a key pair', () => {
  const resources = service('ec2').actions.get('runinstances')?.resources ?? [];
  const required = new Map(resources.map((each) => [each.type, each.required]));
  expect([required.get('instance'), required.get('image'), required.get('key-pair')]).toEqual([
    true,
    true,
    false
  ]);
  expect(resources.find(({ type }) => type === 'instance')?.keys).toContain('ec2:InstanceType');
});

describe('a catalogue', () => {
  const index = { names: new Map(['sqs', 'kms'].map((prefix) => [prefix, catalogue.nameOf(prefix) ?? ''])) };

  test('knows names without services, and finds actions without case', () => {
    const small = toCatalogue(index, [service('sqs')]);
    expect([small.knows('SQS'), small.knows('kms'), small.knows('s3')]).toEqual([true, true, false]);
    expect([small.service('kms'), small.service('s3')]).toEqual([null, null]);
    expect(actionOf(small, 'SQS:sendmessage')?.id).toBe('sqs:SendMessage');
    expect(actionOf(small, 'sqs:Send')).toBeNull();
    expect(actionOf(small, 'kms:Decrypt')).toBeNull();
    expect(small.prefixes).toEqual(['kms', 'sqs']);
  });

  test('reads a service once, and never what the index does not have', () => {
    const asked: string[] = [];
    const lazy = lazyCatalogue(index, (prefix) => {
      asked.push(prefix);
      return prefix === 'sqs' ? service(prefix) : null;
    });
    for (const prefix of ['sqs', 'SQS', 'kms', 'kms', '../secret', 'toString']) lazy.service(prefix);
    expect(asked).toEqual(['sqs', 'kms']);
  });

  test('of nothing knows nothing', () => {
    expect([NO_CATALOGUE.knows('s3'), NO_CATALOGUE.service('s3'), NO_CATALOGUE.prefixes]).toEqual([
      false,
      null,
      []
    ]);
  });
});

test.each([
  ['s3:GetObject', { prefix: 's3', name: 'GetObject' }],
  ['*', { prefix: '*', name: '' }],
  ['a:b:c', { prefix: 'a', name: 'b:c' }]
])('%s is taken apart', (action, parts) => {
  expect(splitAction(action)).toEqual(parts);
});

describe('what is no catalogue', () => {
  test.each([[null], ['<!doctype html>'], [[]], [{}], [{ prefix: 's3' }], [{ services: 1 }]])(
    '%j is read as nothing',
    (json) => {
      expect(readService(json)).toBeNull();
      expect(readIndex(json)).toBeNull();
    }
  );

  test('data that the file cannot say stops the extraction', () => {
    const action = {
      name: 'A',
      accessLevel: 'Write',
      conditionKeys: [],
      dependentActions: [],
      resourceTypes: []
    };
    const raw = { prefix: 'x', name: 'X', resources: {}, keys: {} };
    expect(() => slimService({ ...raw, actions: { a: { ...action, accessLevel: 'Admire' } } })).toThrow(
      /Admire/
    );
    expect(() => slimService({ ...raw, actions: { a: { ...action, conditionKeys: ['x:y'] } } })).toThrow(
      /x:y/
    );
  });
});

test('the extraction is made once, heals what was left half made, and clears what is no part of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  try {
    expect(makeCatalogue(folder)).toBe(true);
    expect(makeCatalogue(folder)).toBe(false);
    writeFileSync(join(folder, 'gone.json'), '{}');
    rmSync(join(folder, 'index.json'));
    expect(makeCatalogue(folder)).toBe(true);
    const names = readdirSync(folder);
    expect(names).not.toContain('gone.json');
    expect(names).toContain('LICENSE.txt');
    expect(names.length).toBe(catalogue.prefixes.length + 2);
    const bytes = names.reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0);
    expect(bytes).toBeLessThan(2_000_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
