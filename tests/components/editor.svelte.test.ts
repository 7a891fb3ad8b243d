/** The text editor in a real browser: it follows its page, tells it everything, and holds nobody. */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { loadEditor, preloadEditor } from '../../src/lib/components/code-editor.ts';
import { completePolicy } from '../../src/lib/workbench/completion.ts';
import { words } from '../workbench/completion-ask.ts';
import EditorPage from './EditorPage.svelte';
import type { ComponentProps } from 'svelte';

type Props = Omit<ComponentProps<typeof EditorPage>, 'page'>;

/** A page with this text, its editor open and the cursor at a place of the text. */
async function open(text: string, props: Props = {}, cursor: number | null = 0) {
  const page = $state({ text, said: new Array<string>() });
  const screen = await render(EditorPage, { page, ...props });
  await expect.poll(() => screen.container.querySelector('.cm-content'), { timeout: 10_000 }).not.toBeNull();
  const content = screen.container.querySelector<HTMLElement>('.cm-content')!;
  if (cursor !== null) {
    content.focus();
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    for (let at = 0; at < cursor; at++) await userEvent.keyboard('{ArrowRight}');
  }
  page.said.length = 0;
  return { page, screen, content, container: screen.container };
}

const shown = (content: HTMLElement) =>
  [...content.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');

test('before the editor has come the text can be read, in the same place', async () => {
  const page = $state({ text: '{\n  "Version": "2012-10-17"\n}', said: new Array<string>() });
  const { container } = await render(EditorPage, { page });
  const early = container.querySelector('pre');
  const range = document.createRange();
  range.setStart(early!.firstChild!, 0);
  range.setEnd(early!.firstChild!, 1);
  const before = range.getBoundingClientRect();
  await expect.poll(() => container.querySelector('.cm-line'), { timeout: 10_000 }).not.toBeNull();
  expect(container.querySelector('pre')).toBeNull();
  range.selectNodeContents(container.querySelector('.cm-line')!);
  const after = range.getBoundingClientRect();
  expect(Math.abs(after.left - before.left)).toBeLessThan(1);
  expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1); // a bolder font sits a little differently
});

test('is fetched once, also ahead of its need', async () => {
  await preloadEditor();
  expect(loadEditor()).toBe(loadEditor());
});

test('tells the page what is typed, at once, and where the cursor is', async () => {
  const { page, content } = await open('{}', {}, 1);
  await userEvent.keyboard('x');
  expect(page.text).toBe('{x}');
  expect(page.said).toEqual(['change', 'select 2']);
  expect(shown(content)).toBe('{x}');
});

test('what the page writes is no change of the user, and the cursor stays beside its characters', async () => {
  const { page, content } = await open('one two', {}, 4);
  page.text = 'one and two';
  await expect.poll(() => shown(content)).toBe('one and two');
  expect(page.said).toEqual([]);
  expect(document.activeElement).toBe(content);
  await userEvent.keyboard('X');
  expect(page.text).toMatch(/^one (Xand |and X)two$/);
});

test('a change the page does not want is taken back', async () => {
  const { page, content } = await open('{}', { accept: () => '{}' }, 1);
  await userEvent.keyboard('x');
  await expect.poll(() => shown(content)).toBe('{}');
  expect(page.text).toBe('{}');
});

test.each([
  ['dos', 'a\r\nb\r\nc', 2, 'x', 'a\r\nxb\r\nc'],
  ['dos, a new line', 'a\r\nb\r\nc', 1, '{Enter}', 'a\r\n\r\nb\r\nc'],
  ['mixed', 'a\r\nb\nc\rd', 4, 'x', 'a\r\nb\nxc\rd']
])('endings nobody touched stay: %s', async (_what, text, cursor, keys, expected) => {
  const { page } = await open(text, { language: 'yaml' }, cursor);
  await userEvent.keyboard(keys);
  expect(page.text).toBe(expected);
  expect(page.said.at(-1)).toMatch(/^select [0-9]+$/);
});

test.each([
  ['{Control>}z{/Control}', ['undo']],
  ['{Control>}{Shift>}Z{/Shift}{/Control}', ['redo']],
  ['{Control>}y{/Control}', ['redo']],
  ['{Escape}', ['leave']]
])('%s is the page’s', async (keys, said) => {
  const { page } = await open('{}');
  await userEvent.keyboard(keys);
  expect(page.said).toEqual(said);
  expect(page.text).toBe('{}');
});

test('Tab goes on and back, and changes nothing', async () => {
  const { page, content } = await open('{}');
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement?.textContent).toBe('behind');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(document.activeElement).toBe(content);
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(document.activeElement?.textContent).toBe('before');
  expect(page.text).toBe('{}');
  expect(content.getAttribute('aria-description')).toContain('Tab moves on');
});

test('indents by key, and lays JSON out', async () => {
  const { page } = await open('{"a":1}');
  await userEvent.keyboard('{Control>}]{/Control}');
  expect(page.text).toBe('  {"a":1}');
  await userEvent.keyboard('{Shift>}{Alt>}f{/Alt}{/Shift}');
  expect(page.text).toBe('{\n  "a": 1\n}');
});

