/** The example of the first page in a browser: stepped by buttons and keys, asked three questions, told to a reader. */
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import LiveExample from '../../src/lib/components/LiveExample.svelte';
import { fromPortable, toPortable } from '../../src/lib/scenario/portable.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { toFilms } from '../../src/lib/workbench/live-example.ts';
import text from '../../src/routes/format/examples-data/stranger.yaml?raw';

const { value } = parseScenario({ name: 'stranger.yaml', text });
const films = value ? toFilms(fromPortable(toPortable(value))) : [];

beforeEach(() => page.viewport(1440, 900));

const show = () => render(LiveExample, { films, href: '/new/?example=stranger' });
const said = () => document.querySelector('[aria-live]')?.textContent;
const marked = () => document.querySelector('.marked')?.textContent;
const stop = () => document.querySelector('[aria-current="step"] b')?.textContent;
const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

test('begins with who asks for what, and has judged nothing yet', async () => {
  const { container } = await show();
  expect(said()).toMatch(/anonymous caller asks/);
  expect([stop(), marked(), container.querySelector('.stamp')]).toEqual(['Asked', undefined, null]);
  await expect.element(page.getByRole('button', { name: 'Back' })).toHaveAttribute('aria-disabled', 'true');
});

test('is stepped to its verdict by a button, and begun again', async () => {
  const { container } = await show();
  const marks: (string | undefined)[] = [];
  for (let i = 1; i < (films[0]?.frames.length ?? 0); i++) {
    expect(container.querySelector('.stamp')).toBeNull();
    await press('Step');
    marks.push(marked());
  }
  expect(marks).toContain('"*"');
  expect(container.querySelector('.stamp')?.textContent).toContain('ALLOWED');
  await press('Again');
  expect(said()).toBe(films[0]?.frames[0]?.sentence);
});

test.each([
  ['{ArrowRight}', 1],
  ['{ArrowRight}{ArrowRight}{ArrowLeft}', 1],
  ['{ArrowLeft}', 0],
  ['{End}', -1],
  ['{End}{ArrowRight}', -1],
  ['{End}{Home}', 0]
])('with the focus inside, %s leads to frame %i', async (keys, at) => {
  await show();
  page.getByRole('button', { name: 'Step' }).element().focus();
  await userEvent.keyboard(keys);
  expect(said()).toBe(films[0]?.frames.at(at)?.sentence);
});

test('keys outside of it are not its own', async () => {
  await show();
  await userEvent.keyboard('{ArrowRight}{End}');
  expect(said()).toBe(films[0]?.frames[0]?.sentence);
});

test.each([
  [/Dana/, 'implicitDeny', 'The inline policy ReadReports'],
  [/administrator/, 'explicitDeny', "archive's bucket policy"]
])('another question, %s, begins at its start and ends %s by %s', async (question, decision, paper) => {
  const { container } = await show();
  await press('Step');
  await press(question);
  await expect.element(page.getByRole('button', { name: question })).toHaveAttribute('aria-pressed', 'true');
  expect(stop()).toBe('Asked');
  page.getByRole('button', { name: 'Step' }).element().focus();
  await userEvent.keyboard('{End}');
  expect(container.querySelector('.stamp')?.classList).toContain(decision);
  await expect.element(page.getByRole('region', { name: `${paper}, as JSON` })).toBeVisible();
});

test.each([1440, 1024, 390, 360])('takes the same room at every step, %i px wide', async (width) => {
  await page.viewport(width, 844);
  const { container } = await show();
  const heights = new Set<number>();
  for (const { question, frames } of films) {
    await press(question);
    for (let i = 0; i < frames.length; i++) {
      heights.add(Math.round(container.getBoundingClientRect().height));
      if (i + 1 < frames.length) await press('Step');
    }
  }
  expect([...heights]).toHaveLength(1);
});

test.each([1440, 390])('nothing for axe to find at the start and at the end, %i px wide', async (width) => {
  await page.viewport(width, 844);
  const { container } = await show();
  expect((await axe.run(container)).violations).toEqual([]);
  page.getByRole('button', { name: 'Step' }).element().focus();
  await userEvent.keyboard('{End}');
  await Promise.all(document.getAnimations().map(({ finished }) => finished)); // the stamp lands
  expect((await axe.run(container)).violations).toEqual([]);
  if (width >= 900) return;
  for (const each of container.querySelectorAll('a, button')) {
    expect(each.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  }
});
