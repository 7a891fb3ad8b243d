// What is said of what decides beside the policies, which rules.test.ts holds to the decision; and what S3 calls
// public, statement by statement (SVC-14).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { isPublicPolicy } from '../../src/lib/engine/public-policy.ts';
import { refusalOf } from '../../src/lib/explain/refusal.ts';
import { finding, question } from '../../src/lib/explain/sentence.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { parseJson } from '../../src/lib/source/json.ts';

const name = 'rules-beside.yaml';
const text = readFileSync(join(import.meta.dirname, name), 'utf8');
const { value: scenario } = parseScenario({ name, text });
if (scenario === null) throw new Error('no scenario');

describe('in words', () => {
  const say = (id: string) => {
    const request = scenario.cases.find((each) => each.id === id)?.request;
    if (!request) throw new Error(id);
    const evaluation = evaluate(scenario.world, request);
    const context = { words: toWords(scenario.world), evaluation };
    const stops = evaluation.steps.filter(
      (step) => step.kind === 'gate' && ['grant', 'acl', 'publicAccess'].includes(step.gate)
    );
    return [
      ...stops.flatMap((step) => [question(step, context), finding(step, context)]),
      finding(evaluation, context)
    ];
  };

  test.each([
    'SVC-04.user',
    'SVC-04.no-context',
    'SVC-04.open-context',
    'SVC-13.stranger',
    'SVC-13.public-acl-refused',
    'SVC-13.public-acl-ignored',
    'SVC-11.acl-not-supported',
    'EVAL-23.public-object',
    'SVC-12.bucket-owner',
    'EVAL-24.session-is-over',
    'EVAL-24.inactive-key',
    'STS-20.longer-than-the-role',
    'STS-20.too-short',
    'XACC-17.chained',
    'STS-30.inherited-tag-again',
    'XACC-16.trusts-another',
    'STS-34.other-policy',
    'STS-07.not-centralized'
  ])('%s', (id) => {
    expect(say(id)).toMatchSnapshot();
  });
});

describe("AWS's own words", () => {
  test.each([
    ['EVAL-24.session-is-over', 'ExpiredToken', 'The security token included in the request is expired'],
    [
      'EVAL-24.inactive-key',
      'InvalidClientTokenId',
      'The security token included in the request is invalid.'
    ],
    [
      'STS-20.longer-than-the-role',
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'
    ],
    [
      'XACC-17.chained',
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.'
    ],
    ['SVC-11.acl-not-supported', 'AccessControlListNotSupported', 'The bucket does not allow ACLs']
  ])('%s: %s', (id, code, message) => {
    const request = scenario.cases.find((each) => each.id === id)?.request;
    if (!request) throw new Error(id);
    const refusal = refusalOf(evaluate(scenario.world, request), toWords(scenario.world));
    expect({ code: refusal?.code, message: refusal?.message }).toEqual({ code, message });
  });
});

describe('public (SVC-14)', () => {
  const PUBLIC = { Principal: '*' };
  const under = (Condition: object, more: object = {}) => ({ ...PUBLIC, ...more, Condition });
  test.each([
    ['everyone', PUBLIC, true],
    ['everyone of AWS', { Principal: { AWS: '*' } }, true],
    ['a web identity provider', { Principal: { Federated: 'www.amazon.com' } }, true],
    ['one account', { Principal: { AWS: '222222222222' } }, false],
    ['a service', { Principal: { Service: 'cloudtrail.amazonaws.com' } }, false],
    ['one account and everyone', { Principal: { AWS: ['222222222222', '*'] } }, true],
    ['a Deny', { ...PUBLIC, Effect: 'Deny' }, false],
    ['an organization', under({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }), false],
    ['any organization', under({ StringLike: { 'aws:PrincipalOrgID': 'o-*' } }), true],
    ['an asterisk that is a letter', under({ StringEquals: { 'aws:SourceVpc': 'vpc-*' } }), false],
    ['a VPC', under({ StringEquals: { 'aws:SourceVpc': 'vpc-91237329' } }), false],
    ['a VPC by another key', under({ StringEquals: { 'aws:VpcSourceIp': '10.0.0.1' } }), true],
    ['a variable', under({ StringEquals: { 'aws:SourceVpc': '${aws:PrincipalTag/vpc}' } }), true],
    ['not a VPC', under({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }), true],
    ['a VPC if it is said', under({ StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }), true],
    ['a range of addresses', under({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), false],
    ['a wide range', under({ IpAddress: { 'aws:SourceIp': '10.0.0.0/7' } }), true],
    ['the widest that is fixed', under({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }), false],
    ['a range of IPv6', under({ IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }), false],
    ['a wide range of IPv6', under({ IpAddress: { 'aws:SourceIp': '2001::/16' } }), true],
    [
      'one wide range among others',
      under({ IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0'] } }),
      true
    ],
    ['all but a range', under({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), true],
    ['a user by id', under({ StringEquals: { 'aws:userid': 'AIDAEXAMPLE' } }), false],
    ['sessions by role id', under({ StringLike: { 'aws:userid': 'AROAEXAMPLE:*' } }), true],
    [
      'access points of an account',
      under({ StringLike: { 's3:DataAccessPointArn': 'arn:aws:s3:us-east-1:111111111111:accesspoint/*' } }),
      false
    ],
    [
      'access points of any account',
      under({ StringLike: { 's3:DataAccessPointArn': 'arn:aws:s3:us-east-1:*:accesspoint/x' } }),
      true
    ],
    ['an object tag', under({ StringEquals: { 's3:ExistingObjectTag/public': 'yes' } }), true]
  ])('%s: %j → %s', (_title, statement, expected) => {
    const document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*', ...statement }]
    };
    const tree = parseJson({ name: 'p', text: JSON.stringify(document) }).value;
    const policy = tree && parsePolicy(tree).value;
    if (!policy) throw new Error('no policy');
    expect(isPublicPolicy(policy)).toBe(expected);
  });
});
