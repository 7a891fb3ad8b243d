/** A scenario being written: typed, edited, settled, taken back to the original bytes. */
import { expect, test, vi } from 'vitest';
import flagship from '../../scenarios/tools-to-production.yaml?raw';
import type { Change } from '../../src/lib/source/change.ts';
import { Documents } from '../../src/lib/workbench/documents.svelte.ts';
import { Readers } from '../../src/lib/workbench/readers.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';

const DEPLOY = asPolicyId('prod:role/prod-deploy/deploy-web');
const BOUNDARY = asPolicyId('tools:policy/DeveloperBoundary');
const KNOCK = asPolicyId('tools:role/jenkins/may-assume');

function open(text = flagship, drafts: ReadonlyMap<string, string> = new Map(), onchange = () => {}) {
  const beginning = { name: 'flagship.yaml', text, original: text, drafts, graph: null };
  return new Documents(beginning, new Readers(), onchange);
}

const outcome = ({ reading }: Documents, id: string) =>
  reading!.watches.find((watch) => watch.case.id === id)?.outcome;

/** Types a text over another one, sign by sign from the end of what both have in common. */
function type(documents: Documents, policy: typeof DEPLOY, from: string, to: string): void {
  const { text } = documents.shown(policy)!;
  for (let length = 1; length <= to.length; length++) {
    documents.typePolicy(policy, text.replace(from, to.slice(0, length)));
  }
}

test('typing half a policy decides nothing that needs it and goes on deciding the rest', () => {
  const documents = open();
  documents.typePolicy(DEPLOY, documents.shown(DEPLOY)!.text.replace('"Effect": "Allow"', '"Effect": "Al'));
  expect(outcome(documents, 'deploy')).toBeNull();
  expect(outcome(documents, 'enter')).toBe('allowed');
  expect(documents.text).toBe(flagship);
  expect(documents.diagnostics.map(({ severity }) => severity)).toContain('error');
});

test.each([
  ['kept as text', DEPLOY, 'ecs:UpdateService', 'ecs:StopTask'],
  ['kept as a mapping', BOUNDARY, 'cloudwatch:*', 'sqs:*']
])('a policy %s is written into the file once it is settled, and comments stay', async (_, id, from, to) => {
  const documents = open();
  documents.typePolicy(id, documents.shown(id)!.text.replace(from, to));
  await documents.settle();
  expect(documents.text).toBe(flagship.replace(from, to));
  expect(documents.shown(id)!.isTyped).toBe(false);
});

test('a mapping keeps what is no JSON beside it, and a download holds it as text', async () => {
  const documents = open();
  documents.typePolicy(BOUNDARY, '{ "Version": ');
  await documents.settle();
  expect(documents.text).toBe(flagship);
  expect([...documents.drafts().values()]).toEqual(['{ "Version": ']);
  const whole = await documents.whole();
  expect(open(whole).shown(BOUNDARY)!.text).toBe('{ "Version": ');
});

test('drafts that were kept are there again', () => {
  const { pointer } = open().shown(BOUNDARY)!;
  const documents = open(flagship, new Map([[pointer, '{ "Ver']]));
  expect(documents.shown(BOUNDARY)).toMatchObject({ text: '{ "Ver', isTyped: true });
  expect(outcome(documents, 'dana-reads')).toBeNull();
});

test('ten mixed edits are taken back to the original bytes, and done again', async () => {
  const documents = open();
  const edits: readonly (readonly [string, readonly Change[]])[] = [
    ['Add user', [{ at: '/accounts/tools/users/ana', set: { kind: 'human' } }]],
    ['Join', [{ at: '/accounts/tools/users/ana/groups', set: ['Developers'] }]],
    ['Remove', [{ at: '/requests/dana-reads', remove: true }]],
    ['Rename', [{ at: '/accounts/tools/users/intern', rename: 'trainee' }]],
    ['Trust', [{ at: '/accounts/prod/roles/prod-deploy/trust/Statement/0/Sid', set: 'Knock' }]]
  ];
  type(documents, DEPLOY, 'ecs:UpdateService', 'ecs:*');
  for (const [title, changes] of edits) expect(await documents.edit(title, changes)).toEqual([]);
  type(documents, KNOCK, 'MayKnock', 'MayRing');
  documents.typePolicy(BOUNDARY, documents.shown(BOUNDARY)!.text.replace('"s3:*"', '"s3:Get*"'));
  documents.typeFile(documents.text.replace('title: From tools to production', 'title: Mine'));
  documents.typePolicy(BOUNDARY, '{');
  const [text, drafts] = [documents.text, documents.drafts()];
  expect(text).not.toBe(flagship);
  while (documents.canUndo) documents.undo();
  expect(documents.text).toBe(flagship);
  expect(documents.isChanged).toBe(false);
  while (documents.canRedo) documents.redo();
  expect([documents.text, documents.drafts()]).toEqual([text, drafts]);
});

