/** Scenes: what they point at, what makes one stale, and what `check` says of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkScenario } from '../../src/lib/scenario/check.ts';
import { fromPortable, toPortable } from '../../src/lib/scenario/portable.ts';
import { textAt } from '../../src/lib/source/text.ts';
import { parsed, scenarioText } from './sample.ts';

const WORLD = `users: { dana: { groups: [Web], inline: { Upload: { Version: "2012-10-17", Statement: [{ Sid: Put, Effect: Allow, Action: "s3:Put*", Resource: "*" }] } } } }
groups: { Web: {} }
roles: { app: {} }
identityProviders: { corp: { saml: true } }
resources: { "arn:aws:s3:::pictures": { name: pictures } }`;
const REQUESTS = `requests:
  put: { principal: a:user/dana, action: s3:PutObject, resource: a:pictures/x }
  get: { principal: a:user/dana, action: s3:GetObject, resource: a:pictures/x }
  broken: { principal: a:user/nobody, action: s3:GetObject }`;

function file(scene: string): string {
  return scenarioText(WORLD, `${REQUESTS}\nwalkthrough: [{ title: One, say: s, ${scene} }]`);
}

/** The report of the one scene. */
function reportOf(scene: string) {
  return checkScenario(parsed(file(scene)).scenario, []).scenes[0];
}

describe('a scene points at', () => {
  test.each([
    ['a:user/dana', 'arn:aws:iam::111111111111:user/dana'],
    ['a:group/Web', 'arn:aws:iam::111111111111:group/Web'],
    ['a:root', 'arn:aws:iam::111111111111:root'],
    ['saml:a/corp', 'arn:aws:iam::111111111111:saml-provider/corp'],
    ['a:pictures', 'arn:aws:s3:::pictures'],
    ['a:pictures/x/y', 'arn:aws:s3:::pictures'],
    ['arn:aws:s3:::pictures/x', 'arn:aws:s3:::pictures'],
    ['arn:aws:iam::111111111111:role/app', 'arn:aws:iam::111111111111:role/app'],
    ['a', '111111111111'],
    ['111111111111', '111111111111'],
    ['service:ec2.amazonaws.com', 'ec2.amazonaws.com'],
    ['anonymous', 'anonymous']
  ])('%s', (name, id) => {
    const { scenario, diagnostics } = parsed(file(`focus: ["${name}"]`));
    expect(scenario.scenes[0]?.focus).toEqual([{ name, id }]);
    expect(diagnostics.filter(({ path }) => path.startsWith('/walkthrough'))).toEqual([]);
  });

  test.each([
    ['a:user/dan', 'unknown-reference', 'did you mean `a:user/dana`?'],
    ['a:picture', 'unknown-reference', 'did you mean `a:pictures`?'],
    ['b', 'unknown-reference', undefined],
    ['222222222222', 'unknown-reference', undefined],
    ['arn:aws:iam::111111111111:role/gone', 'unknown-reference', undefined],
    ['service:ec2', 'invalid-principal', undefined]
  ])('%s, which is not there', (name, code, help) => {
    const { scenario, diagnostics } = parsed(file(`focus: ["${name}"]`));
    expect(scenario.scenes[0]?.focus).toEqual([{ name, id: null }]);
    const [problem, ...rest] = diagnostics.filter(({ path }) => path === '/walkthrough/0/focus/0');
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ code: `scenario/${code}`, severity: 'error' });
    expect(problem && textAt(problem.range)).toBe(`"${name}"`);
    if (help !== undefined) expect(problem?.help).toBe(help);
  });
});

describe('a scene holds', () => {
  test.each([
    ['of the graph alone', 'focus: [a]'],
    ['without an expectation', 'request: put'],
    ['with the expected decision', 'request: put, expect: allowed'],
    ['at a stop', 'request: put, step: denySweep'],
    ['at a layer', 'request: put, step: identity'],
    ['at the question of a layer', 'request: put, step: "identity?"'],
    ['at a statement', 'request: put, step: "identity@dana/Upload#Put"'],
    ['at an element', 'request: put, step: "identity@dana/Upload#Put:Action"'],
    ['at the verdict', 'request: put, step: verdict, expect: allowed']
  ])('%s', (_, scene) => {
    expect(reportOf(scene)).toEqual({ index: 0, title: 'One', ok: true });
  });
});

describe('a scene is stale', () => {
  test.each([
    ['expect: allowed', 'it names no request that could hold what it says'],
    ['step: identity', 'it names no request that could hold what it says'],
    ['request: pot', 'the file has no request `pot`'],
    ['request: broken', 'request `broken` has an error'],
    ['request: put, expect: denied', '`put` is allowed, expected denied'],
    ['request: get, expect: allowed', '`get` is implicitDeny, expected allowed'],
    ['request: put, step: gone', '`put` has no step `gone`'],
    ['request: put, step: "identity@dana/Upload#Gone"', '`put` has no step `identity@dana/Upload#Gone`'],
    ['request: put, step: "identity@dana/Upload"', '`put` has no step `identity@dana/Upload`'], // not shown apart
    ['request: get, step: "identity@dana/Upload#Put:Resource"', '`get` has no step'], // never asked
    ['request: put, focus: [a:user/dan, a, b]', 'it points at `a:user/dan`, `b`, which is not there']
  ])('%s', (scene, why) => {
    const report = reportOf(scene);
    expect(report).toMatchObject({ index: 0, title: 'One', ok: false });
    expect(report?.why).toContain(why);
  });

  test('and counts as failed', () => {
    const { scenario } = parsed(file('request: put, expect: denied'));
    expect(checkScenario(scenario, [])).toMatchObject({ passed: 0, failed: 1 });
  });
});

test('scenes survive being carried to a page', () => {
  const { scenario } = parsed(
    file('request: put, step: identity, focus: [a:user/dana, b], note: n, expect: allowed')
  );
  const again = fromPortable(structuredClone(toPortable(scenario)));
  expect(again.scenes).toEqual(scenario.scenes);
  expect(again.scenes).toHaveLength(1);
});

const folder = new URL('../../scenarios/', import.meta.url);
const shipped = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, parsed(readFileSync(new URL(name, folder), 'utf8')).scenario] as const)
  .filter(([, { scenes }]) => scenes.length > 0);

describe.each(shipped)('the walkthrough of %s', (_, scenario) => {
  test('holds in every scene', () => {
    const stale = checkScenario(scenario, []).scenes.filter(({ ok }) => !ok);
    expect(stale.map(({ index, why }) => `${index + 1}: ${why ?? ''}`)).toEqual([]);
  });

  test.each(scenario.scenes)('$title: says it in at most 45 words', ({ say }) => {
    expect(say.trim().split(/\s+/).length).toBeLessThanOrEqual(45);
  });
});

test('the flagship has seven scenes, each with a request, a step, a focus and an expectation', () => {
  const [, flagship] = shipped.find(([name]) => name === 'tools-to-production.yaml') ?? [];
  expect(flagship?.scenes).toHaveLength(7);
  for (const { request, step, focus, expect: expected } of flagship?.scenes ?? []) {
    expect([request, step, expected]).not.toContain(null);
    expect(focus.length).toBeGreaterThan(0);
  }
});
