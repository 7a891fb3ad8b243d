/**
 * A drawing after an edit: only the accounts whose inside changed are laid out anew, everything else stays where it was.
 * What is new outside of them finds room beside what is there.
 */
import { cellBox, withTab } from './cell-box.ts';
import type { Point } from './curve.ts';
import { touches } from './free-spot.ts';
import { MARGIN, STACK_GAP } from './geometry.ts';
import type { Graph, GraphBox, GraphNode } from './graph.ts';
import { layout } from './layout.ts';
import { makeRoom } from './make-room.ts';
import { moved } from './move.ts';
import { nest, type Parents } from './nest.ts';
import { relay, roomFor } from './relay.ts';
import { reroute } from './reroute.ts';
import { ownersOf, type BoxSketch, type Sketch } from './sketch.ts';
import { toFlow, type Flow } from './tile-order.ts';

/** As the layout may have told them: see toLayers. */
const ORDERS = ['file', 'reach'] as const;

type Laid = Omit<Graph, 'omitted'>;

export interface Drawn {
  readonly sketch: Sketch;
  readonly graph: Laid;
}

/** Where less than this share was there before, it is another world and has a drawing of its own. */
const SAME_WORLD = 0.4;
/** Beyond so many nodes nobody recognizes places. */
const MANY = 500;

/** Pure; the same two give the same. A world that has little of the one before is laid out by itself. */
export function evolve(before: Drawn | null, sketch: Sketch): Laid {
  if (before === null || !isSameWorld(before, sketch)) return layout(sketch);
  return new Evolution(before, sketch).graph();
}

function isSameWorld({ sketch: old, graph }: Drawn, sketch: Sketch): boolean {
  if (sketch.nodes.length > MANY || graph.nodes.length === 0) return false;
  const known = new Set(graph.nodes.map(({ id }) => id));
  const stay = sketch.nodes.filter(({ id }) => known.has(id)).length;
  const places = new Map(sketch.boxes.map(({ id, parent }) => [id, parent]));
  const isMoved = old.boxes.some(({ id, parent }) => places.has(id) && places.get(id) !== parent);
  return !isMoved && stay >= SAME_WORLD * sketch.nodes.length;
}

class Evolution {
  readonly #before: Drawn;
  readonly #sketch: Sketch;
  readonly #parents: Parents;
  readonly #oldBoxes: ReadonlyMap<string, GraphBox>;
  readonly #oldNodes: ReadonlyMap<string, GraphNode>;
  readonly #touched: ReadonlySet<string>;
  #fresh: Laid | null = null;

