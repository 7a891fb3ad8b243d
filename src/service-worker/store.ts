/**
 * What the service worker keeps and what it answers: the parts of one version of the site in one cache. Pages and parts
 * of a version stay together: a page that is kept is answered from the cache, and with it the very scripts it names.
 * Knows no service worker: caches and fetch are handed in.
 */

/** Paths of one version of the site, all of them below `base`. */
export interface Site {
  /** Path of the folder that the site lies in, without a slash at its end; empty for a whole origin. */
  readonly base: string;
  /** Scripts, styles, letters: their names hold a hash of what they hold. */
  readonly build: readonly string[];
  /** Files that are served as they are. */
  readonly files: readonly string[];
  /** Addresses of the pages and files that are written at build time; pages end with a slash. */
  readonly pages: readonly string[];
  readonly version: string;
}

type Fetch = (address: string | Request, init?: RequestInit) => Promise<Response>;

/** How many files are fetched at the same time, so that a page that is open is not kept waiting. */
const AT_ONCE = 6;
/** Query and headers do not tell the files of a static site apart. */
const SAME = { ignoreSearch: true, ignoreVary: true } as const;

/** Whether a request is one that the store may answer; all others are left to the browser. */
export function isOurs(
  { method, url }: { readonly method: string; readonly url: string },
  origin: string,
  base: string
): boolean {
  const to = new URL(url);
  // What tells the newest version must be asked of the site itself.
  const isNews = to.pathname === `${base}/_app/version.json`;
  return method === 'GET' && to.origin === origin && to.pathname.startsWith(`${base}/`) && !isNews;
}

export class Store {
  readonly #site: Site;
  readonly #caches: CacheStorage;
  readonly #fetch: Fetch;

  constructor(site: Site, caches: CacheStorage, fetch: Fetch) {
    this.#site = site;
    this.#caches = caches;
    this.#fetch = fetch;
  }

  /** Several sites may lie below one origin; each keeps to its own caches. */
  get #family(): string {
    return `bouncer ${this.#site.base}/ `;
  }

  /**
   * Keeps everything that a page may need but the catalogue of services.
   *
   * @throws where a part cannot be had or kept: then there is no such version here, and pages ask the network
   */
  async install(): Promise<void> {
    const { base, build, files, pages, version } = this.#site;
    const name = this.#family + version;
    try {
      const cache = await this.#caches.open(name);
      // Every browser that knows service workers reads woff2.
      const parts = build.filter((path) => !path.endsWith('.woff'));
      const plain = files.filter((path) => !isCatalogue(base, path) && !isPicture(base, path));
      await each([...parts, ...plain, ...pages], (path) => this.#keep(cache, path));
      const data = pages.filter((path) => path.endsWith('/')).map((path) => `${path}__data.json`);
      // Not every page has data, and not every host gives its page for wrong addresses away.
      await each([...data, `${base}/404.html`], (path) => this.#keep(cache, path).catch(() => {}));
    } catch (error) {
      await this.#caches.delete(name);
      throw error;
    }
  }

  /**
   * Keeps the catalogue of services, as far as it is not kept yet. Never fails.
   *
   * @param quiet  awaited before each part: hundreds of files beside a page that opens would make that slow
   */
  async keepCatalogue(quiet: () => Promise<void>): Promise<void> {
    try {
      await quiet();
      const cache = await this.#caches.open(this.#family + this.#site.version);
      const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
      const missing = this.#site.files.filter(
        (path) => isCatalogue(this.#site.base, path) && !kept.has(path)
      );
      await each(missing, async (path) => {
        await quiet();
        await this.#keep(cache, path);
      });
    } catch {
      // The network is gone or the device full: the rest comes another time, and what is asked for until then at once.
    }
  }

  /** Removes what is kept of other versions. */
  async forgetOthers(): Promise<void> {
    const own = this.#family + this.#site.version;
    const names = await this.#caches.keys();
    const others = names.filter((name) => name.startsWith(this.#family) && name !== own);
    await Promise.all(others.map((name) => this.#caches.delete(name)));
  }

  /**
   * What is kept, else what the network says, else, for a page, the site's own words for a wrong address.
   *
   * @throws where there is nothing to be had
   */
  async answer(request: Request): Promise<Response> {
    const { base } = this.#site;
    const path = new URL(request.url).pathname;
    const kept = await this.#find(path, request.mode === 'navigate');
    if (kept) return kept;
    try {
      const answer = await this.#fetch(request);
      if (answer.ok && isCatalogue(base, path)) await this.#put(path, answer.clone());
      return answer;
    } catch (error) {
      const nowhere = request.mode === 'navigate' ? await this.#find(`${base}/404.html`, false) : undefined;
      if (!nowhere) throw error;
      return new Response(nowhere.body, { status: 404, headers: nowhere.headers });
    }
  }

  async #find(path: string, isPage: boolean): Promise<Response | undefined> {
    // A page that was opened with an older version asks for that version's parts.
    if (path.startsWith(`${this.#site.base}/_app/immutable/`)) return this.#caches.match(path, SAME);
    const cache = await this.#caches.open(this.#family + this.#site.version);
    const found = await cache.match(path, SAME);
    return found || !isPage || path.endsWith('/') ? found : cache.match(`${path}/`, SAME);
  }

  /** Fetches and keeps a file; one whose name holds a hash is taken from an older version that has it. */
  async #keep(cache: Cache, path: string): Promise<void> {
    const isHashed = path.startsWith(`${this.#site.base}/_app/immutable/`);
    const had = isHashed ? await this.#caches.match(path, SAME) : undefined;
    const answer = had ?? (await this.#fetch(path, { cache: isHashed ? 'default' : 'no-cache' }));
    if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
    await cache.put(path, plain(answer));
  }

  /** Keeps an answer if there is room. */
  async #put(path: string, answer: Response): Promise<void> {
    try {
      const cache = await this.#caches.open(this.#family + this.#site.version);
      await cache.put(path, answer);
    } catch {
      // The device is full: it is asked for again.
    }
  }
}

/** A browser shows no page whose answer was led elsewhere; the answer as if it had stood here. */
function plain(answer: Response): Response {
  return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
}

/** The catalogue of services, hundreds of small files, comes after everything else; the list of them does not. */
function isCatalogue(base: string, path: string): boolean {
  return path.startsWith(`${base}/catalogue/`) && path !== `${base}/catalogue/index.json`;
}

/** Pictures for other sites and for the device's menus. */
function isPicture(base: string, path: string): boolean {
  return path.endsWith('.png') && !path.startsWith(`${base}/icons/`);
}

/** Does the same with each, a few at a time. @throws what the first that fails throws */
async function each(paths: readonly string[], act: (path: string) => Promise<void>): Promise<void> {
  const waiting = [...paths];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await act(path);
    })
  );
}
