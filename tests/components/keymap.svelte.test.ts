/** The map of keys: what it lists, how a command gets other keys, who is asked before they are taken. */
import axe from 'axe-core';
import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Commands } from '../../src/lib/workbench/commands.svelte.ts';
import Over from './Over.svelte';
import { EMPTY } from './empty-graph.ts';

let commands: Commands;
let app: ReturnType<typeof mount>;

beforeEach(async () => {
  localStorage.removeItem('bouncer.keys');
  commands = new Commands();
  commands.offer('lens', () => {});
  app = mount(Over, { target: document.body, props: { what: 'keys', commands, graph: EMPTY } });
  await page.getByRole('button', { name: 'Open' }).click();
});

afterEach(async () => {
  await unmount(app);
});

const keysOf = (title: string) => page.getByRole('button', { name: `Keys of “${title}”:` });
const LENS = 'Lens: only the way of this request';

test('every command stands in it with its keys; what cannot be done now is faint', async () => {
  await expect.element(keysOf(LENS)).toHaveTextContent('F');
  const row = (title: string) => keysOf(title).element().closest('li');
  expect(row(LENS)?.classList.contains('faint')).toBe(false);
  expect(row('Undo')?.classList.contains('faint')).toBe(true);
});

test('a key that is pressed is the command’s from then on, and it may go back', async () => {
  await keysOf(LENS).click();
  await userEvent.keyboard('u');
  expect(commands.keys('lens')).toEqual(['u']);
  expect(document.activeElement).toBe(keysOf(LENS).element());
  await page.getByRole('button', { name: 'as it was' }).click();
  expect(commands.keys('lens')).toEqual(['f']);
});

test('a key that another command has is taken only when one says so', async () => {
  await keysOf(LENS).click();
  await userEvent.keyboard('b');
  expect(commands.keys('lens')).toEqual(['f']);
  await page.getByRole('button', { name: 'Take it from there' }).click();
  expect([commands.keys('lens'), commands.keys('breakpoint')]).toEqual([['b'], []]);
});

test('Escape leaves the key as it is and the map open; Delete takes it away', async () => {
  await keysOf(LENS).click();
  await userEvent.keyboard('{Escape}');
  expect(commands.keys('lens')).toEqual(['f']);
  await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await keysOf(LENS).click();
  await userEvent.keyboard('{Delete}');
  expect(commands.keys('lens')).toEqual([]);
  await page.getByRole('button', { name: 'All keys as they were' }).click();
  expect(commands.keys('lens')).toEqual(['f']);
});

test('two keys after each other can be given', async () => {
  await keysOf(LENS).click();
  await userEvent.keyboard('gl');
  expect(commands.keys('lens')).toEqual(['g l']);
});

test('letters by themselves can be switched off', async () => {
  await page.getByRole('checkbox', { name: /Letters, digits and signs/ }).click();
  expect([commands.keys('lens'), commands.keys('palette')]).toEqual([[], ['Mod+k']]);
});

test('axe finds nothing to complain about', async () => {
  const { violations } = await axe.run('dialog');
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('it is searched by word and by key', async () => {
  await page.getByRole('searchbox', { name: 'Search the keys' }).fill('verdict');
  await expect.element(keysOf('To the verdict')).toBeVisible();
  expect(document.querySelectorAll('dialog li')).toHaveLength(1);
});
