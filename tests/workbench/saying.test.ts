/** The request as a sentence: every word knows which word of the file it is, and writing there changes that one. */
import { expect, test } from 'vitest';
import flagship from '../../scenarios/tools-to-production.yaml?raw';
import { toGround } from '../../src/lib/edit/edit.ts';
import { requestFields } from '../../src/lib/edit/request-fields.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { toOffers } from '../../src/lib/workbench/request-edit.ts';
import { planWord, wordField } from '../../src/lib/workbench/request-words.ts';
import { toSaying, type Slot } from '../../src/lib/workbench/saying.ts';
import { sayWritten } from '../../src/lib/workbench/written-saying.ts';

const scenario = parseScenario({ name: 'flagship.yaml', text: flagship }).value!;
const ground = toGround({ name: 'flagship.yaml', text: flagship }, scenario.world)!;
const words = toWords(scenario.world);

const sentence = (id: string) =>
  toSaying(scenario.cases.find((each) => each.id === id)!.request!, words)
    .map(({ text, home }) => (home === '' ? text : `${text} @${home}`))
    .join(' ');

test.each([
  ['enter', 'jenkins @tools in session build-42 asks for sts:AssumeRole on prod-deploy @prod'],
  ['deploy', /^jenkins @tools in session build-42 as prod-deploy @prod asks for ecs:UpdateService on web/],
  ['intern-enters', 'intern @tools asks for sts:AssumeRole on prod-deploy @prod']
])('%s', (id, said) => {
  expect(sentence(id)).toEqual(expect.stringMatching(said));
});

test('what the file has, word for word', () => {
  expect(
    sayWritten(ground, 'deploy')
      .map(({ text }) => text)
      .join(' ')
  ).toBe(
    'tools:role/jenkins in session build-42 as prod:role/prod-deploy asks for ecs:UpdateService on prod:web'
  );
  expect(sayWritten(ground, 'nobody')).toEqual([]);
});

const SLOTS: readonly (readonly [Slot, string, string, string])[] = [
  [{ kind: 'principal' }, 'tools:role/jenkins', 'prod:role/admin', '/requests/deploy/principal'],
  [{ kind: 'session' }, 'build-42', 'night', '/requests/deploy/session'],
  [{ kind: 'hop', index: 0 }, 'prod:role/prod-deploy', 'prod:role/admin', '/requests/deploy/assume/0/role'],
  [{ kind: 'action' }, 'ecs:UpdateService', 'ecs:StopTask', '/requests/deploy/action'],
  [{ kind: 'resource' }, 'prod:web', 'prod:customer-data', '/requests/deploy/resource']
];

test.each(SLOTS)('%j', (slot, value, next, at) => {
  const fields = requestFields(ground.file, 'deploy')!;
  expect(wordField(slot, fields, toOffers(scenario.world)).value).toBe(value);
  expect(planWord(ground, 'deploy', slot, next).value?.changes).toEqual([{ at, set: next }]);
});

test('a user has no session of a role: its name goes with the role', () => {
  const { value } = planWord(ground, 'deploy', { kind: 'principal' }, 'tools:user/dana');
  expect(value?.changes).toEqual([
    { at: '/requests/deploy/principal', set: 'tools:user/dana' },
    { at: '/requests/deploy/session', remove: true }
  ]);
});

test('what the world does not have is refused, with what may be meant', () => {
  const { value, diagnostics } = planWord(ground, 'deploy', { kind: 'principal' }, 'tools:role/jenkin');
  expect(value).toBeNull();
  expect(diagnostics[0]?.help).toContain('tools:role/jenkins');
});
