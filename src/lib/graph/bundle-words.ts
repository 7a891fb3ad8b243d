/** Bundles and what is in them, in words. */
import type { EdgeKind, Graph, GraphBundle, GraphEdge, GraphNode } from './graph.ts';
import { shortKey } from './keys.ts';
import { grouped } from './number.ts';
import type { Path } from './path.ts';

/** One line of a bundle, as the list tells it. */
export interface Strand {
  /** Id of the edge. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly words: string;
  /** Condition keys, shortened: `ExternalId`. */
  readonly keys: readonly string[];
  readonly isOnPath: boolean;
}

/** A bundle beside others in a list: `audit → 38 accounts`. */
export interface BundleLine {
  /** Id of the bundle to open. */
  readonly id: string;
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Names of what the graph has, by id: an account by its alias. */
export function namesIn({ nodes, boxes }: Graph): (id: string) => string {
  const names = new Map([...nodes, ...boxes].map(({ id, label }) => [id, label]));
  return (id) => names.get(id) ?? id;
}

const NOUNS: Readonly<Partial<Record<EdgeKind, readonly [one: string, many: string]>>> = {
  trust: ['trust', 'trusts'],
  permission: ['permission', 'permissions'],
  deny: ['denial', 'denials'],
  pass: ['passed role', 'passed roles']
};

/** `5 trusts, folded into one line` */
export function foldedWords({ kind, edges }: Pick<GraphBundle, 'kind' | 'edges'>): string {
  const [one, many] = NOUNS[kind] ?? ['line', 'lines'];
  if (edges.length === 1) return `One ${one}`;
  return `${grouped(edges.length)} ${many}, folded into one line`;
}

/** What a bundle stands for, those of the request first, else in file order. */
export function strandsOf(bundle: GraphBundle, graph: Graph, path: Path): readonly Strand[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const nameOf = namesIn(graph);
  const strands = bundle.edges.map((edge): Strand => {
    const isOnPath = path.nodes.has(edge.from) && path.nodes.has(edge.to);
    const source = nodes.get(edge.from);
    return {
      id: edge.id,
      from: source?.kind === 'account' ? `all of ${nameOf(source.box ?? source.id)}` : nameOf(edge.from),
      to: nameOf(edge.to),
      words: `${saying(edge, source, nameOf)}${isOnPath ? ' On the request’s path.' : ''}`,
      keys: edge.conditions.map(shortKey),
      isOnPath
    };
  });
  return [...strands].sort((a, b) => Number(b.isOnPath) - Number(a.isOnPath));
}

/** Who is named, and how: `Names one role, asks for MultiFactorAuthPresent.` */
function saying(edge: GraphEdge, source: GraphNode | undefined, nameOf: (id: string) => string): string {
  const { kind, conditions, label } = edge;
  const keys = conditions.length === 0 ? '' : `, asks for ${conditions.map(shortKey).join(' and ')}`;
  if (kind === 'trust') return `${naming(source, nameOf)}${keys}.`;
  if (kind === 'grant') return `The resource lets it do ${label}${keys}.`;
  if (kind === 'deny') return `Denied ${label}${keys}.`;
  return `Allowed ${label}${keys}.`;
}

const NAMED: Readonly<Partial<Record<GraphNode['kind'], string>>> = {
  role: 'Names one role',
  user: 'Names one user',
  session: 'Names one session',
  service: 'Names an AWS service',
  identityProvider: 'Names an identity provider',
  root: 'Names the root user',
  anonymous: 'Names everybody'
};

/** An account that is named delegates: its own policies say who (PRIN-02). */
function naming(source: GraphNode | undefined, nameOf: (id: string) => string): string {
  if (source?.kind !== 'account') return NAMED[source?.kind ?? 'user'] ?? 'Names it';
  return `Names the whole account: ${nameOf(source.box ?? source.id)} decides who`;
}

/**
 * Other bundles of the drawing, the largest first; those of a place with too many lines as one.
 *
 * @param most how many at most
 */
export function otherBundles(
  shown: Graph,
  graph: Graph,
  chosen: string,
  most: number
): readonly BundleLine[] {
  const nameOf = namesIn(graph);
  const lines: BundleLine[] = [];
  const hidden = new Map<string, GraphBundle[]>();
  for (const bundle of shown.bundles ?? []) {
    const { id, kind, from, to, edges, isDrawn } = bundle;
    if (id === chosen) continue;
    if (isDrawn) lines.push({ id, kind, from: nameOf(from), to: nameOf(to), count: edges.length });
    else hidden.set(`${kind} ${from}`, [...(hidden.get(`${kind} ${from}`) ?? []), bundle]);
  }
  for (const bundles of hidden.values()) {
    const [first] = bundles;
    if (!first) continue;
    const count = bundles.reduce((sum, { edges }) => sum + edges.length, 0);
    const to = bundles.length === 1 ? nameOf(first.to) : `${grouped(bundles.length)} accounts`;
    lines.push({ id: first.id, kind: first.kind, from: nameOf(first.from), to, count });
  }
  return lines.sort((a, b) => b.count - a.count).slice(0, most);
}

/** Something in a bundle that is worth a look. */
export interface Remark {
  readonly words: string;
  /** Id of the node to look at. */
  readonly at: string;
  readonly name: string;
}

/** A role that trusts everybody (PRIN-01) or a whole account (PRIN-02); the first that there is. */
export function remarkOn(bundle: GraphBundle, graph: Graph): Remark | null {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const nameOf = namesIn(graph);
  for (const { kind, from, to } of bundle.edges) {
    const source = nodes.get(from);
    if (kind !== 'trust' || !source) continue;
    const name = nameOf(to);
    if (source.kind === 'anonymous')
      return { words: `${name} trusts everybody, in every account.`, at: to, name };
    if (source.kind !== 'account') continue;
    const account = nameOf(source.box ?? source.id);
    const words = `${name} trusts all of ${account}. Whoever ${account} allows to assume it becomes it.`;
    return { words, at: to, name };
  }
  return null;
}
