/** Sharing: a link that is copied with a word of confirmation, a file where the link is long, and what differs. */
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import DifferenceView from '../../src/lib/components/DifferenceView.svelte';
import ShareBox from '../../src/lib/components/ShareBox.svelte';
import type { Difference } from '../../src/lib/share/changes.ts';

afterEach(() => vi.restoreAllMocks());

const URL_ = 'https://bouncer.example/new/#1.a.b.c';
const change = (rest: Partial<Difference> = {}): Difference => ({
  pointer: '/title',
  kind: 'changed',
  title: 'title',
  before: 'Old',
  after: 'New',
  back: null,
  ...rest
});

async function box(rest: Partial<{ url: string | null; isLong: boolean; list: Difference[] | null }> = {}) {
  const { url = URL_, isLong = false, list = null } = rest;
  const onfile = vi.fn();
  const differences = list === null ? null : { list, more: 0 };
  const result = await render(ShareBox, { url, length: 12_345, isLong, differences, onfile });
  return { onfile, ...result };
}

test('the link is copied, and that is said', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const { rerender } = await box();
  await page.getByRole('button', { name: 'Copy' }).click();
  expect(write).toHaveBeenCalledExactlyOnceWith(URL_);
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('The link is copied.');
  await rerender({ url: `${URL_}d` });
  await expect.element(page.getByRole('button', { name: 'Copy', exact: true })).toBeVisible();
  await expect.element(page.getByText(/never sent to a server/)).toBeVisible();
});

test('where a page may not copy, the link is selected and the keys are named', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  const { container } = await box();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(/press Ctrl/);
  const input = container.querySelector('input')!;
  expect([input.selectionStart, input.selectionEnd]).toEqual([0, URL_.length]);
});

test('a long link is called one, and the file is offered', async () => {
  const { onfile } = await box({ isLong: true });
  await expect.element(page.getByText(/in 12,345 characters/)).toBeVisible();
  await page.getByRole('button', { name: 'Download the file' }).click();
  expect(onfile).toHaveBeenCalledOnce();
});

test('nothing is copied while the link is being made', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await box({ url: null });
  await page.getByRole('button', { name: 'Copy' }).click({ force: true });
  expect(write).not.toHaveBeenCalled();
});

test.each([
  [[], 'Exactly as shipped'],
  [[change()], '1 change to what was shipped'],
  [[change(), change({ pointer: '/x', kind: 'added', before: null })], '2 changes to what was shipped']
])('%# is summed up', async (list, words) => {
  await box({ list });
  await expect.element(page.getByText(words, { exact: true })).toBeVisible();
});

test('differences stand line by line; what would act is shown', async () => {
  const list = [
    change({ title: 'prod › \u202Erole', before: '{\n  "a": 1\n}', after: '{\n  "a": <b>2</b>\u0007\n}' })
  ];
  const { container } = await render(DifferenceView, { differences: { list, more: 3 } });
  const lines = [...container.querySelectorAll('.line')].map((line) => line.textContent);
  expect(lines).toEqual([' {', '−removed:   "a": 1', '+added:   "a": <b>2</b>␇', ' }']);
  expect(container.querySelector('b')?.textContent).toBe('prod › <U+202E>role');
  await expect.element(page.getByText('And 3 more.')).toBeVisible();
});

test('no difference is said as such', async () => {
  await render(DifferenceView, { differences: { list: [], more: 0 } });
  await expect.element(page.getByText('Exactly as shipped.')).toBeVisible();
});

test('nothing for axe to find; large enough for a thumb', async () => {
  await page.viewport(390, 800);
  const { container } = await box({ isLong: true, list: [change()] });
  container.querySelector('details')!.open = true;
  expect((await axe.run(container)).violations).toEqual([]);
  for (const each of container.querySelectorAll('button, input, summary')) {
    expect(each.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  }
});
