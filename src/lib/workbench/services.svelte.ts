/**
 * The AWS services whose facts have come, fetched as they are named or typed. Where the network is gone they stay
 * unknown, and whatever asks for them does without.
 */
import { NO_CATALOGUE, toCatalogue } from '../catalog/catalogue.ts';
import { readIndex, readService, type CatalogueIndex } from '../catalog/service-file.ts';
import type { Catalogue, ServiceFacts } from '../catalog/service.ts';
import type { Services } from './services.ts';

/** Fetches a file of the catalogue, e.g. `s3.json`, as JSON; rejects or gives null where it cannot be had. */
export type FetchFile = (name: string) => Promise<unknown>;

export class ServiceShelf implements Services {
  readonly #fetch: FetchFile;
  #loaded: readonly ServiceFacts[] = [];
  /** Asked for, come or not: each is asked for once, until {@link retry}. */
  #asked: readonly string[] = [];
  #index: CatalogueIndex | null = null;
  #catalogue: Catalogue = $state.raw(NO_CATALOGUE);

  constructor(fetch: FetchFile) {
    this.#fetch = fetch;
  }

  get catalogue(): Catalogue {
    return this.#catalogue;
  }

  /** Fetches the index, and what was asked for before it came. Never fails. */
  async start(): Promise<void> {
    this.#index ??= readIndex(await this.#fetch('index.json').catch(() => null));
    if (this.#index === null) return;
    this.#show();
    const early = this.#asked;
    this.#asked = [];
    await this.#load(early);
  }

  /** Stands by itself: whoever completes takes it out of its shelf. */
  readonly want = (prefixes: Iterable<string>): void => {
    const lower = [...prefixes].map((prefix) => prefix.toLowerCase());
    if (this.#index !== null) void this.#load(lower);
    else this.#asked = [...this.#asked, ...lower];
  };

  /** Asks again for what did not come: the network is back. */
  async retry(): Promise<void> {
    if (this.#index === null) return this.start();
    const has = (prefix: string) => this.#loaded.some((facts) => facts.prefix === prefix);
    const missed = this.#asked.filter((prefix) => !has(prefix));
    this.#asked = this.#asked.filter(has);
    await this.#load(missed);
  }

  /** What comes together is shown together: each showing makes the page ask anew. */
  async #load(prefixes: readonly string[]): Promise<void> {
    const isFresh = (prefix: string) => this.#index?.names.has(prefix) && !this.#asked.includes(prefix);
    const fresh = prefixes.filter((prefix, i) => isFresh(prefix) && prefixes.indexOf(prefix) === i);
    if (fresh.length === 0) return;
    this.#asked = [...this.#asked, ...fresh];
    const files = await Promise.all(fresh.map((prefix) => this.#fetch(`${prefix}.json`).catch(() => null)));
    this.#loaded = [...this.#loaded, ...files.flatMap((file) => readService(file) ?? [])];
    this.#show();
  }

  #show(): void {
    if (this.#index) this.#catalogue = toCatalogue(this.#index, this.#loaded);
  }
}
