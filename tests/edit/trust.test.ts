/** Changing whom a role trusts: the least change inside its trust policy, a new statement only if none fits. */
import { expect, test } from 'vitest';
import { distrust, setExternalId, trust, trustLines } from '../../src/lib/edit/trust.ts';
import { toTrusted, type Trusted } from '../../src/lib/edit/trusted.ts';
import { after, at, groundOf, next, reasons } from './ground.ts';

const DANA = 'arn:aws:iam::111111111111:user/dana';
const JENKINS = 'arn:aws:iam::111111111111:role/ci/jenkins';
const DEPLOY = 'arn:aws:iam::222222222222:role/deploy';

/** A world with a role `deploy` whose trust policy has this Statement; none for no trust policy. */
function ground(statement: string | null) {
  const trust = `
        trust: |
          { "Version": "2012-10-17", "Statement": ${statement ?? ''} }`;
  return groundOf(`bouncer: 1
title: Doors
summary: A role and those before it
accounts:
  tools:
    id: '111111111111'
    users:
      dana: {}
    roles:
      jenkins: { path: /ci/ }
    identityProviders:
      github: { oidc: token.actions.githubusercontent.com }
  prod:
    id: '222222222222'
    roles:
      deploy:
        maxSessionDuration: 3600${statement === null ? '' : trust}
`);
}

type Ground = ReturnType<typeof ground>;

const who = (world: Ground['world'], name: string): Trusted => {
  const { value } = toTrusted(world, name);
  if (!value) throw new Error(`nobody is called ${name}`);
  return value;
};

/** The statements of deploy's trust policy in a world, as JSON; null without a policy. */
function statements(of: Ground): unknown {
  const scenario = after(of, { value: { title: '', changes: [] }, diagnostics: [] }).scenario;
  const text = scenario.world.policies.get(
    [...scenario.world.papers.keys()].find((id) => id === 'prod:role/deploy/trust')!
  );
  return text
    ? trustLines(of, at(of, DEPLOY)).map(({ value, externalId }) =>
        externalId === null ? value : `${value} if ${externalId}`
      )
    : null;
}

const allow = (principal: string, rest = '') =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole"${rest} }`;
const IF = ', "Condition": { "StringEquals": { "sts:ExternalId": "x1" } }';

test.each([
  // statement before, who, the places that change
  [null, 'tools:user/dana', ['/trust']],
  [`[${allow(`{ "AWS": "${JENKINS}" }`)}]`, 'tools:user/dana', ['/trust/Statement/0/Principal/AWS']],
  [`[${allow(`{ "AWS": ["${JENKINS}"] }`)}]`, 'tools:user/dana', ['/trust/Statement/0/Principal/AWS/-']],
  [allow(`{ "AWS": "${JENKINS}" }`), 'tools:user/dana', ['/trust/Statement/Principal/AWS']],
  [`[${allow(`{ "AWS": "${JENKINS}" }`)}]`, 'ec2.amazonaws.com', ['/trust/Statement/-']],
  [`[${allow(`{ "AWS": "${JENKINS}" }`)}]`, 'oidc:tools/github', ['/trust/Statement/-']],
  [`[${allow(`{ "AWS": "${JENKINS}" }`, IF)}]`, 'tools:user/dana', ['/trust/Statement/-']],
  [allow('{ "Service": "ec2.amazonaws.com" }'), 'tools:user/dana', ['/trust/Statement']]
])('with %j, %s changes %j', (statement, name, places) => {
  const before = ground(statement);
  const edit = trust(before, at(before, DEPLOY), who(before.world, name));
  const home = '/accounts/prod/roles/deploy';
  expect(edit.value?.changes.map((change) => change.at)).toEqual(places.map((place) => home + place));
  const done = next(before, edit);
  expect(after(before, edit).errors).toEqual([]);
  const values = trustLines(done, at(done, DEPLOY)).map(({ value }) => value);
  expect(values).toContain(who(before.world, name).value);
  expect(values).toHaveLength(statement === null ? 1 : 2);
});

