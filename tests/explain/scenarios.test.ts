// The shipped scenarios, read as a learner reads them: who stayed silent, what that means here, and what came closest.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { Evaluation, PolicyTypeStep, Step } from '../../src/lib/engine/trace.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { outline } from '../../src/lib/explain/outline.ts';
import { toRoad } from '../../src/lib/explain/road.ts';
import { finding } from '../../src/lib/explain/sentence.ts';
import { toWords, type Words } from '../../src/lib/explain/words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { World } from '../../src/lib/world/world.ts';

interface Told {
  readonly world: World;
  readonly words: Words;
  readonly evaluation: Evaluation;
}

/** A request of a scenario, e.g. `read-one-bucket/list`, evaluated. */
function tell(place: string): Told {
  const [name = '', id] = place.split('/');
  const url = new URL(`../../scenarios/${name}.yaml`, import.meta.url);
  const { value } = parseScenario({ name, text: readFileSync(url, 'utf8') });
  const request = value?.cases.find((each) => each.id === id)?.request;
  if (!value || !request) throw new Error(`no request ${place}`);
  return { world: value.world, words: toWords(value.world), evaluation: evaluate(value.world, request) };
}

function layer({ evaluation }: Told, type: PolicyTypeStep['type']): PolicyTypeStep {
  const found = evaluation.steps.find((step) => step.kind === 'policyType' && step.type === type);
  if (found?.kind !== 'policyType') throw new Error(`no layer ${type}`);
  return found;
}

const say = (told: Told, step: Step) => finding(step, told);

function gate({ evaluation }: Told, id: string): string {
  const road = toRoad(evaluation);
  const found = [...road.approach, ...road.upper.gates, ...road.lower.gates].find((each) => each.id === id);
  return found ? `${found.detail}: ${found.outcome}` : '';
}

describe('a grant at home goes past the silence of some layers', () => {
  const user = tell('boundary-is-a-ceiling/side-door-user');
  const role = tell('boundary-is-a-ceiling/side-door-role');

  test('to a user: past boundary and identity (EVAL-11)', () => {
    expect(say(user, layer(user, 'boundary'))).toBe(
      "The boundary OnlySts is silent, but payroll's bucket policy names hector@office directly, and such a grant goes past a boundary's silence."
    );
    expect(say(user, layer(user, 'identity'))).toBe(
      "hector@office carries no identity-based policy, and needs none: payroll's bucket policy names hector@office directly."
    );
    expect(gate(user, 'boundary')).toBe('bypassed: bypassed');
    expect(gate(user, 'identity')).toBe('none needed: bypassed');
    expect(outline(user.evaluation, user.words)).toContain(
      'boundary policies: implicitDeny, bypassed by the grant'
    );
  });

  test('to a role: past identity, but not past the boundary (EVAL-13)', () => {
    expect(say(role, layer(role, 'boundary'))).toBe(
      'The boundary OnlySts does not allow s3:GetObject on payroll/2026/march.csv, and a grant to a role goes no further than the boundary.'
    );
    expect(gate(role, 'boundary')).toBe('silent: silent');
    expect(gate(role, 'identity')).toBe('none needed: bypassed');
    expect(outline(role.evaluation, role.words)).toContain('boundary policies: implicitDeny [');
  });

  test('nothing goes past anything across accounts (XACC-04)', () => {
    const told = tell('tools-to-production/intern-enters');
    expect(gate(told, 'identity')).toBe('no policy: silent');
    expect(say(told, layer(told, 'identity'))).toBe(
      'intern@tools carries no identity-based policy, so nothing of its own lets it ask.'
    );
  });
});

