/** Dials: which facts a request shows, what they say, and the one edit of the file that each turn makes. */
import { expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { applyChanges } from '../../src/lib/source/change.ts';
import { dialOffers, planDial, type Turn } from '../../src/lib/workbench/dial-edit.ts';
import { toDials, type DialKind } from '../../src/lib/workbench/dials.ts';
import { toWatches } from '../../src/lib/workbench/watches.ts';
import { groundOf } from '../edit/ground.ts';

const TEXT = `bouncer: 1
title: One account
summary: To turn dials on
now: 2026-03-03T10:00:00Z
accounts:
  home:
    id: '111111111111'
    users:
      ana:
        inline:
          read:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: '*'
                Condition:
                  IpAddress: { aws:SourceIp: 203.0.113.0/24 }
                  Bool: { aws:MultiFactorAuthPresent: 'true' }
                  DateLessThan: { aws:CurrentTime: '2026-04-01T00:00:00Z' }
    resources:
      arn:aws:s3:::data: {}
requests:
  read:
    principal: home:user/ana
    action: s3:GetObject
    resource: arn:aws:s3:::data/a
    context: { aws:SourceIp: 203.0.113.7, aws:MultiFactorAuthPresent: 'true', s3:prefix: a }
`;

const caseOf = (text: string) => parseScenario({ name: 'dials.yaml', text }).value!.cases[0]!;
const dialsOf = (text: string) => toDials(caseOf(text).request!);
const dialOf = (text: string, kind: DialKind) => dialsOf(text).find((dial) => dial.kind === kind)!;

/** The file after these turns, one after the other. */
function turned(...turns: readonly (readonly [DialKind, Turn])[]): string {
  return turns.reduce((text, [kind, turn]) => {
    const ground = groundOf(text);
    const edit = planDial(ground, 'read', dialOf(text, kind), turn);
    if (edit.value === null) throw new Error(edit.diagnostics[0]?.message);
    return applyChanges(ground.source, edit.value.changes).value!;
  }, TEXT);
}

const said = (text: string) => dialsOf(text).map((dial) => [dial.kind, dial.text, dial.state]);

test('what people ask for first, then what the file says besides', () => {
  expect(said(TEXT)).toEqual([
    ['clock', 'Tue 3 Mar 2026, 10:00Z', 'known'],
    ['network', '203.0.113.7', 'known'],
    ['region', expect.any(String), expect.any(String)],
    ['tls', 'TLS', 'known'],
    ['mfa', 'with MFA', 'known'],
    ['key', 's3:prefix = a', 'known']
  ]);
});

test.each<[string, DialKind, Turn, string, string]>([
  ['a value', 'network', { value: '198.51.100.20' }, '198.51.100.20', 'known'],
  ['not there', 'network', 'absent', 'no address', 'absent'],
  ['left open', 'network', 'unknown', 'address left open', 'unknown'],
  ['the clock', 'clock', { value: '2026-05-01T08:30:00Z' }, 'Fri 1 May 2026, 08:30Z', 'known'],
  ['the clock left open', 'clock', 'unknown', 'time left open', 'unknown'],
  ['no MFA', 'mfa', { value: 'false' }, 'without MFA', 'known'],
  ['MFA left open', 'mfa', 'unknown', 'MFA left open', 'unknown'],
  ['TLS off', 'tls', { value: 'false' }, 'no TLS', 'known'],
  ['another Region', 'region', { value: 'eu-west-3' }, 'eu-west-3', 'known'],
  ['any other key', 'key', 'unknown', 's3:prefix left open', 'unknown']
])('%s', (_, kind, turn, text, state) => {
  expect(dialOf(turned([kind, turn]), kind)).toMatchObject({ text, state });
});

test.each<[DialKind, Turn]>([
  ['clock', { value: '2026-05-01T08:30:00Z' }],
  ['clock', 'unknown'],
  ['region', { value: 'eu-west-3' }],
  ['region', 'unknown'],
  ['tls', 'absent']
])('%s turned to %j and back to what comes is the file as it was', (kind, turn) => {
  expect(said(turned([kind, turn], [kind, 'given']))).toEqual(said(TEXT));
});

test('the clock turned from open to a time is open no more', () => {
  const text = turned(['clock', 'unknown'], ['clock', { value: '2026-03-05T00:00:00Z' }]);
  expect(text).not.toContain('unknown');
  expect(dialOf(text, 'clock').state).toBe('known');
});

test.each<[DialKind, Turn, string | null, RegExp | null]>([
  ['mfa', { value: 'false' }, 'implicitDeny', null],
  ['network', { value: '198.51.100.20' }, 'implicitDeny', null],
  ['clock', { value: '2026-05-01T08:30:00Z' }, 'implicitDeny', null],
  ['mfa', 'unknown', 'conditional', /^MFA is present$/],
  ['clock', 'unknown', 'conditional', /^the time is before 2026-04-01/],
  ['network', 'unknown', 'conditional', /the network address lies in 203\.0\.113\.0\/24/]
])('%s to %j: %s', (kind, turn, outcome, condition) => {
  const scenario = parseScenario({ name: 'dials.yaml', text: turned([kind, turn]) }).value!;
  const [watch] = toWatches(scenario);
  expect(watch?.outcome).toBe(outcome);
  if (condition) expect(watch?.condition).toMatch(condition);
});

test('of a range that a policy names an address inside is offered', () => {
  const offers = dialOffers(groundOf(TEXT).world, dialOf(TEXT, 'network'));
  expect(offers[0]).toEqual({ value: '203.0.113.1', hint: 'in 203.0.113.0/24' });
  expect(new Set(offers.map(({ value }) => value)).size).toBe(offers.length);
});
