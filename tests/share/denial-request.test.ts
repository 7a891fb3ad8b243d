// A denial as a request of a file: named as the file names it, what is lacking added, what nobody knows left open.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { agreement } from '../../src/lib/explain/agreement.ts';
import { refusalOf } from '../../src/lib/explain/refusal.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { readDenial, type ReadDenial } from '../../src/lib/share/denial.ts';
import { filledBy, planDenial, type Filled } from '../../src/lib/share/denial-request.ts';
import { after, groundOf } from '../edit/ground.ts';

const TEXT = `
bouncer: 1
title: t
summary: s
now: 2026-03-03T10:00:00Z
accounts:
  tools:
    id: "111111111111"
    users:
      dana:
        inline:
          Reads: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "s3:Get*", Resource: "*", Condition: { StringEquals: { "aws:SourceVpc": "vpc-1", "aws:PrincipalTag/team": web } } }] }
    roles:
      deploy:
        path: /ci/
        trust: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: "sts:AssumeRole" }] }
        inline:
          Lists: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "s3:ListBucket", Resource: "*" }] }
    resources:
      "arn:aws:s3:::box": {}
requests:
  denied: { principal: tools:user/dana, action: "s3:ListBucket", resource: tools:box }
`;

const ground = groundOf(TEXT);

function read(text: string): ReadDenial {
  const denial = readDenial(text);
  if (!denial) throw new Error('no denial');
  return denial;
}

function plan(text: string, filled: Partial<Filled> = {}) {
  const denial = read(text);
  return planDenial(ground, denial, { ...filledBy(denial), ...filled });
}

const say = (who: string, action: string, on: string) =>
  `User: ${who} is not authorized to perform: ${action} on resource: ${on} because no identity-based policy allows the ${action} action`;

describe('who it is', () => {
  test.each([
    ['a user', 'arn:aws:iam::111111111111:user/dana', 'tools:user/dana', null, []],
    [
      'a role’s session, whose ARN lacks the path',
      'arn:aws:sts::111111111111:assumed-role/deploy/build-7',
      'tools:role/deploy',
      'build-7',
      []
    ],
    ['the root user', 'arn:aws:iam::111111111111:root', 'tools:root', null, []],
    ['a service', 'lambda.amazonaws.com', 'service:lambda.amazonaws.com', null, []],
    [
      'a user that is not there',
      'arn:aws:iam::111111111111:user/hr/dona',
      'tools:user/dona',
      null,
      ['user dona in tools, without policies']
    ],
    [
      'a session of a role in an account that is not there',
      'arn:aws:sts::333333333333:assumed-role/ops/x1',
      'account-3333:role/ops',
      'x1',
      ['account account-3333', 'role ops in account-3333, without policies']
    ]
  ])('%s', (_, arn, principal, session, adds) => {
    const { value } = plan(say(arn, 's3:ListBucket', 'arn:aws:s3:::box'));
    expect(value).toMatchObject({ principal, adds });
    const { scenario, errors } = after(ground, { value: value?.edit ?? null, diagnostics: [] });
    expect(errors).toEqual([]);
    const request = scenario.cases.find(({ id }) => id === value?.id)?.request;
    if (session !== null) expect(request?.caller).toMatchObject({ session });
    expect(request).toMatchObject({ action: 's3:ListBucket', resource: 'arn:aws:s3:::box' });
  });

  test('near names are offered for one that is not there', () => {
    expect(plan(say('arn:aws:iam::111111111111:user/dona', 's3:ListBucket', '*')).value?.near).toEqual([
      'tools:user/dana'
    ]);
  });

  test('who is filled in counts', () => {
    const { value } = plan(say('arn:aws:iam::111111111111:user/dona', 's3:ListBucket', '*'), {
      principal: 'tools:user/dana'
    });
    expect(value).toMatchObject({ principal: 'tools:user/dana', adds: [], near: [] });
  });
});

test('a role that is asked of is added too', () => {
  const { value } = plan(
    say('arn:aws:iam::111111111111:user/dana', 'sts:AssumeRole', 'arn:aws:iam::222222222222:role/far')
  );
  expect(value?.adds).toEqual(['account account-2222', 'role far in account-2222, without policies']);
  expect(value?.evaluation.outcome).toBe('implicitDeny');
});

test('what policies ask and nobody tells is left open; what follows from the world is not', () => {
  const { value } = plan(say('arn:aws:iam::111111111111:user/dana', 's3:GetObject', 'arn:aws:s3:::box/a'));
  expect(value?.open).toEqual(['aws:SourceVpc']);
});

