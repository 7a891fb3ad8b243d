/** What a role of a permission set is called, and when only its whole name will do. */
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { permissionSetOf, roleCalled } from '../../src/lib/world/permission-set.ts';

const role = (account: string, set: string, suffix: string, region = '') =>
  `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/${region}AWSReservedSSO_${set}_${suffix}`;
const POWER = role('111111111111', 'Power', 'f4d79f816d7e8369');

describe('the permission set of a role', () => {
  test.each([
    [POWER, 'Power'],
    [role('111111111111', 'Read_Only', '0123456789abcdef', 'eu-west-1/'), 'Read_Only'],
    ['arn:aws:iam::111111111111:role/AWSReservedSSO_Power_f4d79f816d7e8369', null],
    ['arn:aws:iam::111111111111:role/Power', null]
  ])('%s', (arn, set) => {
    expect(permissionSetOf(arn)).toBe(set);
  });
});

describe('what a role is called', () => {
  const listed = [
    POWER,
    role('222222222222', 'Power', 'aaaaaaaaaaaaaaaa'),
    role('222222222222', 'Ops', '0'.repeat(16))
  ];
  const lines = (account: string) =>
    listed.flatMap((arn) => {
      const [home = '', path = ''] = [arn.slice(13, 25), arn.slice(30)];
      const [name = ''] = path.split('/').slice(-1);
      return home === account ? [`${name}: { path: /aws-reserved/sso.amazonaws.com/ }`] : [];
    });
  const text = `
bouncer: 1
title: t
summary: s
accounts:
  one: { id: '111111111111', roles: { ${lines('111111111111').join(', ')} } }
  two: { id: '222222222222', roles: { Ops: {}, ${lines('222222222222').join(', ')} } }
requests:
  a: { principal: two:role/Ops, action: s3:ListAllMyBuckets }
`;
  const { value, diagnostics } = parseScenario({ name: 't.yaml', text });

  test('the file is in order', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each([
    ['by its permission set', POWER, 'Power'],
    ['alike in another account', listed[1] ?? '', 'Power'],
    [
      'by its name where an ordinary role is called like the set',
      listed[2] ?? '',
      'AWSReservedSSO_Ops_0000000000000000'
    ],
    ['that ordinary role by its own', 'arn:aws:iam::222222222222:role/Ops', 'Ops'],
    [
      'one that is gone, by its name beside the one that took its place',
      role('111111111111', 'Power', 'b'.repeat(16)),
      `AWSReservedSSO_Power_${'b'.repeat(16)}`
    ],
    ['one that no file lists, by its set', role('333333333333', 'Power', 'b'.repeat(16)), 'Power']
  ])('%s', (_, arn, called) => {
    expect(value && roleCalled(value.world, arn)).toBe(called);
  });
});
