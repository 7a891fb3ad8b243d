/** Nonsense of every kind: read without throwing, each problem with place and way out, and only what it touches undecided. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { checkScenario } from '../../src/lib/scenario/check.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { ParsedScenario } from '../../src/lib/scenario/scenario.ts';
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';
import { readTree } from '../../src/lib/source/read.ts';
import { renderDiagnostic } from '../../src/lib/source/render.ts';
import { ALLOW_ALL, parsed, places, problems, scenarioText } from './sample.ts';

const DENY_ALL = ALLOW_ALL.replace('Allow', 'Deny');
const FOLDER = new URL('../../scenarios/', import.meta.url);

/** Id and decision of every request. */
function decisions(scenario: ParsedScenario): readonly string[] {
  return checkScenario(scenario, []).requests.map(({ id, decision }) => `${id} ${decision ?? 'undecided'}`);
}

/** What a problem looks like in a terminal: place, code, caret where there is a line, nothing that acts, no essay. */
function expectShown(problem: Diagnostic, text: string): void {
  const { range, code } = problem;
  expect(range.source.text === text, 'the range lies in the file').toBe(true);
  expect(range.from).toBeLessThanOrEqual(range.to);
  expect(range.to).toBeLessThanOrEqual(text.length);
  const shown = renderDiagnostic(problem);
  expect(shown).toMatch(/^[^\n]*:\d+:\d+: (error|warning): .+ \[[a-z]+\/[a-z-]+\]/);
  expect(shown).not.toMatch(/[^\P{C}\n]/u);
  expect(shown).not.toMatch(/\bundefined\b|\[object|\bNaN\b/);
  expect(shown.length, code).toBeLessThan(2000);
  if (/\S/.test(text)) expect(shown, `${code} has no caret`).toContain('^');
}

/** Everything that a page does with a scenario, as far as it may trip over odd names. */
function use(text: string, name = 'x.yaml'): void {
  const { value, diagnostics } = parseScenario({ name, text });
  for (const problem of diagnostics) expectShown(problem, text);
  if (value === null) {
    expect(diagnostics).not.toEqual([]);
    return;
  }
  JSON.stringify(checkScenario(value, diagnostics));
  const graph = toGraph(
    value.world,
    value.cases.flatMap(({ request }) => request ?? [])
  );
  for (const { label, x, y } of graph.nodes) {
    expect(typeof label).toBe('string');
    expect(Number.isFinite(x + y)).toBe(true);
  }
}

const LONG = `"${'x'.repeat(5000)}"`;
/** What JSON reads, and so YAML too. */
const VALUES = [
  ...['null', '[]', '[[1]]', '{}', '{"a": 1}', '{"__proto__": 1}', '0', '1e999', 'true', '""', '"*"', LONG],
  ...['"\\u0000\\u001b[31m"', '"\\u202Eabc"', '"a\\nb"', '"constructor"', '"__proto__"', '"🙂é日"'],
  ...['"\\ud800"', '"${constructor}"', '"${aws:username"', '{"Statement": {}}', 'x', ',']
];
const YAML_VALUES = [
  ...VALUES,
  ...['&a [*a]', '*none', '!!int 3', '!!binary aGk=', '@x', '"', '[', '', '|\n x']
];
const KEYS = ['"constructor"', '"__proto__"', '""', '"\\n"', '"Usres"', '1', `"${'k'.repeat(900)}"`];
const YAML_KEYS = [...KEYS, '<<', '? [a]\n', 'null', '"a/b~c"', '&k x', '*none '];

describe('anything in the place of anything', () => {
  // A sample, for seconds count; STEP is prime, so that each value comes in many places.
  const STEP = 409;

  test.each(readdirSync(FOLDER).filter((file) => file.endsWith('.yaml')))('%s', (file) => {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    const tree = readTree({ name: file, text }).value;
    const replaced = [...places(tree!)].flatMap(({ range, isJson, isKey }) =>
      (isJson ? (isKey ? KEYS : VALUES) : isKey ? YAML_KEYS : YAML_VALUES).map((by) => ({ range, by }))
    );
    const chosen = replaced.filter((_, index) => index % STEP === file.length);
    expect(chosen.length).toBeGreaterThan(10);
    for (const { range, by } of chosen) use(text.slice(0, range.from) + by + text.slice(range.to), file);
  });
});

describe('names that every JavaScript object has', () => {
  const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

  test.each(NAMES)('%s is a name like any other', (name) => {
    const text = `bouncer: 1
title: ${name}
summary: s
accounts:
  a:
    id: '111111111111'
    users:
      ${name}:
        groups: [${name}]
        policies: [${name}]
        boundary: ${name}
        inline: { ${name}: ${ALLOW_ALL} }
        tags: { ${name}: ${name} }
    groups: { ${name}: { inline: { ${name}: ${ALLOW_ALL} } } }
    policies: { ${name}: ${ALLOW_ALL} }
    resources:
      'arn:aws:s3:::${name}': { tags: { ${name}: x }, objects: { ${name}: { tags: { ${name}: y } } } }
      'arn:aws:${name}:us-east-1:111111111111:${name}/x': { policy: ${DENY_ALL.replace('Effect', 'Principal: "*", Effect')} }
requests:
  r:
    principal: a:user/${name}
    action: s3:PutObject
    resource: a:${name}/${name}
    context: { ${name}: x }
    requestTags: { ${name}: x }
    by: identity/${name}
  s:
    principal: a:user/${name}
    action: x:y
    resource: arn:aws:${name}:us-east-1:111111111111:${name}/x
layout: { ${name}: { x: 1, y: 2 } }
`;
    const { scenario, diagnostics } = parsed(text);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(decisions(scenario)).toEqual(['r allowed', 's explicitDeny']);
    use(text);
  });

  test.each(NAMES)('%s is nobody when nobody has that name', (name) => {
    const request = `{ principal: a:user/${name}, action: s3:ListAllMyBuckets }`;
    expect(problems(scenarioText('users: { dana: {} }', `requests: { r: ${request} }`))).toEqual([
      `scenario/unknown-reference a:user/${name}`
    ]);
    expect(problems(scenarioText(`users: { dana: { policies: [${name}, aws:${name}] } }`))).toEqual([
      `scenario/unknown-reference ${name}`,
      `scenario/unknown-managed-policy aws:${name}`
    ]);
    expect(problems(scenarioText(`${name}: {}`))).toEqual([`scenario/unknown-key ${name}`]);
  });

  test('and no object is changed by them', () => {
    use('{"bouncer":1,"__proto__":{"polluted":1},"accounts":{"__proto__":{"polluted":1}}}', 'x.json');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('a policy never takes the place of another', () => {
  test('a bucket called `policy` beside a policy called `policy`', () => {
    const { scenario, diagnostics } = parsed(
      scenarioText(
        `users: { dana: { policies: [policy] } }
policies: { policy: ${ALLOW_ALL} }
resources: { "arn:aws:s3:::policy": { policy: ${DENY_ALL.replace('Effect', 'Principal: "*", Effect').replace('Resource: "*"', 'Resource: "arn:aws:s3:::policy"')} } }`,
        `requests:
  bucket: { principal: a:user/dana, action: s3:ListBucket, resource: a:policy }
  other: { principal: a:user/dana, action: s3:ListAllMyBuckets }`
      )
    );
    expect(diagnostics).toEqual([]);
    expect(decisions(scenario)).toEqual(['bucket explicitDeny', 'other allowed']);
  });

  test('slashes in names, which IAM refuses, hide no Deny', () => {
    const { scenario, diagnostics } = parsed(
      scenarioText(
        `users: { u: { inline: { x/p: ${DENY_ALL} } }, u/x: { inline: { p: ${ALLOW_ALL} } } }`,
        'requests: { r: { principal: a:user/u, action: s3:ListAllMyBuckets } }'
      )
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['scenario/invalid-key', 'scenario/invalid-key']);
    expect(decisions(scenario)).toEqual(['r explicitDeny']);
  });
});

describe('a policy that is none leaves only its own requests undecided', () => {
  test.each([
    ["''", 'source/empty'],
    ['null', 'scenario/wrong-kind'],
    ['text', 'scenario/wrong-kind'],
    ['"{"', 'source/syntax'],
    ['"[]"', 'policy/wrong-type'],
    ['"null"', 'policy/wrong-type'],
    ['{}', 'policy/missing-element'],
    ['[]', 'policy/wrong-type'],
    ['{ Statement: {} }', 'policy/missing-element'],
    ['{ Statement: [] }', 'policy/no-statements'],
    ['{ Statement: null }', 'policy/wrong-type'],
    ['{ Version: "2012-10-17", Statement: [x] }', 'policy/wrong-type'],
    [ALLOW_ALL.replace('Allow', '[Allow]'), 'policy/wrong-type'],
    [ALLOW_ALL.replace('Action: "*"', 'Action: [[]]'), 'policy/wrong-type'],
    [ALLOW_ALL.replace('Effect', 'Condition: { constructor: {} }, Effect'), 'policy/unknown-operator'],
    [ALLOW_ALL.replace('Effect', '__proto__: x, Effect'), 'policy/unknown-element']
  ])('%s', (policy, code) => {
    const { scenario, diagnostics } = parsed(
      scenarioText(
        `users:\n  broken: { inline: { p: ${policy} } }\n  sound: { inline: { p: ${ALLOW_ALL} } }`,
        `requests:
  broken: { principal: a:user/broken, action: s3:ListAllMyBuckets }
  sound: { principal: a:user/sound, action: s3:ListAllMyBuckets }`
      )
    );
    expect(diagnostics.map((problem) => problem.code)).toContain(code);
    expect(decisions(scenario)).toEqual(['broken undecided', 'sound allowed']);
  });
});

describe('odd texts', () => {
  const SOUND = scenarioText('users: { dana: {} }');
  const CROWD = Array.from({ length: 1000 }, (_, i) => `u${i}`);

  test.each<[what: string, text: string, codes: readonly string[], name?: string]>([
    ['a byte order mark', `\uFEFF${SOUND}`, ['source/byte-order-mark']],
    ['CRLF', SOUND.replaceAll('\n', '\r\n'), []],
    ['CR alone', SOUND.replaceAll('\n', '\r'), ['source/syntax']],
    ['tabs', SOUND.replaceAll('    ', '\t'), ['source/syntax']],
    ['two documents', `${SOUND}---\n${SOUND}`, ['source/several-documents']],
    ['one document with marks', `---\n${SOUND}...\n`, []],
    ['a page', '<!doctype html>\n<p class="x">hi: there</p>', ['source/syntax']],
    ['a comment', '# nothing', ['source/empty']],
    ['white space', ' \n\n ', ['source/empty']],
    ['a word', 'hello', ['scenario/wrong-kind']],
    ['a merge key', scenarioText('users: { a: &a {}, b: { <<: *a } }'), ['source/merge-key']],
    ['a tag', scenarioText('name: !!int 3'), ['source/unsupported-tag']],
    ['a comma too many', '{"bouncer": 1,}', ['source/syntax'], 'x.json'],
    ['a comment in JSON', '{ // no\n}', ['source/syntax'], 'x.json'],
    ['an id as a number', scenarioText('').replaceAll("'", ''), []],
    ['an id of a float', scenarioText('').replace(/'1+'/, '1e11'), ['scenario/invalid-value']],
    [
      'a newline in an ARN',
      scenarioText('resources: { "arn:aws:s3:::a\\nb": {} }'),
      ['scenario/invalid-key']
    ],
    ['no service in an ARN', scenarioText('resources: { "arn::::::": {} }'), ['scenario/invalid-key']],
    ['a newline in a name', scenarioText('users: { "a\\nb": {} }'), ['scenario/invalid-key']],
    ['no name', scenarioText('users: { "": {} }'), ['scenario/invalid-key']],
    [
      'marks of direction',
      scenarioText('users: { "\\u202Eu": { groups: ["\\u200Fg"] } }'),
      ['scenario/invalid-key', 'scenario/unknown-reference']
    ],
    [
      'a crowd of wrong groups',
      scenarioText(`groups: { ${CROWD.map((u) => `${u}: {}`).join(', ')} }
users: { dana: { groups: [${CROWD.map((u) => u.replace('u', 'v')).join(', ')}] } }`),
      CROWD.map(() => 'scenario/unknown-reference')
    ],
    [
      'a text that is something else',
      Array.from({ length: 6000 }, (_, i) => `k${i}: 1`).join('\n'),
      ['scenario/too-many-problems', ...Array.from({ length: 5000 }, () => 'scenario/unknown-key')]
    ],
    ['deep lists', `a: ${'['.repeat(100_000)}`, ['source/too-deep']],
    ['deep blocks', '- '.repeat(100_000), ['source/too-deep']],
    ['deep braces', '{"a":'.repeat(100_000), ['source/too-deep'], 'x.json']
  ])('%s', (_, text, codes, name = 'x.yaml') => {
    const { diagnostics } = parseScenario({ name, text });
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    for (const problem of diagnostics.slice(0, 10)) expectShown(problem, text);
  });
});

describe('requests that go round', () => {
  const trusts = (role: string) =>
    `{ inline: { p: ${ALLOW_ALL} }, trust: { Version: "2012-10-17", Statement: { Effect: Allow, Principal: { AWS: "arn:aws:iam::111111111111:role/${role}" }, Action: sts:AssumeRole } } }`;

  test.each([
    ['into itself', ['one']],
    ['to and fro', ['two', 'one', 'two', 'one']],
    ['without end in sight', Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? 'two' : 'one'))]
  ])('%s', (_, roles) => {
    const hops = roles.map((role) => `{ role: a:role/${role} }`).join(', ');
    const text = scenarioText(
      `roles:\n  one: ${trusts('two')}\n  two: ${trusts('one')}`,
      `requests: { r: { principal: a:role/one, assume: [${hops}], action: s3:ListAllMyBuckets, passes: a:role/one } }`
    );
    expect(decisions(parsed(text).scenario)).toEqual([
      `r ${roles[0] === 'one' ? 'implicitDeny' : 'allowed'}`
    ]);
    use(text);
  });
});

test('two thousand users are a scenario', () => {
  const users = Array.from({ length: 2000 }, (_, i) => `  u${i}: { groups: [g], policies: [p] }`);
  const { scenario, diagnostics } = parsed(
    scenarioText(
      `groups: { g: {} }\npolicies: { p: ${ALLOW_ALL} }\nusers:\n${users.join('\n')}`,
      'requests: { r: { principal: a:user/u1999, action: s3:ListAllMyBuckets } }'
    )
  );
  expect(diagnostics).toEqual([]);
  expect(scenario.world.principals.size).toBe(2001);
  expect(decisions(scenario)).toEqual(['r allowed']);
});
