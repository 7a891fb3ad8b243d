/**
 * The service worker from the page's side: has the site kept for a day without network, and tells when a newer version
 * lies ready. That version waits until somebody asks for it: nothing is reloaded under a person's hands.
 */

/** How often a page that is looked at again asks for a newer version, in ms. */
const HOUR = 3_600_000;

/** The parts of the browser that are used; a page without a service worker has none. */
export interface UpdateHost {
  readonly container: ServiceWorkerContainer;
  readonly reload: () => void;
  /** ms, any epoch. */
  readonly now: () => number;
}

/**
 * `ready`: a newer version is kept and waits. `taken`: another tab asked for it, and this one goes on with the older.
 */
export type UpdateState = 'ready' | 'taken' | null;

export class Updates {
  #state = $state<UpdateState>(null);
  #isPutOff = $state(false);
  readonly #host: UpdateHost;
  #registration: ServiceWorkerRegistration | null = null;
  #isAsked = false;
  #checked = 0;

  constructor(host: UpdateHost) {
    this.#host = host;
  }

  /** What there is to offer; null where there is nothing, or it was put off. */
  get state(): UpdateState {
    return this.#isPutOff ? null : this.#state;
  }

  /**
   * Registers the service worker. Never fails: where there is none to be had (a private window, a full device, a host
   * that lacks the file) the page works as before, with the network.
   *
   * @param script address of the service worker
   */
  async start(script: string): Promise<void> {
    const { container } = this.#host;
    let isTaken = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      // The very first one takes the page as it is, which is of its own version.
      if (isTaken) this.#replaced();
      isTaken = true;
    });
    try {
      const registration = await container.register(script, { updateViaCache: 'none' });
      this.#registration = registration;
      this.#checked = this.#host.now();
      if (registration.waiting) this.#offer();
      this.#follow(registration.installing);
      registration.addEventListener('updatefound', () => this.#follow(registration.installing));
      const { active } = await container.ready;
      active?.postMessage('keep the catalogue');
    } catch {
      this.#registration = null;
    }
  }

  /** Asks for a newer version, at most once an hour. Never fails. */
  async check(): Promise<void> {
    if (!this.#registration || this.#host.now() - this.#checked < HOUR) return;
    this.#checked = this.#host.now();
    try {
      await this.#registration.update();
    } catch {
      // No network: there is no news.
    }
  }

  /** Loads the newer version. What was written is kept at every change and comes back with the page. */
  take(): void {
    const waiting = this.#registration?.waiting;
    if (!waiting) {
      this.#host.reload();
      return;
    }
    this.#isAsked = true;
    waiting.postMessage('take over');
  }

  /** Says nothing more of it until the page is opened anew. */
  putOff(): void {
    this.#isPutOff = true;
  }

  #follow(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') this.#offer();
    });
  }

  #offer(): void {
    // Without one that is at work the new one is no update: it is the first.
    if (this.#host.container.controller) this.#state = 'ready';
  }

  #replaced(): void {
    if (this.#isAsked) this.#host.reload();
    else this.#state = 'taken';
  }
}
