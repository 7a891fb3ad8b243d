/**
 * The drawing of a world that is being edited: remembers what was drawn, so that an edit moves only what it touches, and
 * so that what is taken back looks as it looked before.
 */
import type { Request } from '../engine/request.ts';
import { evolve, type Drawn } from './evolve.ts';
import type { Graph } from './graph.ts';
import { part } from './omitted.ts';
import { pinned } from './pin.ts';
import type { Pins } from './pins.ts';
import type { Sketch } from './sketch.ts';
import { draw, isLarge } from './to-graph.ts';

/** So many drawings are remembered … */
const MOST = 60;
/** … as long as their descriptions have no more UTF-16 units than this in all. */
const MOST_TEXT = 6_000_000;

interface Base extends Drawn {
  readonly graph: Graph;
  /** The last one with places of the file, and those. */
  shown: { readonly pins: string; readonly graph: Graph } | null;
}

export class Drawing {
  readonly #bases = new Map<string, Base>();
  #last: Base | null = null;
  /** The last large world: it has no places that one could lose, so that only the same one is known again. */
  #large: { readonly sketch: Sketch; readonly graph: Graph } | null = null;

  /**
   * The same graph as long as the same things are drawn in the same places.
   *
   * @param shipped the graph of this very sketch and these pins, where somebody has laid it out already
   */
  of(sketch: Sketch, requests: readonly Request[], pins: Pins, shipped: Graph | null = null): Graph {
    if (shipped === null && isLarge(sketch)) return this.#whole(sketch, requests);
    const key = JSON.stringify(sketch);
    const base = this.#bases.get(key) ?? this.#draw(sketch, requests, pins.size === 0 ? shipped : null);
    this.#keep(key, base);
    const asked = JSON.stringify([...pins]);
    if (base.shown?.pins !== asked) {
      const parents = new Map(sketch.boxes.map(({ id, parent }) => [id, parent]));
      const graph = shipped ?? (base.graph.isUnplaced ? base.graph : pinned(base.graph, parents, pins));
      base.shown = { pins: asked, graph };
    }
    return base.shown.graph;
  }

  #whole(sketch: Sketch, requests: readonly Request[]): Graph {
    this.#last = null;
    if (this.#large === null || !isAlike(this.#large.sketch, sketch))
      this.#large = { sketch, graph: draw(sketch, requests) };
    return this.#large.graph;
  }

  #draw(sketch: Sketch, requests: readonly Request[], shipped: Graph | null): Base {
    const before = this.#last?.graph.isUnplaced ? null : this.#last;
    const graph = shipped ?? draw(sketch, requests, (drawn) => evolve(before, drawn));
    return { sketch: graph.isUnplaced ? sketch : part(sketch, requests).drawn, graph, shown: null };
  }

  /** The one in use stands last; the oldest go. */
  #keep(key: string, base: Base): void {
    this.#last = base;
    this.#bases.delete(key);
    this.#bases.set(key, base);
    let text = [...this.#bases.keys()].reduce((sum, { length }) => sum + length, 0);
    for (const old of this.#bases.keys()) {
      if ((this.#bases.size <= MOST && text <= MOST_TEXT) || old === key) break;
      text -= old.length;
      this.#bases.delete(old);
    }
  }
}

/** Whether two plain values say the same; ends at the first difference. */
function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => isAlike(Reflect.get(a, key), Reflect.get(b, key)));
}
