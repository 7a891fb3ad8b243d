// Every change by choosing gives the policy it says, keeps how the rest is written, and never leaves it without a value.
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/lib/edit/edit.ts';
import * as edits from '../../src/lib/edit/statement.ts';
import type { PolicyDocument, Statement } from '../../src/lib/policy/document.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { applyChanges } from '../../src/lib/source/change.ts';
import { parseJson } from '../../src/lib/source/json.ts';

const TEXT = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111111111111:root", "Service": ["ec2.amazonaws.com"] },
      "Action": "s3:GetObject",
      "Resource": ["arn:aws:s3:::a",   "arn:aws:s3:::b"],
      "Condition": {
        "StringEquals": { "aws:x": "1", "aws:y": ["1", "2"] },
        "Bool": { "aws:z": "true" }
      }
    },
    { "Sid": "All", "Effect": "Deny", "Principal": "*", "Action": ["s3:*"], "Resource": "*" }
  ]
}`;

function read(text: string): PolicyDocument {
  const tree = parseJson({ name: 'policy.json', text }).value;
  const document = tree && parsePolicy(tree).value;
  if (!document) throw new Error('no policy');
  return document;
}

type Make = (one: Statement, two: Statement, document: PolicyDocument) => Edit | null;

/** The policy after an edit, as data and as text. */
function after(make: Make): { data: { Statement: Record<string, unknown>[] }; text: string } | null {
  const document = read(TEXT);
  const [one, two] = document.statements;
  if (!one || !two) throw new Error('no statements');
  const edit = make(one, two, document);
  if (!edit) return null;
  const { value } = applyChanges({ name: 'policy.json', text: TEXT }, edit.changes);
  if (value === null) throw new Error('the change cannot be made');
  return { data: JSON.parse(value) as { Statement: Record<string, unknown>[] }, text: value };
}

const [X, Y, Z] = [0, 1, 2];
const condition = (one: Statement, at: number) => {
  const found = one.conditions[at];
  if (!found) throw new Error('no condition');
  return found;
};
const on = (one: Statement) => one.resource ?? one.action;
const who = (statement: Statement) => {
  if (!statement.principal) throw new Error('no principal');
  return statement.principal;
};
const A = 'arn:aws:iam::111111111111:root';

describe('a statement changed by choosing', () => {
  test.each<[string, Make, number, Record<string, unknown>]>([
    ['effect', (one) => edits.setEffect(one, 'Deny'), 0, { Effect: 'Deny' }],
    [
      'a second action',
      (one) => edits.addPattern(one.action, 's3:PutObject'),
      0,
      { Action: ['s3:GetObject', 's3:PutObject'] }
    ],
    ['a further action', (_, two) => edits.addPattern(two.action, 'ec2:*'), 1, { Action: ['s3:*', 'ec2:*'] }],
    ['one resource less', (one) => edits.removePattern(on(one), 0), 0, { Resource: ['arn:aws:s3:::b'] }],
    ['all but these', (one) => edits.negate(one.action), 0, { NotAction: 's3:GetObject' }],
    [
      'a second account',
      (one) => edits.addPrincipal(who(one), 'AWS', 'x'),
      0,
      { Principal: { AWS: [A, 'x'], Service: ['ec2.amazonaws.com'] } }
    ],
    [
      'a provider',
      (one) => edits.addPrincipal(who(one), 'Federated', 'x'),
      0,
      { Principal: { AWS: A, Service: ['ec2.amazonaws.com'], Federated: 'x' } }
    ],
    [
      'somebody in place of everyone',
      (_, two) => edits.addPrincipal(who(two), 'AWS', 'x'),
      1,
      { Principal: { AWS: 'x' } }
    ],
    [
      'one principal less, with its kind',
      (one) => edits.removePrincipal(who(one), 1),
      0,
      { Principal: { AWS: A } }
    ],
    [
      'a new condition',
      (_, two) => edits.addCondition(two, 'Bool', 'aws:w/v', 'true'),
      1,
      { Condition: { Bool: { 'aws:w/v': 'true' } } }
    ],
    [
      'a condition that is there gains a value',
      (one) => edits.addCondition(one, 'StringEquals', 'aws:x', '9'),
      0,
      { Condition: { StringEquals: { 'aws:x': ['1', '9'], 'aws:y': ['1', '2'] }, Bool: { 'aws:z': 'true' } } }
    ],
    [
      'one value less',
      (one) => edits.removeConditionValue(one, condition(one, Y), 0),
      0,
      { Condition: { StringEquals: { 'aws:x': '1', 'aws:y': ['2'] }, Bool: { 'aws:z': 'true' } } }
    ],
    [
      'the last value takes its key along',
      (one) => edits.removeConditionValue(one, condition(one, X), 0),
      0,
      { Condition: { StringEquals: { 'aws:y': ['1', '2'] }, Bool: { 'aws:z': 'true' } } }
    ],
    [
      'the last key takes its operator along',
      (one) => edits.removeCondition(one, condition(one, Z)),
      0,
      { Condition: { StringEquals: { 'aws:x': '1', 'aws:y': ['1', '2'] } } }
    ]
  ])('%s', (_, make, at, wanted) => {
    const result = after(make);
    const before = read(TEXT).statements.length;
    expect(result?.data.Statement).toHaveLength(before);
    expect(result?.data.Statement[at]).toMatchObject(wanted);
    for (const [key, value] of Object.entries(wanted))
      expect(result?.data.Statement[at]?.[key]).toEqual(value);
  });

  test('the other statement stays as it is written, to the letter', () => {
    const text = after((one) => edits.addPattern(one.action, 's3:PutObject'))?.text;
    expect(text).toContain(TEXT.slice(TEXT.indexOf('    { "Sid": "All"')));
    expect(text).toContain('["arn:aws:s3:::a",   "arn:aws:s3:::b"]');
  });

  test.each<[string, Make]>([
    ['the last action', (one) => edits.removePattern(one.action, 0)],
    ['the last principal', (_, two) => edits.removePrincipal(who(two), 0)],
    ['a value that is not there', (one) => edits.removePattern(on(one), 7)]
  ])('%s cannot go', (_, make) => {
    expect(after(make)).toBeNull();
  });

  test('a statement goes; one like another comes at the end', () => {
    expect(after((one, _, document) => edits.removeStatement(document, one))?.data.Statement).toEqual([
      expect.objectContaining({ Sid: 'All' })
    ]);
    const [, , third] = after((one, _, document) => edits.addStatement(document, one))?.data.Statement ?? [];
    expect(third).toEqual({
      Effect: 'Allow',
      Principal: { AWS: [A], Service: ['ec2.amazonaws.com'] },
      Action: ['s3:GetObject'],
      Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::b']
    });
  });
});