  constructor(before: Drawn, sketch: Sketch) {
    this.#before = before;
    this.#sketch = sketch;
    this.#parents = new Map(sketch.boxes.map(({ id, parent }) => [id, parent]));
    this.#oldBoxes = new Map(before.graph.boxes.map((box) => [box.id, box]));
    this.#oldNodes = new Map(before.graph.nodes.map((node) => [node.id, node]));
    const [old, now] = [insidesOf(before.sketch), insidesOf(sketch)];
    const changed = sketch.boxes.filter(({ id }) => this.#oldBoxes.has(id) && old.get(id) !== now.get(id));
    this.#touched = new Set(changed.map(({ id }) => id));
  }

  graph(): Laid {
    const placed = new Map<string, GraphNode>();
    for (const { id, ...node } of this.#sketch.nodes) {
      const old = this.#oldNodes.get(id);
      const isStill = old?.box === node.box && (node.box === null || !this.#touched.has(node.box));
      if (old && isStill)
        placed.set(id, { ...(old.label === node.label ? old : uncaptioned(old)), ...node, id });
    }
    const relaid = new Map<string, GraphBox>();
    for (const box of this.#sketch.boxes) {
      if (!this.#touched.has(box.id) || box.kind !== 'account') continue;
      const made = this.#relay(box, placed);
      relaid.set(box.id, made.box);
      for (const node of made.nodes) placed.set(node.id, node);
    }
    const wanted = this.#sketch.boxes.map((box) => relaid.get(box.id) ?? this.#still(box));
    const boxes = this.#nest(wanted);
    wanted.forEach((box, index) => this.#follow(box, boxes[index] ?? box, placed));
    this.#standOutside(boxes, placed);
    const nodes = this.#sketch.nodes.flatMap(({ id }) => placed.get(id) ?? []);
    const { graph } = this.#before;
    return {
      nodes,
      boxes,
      edges: reroute(graph, nodes, boxes, this.#sketch.edges),
      ...sizeOf(graph, nodes, boxes)
    };
  }

  /** As the whole world would be laid out by itself: where new things would like to be. */
  get #wishes(): Laid {
    this.#fresh ??= layout(this.#sketch);
    return this.#fresh;
  }

  #flows: readonly Flow[] | null = null;

  #relay(box: BoxSketch, placed: ReadonlyMap<string, GraphNode>) {
    this.#flows ??= ORDERS.map((order) => toFlow(this.#sketch, true, order));
    const orders = this.#flows.map(({ layers }) => layers.get(box.id) ?? []);
    const old = this.#oldBoxes.get(box.id) ?? this.#still(box);
    const own = (id: string) => this.#oldNodes.get(id)?.box === box.id;
    const was = new Map<string, Point>([...this.#oldNodes].filter(([id]) => own(id)));
    const stay = new Map<string, Point>([...placed].filter(([, node]) => node.box !== box.id));
    const room = roomFor(old, this.#before.graph.boxes, this.#parents);
    return relay(box, orders, this.#sketch, { old, room, stay, was });
  }

  /** A box as it was, with what it says now; a new one as it would be. */
  #still(box: BoxSketch): GraphBox {
    const { id, kind, label, sublabel, parent } = box;
    const at = this.#oldBoxes.get(id) ?? this.#wishes.boxes.find((each) => each.id === id);
    if (!at) return { ...box, x: MARGIN, y: MARGIN, width: 0, height: 0, roof: [], floor: [] };
    const bands = (now: BoxSketch['roof'], then: GraphBox['roof']) =>
      now.map((band, index) => ({ y: at.y, height: 0, ...then[index], ...band }));
    return {
      ...at,
      id,
      kind,
      label,
      sublabel,
      parent,
      roof: bands(box.roof, at.roof),
      floor: bands(box.floor, at.floor)
    };
  }

  /** Who was there stands firm, first those whose inside is as it was; what is new gives way. */
  #nest(boxes: readonly GraphBox[]): readonly GraphBox[] {
    const known = boxes.filter(({ id, kind }) => kind === 'account' && this.#oldBoxes.has(id));
    const still = known.filter(({ id }) => !this.#touched.has(id));
    const firm = [...still, ...known.filter((box) => !still.includes(box))];
    const pins = new Map(firm.map(({ id, x, y }) => [id, { x, y }]));
    const gone = [...this.#oldBoxes.keys()].some((id) => !this.#parents.has(id));
    return nest(boxes, gone ? [] : this.#before.graph.boxes, this.#parents, pins, false);
  }

  /** What is in a box goes where the box goes; of a new box all is placed now. */
  #follow(from: GraphBox, to: GraphBox, placed: Map<string, GraphNode>): void {
    const by = { x: to.x - from.x, y: to.y - from.y };
    if (!this.#oldBoxes.has(from.id)) {
      for (const node of this.#wishes.nodes) if (node.box === from.id) placed.set(node.id, moved(node, by));
    } else if (by.x !== 0 || by.y !== 0) {
      for (const node of placed.values()) if (node.box === from.id) placed.set(node.id, moved(node, by));
    }
  }

  /** What is new outside of every account finds room; who is overgrown by a box steps aside. */
  #standOutside(boxes: readonly GraphBox[], placed: Map<string, GraphNode>): void {
    const outside = this.#sketch.nodes.filter(({ box }) => box === null || !this.#parents.has(box));
    const walls = boxes.map(withTab);
    const isAsked =
      outside.some(({ id }) => !placed.has(id)) ||
      outside.some(({ id }) => {
        const node = placed.get(id);
        return node && walls.some((wall) => touches(cellBox(node), wall, 0));
      });
    if (!isAsked) return;
    const nodes = outside.flatMap(
      ({ id }) => placed.get(id) ?? this.#wishes.nodes.find((node) => node.id === id) ?? []
    );
    const groups = nodes.map((node) => ({
      id: node.id,
      parts: [cellBox(node)],
      isFirm: this.#oldNodes.has(node.id)
    }));
    const { width, height } = this.#before.graph;
    const area = { left: MARGIN, top: MARGIN, right: width - MARGIN, bottom: height - MARGIN };
    const shifts = makeRoom(groups, walls, STACK_GAP / 2, area);
    for (const node of nodes) placed.set(node.id, moved(node, shifts.get(node.id)));
  }
}

/** A node without the caption of the name it had. */
function uncaptioned({ caption: _caption, ...node }: GraphNode): GraphNode {
  return node;
}

/** What decides how large an account is and how it is arranged inside, by account. */
function insidesOf(sketch: Sketch): ReadonlyMap<string, string> {
  const owners = ownersOf(sketch);
  const parts = new Map<string, string[]>();
  for (const { id, kind, label, caption = [], sublabel, boundary, box } of sketch.nodes) {
    if (box === null) continue;
    // What is left of a session is another minute later, and as long: it moves nobody.
    const below = kind === 'session' ? '' : sublabel;
    const part = [id, kind, label, ...caption, below, boundary !== null, owners.get(id) ?? ''].join('\t');
    const list = parts.get(box);
    if (list) list.push(part);
    else parts.set(box, [part]);
  }
  return new Map(
    sketch.boxes.map(({ id, label, roof, floor }) => [
      id,
      [label, roof.length, floor.length, ...(parts.get(id) ?? []).sort()].join('\n')
    ])
  );
}

/** Never smaller than before: a camera that shows all of it stays where it is. */
function sizeOf(
  before: Pick<Graph, 'width' | 'height'>,
  nodes: readonly GraphNode[],
  boxes: readonly GraphBox[]
): { readonly width: number; readonly height: number } {
  const all = [...nodes.map(cellBox), ...boxes];
  const right = all.reduce((most, { x, width }) => Math.max(most, x + width + MARGIN), before.width);
  const bottom = all.reduce((most, { y, height }) => Math.max(most, y + height + MARGIN), before.height);
  return { width: Math.round(right), height: Math.round(bottom) };
}
