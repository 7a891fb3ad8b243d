// Somebody of the directory asks for a permission set that others have: no session, no policy read, and it is said so.
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/lib/engine/decide.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { refusalOf } from '../../src/lib/explain/refusal.ts';
import { finding } from '../../src/lib/explain/sentence.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';

const TEXT = `
bouncer: 1
title: t
summary: s
accounts: { prod: { id: '222222222222' } }
organizations:
  acme: { id: o-acme000001, management: prod, root: { id: r-ac01, accounts: [prod] } }
identityCenter:
  organization: acme
  groups: [Ops]
  users: { omar: { groups: [Ops] }, carla: {} }
  permissionSets: { Power: { policies: [aws:AdministratorAccess] } }
  assignments: [{ to: group/Ops, permissionSet: Power, account: prod }]
requests:
  omar: { principal: sso:omar/Power@prod, action: iam:ListUsers }
  carla: { principal: sso:carla/Power@prod, action: iam:ListUsers }
`;

const { value: scenario, diagnostics } = parseScenario({ name: 't.yaml', text: TEXT });

function asked(id: string) {
  const request = scenario?.cases.find((each) => each.id === id)?.request;
  if (!scenario || !request) throw new Error(id);
  return { world: scenario.world, request, evaluation: evaluate(scenario.world, request) };
}

test('the file is in order', () => {
  expect(diagnostics).toEqual([]);
});

test('whom an assignment names is allowed, whom none names is not even authenticated', () => {
  expect(asked('omar').evaluation.outcome).toBe('allowed');
  const { world, request, evaluation } = asked('carla');
  expect(evaluation.decidedBy).toMatchObject({ kind: 'noAllow', by: 'authentication' });
  expect(evaluation.rule).toBe('EVAL-24');
  expect(decide(world, request)).toBe('implicitDeny');
});

test('the sentence names the permission set, the refusal owns up that AWS documents none', () => {
  const { world, evaluation } = asked('carla');
  const words = toWords(world);
  expect(finding(evaluation, { evaluation, words })).toBe(
    'Denied: nobody assigned the permission set Power in this account to carla, so Identity Center gives no session and no policy is even read.'
  );
  const refusal = refusalOf(evaluation, words);
  expect(refusal?.notes).toContain('AWS documents that this call fails, not with which error.');
});

test('what follows is told as what would have been said', () => {
  const { world, evaluation } = asked('carla');
  const context = { evaluation, words: toWords(world) };
  const told = toFrames(evaluation, 'layers').map(({ step }) => finding(step, context));
  expect(told).toContain(
    'One identity-based policy would have a say in what Power@prod asks, had the call been let in.'
  );
  expect(told).toContain(
    'The AWS managed policy AdministratorAccess lets Power@prod call iam:ListUsers, but the call was not let in.'
  );
});

test('such a session is no part of the world, and the drawing ties it to no role', () => {
  const sessions = [...(scenario?.world.principals.values() ?? [])].filter(({ kind }) => kind === 'session');
  expect(sessions.map(({ arn }) => arn.slice(arn.lastIndexOf('/') + 1))).toEqual(['omar']);
  const { world, request } = asked('carla');
  const { edges, nodes } = toGraph(world, [request, asked('omar').request]);
  const tied = edges.filter(({ kind }) => kind === 'session').map(({ from }) => from);
  expect(nodes.some(({ label }) => label === 'carla')).toBe(true);
  expect(tied.map((from) => from.slice(from.lastIndexOf('/') + 1))).toEqual(['omar']);
});

describe('a role of a permission set', () => {
  const text = TEXT.replace('AdministratorAccess', 'AmazonS3ReadOnlyAccess');
  const { value } = parseScenario({ name: 't.yaml', text });
  const request = value?.cases[0]?.request;
  if (!value || !request) throw new Error('omar');
  const evaluation = evaluate(value.world, request);
  const words = toWords(value.world);
  const roles = [...value.world.principals.values()].filter(({ kind }) => kind === 'role');

  test('is called by the set in sentences and names of policies', () => {
    expect(words.caller(request.caller)).toBe('session omar of Power@prod');
    expect(roles.map(({ arn }) => [words.target(arn), words.bare(arn)])).toEqual([['Power@prod', 'Power']]);
    expect(words.policy(asPolicyId('prod:role/AWSReservedSSO/trust'), roles[0]?.arn)).not.toContain('SSO_');
    const told = [...toFrames(evaluation, 'elements')].map(({ step }) =>
      finding(step, { evaluation, words })
    );
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter((each) => each.includes('AWSReservedSSO'))).toEqual([]);
  });

  test('keeps its whole name in what AWS answers', () => {
    expect(refusalOf(evaluation, words)?.line).toMatch(
      /assumed-role\/AWSReservedSSO_Power_[0-9a-f]{16}\/omar is not authorized/
    );
  });
});
