// The bundled AWS managed policies are whole: named, dated, and what articles quote of them is there.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { managedPolicy, managedPolicyNames } from '../../src/lib/catalog/managed.ts';

const names = managedPolicyNames();

describe.each([...names])('%s', (name) => {
  const policy = managedPolicy(name);

  test('stands under its own name, in a place where AWS keeps its policies', () => {
    expect(policy?.name).toBe(name);
    // Source: IAM User Guide, "Managed policies and inline policies": AWS is the account, paths are AWS's own.
    expect(policy?.arn).toMatch(/^arn:aws:iam::aws:policy\/(service-role\/|job-function\/)?[\w+=,.@-]+$/);
    expect(policy?.arn.endsWith(`/${name}`)).toBe(true);
  });

  test('has a version and a real day', () => {
    expect(policy?.version).toMatch(/^v[1-9][0-9]*$/);
    const day = policy?.date ?? '';
    expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
  });

  test('fits into a managed policy', () => {
    expect(policy?.document).toMatchObject({ Version: '2012-10-17' });
    // QUO-02; AWS holds its own policies to it as well.
    expect(JSON.stringify(policy?.document).length).toBeLessThanOrEqual(6144);
  });
});

// What the articles and scenarios say of these policies, and what a reader would check first.
test.each([
  // name                           version  document
  ['AdministratorAccess', 'v1', [{ Effect: 'Allow', Action: '*', Resource: '*' }]],
  [
    'AmazonS3ReadOnlyAccess',
    'v3',
    [
      {
        Effect: 'Allow',
        Action: ['s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'],
        Resource: '*'
      }
    ]
  ]
])('%s is %s, word for word', (name, version, statements) => {
  expect(managedPolicy(name)).toMatchObject({
    version,
    document: { Version: '2012-10-17', Statement: statements }
  });
});

test.each([
  'PowerUserAccess',
  'AmazonEC2ReadOnlyAccess',
  'AWSBillingReadOnlyAccess',
  'IAMUserChangePassword'
])('%s is part of the selection', (name) => {
  expect(managedPolicy(name)).not.toBeNull();
});

test.each(['', 'administratoraccess', 'aws:AdministratorAccess', 'toString', '__proto__'])(
  'there is no policy `%s`',
  (name) => {
    expect(managedPolicy(name)).toBeNull();
  }
);

test('the names are sorted and each occurs once', () => {
  expect([...names]).toEqual([...new Set(names)].sort());
});

test('the selection stays small', () => {
  const file = new URL('../../src/lib/catalog/managed-policies.json', import.meta.url);
  expect(readFileSync(file).length).toBeLessThan(80_000);
});
