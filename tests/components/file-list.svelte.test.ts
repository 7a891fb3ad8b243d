/** The list of one's files: what each is, the way to it, and a removal that can be undone. */
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import FileList from '../../src/lib/components/FileList.svelte';

const NOW = Date.UTC(2026, 2, 3, 12);
const file = (id: string, rest = {}) => ({
  id,
  name: 'mine',
  title: 'My world',
  base: null,
  isJson: false,
  saved: NOW - 7_200_000,
  revision: 1,
  ...rest
});

async function show(files: ReturnType<typeof file>[], removed: string | null = null) {
  const events = { onremove: vi.fn(), onrestore: vi.fn() };
  const gone = removed === null ? null : { ...file(removed), text: 'x', drafts: new Map<string, string>() };
  const href = ({ id }: { id: string }) => `/new/?file=${id}`;
  const { container } = await render(FileList, { files, removed: gone, now: NOW, href, ...events });
  return { ...events, gone, container };
}

test('says title, name, time and what it began as, and leads there', async () => {
  await show([file('a', { base: 'read-one-bucket' }), file('b', { title: ' ', isJson: true })]);
  const [first, second] = page.getByRole('listitem').all();
  expect(first?.element().querySelector('a')?.textContent.replaceAll(/\s+/g, ' ').trim()).toBe(
    'My world mine.yaml 2 hours ago began as read-one-bucket'
  );
  expect(first?.element().querySelector('a')?.getAttribute('href')).toBe('/new/?file=a');
  expect(second?.element().textContent).toMatch(/Untitled\s+mine\.json/);
});

test('removing and bringing back are asked of the page', async () => {
  const files = [file('a', { title: 'One' }), file('b', { title: 'Two' })];
  const { onremove, onrestore, gone } = await show(files, 'c');
  await page.getByRole('button', { name: 'Remove Two' }).click();
  expect(onremove).toHaveBeenCalledExactlyOnceWith(files[1]);
  await expect.element(page.getByRole('status')).toHaveTextContent('My world is removed.');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  expect(onrestore).toHaveBeenCalledExactlyOnceWith(gone);
});

test('marks of direction and HTML in a title are shown', async () => {
  await show([file('a', { title: '<b>x</b>\u202Ey' })]);
  await expect.element(page.getByText('<b>x</b><U+202E>y').first()).toBeVisible();
});

test('nothing for axe to find; large enough for a thumb', async () => {
  await page.viewport(390, 800);
  const { container } = await show([file('a'), file('b', { base: 'x' })], 'c');
  expect((await axe.run(container)).violations).toEqual([]);
  for (const each of container.querySelectorAll('a, button')) {
    expect(each.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  }
});