test('undo of typed text that was settled meanwhile takes the writing back with it', async () => {
  const documents = open();
  documents.typePolicy(BOUNDARY, documents.shown(BOUNDARY)!.text.replace('"s3:*"', '"s3:Get*"'));
  await documents.settle();
  documents.undo();
  expect(documents.text).toBe(flagship);
  expect(documents.shown(BOUNDARY)!.text).toContain('"s3:*"');
});

test('a word is taken back at once, and no more than a word', () => {
  const documents = open('bouncer: 1\ntitle: x\nsummary: y\naccounts: {}\n');
  for (const end of ['a', 'ab', 'ab ', 'ab c', 'ab cd']) {
    documents.typeFile(`bouncer: 1\ntitle: x${end}\nsummary: y\naccounts: {}\n`);
  }
  const titles: string[] = [];
  for (; documents.canUndo; documents.undo()) titles.push(documents.reading!.scenario.title);
  expect(titles).toEqual(['xab cd', 'xab', 'xab']);
});

test('a file that cannot be read leaves the last good world, and says so', () => {
  const documents = open();
  documents.typeFile('{{{ nothing');
  expect(documents.isUnread).toBe(true);
  expect(documents.reading!.scenario.title).toBe('From tools to production');
  expect(documents.ground).toBeNull();
  documents.undo();
  expect(documents.isUnread).toBe(false);
});

test('an edit that cannot be made is told, and changes nothing', async () => {
  const onchange = vi.fn();
  const documents = open(flagship, new Map(), onchange);
  const problems = await documents.edit('Nonsense', [{ at: '/title/below/a/text', set: 'x' }]);
  expect(problems.length).toBeGreaterThan(0);
  expect(documents.text).toBe(flagship);
  expect(onchange).not.toHaveBeenCalled();
});

test('the same things drawn are the same graph, so that no keystroke draws a canvas anew', () => {
  const documents = open();
  const { graph } = documents.reading!;
  documents.typePolicy(DEPLOY, '{');
  expect(documents.reading!.graph).toBe(graph);
  documents.typeFile(documents.text.replace('title: From', 'title: For'));
  expect(documents.reading!.graph).toBe(graph);
});

test('back at the start everything is as it was, and that too is taken back', () => {
  const documents = open();
  documents.typePolicy(DEPLOY, '{');
  documents.typeFile(`${flagship}# more\n`);
  documents.rewrite('Back to the start', documents.original);
  expect([documents.text, documents.isChanged]).toEqual([flagship, false]);
  documents.undo();
  expect(documents.text).toBe(`${flagship}# more\n`);
  expect(documents.shown(DEPLOY)!.text).toBe('{');
});

test.each([
  ['kept as text', DEPLOY],
  ['kept as a mapping', BOUNDARY]
])('the way out of a problem in a policy %s is one step of the history', async (_, id) => {
  const documents = open();
  const sound = documents.shown(id)!.text;
  documents.typePolicy(id, sound.replace('"Effect": "Allow"', '"Effect": "allow"'));
  const broken = documents.shown(id)!.text;
  const [problem] = documents.diagnostics.filter(({ severity }) => severity === 'error');
  expect(await documents.mend(problem!)).toEqual([]);
  expect(documents.deal).toEqual({ kind: 'done', title: 'Write Allow' });
  expect(documents.shown(id)!.text).toBe(sound);
  documents.undo();
  expect(documents.shown(id)!.text).toBe(broken);
});

test('in the file a problem is mended in its text', async () => {
  const text = flagship.replace('Effect: Allow', 'Effect: allow');
  const documents = open(text);
  const [problem] = documents.diagnostics.filter(({ code }) => code === 'policy/invalid-effect');
  expect(problem).toBeDefined();
  await documents.mend(problem!);
  expect(documents.text).toBe(flagship);
  documents.undo();
  expect(documents.text).toBe(text);
});
