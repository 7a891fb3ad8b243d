/** What the service worker keeps and answers, with caches and a network that are made for the test. */
import { describe, expect, test, vi } from 'vitest';
import { Quiet } from '../../src/service-worker/quiet.ts';
import { Store, isOurs, type Site } from '../../src/service-worker/store.ts';

const ORIGIN = 'https://bouncer.test';
const SITE: Site = {
  base: '/b',
  build: ['/b/_app/immutable/a.1.js', '/b/_app/immutable/letters.2.woff'],
  files: [
    '/b/favicon.svg',
    '/b/catalogue/index.json',
    '/b/catalogue/s3.json',
    '/b/picture.png',
    '/b/icons/icon.png'
  ],
  pages: ['/b/', '/b/s/x/', '/b/scenarios/x.yaml'],
  version: '1'
};

/** A cache without headers: a path and a text. */
class FakeCache {
  readonly kept = new Map<string, Response>();
  isFull = false;

  match(path: string) {
    return Promise.resolve(this.kept.get(pathOf(path))?.clone());
  }

  put(path: string, answer: Response) {
    if (this.isFull) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    this.kept.set(path, answer);
    return Promise.resolve();
  }

  keys() {
    return Promise.resolve([...this.kept.keys()].map((path) => ({ url: ORIGIN + path })));
  }
}

class FakeCaches {
  readonly all = new Map<string, FakeCache>();

  open(name: string) {
    const cache = this.all.get(name) ?? new FakeCache();
    this.all.set(name, cache);
    return Promise.resolve(cache);
  }

  async match(path: string) {
    for (const cache of this.all.values()) {
      const found = await cache.match(path);
      if (found) return found;
    }
    return undefined;
  }

  keys() {
    return Promise.resolve([...this.all.keys()]);
  }

  delete(name: string) {
    return Promise.resolve(this.all.delete(name));
  }
}

function pathOf(address: string): string {
  return new URL(address, ORIGIN).pathname;
}

function begin(site: Site = SITE, caches = new FakeCaches()) {
  const missing = new Set<string>();
  const fetched: string[] = [];
  const network = { isGone: false };
  const fetch = vi.fn((address: string | Request) => {
    const path = pathOf(typeof address === 'string' ? address : address.url);
    if (network.isGone) return Promise.reject(new TypeError('offline'));
    fetched.push(path);
    if (missing.has(path)) return Promise.resolve(new Response('', { status: 404 }));
    return Promise.resolve(new Response(`${site.version}: ${path}`));
  });
  const store = new Store(site, caches as unknown as CacheStorage, fetch);
  return { store, caches, missing, fetched, network };
}

/** Node's Request knows no navigation: the parts of one that count. */
function ask(path: string, mode = 'cors'): Request {
  return { url: ORIGIN + path, mode, method: 'GET' } as unknown as Request;
}

/** Nobody asks for anything. */
const AT_ONCE = () => Promise.resolve();

const page = (path: string) => ask(path, 'navigate');
const textOf = async (answer: Promise<Response>) => (await answer).text();

