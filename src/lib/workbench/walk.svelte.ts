/** Walking through a film: playing it, stopping where one asked to, and what is said aloud on the way. */
import type { Evaluation } from '../engine/trace.ts';
import type { BreakpointList } from './breakpoint-list.svelte.ts';
import { breakpointAt, hitBy, marksOf, outcomeOf, type Breakpoint } from './breakpoints.ts';
import { Player, type Schedule } from './player.svelte.ts';
import { toParts, type RoadParts } from './road-parts.ts';
import { toPlaceWords, toSpoken } from './spoken.ts';
import type { Workbench } from './workbench.svelte.ts';

const NO_PARTS: RoadParts = { marks: [], chips: [] };

export class Walk {
  readonly #of: () => Workbench;
  readonly breakpoints: BreakpointList;
  readonly player: Player;

  /**
   * @param of what one walks through
   * @param go goes to a frame
   */
  constructor(
    of: () => Workbench,
    breakpoints: BreakpointList,
    go: (id: string) => void,
    schedule: Schedule
  ) {
    this.#of = of;
    this.breakpoints = breakpoints;
    this.player = new Player(
      {
        here: () => of().frame?.id ?? null,
        next: () => of().frames[of().index + 1]?.id ?? null,
        sentence: () => of().sentence,
        stopsHere: () => this.hits.length > 0,
        go,
        rewind: () => of().frames[0]?.id ?? null
      },
      schedule
    );
  }

  get #bench(): Workbench {
    return this.#of();
  }
  get #request(): string {
    return this.#bench.chosen?.id ?? '';
  }

  /** What playing stops for on the frame on show. */
  hits: readonly Breakpoint[] = $derived.by(() => {
    const { frame, frames } = this.#bench;
    return frame ? hitBy(this.breakpoints.points, { request: this.#request, frame, frames }) : [];
  });

  marks = $derived.by(() => marksOf(this.breakpoints.points, this.#request));

  parts: RoadParts = $derived.by(() => {
    const { frame, frames, passed } = this.#bench;
    return frame ? toParts(frame, frames, passed) : NO_PARTS;
  });

  /** Where the frame on show stands: `prod, Trust policy, statement 1`. */
  place = $derived.by(() => {
    const { frame, road, words } = this.#bench;
    return frame && road ? toPlaceWords(frame, road, (id) => words.account(id)) : '';
  });

  /** The one sentence that is spoken at this step. */
  spoken = $derived.by(() => {
    const { index, frames, sentence } = this.#bench;
    return toSpoken({ index, count: frames.length }, this.place, sentence);
  });

  /** What the key `b` sets, or takes away, on the frame on show; null where nothing is shown. */
  get here(): Breakpoint | null {
    const { frame, chosen } = this.#bench;
    const name = `${this.place}${chosen ? `, of “${chosen.title}”` : ''}`;
    return frame ? breakpointAt({ request: this.#request, frame }, name) : null;
  }

  /** The breakpoint that waits for another verdict than the present one; null where there is none. */
  get onVerdict(): Breakpoint | null {
    const { evaluation } = this.#bench;
    return evaluation ? { kind: 'verdict', request: this.#request, from: outcomeOf(evaluation) } : null;
  }

  /** Sets a breakpoint where one stands, or takes it away. @returns whether there is a step to set it on */
  toggleHere(): boolean {
    const { here } = this;
    if (here) this.breakpoints.toggle(here);
    return here !== null;
  }

  /** The same for a gate of the road on show. */
  toggleGate(gate: { readonly id: string; readonly name: string }): void {
    const { way, chosen } = this.#bench;
    const owner = nameOf(way, this.#bench.evaluation);
    const name = `${gate.name}${owner}${chosen ? `, of “${chosen.title}”` : ''}`;
    this.breakpoints.toggle({ kind: 'step', request: this.#request, step: gate.id, name });
  }
}

/** Which of several calls a gate belongs to; nothing for the request itself. */
function nameOf(way: Evaluation | null, whole: Evaluation | null): string {
  return way === null || way === whole ? '' : ` of ${way.request.action}`;
}
