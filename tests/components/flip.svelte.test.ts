/** What would change it: the list of edits, what each writes, making one, stopping, and a browser without workers. */
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import FlipView from '../../src/lib/components/FlipView.svelte';
import type { Edit } from '../../src/lib/edit/edit.ts';
import { Documents } from '../../src/lib/workbench/documents.svelte.ts';
import { Readers } from '../../src/lib/workbench/readers.ts';
import { NO_SERVICES } from '../../src/lib/workbench/services.ts';
import { toWatches } from '../../src/lib/workbench/watches.ts';
import { HOME } from '../counterfactual/worlds.ts';

beforeEach(() => page.viewport(420, 900));
afterEach(() => vi.unstubAllGlobals());

async function open(request: string) {
  const { name, text } = HOME;
  const documents = new Documents(
    { name, text, original: text, drafts: new Map(), graph: null },
    new Readers(),
    () => {}
  );
  const onchoose = vi.fn<(id: string) => void>();
  const watches = () => (documents.reading ? toWatches(documents.reading.scenario) : []);
  const screen = await render(FlipView, {
    documents,
    request,
    watches: watches(),
    services: NO_SERVICES,
    onchoose,
    onedit: ({ title, changes }: Edit) => {
      void documents.edit(title, changes).then(() => screen.rerender({ watches: watches() }));
    }
  });
  return { documents, screen, onchoose };
}

const status = () => page.getByRole('status');
const tryIt = () => page.getByRole('button', { name: 'Try it' });
const apply = () => page.getByRole('button', { name: 'Apply' });

test('edits that would allow it, each with its reach and its lines', async () => {
  const { screen } = await open('worker-reads');
  await expect.element(status()).toHaveTextContent(/would allow it\.$/);
  await expect.element(page.getByText('in a new inline policy of')).toBeVisible();
  await expect.element(page.getByText('opens').first()).toBeVisible();
  await tryIt().first().click();
  expect(screen.container.querySelector('.added')?.textContent).toMatch(/added: /);
  await expect.element(tryIt().first()).toHaveAttribute('aria-expanded', 'true');
  expect((await axe.run(screen.container)).violations.map(({ id }) => id)).toEqual([]);
});

test('one is made as one step, the focus stands above what is now so, and undo takes it back', async () => {
  const { documents } = await open('delete');
  await expect.element(page.getByText('is explicitly denied.')).toBeVisible();
  await tryIt().first().click();
  expect(documents.text, 'nothing is written before it is reviewed').toBe(HOME.text);
  await apply().first().click();
  await expect.element(page.getByText('is allowed.')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'What would change it' })).toHaveFocus();
  await expect.element(status()).toHaveTextContent(/would deny it/);
  expect(documents.text).not.toBe(HOME.text);
  documents.undo();
  expect(documents.text).toBe(HOME.text);
});

test('by keys alone', async () => {
  const { documents } = await open('delete');
  await expect.element(tryIt().first()).toBeVisible();
  (tryIt().first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(apply()).toBeVisible();
  await userEvent.keyboard('{Tab}{Enter}');
  await vi.waitFor(() => expect(documents.text).not.toBe(HOME.text));
});

test('left, it is as it was, and the focus stands where it stood', async () => {
  const { documents } = await open('delete');
  await tryIt().first().click();
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect.element(tryIt().first()).toHaveFocus();
  expect(apply().all()).toEqual([]);
  expect(documents.text).toBe(HOME.text);
});

test('the least reach comes first, with a rule of ink', async () => {
  const { screen } = await open('read');
  await expect.element(tryIt().first()).toBeVisible();
  const items = [...screen.container.querySelectorAll('ol > li')];
  const least = items.map((item) => item.classList.contains('least'));
  expect(least[0]).toBe(true);
  expect(least.lastIndexOf(true)).toBeLessThan(least.includes(false) ? least.indexOf(false) : items.length);
});

test('every request that flips is named, and can be chosen', async () => {
  const { onchoose } = await open('read');
  await page.getByRole('button', { name: 'Omar reads too' }).first().click();
  expect(onchoose).toHaveBeenCalledExactlyOnceWith('omar-reads');
});

test('stopped, nothing is shown until it is asked again', async () => {
  class Silent {
    postMessage(): void {}
    terminate(): void {}
  }
  vi.stubGlobal('Worker', Silent);
  await open('read');
  await expect.element(status()).toHaveTextContent('Trying edits…');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.element(status()).toHaveTextContent('Stopped.');
  expect(tryIt().all()).toEqual([]);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect.element(status()).toHaveTextContent('Trying edits…');
});

test('without a worker the page does it, in steps', async () => {
  class NoWorker {
    onerror: (() => void) | null = null;
    postMessage(): void {
      setTimeout(() => this.onerror?.());
    }
    terminate(): void {}
  }
  vi.stubGlobal('Worker', NoWorker);
  await open('read');
  await expect.element(status()).toHaveTextContent(/would deny it/);
});

test('a reason where nothing flips it, and no search without a request', async () => {
  const { screen } = await open('nobody');
  await expect.element(page.getByText('Choose a request')).toBeVisible();
  await screen.rerender({ request: 'read' });
});
