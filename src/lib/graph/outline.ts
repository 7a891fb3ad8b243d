/** The graph as a tree of words: accounts › kinds › items, with every edge, drawn or not, as a relation of one item. */
import type { EdgeKind, Graph, GraphBox, GraphEdge, GraphNode, NodeKind, Omitted } from './graph.ts';
import { drawnBand } from './opens.ts';

export interface OutlineItem {
  /** Unique in the tree: the id of the node, edge, box or band; `kind:role@1111…` for a heading. */
  readonly id: string;
  readonly kind: 'account' | 'outside' | 'heading' | 'node' | 'relation' | 'band' | 'more';
  /** What `id` names when it can be chosen in the graph; false for headings. */
  readonly selectable: boolean;
  /** For nodes: what it is. */
  readonly nodeKind: NodeKind | null;
  readonly label: string;
  readonly sublabel: string;
  /** The name, where the label is less. */
  readonly whole?: string;
  readonly children: readonly OutlineItem[];
}

const HEADINGS: readonly (readonly [kind: NodeKind, heading: string])[] = [
  ['user', 'Users'],
  ['root', 'Root user'],
  ['group', 'Groups'],
  ['session', 'Sessions'],
  ['role', 'Roles'],
  ['policy', 'Policies'],
  ['resource', 'Resources'],
  ['identityProvider', 'Identity providers'],
  ['account', 'The account as a principal'],
  ['service', 'AWS services'],
  ['anonymous', 'Everyone']
];

/** What has to hold for an edge, in words: `the external id is acme`; empty for none. */
export type TellWhen = (edge: Pick<GraphEdge, 'conditions' | 'madeBy'>) => string;

const byKeys: TellWhen = ({ conditions }) =>
  conditions.length === 0 ? '' : `${conditions.join(' and ')} fits`;

/** Accounts in file order, then what stands outside every account. */
export function outlineOf(graph: Graph, when: TellWhen = byKeys): readonly OutlineItem[] {
  const { nodes, edges, boxes } = allOf(graph);
  const relations = relationsByNode(nodes, edges, { boxes, when });
  const inside = new Map<string | null, Node[]>();
  for (const node of nodes) {
    const list = inside.get(node.box);
    if (list) list.push(node);
    else inside.set(node.box, [node]);
  }
  const accounts = boxes.filter(({ kind }) => kind === 'account');
  const outside = inside.get(null) ?? [];
  const items = accounts.map((box) => accountItem(box, inside.get(box.id) ?? [], relations));
  if (outside.length === 0) return items;
  const rest = headings(outside, 'outside', relations);
  return [...items, item({ id: 'outside', kind: 'outside', label: 'Outside every account', children: rest })];
}

type Node = GraphNode | Omitted['nodes'][number];
type Edge = GraphEdge | Omitted['edges'][number];
type Box = GraphBox | Omitted['boxes'][number];

/** What is drawn, then what is not. */
function allOf({ nodes, edges, boxes, omitted }: Graph): {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly boxes: readonly Box[];
} {
  return {
    nodes: [...nodes, ...omitted.nodes],
    edges: [...edges, ...omitted.edges],
    boxes: [...boxes, ...omitted.boxes]
  };
}

type Loose = Pick<OutlineItem, 'id' | 'kind' | 'label'> & Partial<OutlineItem>;

function item(loose: Loose): OutlineItem {
  return { sublabel: '', nodeKind: null, selectable: false, children: [], ...loose };
}

function accountItem(box: Box, nodes: readonly Node[], relations: Relations): OutlineItem {
  const bands = [...box.roof, ...box.floor].map((band) =>
    item({ id: drawnBand(band, box), kind: 'band', label: band.label })
  );
  const ceilings = item({
    id: `heading:ceilings@${box.id}`,
    kind: 'heading',
    label: 'Organization policies',
    children: bands
  });
  return item({
    id: box.id,
    kind: 'account',
    label: box.label,
    sublabel: box.sublabel,
    selectable: true,
    children: [...headings(nodes, box.id, relations), ...(bands.length > 0 ? [ceilings] : [])]
  });
}

function headings(nodes: readonly Node[], place: string, relations: Relations): readonly OutlineItem[] {
  return HEADINGS.flatMap(([kind, label]) => {
    const own = nodes.filter((node) => node.kind === kind);
    if (own.length === 0) return [];
    const children = own.map((node) => nodeItem(node, relations));
    return [item({ id: `heading:${kind}@${place}`, kind: 'heading', label, children })];
  });
}

function nodeItem(node: Node, relations: Relations): OutlineItem {
  return item({
    id: node.id,
    kind: 'node',
    nodeKind: node.kind,
    label: node.label,
    sublabel: node.sublabel,
    ...(node.whole !== undefined && { whole: node.whole }),
    selectable: true,
    children: relations.get(node.id) ?? []
  });
}

type Relations = ReadonlyMap<string, readonly OutlineItem[]>;

/** Every edge once, under the node whose document or membership makes it. */
function relationsByNode(
  nodes: readonly Node[],
  edges: readonly Edge[],
  { boxes, when }: { readonly boxes: readonly Box[]; readonly when: TellWhen }
): Relations {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const aliases = new Map(boxes.map(({ id, label }) => [id, label]));
  const relations = new Map<string, OutlineItem[]>();
  for (const edge of edges) {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (!from || !to) continue;
    const holder = HELD_BY_TARGET.has(edge.kind) ? to : from;
    const other = holder === to ? from : to;
    const alias = other.box === holder.box ? null : (aliases.get(other.box ?? '') ?? null);
    const label = sentence(edge, placed(other, alias), when);
    const relation = item({ id: edge.id, kind: 'relation', label, selectable: true });
    const list = relations.get(holder.id);
    if (list) list.push(relation);
    else relations.set(holder.id, [relation]);
  }
  return relations;
}

const HELD_BY_TARGET: ReadonlySet<EdgeKind> = new Set(['trust', 'grant', 'session']);

const SENTENCES: Readonly<Record<EdgeKind, (other: string, label: string) => string>> = {
  membership: (other) => `member of ${other}`,
  attachment: (other) => `has policy ${other}`,
  session: (other) => `in session ${other}`,
  trust: (other) => `may be assumed by ${other}`,
  permission: (other, label) => `is allowed ${label} on ${other}`,
  grant: (other, label) => `grants ${other} ${label}`,
  deny: (other, label) => `is denied ${label} on ${other}`,
  pass: (other) => `may pass ${other}`
};

/** `jenkins in tools`: the account is said where it is another. */
function placed({ kind, label }: Node, account: string | null): string {
  if (kind === 'account') return `the account ${label}`;
  return account === null ? label : `${label} in ${account}`;
}

function sentence(edge: Edge, other: string, when: TellWhen): string {
  const text = SENTENCES[edge.kind](other, edge.label);
  const condition = when(edge);
  return condition === '' ? text : `${text}, when ${condition}`;
}
