/** The count of network requests is the browser's own: what it fetched after loading, and nothing that it had. */
import { expect, test, vi } from 'vitest';
import { NetworkWatch, askedSince } from '../../src/lib/workbench/network.svelte.ts';

const record = (name: string, startTime: number, deliveryType = '') => ({ name, startTime, deliveryType });

test('only what was asked of the network after loading counts', () => {
  const records = [
    record('https://here/early.js', 99),
    record('https://here/late.js', 100),
    record('https://here/kept.js', 150, 'cache'),
    record('data:text/plain,a', 160),
    record('blob:https://here/1', 170),
    { name: 'https://here/old-browser.js', startTime: 180 }
  ];
  expect(askedSince(records, 100)).toEqual(['https://here/late.js', 'https://here/old-browser.js']);
});

test('a request of the page is counted', async () => {
  const watch = new NetworkWatch();
  const stop = watch.start();
  expect(watch.asked).toBeNull();
  await vi.waitFor(() => expect(watch.asked).not.toBeNull(), { timeout: 10_000 });
  const address = `${location.origin}/?counted=${performance.now()}`;
  await (await fetch(address, { cache: 'no-store' })).text(); // it is put on record once it is all there
  await vi.waitFor(() => expect(watch.asked).toContain(address), { timeout: 10_000 });
  stop();
});
