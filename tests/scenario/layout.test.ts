/** The section `layout`: names in, ids out, and back; what is wrong with it never keeps the rest from being read. */
import { describe, expect, test } from 'vitest';
import { placeName } from '../../src/lib/scenario/layout.ts';
import { fromPortable, toPortable } from '../../src/lib/scenario/portable.ts';
import { parsed, scenarioText } from './sample.ts';

const WORLD = `users: { dana: { path: /people/, inline: { Own: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "s3:*", Resource: "*" }] } } } }
groups: { Web: {} }
roles: { app: {} }
identityProviders: { corp: { saml: true }, git: { oidc: token.actions.githubusercontent.com } }
resources: { "arn:aws:s3:::pictures": { name: pics }, "arn:aws:s3:::papers": {} }`;

function read(layout: string) {
  const { scenario, diagnostics } = parsed(scenarioText(WORLD, `layout: { ${layout} }`));
  return { scenario, problems: diagnostics.filter(({ path }) => path.startsWith('/layout')) };
}

test.each([
  ['a', '111111111111'],
  ['a:user/dana', 'arn:aws:iam::111111111111:user/people/dana'],
  ['a:group/Web', 'arn:aws:iam::111111111111:group/Web'],
  ['a:role/app', 'arn:aws:iam::111111111111:role/app'],
  ['a:root', 'arn:aws:iam::111111111111:root'],
  ['saml:a/corp', 'arn:aws:iam::111111111111:saml-provider/corp'],
  ['oidc:a/git', 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com'],
  ['a:pics', 'arn:aws:s3:::pictures'],
  ['a:papers', 'arn:aws:s3:::papers'],
  ['a:user/dana/Own', 'a:user/dana/Own'],
  ['service:ec2.amazonaws.com', 'ec2.amazonaws.com'],
  ['anonymous', '*'],
  ['root@111111111111', 'root@111111111111'],
  ['arn:aws:iam::999999999999:role/else', 'arn:aws:iam::999999999999:role/else']
])('%s is %s, and is called so again', (name, id) => {
  const { scenario, problems } = read(`"${name}": { x: 3, y: -4 }`);
  expect(problems).toEqual([]);
  expect([...scenario.layout]).toEqual([[id, { name, at: { x: 3, y: -4 }, folded: null }]]);
  expect(placeName(scenario.world, id)).toBe(name);
});

describe('what is wrong', () => {
  test.each([
    ['"a:user/dna": { x: 1, y: 2 }', 'unknown-place', 'warning', 0],
    ['b: { x: 1, y: 2 }', 'unknown-place', 'warning', 0],
    ['a: { x: 1.5, y: 2 }', 'invalid-value', 'error', 1],
    ['a: { x: 1000000, y: 2 }', 'out-of-range', 'error', 1],
    ['a: { x: far, y: 2 }', 'invalid-value', 'error', 1],
    ['a: { z: 2 }', 'unknown-key', 'error', 1],
    ['a: 7', 'wrong-kind', 'error', 0]
  ])('%s', (layout, code, severity, left) => {
    const { scenario, problems } = read(layout);
    expect(problems.map((each) => [each.code, each.severity])).toEqual([[`scenario/${code}`, severity]]);
    expect(scenario.layout.size).toBe(left);
    for (const { at } of scenario.layout.values()) expect(at).toBeNull();
    expect(scenario.world.accounts.size).toBe(1);
  });

  test('a near miss is told', () => {
    expect(read('"a:user/dna": { x: 1, y: 2 }').problems[0]?.help).toBe('did you mean `a:user/dana`?');
  });

  test('of two names for one thing the first counts', () => {
    const { scenario } = read('a: { x: 1, y: 2 }, "111111111111": { x: 3, y: 4 }');
    expect(scenario.layout.get('111111111111')).toMatchObject({ at: { x: 1, y: 2 } });
  });
});

test.each([true, false])('an account may be folded without a place, or unfolded', (folded) => {
  expect(read(`a: { folded: ${folded} }`).scenario.layout.get('111111111111')).toEqual({
    name: 'a',
    at: null,
    folded
  });
});

test('it is carried by a prerendered page', () => {
  const { scenario } = read('a: { x: 1, y: 2 }');
  expect(fromPortable(toPortable(scenario)).layout).toEqual(scenario.layout);
});
