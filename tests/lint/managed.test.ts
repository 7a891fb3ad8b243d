/** AWS's own policies: what is found in them is true, one by one, and nothing else is found. */
import { expect, test } from 'vitest';
import { managedPolicy, managedPolicyNames } from '../../src/lib/catalog/managed.ts';
import { catalogue } from '../support/catalogue.ts';
import { look } from './look.ts';

/** Each looked at and held against AWS's pages. */
const TRUE_OF_THEM: Readonly<Record<string, readonly string[]>> = {
  AdministratorAccess: ['admin-everything'],
  // The role that is passed may be any; the service is limited by StringLike without a wildcard.
  AmazonDynamoDBFullAccess: ['pass-role-everywhere', 'like-without-wildcard'],
  // OpenDataChannel takes no resource; the statement names sessions of Systems Manager.
  AWSCodeBuildDeveloperAccess: ['action-needs-star'],
  // DescribeQueries, StopQuery and StopLiveTail take no resource; the statement names log groups.
  AWSLambda_ReadOnlyAccess: ['action-needs-star', 'action-needs-star', 'action-needs-star'],
  CloudWatchReadOnlyAccess: ['action-needs-star', 'action-never-on-resource'],
  IAMFullAccess: ['iam-everything'],
  PowerUserAccess: ['not-action-allow'],
  SecretsManagerReadWrite: ['bucket-name-open-end']
};

test.each([...managedPolicyNames()])('%s', (name) => {
  const kind = name.startsWith('RCP') ? 'rcp' : name === 'FullAWSAccess' ? 'scp' : 'managed';
  const { findings } = look(JSON.stringify(managedPolicy(name)?.document), kind, catalogue);
  expect(findings.map(({ code }) => code.slice('lint/'.length))).toEqual(TRUE_OF_THEM[name] ?? []);
});
