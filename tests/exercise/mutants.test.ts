// Mutations of a solution: which are made, which are noticed, which are no difference, which survive.
import { describe, expect, test } from 'vitest';
import { diskCatalogue } from '../../src/cli/catalogue.ts';
import { checkAll } from '../../src/lib/exercise/check.ts';
import { mutationsOf } from '../../src/lib/exercise/mutate.ts';
import { tryMutants } from '../../src/lib/exercise/mutants.ts';
import { allow, parsed, policy, read, task, type Parts } from './task.ts';

const catalogue = diskCatalogue();

function names(statement: string): readonly string[] {
  const ana = `{ inline: { Read: ${policy(statement)} } }`;
  const { world } = parsed(task({ ana })).scenario;
  const [found] = [...world.policies.values()].flatMap(({ statements }) => statements);
  return mutationsOf(found!, world).map(({ name }) => name);
}

const WHEN = (conditions: string) => allow('s3:GetObject', '*', `, "Condition": { ${conditions} }`);

describe('what is made of a statement', () => {
  test.each([
    [allow('s3:GetObject', 'arn:aws:s3:::b/*'), ['dropped', 'Action s3:*', 'Resource *']],
    [allow('*', '*'), ['dropped']],
    [allow('s3:*', '*'), ['dropped']],
    [
      WHEN('"StringEquals": { "aws:SourceVpce": "vpce-1" }'),
      [
        'dropped',
        'without StringEquals aws:SourceVpce',
        'StringEqualsIfExists for StringEquals aws:SourceVpce',
        'StringLike * for StringEquals aws:SourceVpce',
        'Action s3:*'
      ]
    ],
    [
      WHEN('"BoolIfExists": { "aws:MultiFactorAuthPresent": "true" }, "Null": { "aws:SourceVpc": "true" }'),
      [
        'dropped',
        'without conditions',
        'without BoolIfExists aws:MultiFactorAuthPresent',
        'without Null aws:SourceVpc',
        'Bool for BoolIfExists aws:MultiFactorAuthPresent',
        'Action s3:*'
      ]
    ],
    [
      WHEN('"ForAllValues:StringNotEquals": { "aws:TagKeys": ["a"] }'),
      [
        'dropped',
        'without ForAllValues:StringNotEquals aws:TagKeys',
        'ForAnyValue:StringNotEquals for ForAllValues:StringNotEquals aws:TagKeys',
        'Action s3:*'
      ]
    ]
  ])('%s', (statement, made) => {
    expect(names(statement)).toEqual(made);
  });

  test('whom a trust policy names', () => {
    const trust = policy(
      '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111111111111:user/ana" }, "Action": "sts:AssumeRole" }'
    );
    const { world } = parsed(task({ rest: `    roles: { hub: { trust: ${trust} } }` })).scenario;
    const [found] = [...world.policies.values()].flatMap(({ statements }) => statements);
    expect(mutationsOf(found!, world).map(({ name }) => name)).toEqual([
      'dropped',
      'Action sts:*',
      'Principal *',
      'Principal also arn:aws:iam::111111111111:root'
    ]);
  });
});

function tried(parts: Parts) {
  return tryMutants(parsed(task(parts)).scenario, catalogue);
}

const OFFICE = WHEN('"IpAddress": { "aws:SourceIp": "203.0.113.0/24" }').replace(
  '"*"',
  '"arn:aws:s3:::pictures/*"'
);
const IN_OFFICE =
  '  office: { principal: a:user/ana, action: s3:GetObject, resource: "arn:aws:s3:::pictures/1.jpg", expect: allowed, context: { aws:SourceIp: 203.0.113.7 } }';

describe('what becomes of them', () => {
  test('all are noticed', () => {
    expect(tried({})).toEqual({ made: 3, noticed: 3, equivalent: 0, survivors: [], unknown: [] });
  });

  test('a probe that is missing', () => {
    expect(tried({ probes: '[drop]', decoys: '[]' })).toMatchObject({
      noticed: 2,
      survivors: [{ mutant: 'a:user/ana/Read#Read: Resource *', because: null }]
    });
  });

  test('a condition that nobody asks otherwise', () => {
    const parts = { solution: read(OFFICE), requests: IN_OFFICE, goals: '[office]', decoys: '[]' };
    expect(tried(parts)?.survivors.map(({ mutant }) => mutant)).toEqual([
      'a:user/ana/Read#Read: without IpAddress aws:SourceIp',
      'a:user/ana/Read#Read: IpAddressIfExists for IpAddress aws:SourceIp',
      // The probes are asked from nowhere, where the statement never applies.
      'a:user/ana/Read#Read: Action s3:*',
      'a:user/ana/Read#Read: Resource *'
    ]);
  });

  test('no difference anywhere in this world', () => {
    const tls = WHEN('"Bool": { "aws:SecureTransport": "true" }').replace('"*"', '"arn:aws:s3:::pictures/*"');
    const plain = IN_OFFICE.replace('office', 'plain')
      .replace('allowed', 'denied')
      .replace('aws:SourceIp: 203.0.113.7', "aws:SecureTransport: 'false'");
    // The key is in every request, so that IfExists says nothing.
    expect(tried({ solution: read(tls), requests: plain, probes: '[drop, spy, plain]' })).toMatchObject({
      equivalent: 1,
      survivors: []
    });
  });

  test('of a service, which is no cell of the world, the requests of the file tell', () => {
    const statement =
      '{ "Sid": "Trail", "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::pictures/*", "Condition": { "StringEquals": { "aws:SourceAccount": "111111111111" } } }';
    const at = '/accounts/a/resources/arn:aws:s3:::pictures/policy';
    const trail =
      '  trail: { principal: "service:cloudtrail.amazonaws.com", action: s3:PutObject, resource: "arn:aws:s3:::pictures/log", sourceAccount: a, expect: allowed }';
    const parts = {
      edit: `[{ at: ${at} }]`,
      solution: `[{ at: ${at}, set: ${policy(statement)} }]`,
      requests: trail,
      goals: '[trail]',
      decoys: '[]'
    };
    expect(tried(parts)?.survivors.map(({ mutant }) => mutant)).toContain(
      'a:pictures/policy#Trail: without StringEquals aws:SourceAccount'
    );
  });

  test('a solution that does not pass has none', () => {
    expect(tried({ solution: '[]' })).toBeNull();
  });
});

describe('explained in the file', () => {
  const survivors = (mutant: string) => `  survivors: [{ mutant: "${mutant}", because: told elsewhere }]`;

  test('what survives and is explained is no problem', () => {
    const more = survivors('a:user/ana/Read#Read: Resource *');
    const { scenario, diagnostics } = parsed(task({ probes: '[drop]', decoys: '[]', more }));
    expect(checkAll(scenario, diagnostics, { catalogue }).exercise).toMatchObject({
      ok: true,
      problems: [],
      mutants: { survivors: [{ because: 'told elsewhere' }] }
    });
  });

  test('what survives and is not explained fails; what is explained and does not survive is said', () => {
    const { scenario, diagnostics } = parsed(
      task({ probes: '[drop]', decoys: '[]', more: survivors('nobody') })
    );
    const report = checkAll(scenario, diagnostics, { catalogue }).exercise;
    expect(report?.problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error exercise/survivor',
      'warning exercise/no-survivor'
    ]);
    expect(report?.ok).toBe(false);
  });
});
