/**
 * Presenting a scenario, and showing it without its names. Both stand in the address. While names are hidden the page
 * shows another text, made of the file's own; nothing can be written then.
 */
import type { filmScenes } from '#lib/workbench/film-scenes.ts';
import type { hideNames, Hidden } from '#lib/workbench/hidden-names.ts';
import type { keepScenes, recorded, Stop, toDrafts } from '#lib/workbench/recording.ts';
import type { Reading } from '#lib/workbench/reading.ts';
import type { Scenario } from '#lib/scenario/scenario.ts';
import type { Session } from '#lib/workbench/session.svelte.ts';
import type { TourAddress, TourScene } from '#lib/workbench/tour.ts';
import type { Workbench } from '#lib/workbench/workbench.svelte.ts';
import type { Address } from './address.ts';

/** What comes after the first paint. */
export interface StageKit {
  readonly hideNames: typeof hideNames;
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
  readonly tour: readonly TourScene[];
  readonly scene: number | null;
  visit(next: Partial<Address>): void;
}

export class Stage {
  readonly #desk: Staged;
  kit: StageKit | null = $state.raw(null);
  /** Whether somebody is about to hide the names: they are looked for before the address says so. */
  #isWanted = $state(false);
  /** The scene that was left to look around; null when nobody has. */
  live: number | null = $state(null);

  /** The steps since recording began; null while nothing is recorded. */
  stops: readonly Stop[] | null = $state.raw(null);
  /** Whether recording is over and its scenes wait to be kept. */
  isReviewing = $state(false);

  constructor(desk: Staged) {
    this.#desk = desk;
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

  #hidden: Hidden | null = $derived.by(() => {
    const documents = this.#desk.session?.documents ?? null;
    const reading = documents?.reading ?? null;
    if (!(this.#isWanted || this.isRedacted) || !this.kit || !documents || !reading) return null;
    return this.kit.hideNames({ name: documents.name, text: documents.text }, reading);
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
    return this.isRedacted && this.isReady && this.#hidden === null;
  }

  /** Where the scene on show stands; null while nothing is presented. */
  place: TourAddress | null = $derived.by(() => {
    const { scene, tour } = this.#desk;
    return this.isPresenting && scene !== null ? (tour[scene]?.address ?? null) : null;
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
    this.#visit({ present: true, scene, redact: address.redact ?? true }, place, address.redact ?? true);
    // An embedded page or a phone may not want to: the whole window does as well.
    if (document.fullscreenEnabled) void document.documentElement.requestFullscreen().catch(() => {});
  }

  /** Back to the main screen, at the scene's own step. @param isLive whether one means to return */
  leave(isLive: boolean): void {
    const { address, scene } = this.#desk;
    const { place } = this;
    this.live = isLive ? scene : null;
    const redact = isLive ? this.isRedacted : null;
    this.#visit(
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
    this.#visit({ redact: !this.isRedacted }, { request, step }, !this.isRedacted);
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
    const { bench, address } = this.#desk;
    const [request, step] = [bench.chosen?.id, bench.frame?.id];
    if (this.stops === null || this.isReviewing || !this.kit || this.isRedacted) return;
    if (request === undefined || step === undefined) return;
    this.stops = this.kit.recorded(this.stops, { request, step, detail: address.detail });
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

  /** Goes to a place, said in the names that count there. */
  #visit(
    next: Partial<Address>,
    place: { readonly request: string | null; readonly step: string | null } | null,
    isRedacted: boolean
  ): void {
    const said = (id: string | null) => (id === null ? null : this.#said(id, isRedacted));
    this.#desk.visit({ ...next, request: said(place?.request ?? null), step: said(place?.step ?? null) });
    this.#isWanted = false;
  }

  #said(id: string, isRedacted: boolean): string {
    if (isRedacted === this.isRedacted) return id;
    this.#isWanted = true;
    const hidden = this.#hidden;
    return (isRedacted ? hidden?.hide(id) : hidden?.show(id)) ?? id;
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
