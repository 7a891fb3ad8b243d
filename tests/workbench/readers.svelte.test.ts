/** Long files are read in a worker, the newest text wins, and where there is no worker the page reads them itself. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Checked } from '../../src/lib/source/diagnostic.ts';
import type { Read } from '../../src/lib/workbench/reading.ts';
import { Readers } from '../../src/lib/workbench/readers.ts';

const SMALL = 'bouncer: 1\ntitle: Small\nsummary: s\naccounts: {}\n';
const long = (title: string) => `${SMALL.replace('Small', title)}${'# a remark\n'.repeat(6000)}`;
const source = (text: string) => ({ name: 'world.yaml', text });
const titleOf = ({ reading }: Read) => reading?.scenario.title ?? null;

function read(readers: Readers, text: string): Promise<Read> {
  return new Promise((resolve) => {
    readers.read(source(text), new Map(), resolve);
  });
}

/** A worker whose script cannot be fetched. */
class NoWorker {
  onerror: (() => void) | null = null;
  postMessage(): void {
    setTimeout(() => this.onerror?.());
  }
  terminate(): void {}
}

afterEach(() => vi.unstubAllGlobals());

test('a small file is read at once', () => {
  const titles: (string | null)[] = [];
  new Readers().read(source(SMALL), new Map(), (each) => titles.push(titleOf(each)));
  expect(titles).toEqual(['Small']);
});

test('a long file is read in the worker', async () => {
  const readers = new Readers();
  expect(titleOf(await read(readers, long('Long')))).toBe('Long');
  readers.stop();
});

test('of readings that wait only the newest is shown', async () => {
  const readers = new Readers();
  const titles: (string | null)[] = [];
  const take = (each: Read) => titles.push(titleOf(each));
  readers.read(source(long('One')), new Map(), take);
  readers.read(source(long('Two')), new Map(), take);
  await read(readers, long('Three'));
  expect(titles).toEqual([]);
  readers.stop();
});

test('what is stopped is never shown, and reading goes on afterwards', async () => {
  const readers = new Readers();
  const take = vi.fn();
  readers.read(source(long('One')), new Map(), take);
  readers.stop();
  expect(titleOf(await read(readers, long('Two')))).toBe('Two');
  expect(take).not.toHaveBeenCalled();
  readers.stop();
});

test('without a worker the page reads, changes and adopts by itself', async () => {
  vi.stubGlobal('Worker', NoWorker);
  const readers = new Readers();
  const changed = readers.change(source(long('Long')), [{ at: '/title', set: 'Changed' }]);
  expect(titleOf(await read(readers, long('Long')))).toBe('Long');
  expect(((await changed) as Checked<string>).value).toMatch(/^bouncer: 1\ntitle: Changed\n/);
  expect((await readers.adopt([source(long('Long'))])).value?.name).toBe('world.yaml');
});