describe('verdicts', () => {
  test.each([
    [
      'boundary-is-a-ceiling/side-door-user',
      "Allowed: payroll's bucket policy names hector@office directly; neither the silence of its own papers nor that of the boundary OnlySts limits that."
    ],
    [
      'boundary-is-a-ceiling/side-door-role',
      "Denied: the boundary OnlySts does not let nightly@office call s3:GetObject on payroll/2026/march.csv, and the grant to a role in payroll's bucket policy does not go past it."
    ],
    [
      'boundary-is-a-ceiling/within-both',
      'Allowed: the policy DailyWork lets shirley@office call s3:GetObject on reports/2026/q1.csv, and the boundary ShirleyCeiling leaves room for it.'
    ],
    [
      'boundary-is-a-ceiling/nothing-granted',
      'Denied: trainee@office carries no identity-based policy, so nothing lets trainee@office call s3:GetObject on reports/2026/q1.csv, and the boundary ShirleyCeiling grants nothing.'
    ],
    [
      'boundary-is-a-ceiling/session-beyond',
      'Denied: the session policy does not let hector, a session of reporter@office, call s3:GetObject on payroll/2026/march.csv: it covers only arn:aws:s3:::reports/*.'
    ],
    [
      'tools-to-production/intern-enters',
      "Denied: prod-deploy's trust policy does not let intern@tools in for sts:AssumeRole: it names only jenkins@tools, and intern@tools carries no policy that would let it knock either."
    ],
    [
      'tools-to-production/without-the-hat',
      'Denied: web cannot carry a policy of its own that would let jenkins@tools in, and no policy of jenkins@tools allows it either.'
    ],
    [
      'tools-to-production/dana-reads',
      'Denied: no resource-based policy on customer-data/2026/invoices.csv lets dana@tools in for s3:GetObject, though AmazonS3ReadOnlyAccess would allow it.'
    ],
    [
      'tools-to-production/pass-admin',
      'Denied: no identity-based policy of prod-deploy@prod allows iam:PassRole on admin@prod: PassTaskRole of deploy-web covers only arn:aws:iam::222222222222:role/web-task.'
    ],
    [
      'tools-to-production/wrong-region',
      'Denied by the SCP DenyRegions on OU Workloads: its statement OnlyVirginia forbids prod-deploy@prod to call ecs:UpdateService, because aws:RequestedRegion is eu-west-3, not us-east-1.'
    ],
    [
      'read-one-bucket/from-the-cafe',
      'Denied: no identity-based policy of dana@web allows s3:GetObject: ReadOneBucket covers this, but its condition on aws:SourceIp does not hold (the request came from 198.51.100.9).'
    ],
    [
      'read-one-bucket/through-the-endpoint',
      'Denied: no identity-based policy of dana@web allows s3:GetObject: ReadOneBucket covers this, but its condition on aws:SourceIp does not hold (the request carries no aws:SourceIp).'
    ],
    [
      'read-one-bucket/robin-lists',
      'Denied: no identity-based policy of robin@web allows s3:ListBucket on my-app-bucket: OnlyTheObjects covers only arn:aws:s3:::my-app-bucket/*.'
    ],
    [
      'scp-at-every-floor/stranger-reads-jewels',
      'Denied by the RCP NoStrangersAtTheJewels on OU Retail: its statement OnlyOurPeople forbids vera@partner to call s3:GetObject, because the request carries no aws:PrincipalOrgID, and aws:PrincipalIsAWSService is false.'
    ]
  ])('%s', (place, said) => {
    const told = tell(place);
    expect(say(told, told.evaluation)).toBe(said);
  });
});

test.each([
  ['scp-at-every-floor/start-machine', 'scp', 'Retail is silent: silent'],
  ['scp-at-every-floor/start-machine', 'resource', 'cannot have one: notApplicable'],
  ['scp-at-every-floor/stop-trail', 'scp', 'a Deny matches: deny'],
  ['read-one-bucket/felix-reads', 'identity', 'no policy: silent']
])('%s: the road says at %s: %s', (place, id, said) => {
  expect(gate(tell(place), id)).toBe(said);
});

test.each([
  ['scp-at-every-floor/stop-payer-trail', 'No policy has a say, so no Deny can match.'],
  ['read-one-bucket/archive', 'The one policy that applies has no Deny that matches.'],
  ['read-one-bucket/read', 'No Deny in any of them matches what dana@web asks.'],
  [
    'read-one-bucket/in-the-clear',
    "A Deny matches in my-app-bucket's bucket policy, and no Allow outweighs a Deny."
  ]
])('%s: the sweep counts what it sweeps', (place, said) => {
  const told = tell(place);
  const sweep = told.evaluation.steps.find((step) => step.id === 'denySweep');
  expect(sweep && say(told, sweep)).toBe(said);
});

test.each([
  [
    'scp-at-every-floor/stop-trail',
    'ben@shop asks its own account for cloudtrail:StopLogging on trail/shop in shop, us-east-1.'
  ],
  [
    'tools-to-production/enter',
    'Session build-42 of jenkins@tools asks another account, prod, for sts:AssumeRole on prod-deploy@prod.'
  ]
])('%s: whose session asks whose account', (place, said) => {
  const told = tell(place);
  const asked = told.evaluation.steps.find((step) => step.id === 'asked');
  expect(asked && say(told, asked)).toBe(said);
});

test.each([
  ['tools-to-production/deploy'],
  ['scp-at-every-floor/start-machine'],
  ['scp-at-every-floor/ben-reads-jewels']
])('%s: no two levels say the same', (place) => {
  const { words, evaluation } = tell(place);
  const said = toFrames(evaluation, 'elements')
    .filter(({ step, moment }) => moment === 'close' && step.id.includes('scp@'))
    .map((frame) => finding(frame.step, { words, evaluation: frame.evaluation }));
  expect(new Set(said).size).toBe(said.length);
});

describe('a layer never promises more than it can', () => {
  test.each([
    ['scp-at-every-floor/start-machine', 'resource', "so a yes can only come from ben@shop's own policies."],
    ['scp-at-every-floor/stop-trail', 'identity', ', but the Deny stands.'],
    [
      'scp-at-every-floor/stranger-reads-jewels',
      'resource',
      "vault's bucket policy names vera@partner directly, but the Deny stands."
    ]
  ] as const)('%s, %s', (place, type, end) => {
    const told = tell(place);
    expect(say(told, layer(told, type)).slice(-end.length)).toBe(end);
  });
});

describe('an action that a policy writes out', () => {
  const told = tell('tools-to-production/enter');
  const all = [...toFrames(told.evaluation, 'elements')].map(({ step }) => say(told, step));

  test('is named itself, where a pattern covers it', () => {
    expect(all).toContain('The Action of the inline policy may-assume names sts:AssumeRole itself.');
    expect(all).toContain('Action * of the SCP FullAWSAccess on account tools covers sts:AssumeRole.');
  });
});
