/**
 * A large world as a drawing: accounts off the request's path become tiles, what ties them becomes bundles, and of
 * an unfolded account the nodes that say most are drawn. Laid out as everything else. Pure and deterministic.
 */
import type { PolicyDocument } from '../policy/document.ts';
import type { PolicyId } from '../world/world.ts';
import { siteOf } from './bundle-site.ts';
import { routeBundles } from './bundle-way.ts';
import { toBundles, withoutHubs, type BundleSketch, type Ending, type Hub } from './bundle.ts';
import { linesOf } from './fold-statements.ts';
import type { Graph, GraphBox, GraphEdge, GraphNode } from './graph.ts';
import { layout } from './layout.ts';
import type { Path } from './path.ts';
import { pinned } from './pin.ts';
import type { Pins } from './pins.ts';
import type { BoxSketch, EdgeSketch, Sketch } from './sketch.ts';
import { countsOf, hubWords, noteOf, pickNodes, SHOWN } from './tiles.ts';

/** How deep one looks: the organization, accounts, identities with their papers, statements. */
export const LEVELS = ['org', 'account', 'identity', 'statement'] as const;
export type Level = (typeof LEVELS)[number];

export interface FoldPlan {
  readonly level: Level;
  readonly path: Path;
  /** By account id: unfolded (true) or folded by hand, for the moment. */
  readonly byHand: ReadonlyMap<string, boolean>;
  /** The same as the file keeps it. The level of the organization shows it folded whatever the file says. */
  readonly kept?: ReadonlyMap<string, boolean>;
  /** The document of a policy, for the level of statements; undefined for a broken one. */
  readonly documentOf?: (policy: PolicyId) => PolicyDocument | undefined;
  /** Where the file wants things to stand. */
  readonly pins?: Pins;
  /** Accounts that are to be drawn with all they have. */
  readonly whole: ReadonlySet<string>;
  /** Id of what is chosen: a node is drawn and its account unfolded. */
  readonly selected: string | null;
}

/** Whether an account is unfolded. */
export function isOpen(
  { level, path, byHand, kept, selected }: FoldPlan,
  graph: Graph,
  account: string
): boolean {
  const hand = byHand.get(account);
  if (hand !== undefined) return hand;
  if (level === 'org') return false;
  const saved = kept?.get(account);
  if (saved !== undefined) return saved;
  return path.accounts.has(account) || boxOf(graph).get(selected ?? '') === account;
}

const homes = new WeakMap<Graph, ReadonlyMap<string, string | null>>();

/** The account of every node, made once for each graph. */
export function boxOf(graph: Graph): ReadonlyMap<string, string | null> {
  const known = homes.get(graph);
  if (known) return known;
  const made = new Map(graph.nodes.map(({ id, box }) => [id, box]));
  homes.set(graph, made);
  return made;
}

/**
 * The drawing of a world as a plan folds it, with its bundles.
 *
 * @param graph the whole world, whether it has places or not
 */
export function fold(graph: Graph, plan: FoldPlan): Graph {
  const open = openAccounts(graph, plan);
  const inside = byBox(graph.nodes);
  const drawn = drawnNodes(graph, plan, open, inside);
  const isDrawn = new Set(drawn.map(({ id }) => id));
  const endOf = endings(graph, plan, open, isDrawn);
  const isOnPath = ({ from, to }: GraphEdge) => plan.path.nodes.has(from) && plan.path.nodes.has(to);
  const isWhole = (edge: GraphEdge) =>
    isDrawn.has(edge.from) && isDrawn.has(edge.to) && isOneByOne(edge, graph, plan);
  const [edges, rest]: [GraphEdge[], GraphEdge[]] = [[], []];
  for (const edge of graph.edges) (isWhole(edge) ? edges : rest).push(edge);
  const { bundles, hubs } = withoutHubs(toBundles(rest, endOf, isOnPath));
  const boxes = graph.boxes.map((box) => toSketch(box, { open, inside, isDrawn, hubs }));
  const outside = (node: GraphNode) => (node.box === null ? withHub(node, hubs) : node);
  const sketch: Sketch = {
    nodes: drawn.map(outside).map((node) => withLines(node, plan)),
    edges: [...edges, ...tiesOf(bundles)],
    boxes,
    isCut: false
  };
  return placed(graph, layout(sketch), bundles, plan.pins ?? NO_PINS);
}

/** Services that everybody trusts would draw a line to everything: theirs are bundled like those of a tile. */
function isOneByOne({ from, to }: GraphEdge, graph: Graph, { path, selected }: FoldPlan): boolean {
  const homeOf = boxOf(graph);
  if (homeOf.get(from) !== null && homeOf.get(to) !== null) return true;
  const isWanted = (id: string) => path.nodes.has(id) || id === selected;
  return homeOf.get(from) === homeOf.get(to) || (isWanted(from) && isWanted(to));
}

/** What the layout is to know of bundles: which ends belong together. */
function tiesOf(bundles: readonly BundleSketch[]): readonly EdgeSketch[] {
  return bundles
    .filter(({ isDrawn }) => isDrawn)
    .map(({ id, kind, from, to }) => ({
      id,
      kind,
      from,
      to,
      label: '',
      conditions: [],
      madeBy: [],
      isTie: true
    }));
}

const NO_PINS: Pins = new Map();

