/**
 * Presenting a scenario, and showing it without its names. Both stand in the address. While names are hidden the page
 * shows another text, made of the file's own; nothing can be written then.
 */
import { untrack } from 'svelte';
import type { filmScenes } from '#lib/workbench/film-scenes.ts';
import type { hiding, showing } from '#lib/share/redact.ts';
import type { Hidden } from '#lib/workbench/hidden-names.ts';
import type { NamesHider } from '#lib/workbench/names-hider.svelte.ts';
import type { keepScenes, recorded, Stop, toDrafts } from '#lib/workbench/recording.ts';
import type { Reading } from '#lib/workbench/reading.ts';
import type { Scenario } from '#lib/scenario/scenario.ts';
import type { Session } from '#lib/workbench/session.svelte.ts';
import type { TourAddress, TourScene } from '#lib/workbench/tour.ts';
import type { Workbench } from '#lib/workbench/workbench.svelte.ts';
import type { Address } from './address.ts';

/** What comes after the first paint. */
export interface StageKit {
  readonly names: NamesHider;
  readonly hiding: typeof hiding;
  readonly showing: typeof showing;
  readonly filmScenes: typeof filmScenes;
  readonly keepScenes: typeof keepScenes;
  readonly recorded: typeof recorded;
  readonly toDrafts: typeof toDrafts;
}

/** What is presented: the page, as far as presenting asks it. */
export interface Staged {
  readonly session: Session | null;
  readonly scenario: Scenario | null;
  readonly bench: Workbench;
  readonly address: Address;
  readonly walkthrough: {
    readonly scenes: readonly TourScene[];
    readonly index: number | null;
    readonly isAlone: boolean;
  };
  visit(next: Partial<Address>): void;
}

/** A request and a step of it, by their ids. */
interface Place {
  readonly request: string | null;
  readonly step: string | null;
}

export class Stage {
  readonly #desk: Staged;
  kit: StageKit | null = $state.raw(null);
  /** Where one stood, in the file's own names, while those are being hidden and while there is no way to. */
  #left: Place | null = null;
  /** The scene that was left to look around; null when nobody has. */
  live: number | null = $state(null);

  /** The steps since recording began; null while nothing is recorded. */
  stops: readonly Stop[] | null = $state.raw(null);
  /** Whether recording is over and its scenes wait to be kept. */
  isReviewing = $state(false);

