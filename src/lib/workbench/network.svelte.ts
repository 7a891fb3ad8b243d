/** What the page has asked the network for since it finished loading, as the browser itself keeps account of it. */

/** How long nothing more may come before loading counts as finished, in ms. */
const QUIET = 1500;

/** The parts of a browser's record of a request that count. */
export interface RequestRecord {
  /** Address of what was asked for. */
  readonly name: string;
  /** ms since the page began. */
  readonly startTime: number;
  /** `cache` or `cache-storage` where the browser had it already and asked nobody. */
  readonly deliveryType?: string;
}

/** Addresses of what was asked for over the network from a moment on, in order. */
export function askedSince(records: readonly RequestRecord[], since: number): readonly string[] {
  const real = records.filter(({ name }) => !/^(data|blob):/.test(name));
  return real
    .filter(({ startTime, deliveryType }) => startTime >= since && !deliveryType?.startsWith('cache'))
    .map(({ name }) => name);
}

export class NetworkWatch {
  #asked = $state.raw<readonly string[] | null>(null);

  /** Addresses; null while the page is still loading, and where the browser keeps no account. */
  get asked(): readonly string[] | null {
    return this.#asked;
  }

  /** Call once all parts of the page are there. @returns stops watching */
  start(): () => void {
    if (typeof PerformanceObserver === 'undefined') return () => {};
    let observer: PerformanceObserver | null = null;
    const timer = setTimeout(() => {
      const since = performance.now();
      this.#asked = [];
      observer = new PerformanceObserver((list) => {
        const records: readonly RequestRecord[] = list.getEntries();
        this.#asked = [...(this.#asked ?? []), ...askedSince(records, since)];
      });
      observer.observe({ type: 'resource' });
    }, QUIET);
    return () => {
      clearTimeout(timer);
      observer?.disconnect();
    };
  }
}