test('an event’s own facts are written, not left open', () => {
  const event = {
    eventTime: '2026-03-01T08:00:00Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111111111111:user/dana' },
    sourceIPAddress: '203.0.113.9',
    errorCode: 'AccessDenied',
    requestParameters: { bucketName: 'box', key: 'a' }
  };
  const { value } = plan(JSON.stringify(event));
  const { scenario } = after(ground, { value: value?.edit ?? null, diagnostics: [] });
  const context = scenario.cases.find(({ id }) => id === value?.id)?.request?.context;
  expect(context?.get('aws:sourceip')).toMatchObject({ values: ['203.0.113.9'] });
  expect(context?.get('aws:currenttime')).toMatchObject({ values: ['2026-03-01T08:00:00Z'] });
});

test('what AWS said becomes what the request expects, under an id that is free', () => {
  const { value } = plan(say('arn:aws:iam::111111111111:user/dana', 's3:PutObject', 'arn:aws:s3:::box/a'));
  expect(value?.id).toBe('denied-2');
  const { scenario } = after(ground, { value: value?.edit ?? null, diagnostics: [] });
  expect(scenario.cases.find(({ id }) => id === 'denied-2')).toMatchObject({
    title: 'AWS refused s3:PutObject',
    expect: 'implicitDeny',
    by: 'identity'
  });
});

describe('what cannot be asked says why, at its field', () => {
  test.each([
    [
      'no caller',
      'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
      '/principal'
    ],
    [
      'a masked caller',
      say('arn:aws:iam::********1111:user/dana', 's3:GetObject', 'arn:aws:s3:::box/a'),
      '/principal'
    ],
    [
      'a federated user whose user is not known',
      say('arn:aws:sts::111111111111:federated-user/temp', 's3:GetObject', 'arn:aws:s3:::box/a'),
      '/principal'
    ],
    [
      'a name in place of an ARN',
      say('arn:aws:iam::111111111111:user/dana', 'iam:GetRole', 'role deploy'),
      '/resource'
    ],
    [
      'no action',
      'UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: abc',
      '/principal'
    ]
  ])('%s', (_, text, path) => {
    const { value, diagnostics } = plan(text);
    expect(value).toBeNull();
    expect(diagnostics[0]?.path).toBe(path);
  });
});

describe('AWS’s word against this file’s', () => {
  test.each([
    [
      'the same',
      say('arn:aws:iam::111111111111:user/dana', 's3:PutObject', 'arn:aws:s3:::box/a'),
      true,
      'This file comes to the same: the silence of an identity-based policy.'
    ],
    [
      'allowed here',
      say('arn:aws:sts::111111111111:assumed-role/deploy/x1', 's3:ListBucket', 'arn:aws:s3:::box'),
      false,
      'AWS refused this; by this file it is allowed. An identity-based policy that is silent may be missing here, or the one here is of another version.'
    ],
    [
      'another layer, implicit',
      say('arn:aws:iam::111111111111:user/dana', 's3:GetObject', 'arn:aws:s3:::box/a').replace(
        'identity-based',
        'service control'
      ),
      false,
      'AWS refused with the silence of an SCP; by this file it is the silence of an identity-based policy. An SCP that is silent may be missing here, or the one here is of another version.'
    ],
    [
      'another layer, explicit',
      'User: arn:aws:iam::111111111111:user/dana is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::box/a" with an explicit deny in a service control policy',
      false,
      'AWS refused with an explicit deny in an SCP; by this file it is the silence of an identity-based policy. An SCP with a Deny may be missing here, or a fact that its conditions ask for.'
    ]
  ])('%s', (_, text, agrees, words) => {
    const denial = read(text);
    const { value } = planDenial(ground, denial, filledBy(denial));
    const evaluation = value?.evaluation;
    expect(evaluation && agreement(evaluation, denial)).toEqual({ agrees, words });
  });
});

// Every denied request of the shipped scenarios, from its text alone: refused again, unless facts are left open.
const folder = new URL('../../scenarios/', import.meta.url);
const shipped = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => {
    const source = { name: file, text: readFileSync(new URL(file, folder), 'utf8') };
    const { value } = parseScenario(source);
    return (value?.cases ?? []).flatMap(({ id, request }) => {
      const refusal =
        value && request ? refusalOf(evaluate(value.world, request), toWords(value.world)) : null;
      return refusal?.message.includes('User: ') ? [[`${file}/${id}`, source, refusal] as const] : [];
    });
  });

test.each(shipped)('%s is asked again from its text', (_, source, refusal) => {
  const denial = read(refusal.line);
  const { value } = planDenial(groundOf(source.text, source.name), denial, filledBy(denial));
  expect(value?.adds).toEqual([]);
  expect(value?.evaluation.request.action).toBe(refusal.action);
  if (value && denial.layer === 'session') {
    // A session's policy is of the session alone: no text tells it, so the page says that it may be missing.
    expect(agreement(value.evaluation, denial).words).toContain('A session policy');
    return;
  }
  expect(value?.evaluation.outcome).toMatch(value?.open.length === 0 ? /Deny$/ : /Deny$|conditional|allowed/);
});
