/** The graph before it has places: what toGraph collects and layout arranges. */
import type { NodeRef } from '../engine/trace.ts';
import type { EdgeKind, GraphBand, GraphBox, GraphEdge, GraphNode, GraphTile } from './graph.ts';

export type EdgeSketch = Omit<GraphEdge, 'bends'> & {
  /** Only tells which two belong together: what stands for it is led later, when everything has its place. */
  readonly isTie?: true;
};
export type NodeSketch = Omit<GraphNode, 'x' | 'y' | 'width' | 'height'>;
export type BandSketch = Omit<GraphBand, 'y' | 'height'>;

export interface BoxSketch {
  readonly id: string;
  readonly kind: GraphBox['kind'];
  readonly label: string;
  readonly sublabel: string;
  /** Id of the box around it; null for the outermost. */
  readonly parent: string | null;
  readonly roof: readonly BandSketch[];
  readonly floor: readonly BandSketch[];
  /** See GraphBox. */
  readonly tile?: GraphTile;
  readonly note?: string;
}

export interface Sketch {
  readonly nodes: readonly NodeSketch[];
  readonly edges: readonly EdgeSketch[];
  /** Outer before inner, else in file order. */
  readonly boxes: readonly BoxSketch[];
  /** Whether there is more than was looked for. */
  readonly isCut: boolean;
}

/** By policy: the identity or resource that it belongs to, which is the first one it hangs on. */
export function ownersOf({ edges }: Pick<Sketch, 'edges'>): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { kind, from, to } of edges) if (kind === 'attachment' && !owners.has(to)) owners.set(to, from);
  return owners;
}

/** One reason for an edge; reasons with the same kind and ends become one edge. */
export interface Strand {
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  /** Action patterns as written. */
  readonly actions: readonly string[];
  readonly conditions: readonly string[];
  readonly madeBy: NodeRef | null;
  /** True for the identity's own permission to do what a trust edge shows: it brings its statement, no condition. */
  readonly joins?: boolean;
}

/** More than anybody reads, even as an outline. Edges that no statement makes are as many as the file has lines. */
const MOST_EDGES = 40_000;

/** Collects nodes by id (the first one stays) and edges by kind and ends (later reasons join the first). */
export class Collector {
  readonly nodes = new Map<string, NodeSketch>();
  readonly #strands = new Map<string, Strand[]>();
  #isCut = false;

  /** Whether no more statements can make edges. */
  get isFull(): boolean {
    return this.#strands.size >= MOST_EDGES;
  }

  /** Whether something was left out. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Says that something is left out. */
  cut(): void {
    this.#isCut = true;
  }

  add(node: NodeSketch): void {
    if (!this.nodes.has(node.id)) this.nodes.set(node.id, node);
  }

  link(strand: Strand): void {
    const id = edgeId(strand.kind, strand.from, strand.to);
    const bundle = this.#strands.get(id);
    if (bundle) bundle.push(strand);
    else if (!this.isFull || strand.madeBy?.path === '' || strand.madeBy === null)
      this.#strands.set(id, [strand]);
    else this.cut();
  }

  has(kind: EdgeKind, from: string, to: string): boolean {
    return this.#strands.has(edgeId(kind, from, to));
  }

  edges(): readonly EdgeSketch[] {
    return [...this.#strands].flatMap(([id, bundle]) => {
      const [first] = bundle;
      return first && this.nodes.has(first.from) && this.nodes.has(first.to)
        ? [toEdge(id, first, bundle)]
        : [];
    });
  }
}

function edgeId(kind: EdgeKind, from: string, to: string): string {
  return `${kind}:${from}>${to}`;
}

function toEdge(id: string, first: Strand, bundle: readonly Strand[]): EdgeSketch {
  const { kind, from, to } = first;
  const own = bundle.filter((strand) => !strand.joins);
  const always = own.some((strand) => strand.conditions.length === 0);
  return {
    id,
    kind,
    from,
    to,
    label: labelOf(kind, unique(bundle.flatMap((strand) => strand.actions))),
    conditions: always ? NONE : unique(own.flatMap((strand) => strand.conditions)),
    madeBy: bundle.flatMap((strand) => (strand.madeBy ? [strand.madeBy] : []))
  };
}

function labelOf(kind: EdgeKind, actions: readonly string[]): string {
  if (kind === 'trust') return 'may assume';
  const [only] = actions;
  if (only === undefined) return '';
  if (actions.length > 1) return `${actions.length} actions`;
  return only === '*' ? 'every action' : only;
}

/** One for all edges: a world of thousands is copied out of a worker. */
const NONE: readonly string[] = [];

function unique(texts: readonly string[]): readonly string[] {
  if (texts.length < 2) return texts.length === 0 ? NONE : texts;
  const seen = new Map(texts.map((text) => [text.toLowerCase(), text]));
  return [...seen.values()];
}