describe('the store of the service worker', () => {
  test('keeps pages with their data, files, letters that are read; no pictures, and the catalogue later', async () => {
    const { store, caches } = begin();
    await store.install();
    const kept = [...(caches.all.get('bouncer /b/ 1')?.kept.keys() ?? [])].sort();
    expect(kept).toEqual([
      '/b/',
      '/b/404.html',
      '/b/__data.json',
      '/b/_app/immutable/a.1.js',
      '/b/catalogue/index.json',
      '/b/favicon.svg',
      '/b/icons/icon.png',
      '/b/s/x/',
      '/b/s/x/__data.json',
      '/b/scenarios/x.yaml'
    ]);
    await store.keepCatalogue(AT_ONCE);
    expect(caches.all.get('bouncer /b/ 1')?.kept.has('/b/catalogue/s3.json')).toBe(true);
  });

  test('answers from what is kept, whatever the query; a page also without its last slash', async () => {
    const { store, network } = begin();
    await store.install();
    network.isGone = true;
    expect(await textOf(store.answer(page('/b/s/x/?request=a&step=3')))).toBe('1: /b/s/x/');
    expect(await textOf(store.answer(page('/b/s/x')))).toBe('1: /b/s/x/');
    expect(await textOf(store.answer(ask('/b/s/x/__data.json?x-sveltekit-invalidated=01')))).toBe(
      '1: /b/s/x/__data.json'
    );
    const nowhere = await store.answer(page('/b/s/y/'));
    expect([nowhere.status, await nowhere.text()]).toEqual([404, '1: /b/404.html']);
    await expect(store.answer(ask('/b/s/y.json'))).rejects.toThrow('offline');
  });

  test('what is not there in full is not there at all', async () => {
    const { store, caches, missing } = begin();
    missing.add('/b/_app/immutable/a.1.js');
    await expect(store.install()).rejects.toThrow('404 for /b/_app/immutable/a.1.js');
    expect([...caches.all.keys()]).toEqual([]);
  });

  test('pages without data, and a host that hides its page for wrong addresses, are no failure', async () => {
    const { store, missing } = begin();
    missing.add('/b/__data.json').add('/b/404.html');
    await expect(store.install()).resolves.toBeUndefined();
  });

  test('the catalogue waits for quiet before each of its parts', async () => {
    const files = ['a', 'b', 'c'].map((name) => `/b/catalogue/${name}.json`);
    const { store, fetched } = begin({ ...SITE, files });
    let [isQuiet, asked] = [true, 0];
    const loud: (() => void)[] = [];
    const kept = store.keepCatalogue(() => {
      // Once before all, then before each part; after the first part pages begin to ask.
      isQuiet = ++asked <= 2;
      return isQuiet ? Promise.resolve() : new Promise((resolve) => loud.push(resolve));
    });
    await vi.waitFor(() => expect(fetched).toEqual(['/b/catalogue/a.json']));
    expect(loud).toHaveLength(2);
    for (const end of loud) end();
    await kept;
    expect(fetched).toEqual(files);
  });

  test('a full device costs the catalogue nothing but its being kept', async () => {
    const { store, caches } = begin();
    await store.install();
    caches.all.get('bouncer /b/ 1')!.isFull = true;
    await expect(store.keepCatalogue(AT_ONCE)).resolves.toBeUndefined();
    expect(await textOf(store.answer(ask('/b/catalogue/s3.json')))).toBe('1: /b/catalogue/s3.json');
  });

  test('a newer version takes over what it shares, answers its own pages and still the parts of the older', async () => {
    const { store: older, caches } = begin();
    await older.install();
    const site = { ...SITE, build: [...SITE.build, '/b/_app/immutable/c.3.js'], version: '2' };
    const { store, fetched, network } = begin(site, caches);
    await store.install();
    expect(fetched.filter((path) => path.includes('immutable'))).toEqual(['/b/_app/immutable/c.3.js']);
    network.isGone = true;
    expect(await textOf(store.answer(page('/b/')))).toBe('2: /b/');
    expect(await textOf(older.answer(page('/b/')))).toBe('1: /b/');
    expect(await textOf(store.answer(ask('/b/_app/immutable/a.1.js')))).toBe('1: /b/_app/immutable/a.1.js');
  });

  test('forgets other versions of its own, and nothing of a neighbour', async () => {
    const { store, caches } = begin();
    for (const name of ['bouncer /b/ 0', 'bouncer /b/ 1', 'bouncer / 0', 'other']) await caches.open(name);
    await store.forgetOthers();
    expect([...caches.all.keys()]).toEqual(['bouncer /b/ 1', 'bouncer / 0', 'other']);
  });

  test.each([
    ['GET', `${ORIGIN}/b/s/x/`, true],
    ['POST', `${ORIGIN}/b/s/x/`, false],
    ['GET', `${ORIGIN}/b/_app/version.json`, false],
    ['GET', `${ORIGIN}/elsewhere/`, false],
    ['GET', 'https://example.com/b/', false]
  ])('%s %s is ours: %s', (method, url, expected) => {
    expect(isOurs({ method, url }, ORIGIN, '/b')).toBe(expected);
  });
});

describe('quiet', () => {
  /** A clock that only sleeping moves, and what happens as it comes to a time. */
  function clockOf(happens: ReadonlyMap<number, () => void> = new Map()) {
    const slept: number[] = [];
    let time = 0;
    const sleep = (ms: number) => {
      slept.push(ms);
      const until = time + ms;
      for (const [at, act] of happens)
        if (at > time && at < until) {
          time = at;
          act();
        }
      time = until;
      return Promise.resolve();
    };
    return { clock: { now: () => time, sleep }, slept };
  }

  test('comes three seconds after the start, and once it is there, at once', async () => {
    const { clock, slept } = clockOf();
    const quiet = new Quiet(clock);
    await quiet.come();
    await quiet.come();
    expect(slept).toEqual([3000]);
  });

  test('whoever asks puts it off', async () => {
    const happens = new Map([
      [1000, () => quiet.disturb()],
      [3500, () => quiet.disturb()]
    ]);
    const { clock, slept } = clockOf(happens);
    const quiet = new Quiet(clock);
    await quiet.come();
    expect(slept).toEqual([3000, 1000, 2500]);
  });
});