function placed(
  graph: Graph,
  laid: Omit<Graph, 'omitted'>,
  bundles: readonly BundleSketch[],
  pins: Pins
): Graph {
  const omitted = { nodes: [], edges: [], boxes: [], isCut: graph.omitted.isCut };
  const parents = new Map(laid.boxes.map(({ id, parent }) => [id, parent]));
  const moved = pinned({ ...laid, omitted }, parents, pins);
  return { ...moved, bundles: routeBundles(bundles, siteOf(moved)) };
}

function openAccounts(graph: Graph, plan: FoldPlan): ReadonlySet<string> {
  const accounts = graph.boxes.filter(({ kind }) => kind === 'account');
  return new Set(accounts.map(({ id }) => id).filter((id) => isOpen(plan, graph, id)));
}

function byBox(nodes: readonly GraphNode[]): ReadonlyMap<string | null, readonly GraphNode[]> {
  const groups = new Map<string | null, GraphNode[]>();
  for (const node of nodes) {
    const group = groups.get(node.box);
    if (group) group.push(node);
    else groups.set(node.box, [node]);
  }
  return groups;
}

function drawnNodes(
  graph: Graph,
  plan: FoldPlan,
  open: ReadonlySet<string>,
  inside: ReadonlyMap<string | null, readonly GraphNode[]>
): readonly GraphNode[] {
  const abroad = tiedAbroad(graph);
  const rankOf = ({ id }: GraphNode) =>
    id === plan.selected || plan.path.nodes.has(id) ? 0 : abroad.has(id) ? 1 : 2;
  const heads = new Set<string>();
  for (const box of [null, ...open]) {
    const own = (inside.get(box) ?? []).filter(({ kind }) => kind !== 'policy');
    for (const { id } of pickNodes(own, mostOf(plan, box), rankOf)) heads.add(id);
  }
  const papers = plan.level === 'identity' || plan.level === 'statement' ? papersOf(graph, heads) : new Set();
  const isPaper = (id: string) => papers.has(id) || id === plan.selected;
  return graph.nodes.filter(
    ({ id, kind, box }) =>
      heads.has(id) || (kind === 'policy' && box !== null && open.has(box) && isPaper(id))
  );
}

/** How many nodes of an account are drawn: fewer where each brings papers to be read. */
function mostOf({ level, whole }: FoldPlan, account: string | null): number {
  if (account !== null && whole.has(account)) return SHOWN.all;
  return level === 'statement' && account !== null ? SHOWN.near : SHOWN.usual;
}

/** Nodes that something ties to another account. */
function tiedAbroad(graph: Graph): ReadonlySet<string> {
  const homeOf = boxOf(graph);
  const abroad = new Set<string>();
  for (const { from, to } of graph.edges) {
    const [a, b] = [homeOf.get(from), homeOf.get(to)];
    if (a === b || a === null || b === null) continue;
    abroad.add(from);
    abroad.add(to);
  }
  return abroad;
}

function papersOf(graph: Graph, heads: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    graph.edges.filter(({ kind, from }) => kind === 'attachment' && heads.has(from)).map(({ to }) => to)
  );
}

/**
 * Where the lines of a node end: at itself where it is drawn and the request is about it, or outside of all
 * accounts; else at its account's wall, so that an unfolded account is no hairball of lines from tiles.
 */
function endings(
  graph: Graph,
  { path, selected }: FoldPlan,
  open: ReadonlySet<string>,
  isDrawn: ReadonlySet<string>
): (node: string) => Ending | null {
  const homeOf = boxOf(graph);
  const isWanted = (id: string) => path.nodes.has(id) || id === selected;
  return (id) => {
    const account = homeOf.get(id) ?? null;
    if (account === null) return isDrawn.has(id) ? { at: id, account } : null;
    return { at: open.has(account) && isDrawn.has(id) && isWanted(id) ? id : account, account };
  };
}

interface Folding {
  readonly open: ReadonlySet<string>;
  readonly inside: ReadonlyMap<string | null, readonly GraphNode[]>;
  readonly isDrawn: ReadonlySet<string>;
  readonly hubs: readonly Hub[];
}

function toSketch(box: GraphBox, { open, inside, isDrawn, hubs }: Folding): BoxSketch {
  const { id, kind, label, sublabel, parent, roof, floor } = box;
  const bare = { id, kind, label, sublabel, parent, roof, floor };
  if (kind !== 'account') return bare;
  const own = (inside.get(id) ?? []).filter((node) => node.kind !== 'policy');
  if (!open.has(id)) return { ...bare, tile: { counts: countsOf(own), hub: hubWords(hubs, id) } };
  const note = noteOf(own.filter((node) => isDrawn.has(node.id)).length, own.length, hubWords(hubs, id));
  return note === '' ? bare : { ...bare, note };
}

/** At the level of statements a paper says what stands on it. */
function withLines(node: GraphNode, { level, documentOf }: FoldPlan): GraphNode {
  if (level !== 'statement' || node.kind !== 'policy' || node.opens === null) return node;
  const document = documentOf?.(node.opens);
  const lines = document ? linesOf(document) : [];
  return lines.length === 0 ? node : { ...node, lines };
}

/** A service that everybody trusts says so, instead of a line to everybody. */
function withHub(node: GraphNode, hubs: readonly Hub[]): GraphNode {
  const words = hubWords(hubs, node.id);
  return words === '' ? node : { ...node, sublabel: words };
}
