// What is open with a key, and what AWS documents of keys that exclude or imply each other.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { wholeCondition } from '../../src/lib/explain/facts.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { allow, deny, openCase, YES, type Open } from './unknown-world.ts';

/** A user who may read while MFA is young and the year is right; `extra` are lines of the request. */
function ask(extra: string): string {
  const text = `bouncer: 1
title: Open
accounts:
  a:
    id: '111111111111'
    users:
      ana:
        inline:
          own:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: '*'
                Condition:
                  NumericLessThan: { aws:MultiFactorAuthAge: '3600' }
                  DateLessThan: { aws:EpochTime: '2026-06-01T00:00:00Z' }
requests:
  r:
    principal: a:user/ana
    action: s3:GetObject
    resource: arn:aws:s3:::b/x
${extra}`;
  const { value } = parseScenario({ name: 'open.yaml', text });
  const request = value?.cases[0]?.request;
  if (!value || !request) throw new Error('no request');
  const { outcome, when } = evaluate(value.world, request);
  return when ? wholeCondition(when) : String(outcome);
}

describe('keys that say the same are open together', () => {
  test.each([
    [
      'MFA and its age (KEY-20)',
      'unknown: [aws:MultiFactorAuthPresent]',
      'the age of MFA in seconds is less than 3600'
    ],
    [
      'the time in both notations (KEY-43)',
      'unknown: [aws:CurrentTime, aws:MultiFactorAuthAge]',
      'the time in seconds is before 2026-06-01T00:00:00Z and the age of MFA in seconds is less than 3600'
    ],
    [
      'but not what the request writes',
      "unknown: [aws:MultiFactorAuthPresent]\n    context: { aws:MultiFactorAuthAge: '9000' }",
      'implicitDeny'
    ]
  ])('%s', (_name, lines, words) => {
    expect(ask(`    at: '2026-03-03T10:00:00Z'\n    ${lines}\n`)).toBe(words);
  });
});

describe('what cannot be is not looked at', () => {
  const told = (of: Open): string => {
    const { world, request } = openCase(of);
    const { outcome, when } = evaluate(world, request);
    return when ? wholeCondition(when) : String(outcome);
  };
  const MFA = 'aws:MultiFactorAuthPresent';
  const AGE = 'aws:MultiFactorAuthAge';

  test.each<readonly [string, Open, string]>([
    [
      'an age without MFA (KEY-20)',
      { statements: [allow({ Bool: { [MFA]: 'false' }, Null: { [AGE]: 'false' } })], open: [MFA, AGE] },
      'implicitDeny'
    ],
    [
      'an address behind an endpoint (KEY-32)',
      {
        statements: [
          allow({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' }, StringLike: { 'aws:SourceVpce': '*' } })
        ],
        open: ['aws:SourceIp', 'aws:SourceVpce']
      },
      'implicitDeny'
    ],
    [
      'neither address nor endpoint (KEY-32, KEY-33)',
      {
        statements: [YES, deny({ Null: { 'aws:SourceIp': 'true', 'aws:SourceVpce': 'true' } })],
        open: ['aws:SourceIp', 'aws:SourceVpce']
      },
      'allowed'
    ],
    [
      'a call without a Region (KEY-43)',
      { statements: [allow({ Null: { 'aws:RequestedRegion': 'true' } })], open: ['aws:RequestedRegion'] },
      'implicitDeny'
    ],
    [
      'a session without a beginning (KEY-21)',
      {
        statements: [allow({ Null: { 'aws:TokenIssueTime': 'false' } })],
        open: ['aws:TokenIssueTime'],
        caller: 'session'
      },
      'allowed'
    ],
    [
      'a user may have none',
      { statements: [allow({ Null: { 'aws:TokenIssueTime': 'false' } })], open: ['aws:TokenIssueTime'] },
      'the beginning of the session is present'
    ]
  ])('%s', (_name, of, words) => {
    expect(told(of)).toBe(words);
  });
});

describe('too much is open', () => {
  const keys = Array.from({ length: 9 }, (_, i) => `app:key${String(i)}`);
  const one = (key: string) => ({ StringEquals: { [key]: 'a' } });

  test('nine keys that matter: undecided, and they are named', () => {
    const { world, request } = openCase({ statements: keys.map((key) => allow(one(key))), open: keys });
    const { outcome, decidedBy, when } = evaluate(world, request);
    expect({ outcome, when, decidedBy }).toEqual({
      outcome: null,
      when: null,
      decidedBy: { kind: 'undecided', broken: [], on: keys }
    });
  });

  test('eight of nine that matter are worked out', () => {
    const { world, request } = openCase({
      statements: keys.slice(1).map((key) => allow(one(key))),
      open: keys
    });
    const { outcome, when } = evaluate(world, request);
    expect(outcome).toBe('conditional');
    expect(when?.kind === 'or' && when.of.length).toBe(8);
  });

  test('a list of more kinds than can be told apart: undecided', () => {
    const letters = 'a b c d e f g h'
      .split(' ')
      .map((value) => allow({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': value } }));
    const { world, request } = openCase({ statements: letters, open: ['aws:TagKeys'] });
    expect(evaluate(world, request).decidedBy).toEqual({
      kind: 'undecided',
      broken: [],
      on: ['aws:TagKeys']
    });
  });
});
