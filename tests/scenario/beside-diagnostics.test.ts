// Broken files once more: Identity Center, root tasks, sessions that could not be, keys nobody has.
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { parsed, problems, scenarioText } from './sample.ts';

const ORGANIZATION =
  'organizations:\n  acme:\n    id: o-a1b2c3d4e5\n    management: a\n    root: { id: r-ab12, accounts: [a] }\n';
const CENTER = (lines: string, request = '') =>
  scenarioText(
    '',
    `${ORGANIZATION}identityCenter:\n  organization: acme\n  users: { carla: { groups: [Ops] }, omar: {} }\n  groups: [Ops]\n  permissionSets: { Read: { policies: [aws:AmazonS3ReadOnlyAccess] } }\n  ${lines}\n${request}`
  );
const ASK = (principal: string) =>
  `requests:\n  r: { principal: '${principal}', action: s3:ListAllMyBuckets }`;

describe('Identity Center', () => {
  test.each([
    ['assignments: [{ to: group/Ops, permissionSet: Read, account: a }]', '', []],
    [
      'assignments: [{ to: group/Op, permissionSet: Read, account: a }]',
      '',
      ['scenario/unknown-reference group/Op']
    ],
    [
      'assignments: [{ to: carla, permissionSet: Read, account: a }]',
      '',
      ['scenario/unknown-reference carla']
    ],
    [
      'assignments: [{ to: user/carla, permissionSet: Raed, account: a }]',
      '',
      ['scenario/unknown-reference Raed']
    ],
    [
      'assignments: [{ to: user/carla, permissionSet: Read, account: b }]',
      '',
      ['scenario/unknown-reference b']
    ],
    [
      'assignments: [{ to: group/Ops, permissionSet: Read, account: a }]',
      ASK('sso:omar/Reed@a'),
      ['scenario/unassigned sso:omar/Reed@a']
    ],
    [
      'assignments: [{ to: group/Ops, permissionSet: Read, account: a }]',
      ASK('sso:nobody/Read@a'),
      ['scenario/unassigned sso:nobody/Read@a']
    ],
    // Somebody of the directory who has not got what others have: a call that is turned down, no mistake of the file.
    ['assignments: [{ to: group/Ops, permissionSet: Read, account: a }]', ASK('sso:omar/Read@a'), []],
    ['assignments: [{ to: group/Ops, permissionSet: Read, account: a }]', ASK('sso:carla/Read@a'), []]
  ])('%s %s', (lines, request, expected) => {
    expect(problems(CENTER(lines, request)).map((each) => each.replace(/'/g, ''))).toEqual(expected);
  });

  test('says who is assigned what, and what was meant', () => {
    const text = CENTER(
      'assignments: [{ to: group/Ops, permissionSet: Read, account: a }]',
      ASK('sso:karla/Read@a')
    );
    const { diagnostics } = parseScenario({ name: 's.yaml', text });
    expect(diagnostics.map(({ help }) => help)).toEqual(['did you mean `sso:carla/Read@a`?']);
  });

  test('the same file makes the same role, and an account outside the organization none', () => {
    const text = CENTER('assignments: [{ to: group/Ops, permissionSet: Read, account: a }]');
    const roles = () =>
      [...parsed(text).scenario.world.principals.values()].flatMap((one) =>
        one.kind === 'role' ? [one.arn] : []
      );
    expect(roles()).toEqual(roles());
    expect(roles()).toEqual([
      expect.stringMatching(/:role\/aws-reserved\/sso\.amazonaws\.com\/AWSReservedSSO_Read_[0-9a-f]{16}$/)
    ]);
    const outside = text.replace('accounts:\n  a:', "accounts:\n  z: { id: '222222222222' }\n  a:");
    expect(problems(outside.replace('account: a }', 'account: z }'))).toEqual([
      'scenario/account-not-placed z'
    ]);
  });
});

describe('requests', () => {
  const REQUEST = (lines: string) =>
    scenarioText(
      'users: { dana: { credentials: { accessKeys: [{ id: AKIAIOSFODNN7EXAMPLE }] } } }\nroles: { app: {} }',
      `requests:\n  r:\n    action: s3:ListAllMyBuckets\n    ${lines.replaceAll('\n', '\n    ')}`
    );
  test.each([
    [
      'principal: a:user/dana\ncredential: AKIAIOSFODNN7EXAMPLF',
      ['scenario/unknown-reference AKIAIOSFODNN7EXAMPLF']
    ],
    ['principal: a:user/dana\ncredential: AKIAIOSFODNN7EXAMPLE', []],
    ['principal: a:role/app\nsession: { duration: 7200 }', ['scenario/conflict session']],
    ['principal: a:role/app\nsession: { duration: 3600 }', []],
    ['principal: a:root\nsession: { kind: assumeRoot, duration: 3600 }', ['scenario/conflict session']],
    [
      'principal: a:root\nsession: { kind: assumeRoot, taskPolicy: arn:aws:iam::aws:policy/AdministratorAccess }',
      ['scenario/unknown-task-policy arn:aws:iam::aws:policy/AdministratorAccess']
    ]
  ])('%s', (lines, expected) => {
    expect(problems(REQUEST(lines))).toEqual(expected);
  });
});
