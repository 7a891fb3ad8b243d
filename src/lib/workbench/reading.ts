/** A file being written, read for a page: scenario, graph and verdicts in one go. Runs in the page and in a worker alike. */
import type { Graph } from '../graph/graph.ts';
import { Drawing } from '../graph/drawing.ts';
import { toSketch } from '../graph/to-graph.ts';
import { LiveReader, type Live, type TypedTexts } from '../scenario/live.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { SourceText } from '../source/text.ts';
import { pinsOf } from './pins.ts';
import { servicesNamed } from './services-named.ts';
import { toWatches, type Watch } from './watches.ts';

/** What a page shows of a file. All of it plain data, so that it can come from a worker. */
export interface Reading {
  readonly scenario: Scenario;
  readonly graph: Graph;
  readonly watches: readonly Watch[];
  /** The text on show of each policy that the file has. */
  readonly texts: Live['texts'];
  /** See {@link servicesNamed}. */
  readonly services: readonly string[];
}

export interface Read {
  /** Null for a text that is no scenario at all: the last good reading then stays. */
  readonly reading: Reading | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file again and again; what did not change is not done again. */
export class Reader {
  readonly #live = new LiveReader();
  readonly #drawing = new Drawing();

  /** @param shipped the graph of the first reading, where somebody has laid it out already */
  read(source: SourceText, typed: TypedTexts, shipped: Graph | null = null): Read {
    const live = this.#live.read(source, typed);
    const { diagnostics, scenario, texts } = live;
    if (scenario === null) return { reading: null, diagnostics };
    const graph = this.#graphOf(live, scenario, shipped);
    const services = servicesNamed({ ...scenario, world: live.drawn ?? scenario.world });
    return { reading: { scenario, graph, watches: toWatches(scenario), texts, services }, diagnostics };
  }

  /** The same graph as long as the same things are drawn: a canvas is not drawn anew for a keystroke. */
  #graphOf({ drawn }: Live, { world, cases, layout }: Scenario, shipped: Graph | null): Graph {
    const requests = cases.flatMap(({ request }) => request ?? []);
    return this.#drawing.of(toSketch(drawn ?? world, requests), requests, pinsOf(layout), shipped);
  }
}