test.each([
  [`[${allow(`{ "AWS": "${JENKINS}" }`)}]`, null],
  [allow(`{ "AWS": "${JENKINS}" }`), null],
  [`[${allow(`{ "AWS": ["${JENKINS}", "${DANA}"] }`)}]`, [DANA]],
  [`[${allow(`{ "AWS": "${JENKINS}", "Service": "ec2.amazonaws.com" }`)}]`, ['ec2.amazonaws.com']],
  [`[${allow(`{ "AWS": "${JENKINS}" }`)}, ${allow(`{ "AWS": "${DANA}" }`)}]`, [DANA]],
  [`[${allow(`{ "AWS": "${JENKINS}" }`)}, ${allow(`{ "AWS": ["${DANA}", "${JENKINS}"] }`)}]`, [DANA]]
])('out of %j jenkins leaves %j', (statement, left) => {
  const before = ground(statement);
  const done = next(before, distrust(before, at(before, DEPLOY), who(before.world, 'tools:role/jenkins')));
  expect(statements(done)).toEqual(left);
});

test.each([
  [allow(`{ "AWS": "${DANA}" }`), 'a7', [`${DANA} if a7`]],
  [`[${allow(`{ "AWS": "${DANA}" }`, IF)}]`, 'a7', [`${DANA} if a7`]],
  [`[${allow(`{ "AWS": "${DANA}" }`, IF)}]`, '', [DANA]],
  [`[${allow(`{ "AWS": ["${JENKINS}", "${DANA}"] }`)}]`, 'a7', [JENKINS, `${DANA} if a7`]],
  [allow(`{ "AWS": ["${JENKINS}", "${DANA}"] }`), 'a7', [JENKINS, `${DANA} if a7`]]
])('in %j the external id %j is asked of dana alone', (statement, externalId, lines) => {
  const before = ground(statement);
  const edit = setExternalId(before, at(before, DEPLOY), who(before.world, 'tools:user/dana'), externalId);
  expect(statements(next(before, edit))).toEqual(lines);
});

test.each([
  ['tools:user/dana', 'AWS', DANA],
  ['tools:role/jenkins', 'AWS', JENKINS],
  ['prod:root', 'AWS', 'arn:aws:iam::222222222222:root'],
  ['999999999999', 'AWS', 'arn:aws:iam::999999999999:root'],
  ['arn:aws:iam::999999999999:role/x', 'AWS', 'arn:aws:iam::999999999999:role/x'],
  ['service:ec2.amazonaws.com', 'Service', 'ec2.amazonaws.com'],
  ['cognito-identity.amazonaws.com', 'Federated', 'cognito-identity.amazonaws.com'],
  ['*', 'AWS', '*']
])('%s is %s %s', (name, type, value) => {
  expect(toTrusted(ground(null).world, name).value).toMatchObject({ type, value });
});

test('nobody of that name, somebody who is in already, somebody who is not in', () => {
  const before = ground(`[${allow(`{ "AWS": "${DANA}" }`)}]`);
  const deploy = at(before, DEPLOY);
  const { diagnostics } = toTrusted(before.world, 'tools:user/dona');
  expect(diagnostics).toMatchObject([
    { code: 'edit/unknown', path: '/who', help: 'did you mean `tools:user/dana`?' }
  ]);
  expect(reasons(trust(before, deploy, who(before.world, 'tools:user/dana')))).toEqual([
    'edit/already-there /name'
  ]);
  expect(reasons(distrust(before, deploy, who(before.world, 'prod:root')))).toEqual(['edit/not-there /name']);
});

test('a trust policy that is no policy is left alone', () => {
  const before = ground('"all of them"');
  expect(reasons(trust(before, at(before, DEPLOY), who(before.world, '*')))).toEqual([
    'edit/unreadable /name'
  ]);
});
