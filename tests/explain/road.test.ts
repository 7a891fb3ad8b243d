// The two-lane road: which gates stand where, what they say in a few words, and how the lanes join.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { toRoad } from '../../src/lib/explain/road.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { PROD, TOOLS } from './names.ts';
import { evaluationOf, EVALUATIONS } from './requests.ts';

test('the flagship: two lanes, joined by an AND', () => {
  const road = toRoad(evaluationOf('pipeline-assumes'));
  expect(road.approach.map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
    'Signed: role session',
    'Asked: sts:AssumeRole',
    'Papers: 4 apply',
    'Deny sweep: none matches'
  ]);
  expect(road.upper.account).toBe(TOOLS);
  expect(road.upper.gates.map(({ name, detail, outcome }) => `${name}: ${detail}: ${outcome}`)).toEqual([
    'SCP: 2 levels say yes: pass',
    'Identity: allows: pass',
    'Boundary: none set: notApplicable',
    'Session: no policy: notApplicable'
  ]);
  expect(road.lower.account).toBe(PROD);
  expect(road.lower.gates.map(({ name, detail, outcome }) => `${name}: ${detail}: ${outcome}`)).toEqual([
    'RCP: 3 levels say yes: pass',
    'Trust policy: names you: pass'
  ]);
  expect(road.junction.word).toBe('AND');
  expect(road.verdict).toEqual({
    id: 'verdict',
    decision: 'allowed',
    word: 'ALLOWED',
    reason: 'by both accounts'
  });
});

describe('a gate that hangs on a fact left open says on what', () => {
  const FILE = (statements: string, unknown: string) => `bouncer: 1
title: Open
accounts:
  app:
    id: '111111111111'
    users:
      may: { inline: { own: { Version: '2012-10-17', Statement: [${statements}] } } }
requests:
  asks: { principal: app:user/may, action: 'sqs:ListQueues', resource: '*', unknown: [${unknown}] }
`;
  const ALLOW = (condition: string) =>
    `{ Effect: Allow, Action: '*', Resource: '*', Condition: { ${condition} } }`;
  const DENY = (condition: string) =>
    `{ Effect: Deny, Action: '*', Resource: '*', Condition: { ${condition} } }`;
  const MFA = "Bool: { 'aws:MultiFactorAuthPresent': 'true' }";
  const NO_MFA = "BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' }";
  const REGIONS =
    "StringEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1', 'eu-north-1', 'eu-south-2'] }";
  const ADDRESS = "IpAddress: { 'aws:SourceIp': '203.0.113.0/24' }";
  const ALL = 'aws:MultiFactorAuthPresent, aws:RequestedRegion, aws:SourceIp';

  const gate = (name: string, statements: string, unknown = ALL) => {
    const { value } = parseScenario({ name: 'x.yaml', text: FILE(statements, unknown) });
    const request = value?.cases[0]?.request;
    if (!value || !request) throw new Error('no request');
    const road = toRoad(evaluate(value.world, request));
    return [...road.approach, ...road.upper.gates].find((each) => each.name === name);
  };

  test.each([
    ['Identity', ALLOW(MFA), 'allows when MFA is present'],
    ['Identity', ALLOW(REGIONS), 'hangs on the Region'],
    ['Identity', `${ALLOW(MFA)}, ${ALLOW(ADDRESS)}`, 'hangs on MFA and the network address'],
    ['Identity', ALLOW(`${MFA}, ${REGIONS}, ${ADDRESS}`), 'hangs on 3 open facts'],
    ['Deny sweep', `${ALLOW(MFA)}, ${DENY(NO_MFA)}`, 'denies when MFA is not present'],
    ['Deny sweep', ALLOW(MFA), 'none matches']
  ])('%s of %s: %s', (name, statements, detail) => {
    expect(gate(name, statements)?.detail).toBe(detail);
  });
});

test.each([
  ['pipeline-deploys', 'one yes will do, within every ceiling'],
  ['pipeline-assumes', 'two accounts: both must say yes']
])('%s: %s', (name, reason) => {
  expect(toRoad(evaluationOf(name)).junction.reason).toBe(reason);
});

describe('junction and verdict', () => {
  test.each([
    ['pipeline-deploys', 'or', 'ALLOWED', 'by its own papers'],
    ['pipeline-deploys-abroad', 'or', 'DENIED', 'an SCP says no'],
    ['pipeline-passes-nothing', 'or', 'DENIED', 'needs one more permission'],
    ['pipeline-decrypts', 'door', 'ALLOWED', 'by door and own papers'],
    ['intern-assumes', 'and', 'DENIED', 'the door stayed silent'],
    ['intern-deploys', 'or', 'DENIED', 'never got this far'],
    ['intern-reads-public', 'or', 'ALLOWED', 'by the door alone'],
    ['dana-reads-from-home', 'or', 'DENIED', 'nobody said yes'],
    ['dana-reads-from-somewhere', 'or', 'ALLOWED WHEN', 'the network address lies in 203.0.113.0/24'],
    ['dana-lists', 'or', 'DENIED', 'beyond the boundary'],
    ['root-at-home', 'root', 'ALLOWED', 'root, in its own account'],
    ['service-assumes', 'resource', 'ALLOWED', 'by the door alone'],
    ['torn-paper', 'and', 'UNDECIDED', 'a document is broken']
  ] as const)('%s: %s, %s %s', (name, kind, word, reason) => {
    const road = toRoad(evaluationOf(name));
    expect(road.junction.kind).toBe(kind);
    expect([road.verdict.word, road.verdict.reason]).toEqual([word, reason]);
  });
});

test.each(EVALUATIONS)('%s: every gate is a frame of the film, and says something short', (_, evaluation) => {
  const road = toRoad(evaluation);
  const ids = new Set(toFrames(evaluation, 'layers').map((frame) => frame.id));
  for (const gate of [...road.approach, ...road.upper.gates, ...road.lower.gates]) {
    expect(ids).toContain(gate.id);
    expect(gate.detail.length).toBeGreaterThan(0);
    expect(gate.detail.length).toBeLessThan(36);
  }
  expect(ids).toContain(road.verdict.id);
  // A condition is said with its values, hence by letters; what a stamp has room for.
  if (road.verdict.word === 'ALLOWED WHEN') expect(road.verdict.reason.length).toBeLessThanOrEqual(44);
  else expect(road.verdict.reason.split(' ').length).toBeLessThanOrEqual(5);
});

test.each([
  ['pipeline-decrypts', 'Key policy'],
  ['intern-assumes', 'Trust policy'],
  ['dana-reads', 'Resource policy']
])('%s meets a %s', (name, door) => {
  expect(toRoad(evaluationOf(name)).lower.gates.map((gate) => gate.name)).toContain(door);
});
