/** Which listed resource an ARN means, and whose it is. */
import { describe, expect, test } from 'vitest';
import { asAccountId, asArn } from '../../src/lib/world/arn.ts';
import { organizationPath } from '../../src/lib/world/organization.ts';
import { findResource, ownerOf } from '../../src/lib/world/resource.ts';
import { worldOf } from '../support/world.ts';

const TOOLS = asAccountId('111111111111');
const PROD = asAccountId('222222222222');
const LONER = asAccountId('333333333333');

const world = worldOf({
  accounts: {
    payer: { id: '999999999999', organization: 'o-acme', organizationPath: ['r-ab12'] },
    tools: { id: TOOLS, organization: 'o-acme', organizationPath: ['r-ab12', 'ou-ab12-work', 'ou-ab12-dev'] },
    loner: { id: LONER }
  },
  organizations: { acme: { id: 'o-acme', management: '999999999999' } },
  resources: {
    'arn:aws:s3:::my-app-bucket': { account: TOOLS },
    'arn:aws:s3:us-east-1:111111111111:accesspoint/logs': {},
    'arn:aws:logs:us-east-1:111111111111:log-group:/app': {},
    'arn:aws:logs:us-east-1:111111111111:log-group:/star:*': {},
    'arn:aws:dynamodb:us-east-1:111111111111:table/orders': {},
    'arn:aws:lambda:us-east-1:111111111111:function:hello': {},
    'arn:aws:sns:us-east-1:111111111111:news': {},
    'arn:aws:kms:us-east-1:111111111111:key/k1': { account: PROD }
  }
});

// Source: the scenario file, format 1, end of "Accounts".
describe('finding the listed resource', () => {
  test.each([
    ['arn:aws:s3:::my-app-bucket', 'arn:aws:s3:::my-app-bucket', null],
    ['arn:aws:s3:::my-app-bucket/logo.png', 'arn:aws:s3:::my-app-bucket', 'logo.png'],
    ['arn:aws:s3:::my-app-bucket/a/b:c/d', 'arn:aws:s3:::my-app-bucket', 'a/b:c/d'],
    ['arn:aws:s3:::my-app-bucket-2/logo.png', null, null],
    [
      'arn:aws:s3:us-east-1:111111111111:accesspoint/logs/object/a/b',
      'arn:aws:s3:us-east-1:111111111111:accesspoint/logs',
      'a/b'
    ],
    [
      'arn:aws:logs:us-east-1:111111111111:log-group:/app:log-stream:x',
      'arn:aws:logs:us-east-1:111111111111:log-group:/app',
      null
    ],
    [
      'arn:aws:logs:us-east-1:111111111111:log-group:/star:log-stream:x',
      'arn:aws:logs:us-east-1:111111111111:log-group:/star:*',
      null
    ],
    [
      'arn:aws:dynamodb:us-east-1:111111111111:table/orders/index/byDay',
      'arn:aws:dynamodb:us-east-1:111111111111:table/orders',
      null
    ],
    ['arn:aws:dynamodb:us-east-1:111111111111:table/orders2', null, null],
    [
      'arn:aws:lambda:us-east-1:111111111111:function:hello:7',
      'arn:aws:lambda:us-east-1:111111111111:function:hello',
      null
    ],
    ['arn:aws:sns:us-east-1:111111111111:news:1a2b', 'arn:aws:sns:us-east-1:111111111111:news', null],
    ['arn:aws:constructor:::x/y', null, null],
    ['*', null, null]
  ])('%s lies in %s', (arn, listed, objectKey) => {
    const found = findResource(world, asArn(arn));
    expect(found?.resource.arn ?? null).toBe(listed);
    expect(found?.objectKey ?? null).toBe(objectKey);
  });
});

// KEY-35, XACC-09b
describe('the owner of a resource', () => {
  test.each<[string, string | null, string]>([
    ['arn:aws:s3:::my-app-bucket/logo.png', TOOLS, 'the account that lists the bucket'],
    ['arn:aws:s3:::nobody/logo.png', PROD, 'unlisted and without an account: the caller’s'],
    ['arn:aws:kms:us-east-1:111111111111:key/k1', PROD, 'listing counts before the ARN'],
    ['arn:aws:sqs:us-east-1:111111111111:q', TOOLS, 'unlisted: the account in the ARN'],
    ['arn:aws:iam::111111111111:role/deploy', TOOLS, 'a role: its ARN’s account'],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', null, 'AWS’s own'],
    ['*', PROD, 'no resource: the caller’s']
  ])('of %s is %s: %s', (arn, owner) => {
    expect(ownerOf(world, asArn(arn), PROD)).toBe(owner);
  });
});

// KEY-07, ORG-03
describe('the way down an organization', () => {
  test('has the root, the OUs and the account as levels, and a text without the account', () => {
    const path = organizationPath(world, TOOLS);
    expect(path?.levels).toEqual(['r-ab12', 'ou-ab12-work', 'ou-ab12-dev', TOOLS]);
    expect(path?.text).toBe('o-acme/r-ab12/ou-ab12-work/ou-ab12-dev/');
  });

  test('of an account directly under the root is organization and root', () => {
    expect(organizationPath(world, asAccountId('999999999999'))?.text).toBe('o-acme/r-ab12/');
  });

  test('does not exist outside organizations', () => {
    expect(organizationPath(world, LONER)).toBeNull();
    expect(organizationPath(world, PROD)).toBeNull();
    expect(organizationPath(world, null)).toBeNull();
  });
});
