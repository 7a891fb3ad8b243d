/** The two sides of an exercise's left column: the tabs choose, and so does whoever goes to a panel. */
import { createRawSnippet, tick } from 'svelte';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import TaskColumn from '../../src/lib/components/TaskColumn.svelte';
import type { Panel } from '../../src/lib/workbench/columns.ts';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<p>${text}</p>` }));

async function open(panel: Panel) {
  // A page hands down what is read of a larger whole, which is told anew although the panel is the same.
  let view: { readonly panel: Panel } = $state.raw({ panel });
  const screen = await render(TaskColumn, {
    get panel() {
      return view.panel;
    },
    outline: words('all there is'),
    children: words('the brief')
  });
  const goTo = async (to: Panel) => {
    view = { panel: to };
    await tick();
  };
  const body = () => screen.container.querySelector('.body')?.textContent.trim();
  const choose = (name: string) => userEvent.click(screen.getByRole('button', { name, exact: true }));
  return { body, choose, goTo, tell: () => goTo(view.panel) };
}

test('a tab leads to its side and back, whatever the panel is', async () => {
  const { body, choose } = await open('ask');
  expect(body()).toBe('the brief');
  await choose('Outline');
  expect(body()).toBe('all there is');
  await choose('Task');
  expect(body()).toBe('the brief');
});

test('what is chosen stands while the page goes on at the same panel', async () => {
  const { body, choose, tell } = await open('ask');
  await choose('Outline');
  await tell();
  expect(body()).toBe('all there is');
});

test('going to the outline shows it, and leading on to another panel lets it stand', async () => {
  const { body, choose, goTo } = await open('ask');
  await goTo('outline');
  expect(body()).toBe('all there is');
  await goTo('paper');
  expect(body()).toBe('all there is');
  await choose('Task');
  await goTo('path');
  expect(body()).toBe('the brief');
});
