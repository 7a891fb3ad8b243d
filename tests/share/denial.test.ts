// Denials in the shapes in which people have them, read back into facts; and what is none.
import { describe, expect, test } from 'vitest';
import { MAX_DENIAL, readDenial } from '../../src/lib/share/denial.ts';
import { JOHN, ROLE, SHAPES } from './denial-shapes.ts';

test('there are more than forty shapes', () => {
  expect(SHAPES.length).toBeGreaterThanOrEqual(40);
});

test.each(SHAPES)('%s', (_, text, facts) => {
  expect(readDenial(text)).toMatchObject(facts);
});

describe('what is decoded and what CloudTrail keeps', () => {
  const context = {
    principal: { id: 'AIDAX', name: 'John', arn: JOHN },
    action: 'ec2:StopInstances',
    resource: 'arn:aws:ec2:eu-west-1:123456789012:instance/i-1',
    conditions: {
      items: [
        { key: 'ec2:Region', values: { items: [{ value: 'eu-west-1' }] } },
        { key: 'aws:ResourceTag/team', values: { items: [{ value: 'web' }] } }
      ]
    }
  };
  const decoded = { allowed: false, explicitDeny: true, matchedStatements: { items: [] }, context };

  test.each([
    ['decoded', JSON.stringify(decoded)],
    ['as the command line prints it', JSON.stringify({ DecodedMessage: JSON.stringify(decoded) })]
  ])('%s', (_, text) => {
    expect(readDenial(text)).toMatchObject({
      source: 'decoded',
      principal: JOHN,
      action: 'ec2:StopInstances',
      resource: 'arn:aws:ec2:eu-west-1:123456789012:instance/i-1',
      kind: 'explicit',
      context: new Map([
        ['ec2:Region', ['eu-west-1']],
        ['aws:ResourceTag/team', ['web']]
      ])
    });
  });

  const event = {
    eventVersion: '1.08',
    userIdentity: {
      type: 'AssumedRole',
      arn: ROLE,
      sessionContext: { attributes: { mfaAuthenticated: 'false', creationDate: '2026-03-03T09:00:00Z' } }
    },
    eventTime: '2026-03-03T10:00:00Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'HeadObject',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.9',
    userAgent: 'aws-cli/2',
    errorCode: 'AccessDenied',
    errorMessage: 'Access Denied',
    requestParameters: { bucketName: 'data', key: 'in/a.csv' }
  };

  test.each([
    ['an event', event],
    ['a file of events', { Records: [{ ...event, errorCode: undefined, errorMessage: undefined }, event] }]
  ])('%s', (_, value) => {
    expect(readDenial(JSON.stringify(value))).toMatchObject({
      source: 'event',
      principal: ROLE,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::data/in/a.csv',
      code: 'AccessDenied',
      operation: 'HeadObject',
      at: '2026-03-03T10:00:00Z',
      context: new Map([
        ['aws:SourceIp', ['203.0.113.9']],
        ['aws:RequestedRegion', ['eu-west-1']],
        ['aws:UserAgent', ['aws-cli/2']],
        ['aws:MultiFactorAuthPresent', ['false']]
      ])
    });
  });

  test('an event’s message tells more than its fields', () => {
    const said = `User: ${ROLE} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::data/in/a.csv" with an explicit deny in a service control policy`;
    expect(readDenial(JSON.stringify({ ...event, errorMessage: said }))).toMatchObject({
      layer: 'scp',
      kind: 'explicit'
    });
  });
});

describe('what is no denial', () => {
  test.each([
    ['nothing', ''],
    ['prose', 'The quick brown fox.'],
    ['a policy', '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}'],
    [
      'a policy that quotes one',
      `{"Statement":[{"Sid":"User: ${JOHN} is not authorized to perform: s3:GetObject"}]}`
    ],
    [
      'a scenario that quotes one',
      `bouncer: 1\nstory: |\n  User: ${JOHN} is not authorized to perform: s3:GetObject\n`
    ],
    [
      'an event that went well',
      '{"eventName":"GetObject","eventSource":"s3.amazonaws.com","userIdentity":{"type":"Root"}}'
    ],
    ['a decoded message that allows', '{"allowed":true,"context":{"action":"s3:GetObject"}}'],
    [
      'another error',
      'An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The bucket does not exist'
    ],
    ['throttling', '{"__type":"ThrottlingException","message":"Rate exceeded"}'],
    ['broken JSON', '{"Message": "Access'],
    ['too much of it', `Access Denied${' '.repeat(MAX_DENIAL)}`]
  ])('%s', (_, text) => {
    expect(readDenial(text)).toBeNull();
  });
});

test.each([
  ['User: '.repeat(30_000)],
  ['is not authorized to perform: '.repeat(6_000)],
  [`User: x is not authorized to perform: s3:GetObject on resource: ${'a '.repeat(90_000)}`],
  ['"'.repeat(190_000)],
  [`An error occurred (${'A'.repeat(190_000)}`],
  [`{"Message":${'['.repeat(90_000)}`],
  ['['.repeat(90_000) + ']'.repeat(90_000)],
  [`Context: ${'no no '.repeat(30_000)} Action: a:b`],
  ['\\'.repeat(190_000)],
  ['│'.repeat(190_000)]
])('hostile text %#, of any length, is read without a throw and without a standstill', (text) => {
  expect(() => readDenial(text)).not.toThrow();
});
