// What the catalogue of AWS adds to completion: services, actions, ARNs of an action's resources, keys of its requests.
import { describe, expect, test } from 'vitest';
import { toCatalogue } from '../../src/lib/catalog/catalogue.ts';
import { completePolicy, completeScenario } from '../../src/lib/workbench/completion.ts';
import type { Services } from '../../src/lib/workbench/services.ts';
import { catalogue, service } from '../support/catalogue.ts';
import { words } from './completion-ask.ts';

const all: Services = { catalogue, want: () => {} };

/** Options at the `¦` of a text. */
function offered(marked: string, services = all, complete: typeof completePolicy = completePolicy) {
  const at = marked.indexOf('¦');
  return complete(marked.replace('¦', ''), at, words, services)?.options ?? [];
}
const labels = (marked: string, services = all) => offered(marked, services).map(({ label }) => label);

const statement = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ ${inside} }] }`;

describe('an action', () => {
  test('before the colon: what this world uses, then every service by name', () => {
    const found = offered(statement('"Action": ["s¦"]'));
    expect(found[0]?.label).toBe('s3:GetObject');
    expect(found.find(({ label }) => label === 'sqs:')).toMatchObject({ insert: 'sqs:', kind: 'service' });
    expect(found.find(({ label }) => label === 'sqs:')?.detail).toContain('SQS');
  });

  test('behind the colon: the actions of the service, from what harms least, with access level', () => {
    const found = offered(statement('"Action": "sqs:¦"')).filter(({ label }) => label.startsWith('sqs:'));
    expect(found.map(({ detail }) => detail)).toEqual([...found.map(({ detail }) => detail)].sort(byLevel));
    expect(found.find(({ label }) => label === 'sqs:SendMessage')).toMatchObject({ detail: 'Write' });
    expect(found.length).toBe(service('sqs').actions.size);
  });

  test('one used here says so, and its level', () => {
    const found = offered(statement('"Action": "s3:¦"')).find(({ label }) => label === 's3:GetObject');
    expect(found?.detail).toBe('Read, used here');
  });

  test('in NotAction and in a request of the file too', () => {
    expect(labels(statement('"NotAction": ["kms:De¦"]'))).toContain('kms:Decrypt');
    const file = 'bouncer: 1\nrequests:\n  ask:\n    action: kms:De¦\n';
    expect(offered(file, all, completeScenario).map(({ label }) => label)).toContain('kms:Decrypt');
  });

  test('no half word is put in where the cursor would leave the quotes', () => {
    expect(labels(statement('"Action": ¦'))).not.toContain('sqs:');
    expect(labels(statement('"Action": "¦'))).not.toContain('sqs:');
  });
});

function byLevel(a: string, b: string): number {
  const levels = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'];
  return levels.indexOf(a) - levels.indexOf(b);
}

describe('a resource', () => {
  test('of the types the statement’s actions take, wherever in the statement they stand', () => {
    const before = labels(statement('"Action": ["s3:GetObject", "sqs:SendMessage"], "Resource": "¦"'));
    const after = labels(statement('"Resource": ["¦"], "Action": ["s3:GetObject", "sqs:SendMessage"]'));
    expect(after).toEqual(before);
    expect(before).toEqual(expect.arrayContaining(['arn:aws:s3:::*/*', 'arn:aws:sqs:*:*:*']));
    expect(before).not.toContain('arn:aws:s3:::*');
    expect(before.indexOf('arn:aws:s3:::app')).toBeLessThan(before.indexOf('arn:aws:s3:::*/*'));
    expect(before.join(' ')).not.toContain('${');
  });

  test('of another statement’s actions nothing, and nothing of every action', () => {
    const other = '{ "Statement": [{ "Action": "sqs:*" }, { "Action": "*", "Resource": "¦" }] }';
    expect(labels(other)).not.toContain('arn:aws:sqs:*:*:*');
  });
});

describe('a condition key', () => {
  const keys = (operator: string) =>
    offered(statement(`"Action": "s3:ListBucket", "Condition": { "${operator}": { "¦" } }`));

  test('of the statement’s actions comes first, with its type', () => {
    const numbers = keys('NumericLessThan');
    expect(numbers.slice(0, 2)).toMatchObject([
      { label: 's3:TlsVersion', detail: 'number' },
      { label: 's3:max-keys', detail: 'number' }
    ]);
    const text = keys('StringLike').map(({ label }) => label);
    expect(text.indexOf('s3:prefix')).toBeLessThan(text.indexOf('aws:PrincipalAccount'));
    expect(text).not.toContain('s3:x-amz-acl');
  });

  test('with a parameter is put in up to it, and with the tags of this world', () => {
    const text = offered(statement('"Action": "s3:GetObject", "Condition": { "StringEquals": { "¦" } }')).map(
      ({ label }) => label
    );
    expect(text).toContain('s3:ExistingObjectTag/');
    expect(text).toContain('s3:ExistingObjectTag/team');
    expect(text.join(' ')).not.toMatch(/[$<]/);
  });
});

describe('a service that has not come', () => {
  const early = (asked: string[]): Services => ({
    catalogue: toCatalogue({ names: new Map([['sqs', 'Amazon SQS']]) }, []),
    want: (prefixes) => void asked.push(...prefixes)
  });

  test('is asked for, and this world’s own words are there meanwhile', () => {
    const asked: string[] = [];
    expect(labels(statement('"Action": "sqs:¦"'), early(asked))).toEqual([
      's3:GetObject',
      's3:List*',
      'sts:AssumeRole',
      '*'
    ]);
    expect(asked).toEqual(['sqs']);
    labels(statement('"Action": "sqs:SendMessage", "Resource": "¦"'), early(asked));
    expect(asked).toEqual(['sqs', 'sqs']);
  });

  test('where there is no catalogue, this world’s words are all', () => {
    const text = statement('"Action": ""');
    const list = completePolicy(text, text.indexOf('""') + 1, words);
    expect(list?.options.map(({ label }) => label)).toEqual([
      's3:GetObject',
      's3:List*',
      'sts:AssumeRole',
      '*'
    ]);
  });
});