  constructor(desk: Staged) {
    this.#desk = desk;
    // An address may say that names are hidden: then nobody has asked for it here.
    $effect(() => {
      const { kit } = this;
      const open = this.#open;
      if (this.isRedacted && kit && open) void untrack(() => kit.names.ask(open.source, open.reading));
    });
    // Such an address may be written by hand, or be an older one with a word put to it, and tell the real names.
    $effect(() => {
      const { request, step } = this.#desk.address;
      const hides = this.isRedacted ? this.#hides : null;
      if (!hides) return;
      const shown = said({ request, step }, hides);
      if (shown.request !== request || shown.step !== step) untrack(() => this.#desk.visit(shown));
    });
  }

  /** Whether all that it takes has come. */
  get isReady(): boolean {
    return this.kit !== null && (this.#desk.session?.documents?.reading ?? null) !== null;
  }
  get isPresenting(): boolean {
    return this.#desk.address.present;
  }
  get isRedacted(): boolean {
    const { redact, present } = this.#desk.address;
    return redact ?? present;
  }

  /** What there is to hide names in; null while it is still being read. */
  #open = $derived.by(() => {
    const documents = this.#desk.session?.documents ?? null;
    const reading = documents?.reading ?? null;
    if (!documents || !reading || documents.isPending) return null;
    return { source: { name: documents.name, text: documents.text }, reading };
  });
  /** Undefined while the names are being hidden, null where there is no way to. */
  #hidden: Hidden | null | undefined = $derived.by(() => {
    const open = this.#open;
    return open ? this.kit?.names.of(open.source, open.reading) : undefined;
  });

  /**
   * Says an id without names, whether it tells them or not, and nothing for one with names that the file does not have:
   * no fake stands for these. Null where there is nothing to hide them with.
   */
  #hides: ((id: string) => string | null) | null = $derived.by(() => {
    const { kit } = this;
    const names = this.#hidden?.names;
    if (!kit || !names) return null;
    const [hide, show] = [kit.hiding(names), kit.showing(names)];
    return (id) => {
      const hidden = hide(show(id));
      return hide(show(hidden)) === hidden ? hidden : null;
    };
  });

  get reading(): Reading | null {
    return this.#hidden?.reading ?? null;
  }
  /** The text without names; null where they are not hidden. */
  get text(): string | null {
    return this.isRedacted ? (this.#hidden?.source.text ?? null) : null;
  }
  /** Whether there is no way to hide the names. */
  get isHopeless(): boolean {
    return this.isRedacted && this.#hidden === null;
  }

  /** Where the scene on show stands, while it is presented or the address names it alone; else null. */
  place: TourAddress | null = $derived.by(() => {
    const { scenes, index, isAlone } = this.#desk.walkthrough;
    return (this.isPresenting || isAlone) && index !== null ? (scenes[index]?.address ?? null) : null;
  });

  /** The stops of the request as scenes, for a file that has none. */
  ofFilm(): readonly TourScene[] {
    const { scenario, address } = this.#desk;
    if (!this.kit || !scenario || !this.isPresenting) return [];
    return this.kit.filmScenes(scenario, address.request);
  }

  /** Begins with the scene one is at, or the first. */
  present(): void {
    const { address, scenario } = this.#desk;
    const scene = this.live ?? address.scene ?? this.#nearest();
    this.live = null;
    const isFilm = (scenario?.scenes.length ?? 0) === 0;
    const place = { request: isFilm ? (this.#desk.bench.chosen?.id ?? null) : null, step: null };
    void this.#visit({ present: true, scene, redact: address.redact ?? true }, place, address.redact ?? true);
    // An embedded page or a phone may not want to: the whole window does as well.
    if (document.fullscreenEnabled) void document.documentElement.requestFullscreen().catch(() => {});
  }

  /** Back to the main screen, at the scene's own step. @param isLive whether one means to return */
  leave(isLive: boolean): void {
    const { address, walkthrough } = this.#desk;
    const { place } = this;
    this.live = isLive ? walkthrough.index : null;
    const redact = isLive ? this.isRedacted : null;
    void this.#visit(
      { present: false, scene: null, detail: place?.detail ?? address.detail, redact },
      place,
      redact === true
    );
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
  }

  /** Hides the names, or shows them again. */
  async redact(): Promise<void> {
    await this.#desk.session?.documents?.settle();
    const { request, step } = this.#desk.address;
    await this.#visit({ redact: !this.isRedacted }, { request, step }, !this.isRedacted);
  }

  /** Begins to record, or stops: what was recorded is then looked through. */
  record(): void {
    if (this.stops === null) {
      this.stops = [];
      this.isReviewing = false;
      this.note();
    } else this.isReviewing = true;
  }

  /** Notes where one stands, while recording. */
  note(): void {
    const { bench } = this.#desk;
    const [request, step] = [bench.chosen?.id, bench.frame?.id];
    if (this.stops === null || this.isReviewing || !this.kit || this.isRedacted) return;
    if (request === undefined || step === undefined) return;
    this.stops = this.kit.recorded(this.stops, { request, step, detail: bench.detail });
  }

  /** Back to recording, with what there is. */
  resume(): void {
    this.isReviewing = false;
  }

  /** Away with the recording. */
  forget(): void {
    this.stops = null;
    this.isReviewing = false;
  }

  /** Goes to a place, said in the names that count there; null stays at the request and its verdict. */
  async #visit(next: Partial<Address>, place: Place | null, isRedacted: boolean): Promise<void> {
    const { request, step } = place ?? { request: null, step: null };
    if (isRedacted === this.isRedacted) this.#desk.visit({ ...next, request, step });
    else if (isRedacted) await this.#hide(next, { request, step });
    else this.#show(next, { request, step });
  }

  /** While it takes long neither the page nor the address tells a name. */
  async #hide(next: Partial<Address>, place: Place): Promise<void> {
    const { kit } = this;
    const open = this.#open;
    if (!kit || !open) return;
    const asked = kit.names.ask(open.source, open.reading);
    let hidden = this.#hidden;
    if (hidden) this.#desk.visit({ ...next, ...said(place, kit.hiding(hidden.names)) });
    else {
      this.#left = place;
      this.#desk.visit({ ...next, request: null, step: null });
      hidden = await asked;
      if (!hidden || this.#left !== place || !this.isRedacted) return;
      this.#left = null;
      this.#desk.visit(said(place, kit.hiding(hidden.names)));
    }
  }

  #show(next: Partial<Address>, place: Place): void {
    const names = this.#hidden?.names;
    const shown = names && this.kit ? said(place, this.kit.showing(names)) : (this.#left ?? place);
    this.#left = null;
    this.#desk.visit({ ...next, ...shown });
  }

  /** The scene that shows what is on show. */
  #nearest(): number {
    const { scenario, bench } = this.#desk;
    const at = (scenario?.scenes ?? []).findIndex(
      ({ request, step }) => request === bench.chosen?.id && (step ?? 'verdict') === bench.frame?.id
    );
    return Math.max(at, 0);
  }
}

function said({ request, step }: Place, inOthers: (id: string) => string | null): Place {
  const each = (id: string | null) => (id === null ? null : inOthers(id));
  return { request: each(request), step: each(step) };
}