test.each([
  ['a value', '{ "Statement": { "Effect":  } }', 27, '"De', '{ "Statement": { "Effect": "Deny" } }'],
  ['a key', '{ "Statement": {  } }', 17, '"Eff', '{ "Statement": { "Effect":  } }'],
  [
    'in place of a word',
    '{ "Statement": { "Effect": "Allow" } }',
    28,
    '{Delete}D',
    '{ "Statement": { "Effect": "Deny" } }'
  ]
])(
  'a choice is put in without doubling the quote the editor has closed: %s',
  async (_what, text, cursor, keys, expected) => {
    const complete = (now: string, at: number) => completePolicy(now, at, words);
    const { page, container } = await open(text, { complete }, cursor);
    await userEvent.keyboard(keys);
    await expect.poll(() => container.querySelector('.cm-tooltip-autocomplete')).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 100)); // a list that has just come takes no keys yet
    await userEvent.keyboard('{Enter}');
    expect(page.text).toBe(expected);
  }
);

test('Escape closes the list of choices first', async () => {
  const complete = () => ({
    from: 0,
    to: 1,
    options: [{ label: 'a', insert: 'a', detail: '', kind: 'value' as const }]
  });
  const { page, container } = await open('', { complete, language: 'yaml' });
  await userEvent.keyboard('a');
  await expect.poll(() => container.querySelector('.cm-tooltip-autocomplete')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => container.querySelector('.cm-tooltip-autocomplete')).toBeNull();
  expect(page.said).not.toContain('leave');
});

const TEXT = '{\r\n  "Effect": "Alow",\r\n  "Action": "*"\r\n}';
const PROBLEM = {
  from: TEXT.indexOf('"Alow"'),
  to: TEXT.indexOf('"Alow"') + 6,
  severity: 'error' as const,
  message: '`Alow` is no effect <b>',
  help: 'write `Allow`'
};

test('problems are underlined, and F8 goes there and says them, as text', async () => {
  const { page, container } = await open(TEXT, { problems: [PROBLEM] });
  expect(container.querySelector('.cm-lintRange-error')?.textContent).toBe('"Alow"');
  expect(container.querySelector('.cm-lint-marker-error')).not.toBeNull();
  await userEvent.keyboard('{F8}');
  await expect.poll(() => container.querySelector('.cm-tooltip-lint, .cm-diagnostic')).not.toBeNull();
  expect(container.querySelector('.cm-diagnostic')?.textContent).toBe('Alow is no effect <b>write Allow');
  expect(container.querySelector('.cm-announced')?.textContent).toBe(PROBLEM.message);
  expect(page.said.at(-1)).toBe(`select ${PROBLEM.to}`);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => container.querySelector('.cm-diagnostic')).toBeNull();
  expect(page.said).not.toContain('leave');
});

test('the step’s range and its statement are lit, and move along', async () => {
  const light = {
    mark: { from: TEXT.indexOf('"*"'), to: TEXT.indexOf('"*"') + 3, tone: 'deny' as const },
    current: { from: 0, to: TEXT.length }
  };
  const { container, page } = await open(TEXT, { light });
  expect(container.querySelector('.cm-marked-deny')?.textContent).toBe('"*"');
  expect(container.querySelectorAll('.cm-current')).toHaveLength(4);
  page.text = `\r\n${TEXT}`;
  await expect.poll(() => container.querySelectorAll('.cm-line').length).toBe(5);
});

test('signs that cannot be seen are shown', async () => {
  const { content } = await open(`a${String.fromCharCode(0x202e)}b\u0000c`, { language: 'yaml' });
  expect(content.querySelectorAll('.cm-specialChar')).toHaveLength(2);
});

test('a text of two megabytes opens and takes a key', async () => {
  const line = '    - { Effect: Allow, Action: s3:GetObject }\n';
  const { page, content } = await open(line.repeat(45_000), { language: 'yaml' });
  await userEvent.keyboard('x');
  expect(page.text).toHaveLength(line.length * 45_000 + 1);
  expect(content.querySelectorAll('.cm-line').length).toBeLessThan(500);
});

test('a new line is indented the way the text is', async () => {
  const { page } = await open('{\n    "a": [\n    ]\n}', {}, 12);
  await userEvent.keyboard('{Enter}1');
  expect(page.text).toBe('{\n    "a": [\n        1\n    ]\n}');
});

test('more lines of a long line hang under its first word', async () => {
  const { content } = await open(`    ${'word '.repeat(40)}`, { language: 'yaml' });
  const range = document.createRange();
  range.selectNodeContents(content.querySelector('.cm-line')!);
  const lefts = [...range.getClientRects()].map(({ left }) => Math.round(left));
  expect(new Set(lefts).size).toBeGreaterThan(1);
});

test('nothing for axe to find', async () => {
  const { container } = await open(TEXT, { problems: [PROBLEM] });
  expect((await axe.run(container)).violations).toEqual([]);
});
