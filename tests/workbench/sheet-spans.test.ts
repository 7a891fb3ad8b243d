// Every line of a policy that is about something says what, and leads to a character of it.
import { expect, test } from 'vitest';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { parseJson } from '../../src/lib/source/json.ts';
import { toStatement } from '../../src/lib/workbench/sheet-statements.ts';
import { doorAt, placeAt } from '../../src/lib/workbench/sheet-spans.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';

const TEXT = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Read',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'true' } }
      },
      { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }
    ]
  },
  null,
  2
);

const tree = parseJson({ name: 'p.json', text: TEXT }).value;
const document = tree && parsePolicy(tree).value;
const statements = (document?.statements ?? []).map((each) => toStatement(each, null, new Set()));
const sheet = { policy: asPolicyId('p'), statements };

function doors(): readonly (readonly [line: string, name: string | null, path: string | null])[] {
  let from = 0;
  return TEXT.split('\n').map((line) => {
    const door = doorAt(sheet, line, from);
    from += line.length + 1;
    return [line.trim(), door?.name ?? null, door && (placeAt(sheet, door.at)?.path ?? null)] as const;
  });
}

test.each([
  ['"Sid": "Read",', 'Sid of Read', '/Statement/0/Sid'],
  ['"Action": [', 'Action of Read', '/Statement/0/Action'],
  ['"s3:ListBucket"', 'Action of Read', '/Statement/0/Action/1'],
  ['"aws:SecureTransport": "true"', 'Condition of Read', '/Statement/0/Condition/Bool/aws:SecureTransport'],
  ['"NotAction": "s3:*",', 'NotAction of Statement 2', '/Statement/1/NotAction']
])('the line %s is named, and its door stands in what it is about', (line, name, path) => {
  expect(doors()).toContainEqual([line, name, path]);
});

test('brackets alone, and what stands outside of the statements, lead nowhere', () => {
  const dead = doors().flatMap(([line, name]) => (name === null ? [line] : []));
  expect(dead).toContain('"Version": "2012-10-17",');
  expect(dead).toContain('],');
});
