// What a request writes of its own context, by the rules of the scenario file, format 1, "Requests".
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toRequest } from '../../src/lib/engine/context.ts';
import { asArn } from '../../src/lib/world/arn.ts';
import { factsOf, knownOf, role, user, valueOf } from '../support/facts.ts';
import type { SaidRequest } from '../support/facts.ts';
import { AUDIT, BUCKET, DANA, DEPLOY, world } from './context-world.ts';

const ask = (said: SaidRequest) => toRequest(world, factsOf({ principal: user(DANA), ...said }));
type Keys = Readonly<Record<string, string | readonly string[] | undefined>>;

function expectKeys(said: SaidRequest, keys: Keys) {
  const request = ask(said);
  const found = Object.keys(keys).map((key) => [key, valueOf(request, key)]);
  expect(Object.fromEntries(found)).toEqual(keys);
}

describe('what the request says of its context', () => {
  test('tags: one key each, and the list of their keys as sent (KEY-39, COND-64)', () => {
    expectKeys(
      { requestTags: { Team: 'web', env: 'dev' } },
      { 'aws:RequestTag/team': 'web', 'aws:RequestTag/env': 'dev', 'aws:TagKeys': ['Team', 'env'] }
    );
    expectKeys({}, { 'aws:TagKeys': undefined });
  });

  test('it wins over the world, in the usual spelling', () => {
    const request = ask({ context: { 'AWS:principalorgid': 'o-other' } });
    expect(knownOf(request, 'aws:PrincipalOrgID')).toEqual({
      key: 'aws:PrincipalOrgID',
      values: ['o-other'],
      multivalued: false,
      from: { kind: 'request', path: '/requests/r/context/AWS:principalorgid' }
    });
  });

  test.each<[string, SaidRequest, Keys]>([
    ['null removes a key', { context: { 'aws:username': null } }, { 'aws:username': undefined }],
    ['null removes nothing that is not there', { context: { 'x:y': null } }, { 'x:y': undefined }],
    ['a list is multivalued, even an empty one', { context: { 'x:y': [] } }, { 'x:y': [] }],
    ['one text is not', { context: { 'x:y': 'z' } }, { 'x:y': 'z' }],
    [
      'unless the key is a list by nature (COND-62)',
      { context: { 'aws:TagKeys': 'a' } },
      { 'aws:TagKeys': ['a'] }
    ],
    ['so with amr', { context: { 'idp.example:amr': 'mfa' } }, { 'idp.example:amr': ['mfa'] }],
    ['open keys are unknown', { unknown: ['aws:sourceip'] }, { 'aws:SourceIp': 'unknown' }],
    [
      'open wins over derived',
      { credential: 'console', unknown: ['aws:MultiFactorAuthPresent'] },
      { 'aws:MultiFactorAuthPresent': 'unknown' }
    ]
  ])('%s', (_, said, keys) => {
    expectKeys(said, keys);
  });

  test('an open key keeps its spelling and place', () => {
    expect(ask({ unknown: ['x:y', 'aws:sourceip'] }).context.get('aws:sourceip')).toEqual({
      key: 'aws:SourceIp',
      unknown: true,
      from: { kind: 'request', path: '/requests/r/unknown/1' }
    });
  });

  test('nothing is derived where the request says so', () => {
    const said = { derive: false, requestTags: { a: 'b' }, via: ['x.amazonaws.com'], endpoint: 'vpce-1' };
    const request = ask({ ...said, context: { 'aws:SourceIp': '203.0.113.7' }, unknown: ['x:y'] });
    expect([...request.context.keys()]).toEqual(['aws:sourceip', 'x:y']);
    expect(request.caller).toMatchObject({ kind: 'user', uniqueId: 'AIDADANA' });
  });

  test('every key of every context stands under its lower-case spelling', () => {
    const requests = [
      ask({ resource: BUCKET, requestTags: { Team: 'x' }, via: ['a.amazonaws.com'] }),
      ask({ principal: role(AUDIT), endpoint: 'vpce-1', assume: [{ role: DEPLOY, tags: { T: '1' } }] })
    ].flatMap((request) => [request, ...request.hops, ...request.checks]);
    for (const [name, value] of requests.flatMap(({ context }) => [...context])) {
      expect(name).toBe(value.key.toLowerCase());
    }
  });
});

// The house rule: user input never throws.
test('nonsense for names, keys and times still makes a request', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('*', 'arn:aws:iam::1:role/', 'arn:aws:s3:::', DANA));
  const time = fc.oneof(fc.constant(null), fc.double());
  fc.assert(
    fc.property(text, text, text, time, fc.constantFrom('user', 'role', 'root'), (a, b, key, at, kind) => {
      const request = ask({
        principal: { kind, arn: asArn(a) },
        action: key,
        resource: [b, a],
        assume: [{ role: b, tags: { [key]: a }, at }],
        context: { [key]: a },
        endpoint: a,
        passes: b,
        at
      });
      expect(request.hops).toHaveLength(1);
      expect(JSON.parse(JSON.stringify(request))).toMatchObject({ id: 'r' });
    })
  );
});
