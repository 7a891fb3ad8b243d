/** Policies as the AWS command line prints them, with the names beside them. */
import { describe, expect, test } from 'vitest';
import { allow, file, made, policy } from './made.ts';

describe('what the AWS command line prints', () => {
  const READ = policy(allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }));
  const DOOR = policy(allow({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }));
  const SITE = policy(allow({ Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::site/*' }));
  const QUEUE = policy(allow({ Principal: '*', Action: 'sqs:SendMessage' }));

  test.each<[string, unknown, RegExp]>([
    [
      'get-policy-version',
      { PolicyVersion: { Document: READ, VersionId: 'v1' } },
      /dana:\n +inline:\n +x: \|/
    ],
    [
      'get-user-policy',
      { UserName: 'ann', PolicyName: 'Read', PolicyDocument: READ },
      /ann:\n +inline:\n +Read: \|/
    ],
    [
      'get-role-policy',
      { RoleName: 'app', PolicyName: 'Read', PolicyDocument: READ },
      /roles:\n +app:\n +inline:/
    ],
    [
      'get-role',
      {
        Role: { RoleName: 'app', Arn: 'arn:aws:iam::444455556666:role/app', AssumeRolePolicyDocument: DOOR }
      },
      /id: '444455556666'\n +roles:\n +app:\n +trust: \|/
    ],
    [
      'an encoded document',
      { AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(DOOR)) },
      /trust: \|/
    ],
    ['get-bucket-policy', { Policy: JSON.stringify(SITE) }, /arn:aws:s3:::site':\n +policy: \|/],
    [
      'get-queue-attributes',
      {
        Attributes: {
          Policy: JSON.stringify(QUEUE),
          QueueArn: 'arn:aws:sqs:eu-west-1:444455556666:orders'
        }
      },
      /arn:aws:sqs:eu-west-1:444455556666:orders':\n +policy: \|/
    ],
    ['a list', [READ, READ], /x: \|[^]*x-2: \|/],
    ['one statement', READ.Statement[0], /"Version": "2012-10-17"/]
  ])('%s', (_name, output, expected) => {
    expect(made([file(output)]).text).toMatch(expected);
  });

  test('the text itself may be encoded, and have any name', () => {
    const text = encodeURIComponent(JSON.stringify(READ));
    expect(made([{ name: 'pasted.yaml', text }]).text).toContain('"s3:GetObject"');
    expect(made([{ name: 'notes.txt', text: `\t${JSON.stringify(READ, null, '\t')}` }]).text).toContain(
      '"s3:GetObject"'
    );
  });

  test('a policy in YAML is one as well', () => {
    const text = 'Version: "2012-10-17"\nStatement:\n  - { Effect: Allow, Action: "s3:*", Resource: "*" }\n';
    expect(made([{ name: 'p.yaml', text }]).text).toContain('"Action": "s3:*"');
  });

  test('a trust policy and permissions that come together belong to one role', () => {
    const { text } = made([file(DOOR, 'trust.json'), file(READ, 'read.json')]);
    expect(text).toMatch(/example-role:\n +trust: \|[^]*\n +inline:\n +read: \|/);
    expect(text).toContain('title: Trying out 2 policies');
  });
});

test('a policy stands in the file letter by letter, only further in', () => {
  const written =
    '{\n    "Version" : "2012-10-17",\n\n  "Statement":[\r\n\t{"Effect":"Allow", "Action":"*","Resource":"*"} ]\n}';
  const { text } = made([{ name: 'x.json', text: `  ${written}  ` }]);
  const block = text.slice(text.indexOf('{\n'), text.indexOf('\n\nrequests'));
  const without = block.split('\n').map((line) => line.replace(/^ {12}/, ''));
  expect(without.join('\n')).toContain(written.replaceAll('\r\n', '\n'));
});
