/** What is dropped on the first page: policies get a world, scenarios stay apart, and nothing that was dropped is lost. */
import { expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { adopt } from '../../src/lib/share/adopt.ts';
import type { SourceText } from '../../src/lib/source/text.ts';
import { toFiles } from '../../src/lib/workbench/dropped-file.ts';

const policy = (name: string): SourceText => ({
  name,
  text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'
});
const scenario = (name: string, title: string): SourceText => ({
  name,
  text: `bouncer: 1\ntitle: ${title}\n`
});

async function kept(...sources: readonly SourceText[]) {
  const made = await toFiles(sources, adopt);
  if ('message' in made) throw new Error(made.message);
  return made.files;
}

test('a bare policy is put into a world with a request', async () => {
  const [file, ...rest] = await kept(policy('reader.json'));
  expect(rest).toEqual([]);
  expect(file).toMatchObject({ isJson: false, base: null, drafts: new Map() });
  const { value } = parseScenario({ name: 'x.yaml', text: file?.text ?? '' });
  expect(value?.cases.length).toBeGreaterThan(0);
  expect(file?.title).toBe(value?.title);
});

test('several policies are one world', async () => {
  expect(await kept(policy('a.json'), policy('b.json'))).toHaveLength(1);
});

test.each([
  ['mine.yaml', 'bouncer: 1\ntitle: "My world"', 'mine', 'My world', false],
  ['a/b\\mine.YML', 'bouncer: 1', 'mine', 'mine', false],
  ['mine.json', '{"bouncer": "1"}', 'mine', 'mine', true],
  ['.yaml', 'bouncer: 1', 'dropped', 'dropped', false]
])('%s stays as it is: %j', async (name, text, bare, title, isJson) => {
  expect(await kept({ name, text })).toEqual([
    { name: bare, title, base: null, isJson, text, drafts: new Map() }
  ]);
});

test('several scenarios are a file each, and a policy beside them a world; the first scenario is opened', async () => {
  const files = await kept(policy('p.json'), scenario('a.yaml', 'One'), scenario('b.yaml', 'Two'));
  expect(files.map(({ title }) => title).slice(0, 1)).toEqual(['One']);
  expect(files.map(({ name }) => name)).toEqual(['a', expect.any(String), 'b']);
  expect(files[1]?.text).toContain('s3:GetObject');
  expect(files[1]?.text).toContain('bouncer: 1');
});

test('a single text that is neither is kept as it is, to be told of where it is opened', async () => {
  const broken = { name: 'p.json', text: '{"Version": ' };
  expect(await kept(broken)).toMatchObject([{ name: 'p', text: broken.text, isJson: true }]);
});

test('several that are neither, or nothing at all, are a sentence', async () => {
  const notes = [
    { name: 'a.txt', text: 'milk' },
    { name: 'b.txt', text: 'eggs' }
  ];
  expect(await toFiles(notes, adopt)).toEqual({
    message: expect.stringMatching(/^Nothing was opened: .*\.$/)
  });
  expect(await toFiles([], adopt)).toEqual({ message: expect.stringContaining('Nothing was opened') });
});
