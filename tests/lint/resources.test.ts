/** Which pairs of action and resource are said to never meet, in services of all kinds, and which are left alone. */
import { describe, expect, test } from 'vitest';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { catalogue } from '../support/catalogue.ts';
import { look } from './look.ts';

const HOME = '111122223333';
const FUNCTION = `arn:aws:lambda:us-east-1:${HOME}:function:resize`;
const QUEUE = `arn:aws:sqs:us-east-1:${HOME}:orders`;
const TABLE = `arn:aws:dynamodb:us-east-1:${HOME}:table/orders`;
const INSTANCE = `arn:aws:ec2:us-east-1:${HOME}:instance/*`;

function raised(statement: object, kind: PolicyKind): readonly string[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
  return look(text, kind, catalogue)
    .findings.filter(({ code }) => /action-(?:needs-star|never-on-resource)$/.test(code))
    .map(({ code, path }) => `${code.slice('lint/action-'.length)} ${path.slice('/Statement/0'.length)}`);
}

/** Source of each pair: Service Authorization Reference, the service's tables of actions and resource types. */
describe('a pair that never meets is told', () => {
  test.each<readonly [string, string | readonly string[], string | readonly string[], readonly string[]]>([
    ['another service', 'sqs:SendMessage', FUNCTION, ['never-on-resource /Action']],
    ['another type of the service', 'dynamodb:DescribeStream', TABLE, ['never-on-resource /Action']],
    ['a wildcard, all of it elsewhere', 'sqs:Send*', FUNCTION, ['never-on-resource /Action']],
    ['a wildcard in front', 'sqs:*Message', FUNCTION, ['never-on-resource /Action']],
    ['a whole service', 'dynamodb:*', QUEUE, ['never-on-resource /Action']],
    ['one of two', ['lambda:InvokeFunction', 'sqs:*'], FUNCTION, ['never-on-resource /Action/1']],
    ['patterns of ARNs', 'kms:Decrypt', 'arn:aws:kms:*:*:alias/*', ['never-on-resource /Action']],
    ['with a variable in its place', 'sqs:*', `${TABLE}/\${aws:username}`, ['never-on-resource /Action']],
    ['several ARNs, none of which fits', 'sns:Publish', [FUNCTION, QUEUE], ['never-on-resource /Action']],
    ['no resource at all', 'ec2:DescribeInstances', INSTANCE, ['needs-star /Action']],
    ['a wildcard without resources', 'ec2:DescribeAvailability*', INSTANCE, ['needs-star /Action']],
    ['another case', 'SQS:sendmessage', FUNCTION, ['never-on-resource /Action']]
  ])('%s', (_, Action, Resource, codes) => {
    expect(raised({ Action, Resource }, 'managed')).toEqual(codes);
  });

  test('in a policy of a resource too', () => {
    const statement = { Principal: { AWS: HOME }, Action: 'sqs:SendMessage', Resource: TABLE };
    expect(raised(statement, 'resource')).toEqual(['never-on-resource /Action']);
  });

  test('a Deny that never bites as well', () => {
    const statement = { Effect: 'Deny', Action: 'sqs:Delete*', Resource: FUNCTION };
    expect(raised(statement, 'scp')).toEqual(['never-on-resource /Action']);
  });
});

describe('what may meet, and what nobody can tell, is left alone', () => {
  test.each<readonly [string, string | readonly string[], string | readonly string[]]>([
    ['the plain pair', 'sqs:SendMessage', QUEUE],
    ['everything', 'sqs:SendMessage', '*'],
    ['every action', '*', QUEUE],
    ['a wildcard of which one fits', 'lambda:*', FUNCTION],
    ['a wildcard of which some take no resource', 'sqs:*', QUEUE],
    ['one resource of two', 'sqs:SendMessage', [FUNCTION, QUEUE]],
    ['stars in every other part', 'sqs:SendMessage', 'arn:*:sqs:*:*:*'],
    ['a star in place of the rest', 'sqs:SendMessage', 'arn:aws:sqs:*'],
    ['a variable as a part', 'sqs:SendMessage', `arn:aws:sqs:*:*:\${aws:PrincipalTag/queue}`],
    ['a part of a resource', 'dynamodb:Query', `${TABLE}/index/*`],
    ['a version of a function', 'lambda:InvokeFunction', `${FUNCTION}:live`],
    ['streams in a log group', 'logs:PutLogEvents', 'arn:aws:logs:*:*:log-group:/ecs/web:*'],
    ['resources of another service', 'autoscaling:*', 'arn:aws:autoscaling:*:*:autoScalingGroup:*:*'],
    ['an access point', 's3:GetObject', `arn:aws:s3:us-east-1:${HOME}:accesspoint/lake/object/*`],
    ['objects and buckets, told elsewhere', 's3:GetObject', 'arn:aws:s3:::app'],
    ['an action of tomorrow', 'sqs:OfTomorrow', FUNCTION],
    ['a wildcard that holds none', 'sqs:OfTomorrow*', FUNCTION],
    ['a service of tomorrow', 'tomorrow:*', FUNCTION]
  ])('%s', (_, Action, Resource) => {
    expect(raised({ Action, Resource }, 'managed')).toEqual([]);
  });

  test.each<readonly [string, object]>([
    ['all but some actions', { NotAction: 'sqs:*', Resource: FUNCTION }],
    ['all but some resources', { Action: 'sqs:SendMessage', NotResource: FUNCTION }]
  ])('%s', (_, statement) => {
    expect(raised(statement, 'managed')).toEqual([]);
  });

  test.each<readonly [string, string, string]>([
    ['the short form of API Gateway', 'execute-api:Invoke', 'execute-api:/prod/GET/*'],
    ['the whole of what it hangs on', 'kms:Decrypt', '*'],
    ['a queue', 'sqs:SendMessage', QUEUE]
  ])('in a policy of a resource: %s', (_, Action, Resource) => {
    expect(raised({ Principal: { AWS: HOME }, Action, Resource }, 'resource')).toEqual([]);
  });

  test('a service that has not been loaded', () => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: FUNCTION }]
    });
    const unloaded = { ...catalogue, service: () => null };
    expect(look(text, 'managed', unloaded).findings).toEqual([]);
  });
});
