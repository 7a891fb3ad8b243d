/** Policies of one file that say the same: each has its own places, and a problem is told wherever it stands. */
import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { inkIn, inkOf, compact } from '../../src/lib/policy/quotas.ts';
import { LiveReader } from '../../src/lib/scenario/live.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { ParsedScenario } from '../../src/lib/scenario/scenario.ts';
import { parseJson } from '../../src/lib/source/json.ts';
import { treeAt } from '../../src/lib/source/tree.ts';
import { lineColumn, textAt } from '../../src/lib/source/text.ts';

const allow = (rest: object) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...rest }] });
const WEB = { Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
const SOUND = JSON.stringify(allow(WEB), null, 1);

/** A file in JSON with two roles whose trust policies have these texts. */
function twoRoles(first: string, second = first): string {
  const role = (trust: string) => `{ "trust": ${trust} }`;
  return `{ "bouncer": 1, "title": "t", "summary": "s", "accounts": { "a": { "id": "111122223333", "roles": {
"one": ${role(first)},
"two": ${role(second)}
} } } }`;
}

function parsed(text: string, name = 'x.json') {
  const { value, diagnostics } = parseScenario({ name, text });
  if (!value) throw new Error('no scenario');
  return { scenario: value, diagnostics };
}

const trustOf = ({ world }: ParsedScenario, role: string) => {
  const paper = [...world.papers.values()].find(
    ({ pointer }) => pointer === `/accounts/a/roles/${role}/trust`
  );
  if (!paper) throw new Error(`${role} has no trust policy`);
  return paper.id;
};

test('the second of two is known by the first, and read as it stands', () => {
  const { scenario } = parsed(twoRoles(SOUND));
  const [one, two] = [trustOf(scenario, 'one'), trustOf(scenario, 'two')];
  expect([...scenario.twins]).toEqual([[two, one]]);
  const documents = [one, two].map((id) => scenario.world.policies.get(id));
  for (const [index, role] of ['one', 'two'].entries()) {
    const tree = treeAt(scenario.root, `/accounts/a/roles/${role}/trust`);
    expect(documents[index]).toEqual(tree && parsePolicy(tree).value);
    expect(documents[index] && textAt(documents[index].range)).toBe(SOUND);
  }
  expect(documents[0]?.range.from).not.toBe(documents[1]?.range.from);
});

test('a third is known by the first as well', () => {
  const { scenario } = parsed(twoRoles(SOUND).replace('"two"', `"again": { "trust": ${SOUND} },\n"two"`));
  expect([...scenario.twins.values()]).toEqual([trustOf(scenario, 'one'), trustOf(scenario, 'one')]);
});

describe('a problem is told in either place', () => {
  test.each([
    ['an effect that is none', allow({ ...WEB, Effect: 'allow' }), 'policy/invalid-effect'],
    ['an element that is none', allow({ ...WEB, Actions: '*' }), 'policy/unknown-element'],
    ['a Resource in a trust policy', allow({ ...WEB, Resource: '*' }), 'policy/unsupported-element'],
    [
      'somebody who does not exist',
      allow({ ...WEB, Principal: { AWS: 'arn:aws:iam::111122223333:role/nobody' } }),
      'policy/unknown-principal'
    ]
  ])('%s', (_, policy, code) => {
    const text = twoRoles(JSON.stringify(policy, null, 1));
    const { diagnostics } = parsed(text);
    const found = diagnostics.filter((problem) => problem.code === code);
    expect(found.map(({ path }) => path.split('/')[4])).toEqual(['one', 'two']);
    const [first, second] = found.map(({ range }) => lineColumn(range.source, range.from));
    const lines = JSON.stringify(policy, null, 1).split('\n').length;
    expect(second).toEqual({ line: (first?.line ?? 0) + lines, column: first?.column });
    expect(diagnostics).toEqual(found);
  });

  test.each([
    ['key that stands twice', SOUND.replace('"Action"', '"Effect": "Deny", "Action"')],
    ['document that stands twice', `${SOUND}, "trust": ${SOUND}`],
    ['bracket too few', SOUND.replace(']', '')]
  ])('a %s in the second does not lean on the first', (_, broken) => {
    const { value, diagnostics } = parseScenario({ name: 'x.json', text: twoRoles(SOUND, broken) });
    expect(diagnostics.length).toBeGreaterThan(0);
    if (value) expect(value.world.policies.has(trustOf(value, 'two'))).toBe(false);
  });
});

test('what hangs elsewhere is looked at again: a service may store what another refuses', () => {
  const policy = JSON.stringify(allow({ Principal: '*', Action: 's3:GetObject', Resource: '*' }));
  const resources = `"arn:aws:s3:::b": { "policy": ${policy} }, "arn:aws:sqs:us-east-1:111122223333:q": { "policy": ${policy} }`;
  const text = twoRoles(SOUND).replace('"roles"', `"resources": { ${resources} }, "roles"`);
  const { scenario } = parsed(text);
  expect([...scenario.twins]).toEqual([[trustOf(scenario, 'two'), trustOf(scenario, 'one')]]);
});

test('in YAML nothing is known by another: it may say by a name what stands elsewhere', () => {
  const { scenario } = parsed(twoRoles(SOUND), 'x.yaml');
  expect(scenario.twins.size).toBe(0);
  expect(scenario.world.policies.has(trustOf(scenario, 'two'))).toBe(true);
});

test('what is typed over one leaves its twin as it is', () => {
  const source = { name: 'x.json', text: twoRoles(SOUND) };
  const file = parsed(source.text).scenario;
  const [one, two] = [trustOf(file, 'one'), trustOf(file, 'two')];
  const reader = new LiveReader();
  const { texts } = reader.read(source, new Map());
  expect(texts.get(two)?.text).toBe(texts.get(one)?.text);
  const typed = new Map([['/accounts/a/roles/one/trust', { text: '{', over: null }]]);
  const { scenario, drawn } = reader.read(source, typed);
  expect([one, two].map((id) => scenario?.world.policies.has(id))).toEqual([false, true]);
  expect(scenario?.world.policies.get(two)?.range.source.name).toBe(two);
  expect(drawn?.policies.get(two)?.statements).toHaveLength(1);
});

test.each([
  '{}',
  '[]',
  '{"Statement":[]}',
  '{"a": "b c", "d": [1, true, null, "null", ""]}',
  '{"q\\"uo te": "t\\tab", "ü": "\\u00fc \\\\", "n": {"m": ["x:*", "${aws:username}/-"]}}'
])('the ink of %s is that of its shortest JSON', (text) => {
  const tree = parseJson({ name: 'x', text }).value;
  expect(tree && inkIn(tree)).toBe(tree && inkOf(compact(tree)));
});
