/** What of a large world is drawn, and what only the outline tells: beyond a bound more lines show less. */
import type { Request } from '../engine/request.ts';
import type { Omitted } from './graph.ts';
import { callerIds } from './naming.ts';
import { grouped } from './number.ts';
import { ownersOf, type BoxSketch, type NodeSketch, type Sketch } from './sketch.ts';

/** A canvas stays quick with so many; a person lost the thread long before. */
const MOST_NODES = 2000;
const MOST_EDGES = 4000;
const MOST_ACCOUNTS = 400;

interface Parted {
  /** To be laid out, with all edges between its nodes. */
  readonly drawn: Sketch;
  readonly omitted: Omitted;
}

/** Draws who asks and what is asked for first, then file order; policies only beside the identity they hang on. */
export function part(sketch: Sketch, requests: readonly Request[]): Parted {
  const isWanted = wantedBy(requests);
  const boxes = drawnBoxes(sketch, isWanted);
  const boxIds = new Set(boxes.map(({ id }) => id));
  const placed = sketch.nodes.filter(({ box }) => box === null || boxIds.has(box));
  const heads = first(placed.filter(isHead), MOST_NODES, isWanted);
  const tucked = policiesOf(sketch, placed, heads);
  const ids = new Set([...heads, ...tucked.slice(0, MOST_NODES - heads.length)].map(({ id }) => id));
  const inner = sketch.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const edges = new Set(inner.slice(0, MOST_EDGES));
  return {
    drawn: { ...sketch, nodes: sketch.nodes.filter(({ id }) => ids.has(id)), edges: inner, boxes },
    omitted: {
      nodes: sketch.nodes.filter(({ id }) => !ids.has(id)),
      edges: sketch.edges.filter((edge) => !edges.has(edge)),
      boxes: sketch.boxes.filter(({ id }) => !boxIds.has(id)),
      isCut: sketch.isCut
    }
  };
}

/** One line for the foot of the drawing; empty when all is drawn. */
export function omittedWords({ nodes, edges, boxes, isCut }: Omitted): string {
  const count = nodes.length + edges.length + boxes.length;
  const told = count === 0 ? [] : [`${grouped(count)} more are in the outline`];
  const cut = isCut ? ['some permissions are left out'] : [];
  return [...told, ...cut].join('; ');
}

/** Whether an id is of a caller, of what it asks for, or of the account of either. */
function wantedBy(requests: readonly Request[]): (id: string) => boolean {
  const ids = new Set(
    requests.flatMap(({ caller, resource, hops }) => [
      ...callerIds(caller),
      resource,
      ...hops.map((hop) => hop.resource)
    ])
  );
  const accounts = new Set([...ids].map((id) => /^(?:arn:[^:]*:[^:]*:[^:]*:|root@)(\d+)/.exec(id)?.[1]));
  return (id) => ids.has(id) || accounts.has(id);
}

/** So many items: those that are wanted, then the others, all in their order. */
function first<Item extends { readonly id: string }>(
  items: readonly Item[],
  most: number,
  isWanted: (id: string) => boolean
): readonly Item[] {
  if (items.length <= most) return items;
  const [wanted, others] = [items.filter(({ id }) => isWanted(id)), items.filter(({ id }) => !isWanted(id))];
  return [...wanted, ...others].slice(0, most);
}

/** The accounts that are drawn, and what is around them; an OU is drawn for its accounts. */
function drawnBoxes({ boxes }: Sketch, isWanted: (id: string) => boolean): readonly BoxSketch[] {
  const accounts = boxes.filter(({ kind }) => kind === 'account');
  if (accounts.length <= MOST_ACCOUNTS) return boxes;
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const drawn = new Set(first(accounts, MOST_ACCOUNTS, isWanted));
  for (const { parent } of drawn) {
    const outer = byId.get(parent ?? '');
    if (outer) drawn.add(outer);
  }
  return boxes.filter((box) => drawn.has(box));
}

function isHead({ kind }: NodeSketch): boolean {
  return kind !== 'policy';
}

/** Policies whose first identity is drawn. */
function policiesOf(
  sketch: Sketch,
  placed: readonly NodeSketch[],
  heads: readonly NodeSketch[]
): readonly NodeSketch[] {
  const drawn = new Set(heads.map(({ id }) => id));
  const owners = ownersOf(sketch);
  return placed.filter((node) => !isHead(node) && drawn.has(owners.get(node.id) ?? ''));
}
