/** The walkthrough on the desk: the scenes of the file or of the film, and the one that the address names. */
import type { Graph } from '#lib/graph/graph.ts';
import type { Scenario } from '#lib/scenario/scenario.ts';
import { toTour, type TourScene } from '#lib/workbench/tour.ts';
import type { Address } from './address.ts';

/** What is walked through: the page, as far as a walkthrough asks it. */
export interface Walked {
  readonly scenario: Scenario | null;
  readonly bench: { readonly graph: Graph };
  readonly address: Address;
  readonly stage: { ofFilm(): readonly TourScene[] };
  visit(next: Partial<Address>): void;
}

export class Walkthrough {
  readonly #desk: Walked;

  constructor(desk: Walked) {
    this.#desk = desk;
  }

  /** Not worked out outside of the walkthrough. */
  scenes: readonly TourScene[] = $derived.by(() => (this.#desk.address.scene === null ? [] : this.#all()));
  /** The scene on show; null outside of the walkthrough. */
  index: number | null = $derived.by(() => {
    const { scene } = this.#desk.address;
    return scene === null || this.scenes.length === 0 ? null : Math.min(scene, this.scenes.length - 1);
  });
  /** How many scenes there are, where the address names one beyond them; null where it does not. */
  get beyond(): number | null {
    const { scene } = this.#desk.address;
    const { length } = this.scenes;
    return scene !== null && length > 0 && scene >= length ? length : null;
  }

  /** Whether the address names a scene and no place of its own: the scene's is meant. */
  get isAlone(): boolean {
    const { scene, request, step } = this.#desk.address;
    return scene !== null && request === null && step === null;
  }

  /** Whether one stands where the scene on show does. */
  get isThere(): boolean {
    if (this.isAlone) return true;
    const { request, step } = this.#desk.address;
    const place = this.index === null ? null : this.scenes[this.index]?.address;
    if (!place) return this.index !== null;
    return place.request === request && place.step === step;
  }

  /** Goes to a scene; null leaves the walkthrough, and stays where it stood. */
  go(index: number | null): void {
    const left = this.isAlone ? this.index : null;
    const address = this.#all()[index ?? left ?? -1]?.address;
    this.#desk.visit({ ...address, scene: index });
  }

  #all(): readonly TourScene[] {
    const { scenario, bench, stage } = this.#desk;
    if (scenario !== null && scenario.scenes.length > 0) return toTour(scenario, bench.graph);
    return stage.ofFilm();
  }
}
