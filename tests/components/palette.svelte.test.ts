/** The palette: found by writing, walked by arrows, chosen by Enter or a click, and left where one came from. */
import axe from 'axe-core';
import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Commands } from '../../src/lib/workbench/commands.svelte.ts';
import Over from './Over.svelte';
import { EMPTY } from './empty-graph.ts';

let app: ReturnType<typeof mount>;
let chosen: string[];

beforeEach(async () => {
  chosen = [];
  app = mount(Over, {
    target: document.body,
    props: {
      what: 'palette',
      commands: new Commands(),
      graph: EMPTY,
      titles: ['File format', 'Findings', 'Limits'],
      onchoose: ({ title }: { title: string }) => chosen.push(title)
    }
  });
  await page.getByRole('button', { name: 'Open' }).click();
});

afterEach(async () => {
  await unmount(app);
});

const field = () => page.getByRole('combobox', { name: 'Search' });
const active = () => {
  const id = field().element().getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.querySelector('.title')?.textContent ?? null;
};

test('one writes at once, and the first that fits is the one', async () => {
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('fi');
  expect(active()).toBe('Findings');
  await userEvent.keyboard('{Enter}');
  expect(chosen).toEqual(['Findings']);
});

test('arrows walk round the ends, and another letter begins at the top', async () => {
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(active()).toBe('Limits');
  await userEvent.keyboard('{ArrowDown}');
  expect(active()).toBe('File format');
  await userEvent.keyboard('{ArrowUp}');
  expect(active()).toBe('Limits');
  await userEvent.keyboard('f');
  expect(active()).toBe('Findings');
});

test('a click chooses as well', async () => {
  await page.getByRole('option', { name: /Limits/ }).click();
  expect(chosen).toEqual(['Limits']);
});

test('where nothing fits it says so', async () => {
  await field().fill('zzzz');
  await expect.element(page.getByText('Nothing is called like that.')).toBeVisible();
  await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
});

test('axe finds nothing to complain about', async () => {
  const { violations } = await axe.run('dialog');
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('Escape leaves it, and one stands where one stood', async () => {
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Open' })).toHaveFocus();
  expect(page.getByRole('dialog').elements()).toEqual([]);
});
