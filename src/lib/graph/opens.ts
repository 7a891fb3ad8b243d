/** From what is clicked to what made it, and the ids by which parts of a graph are named. */
import type { NodeRef } from '../engine/trace.ts';
import { asPolicyId } from '../world/arn.ts';
import type { PolicyId } from '../world/world.ts';
import type { Graph, GraphBand, GraphBox, GraphEdge } from './graph.ts';
import { statementIn } from './paper-size.ts';
import type { BandSketch, EdgeSketch, NodeSketch } from './sketch.ts';

/** A statement, or a whole policy document. */
export type Opens = NodeRef | OpenedPolicy;

interface OpenedPolicy {
  readonly policy: PolicyId;
  /** For a band: the kind of policy and the level, which a step may be about. */
  readonly place?: { readonly type: GraphBand['type']; readonly target: string };
}

/** `scp@r-ab12`: the id of a level's band, wherever it is drawn. */
export function bandId({ type, level }: Pick<GraphBand, 'type' | 'level'>): string {
  return `${type}@${level}`;
}

/** `scp@r-ab12@111111111111`: a level's band in one account, as it stands in `Light.bands` and `Marks.levels`. */
export function drawnBand(band: Pick<GraphBand, 'type' | 'level'>, { id }: Pick<GraphBox, 'id'>): string {
  return `${bandId(band)}@${id}`;
}

/** The statements that make an edge; the first is the one to open. */
export function madeBy(edge: GraphEdge): readonly NodeRef[] {
  return edge.madeBy;
}

/** What opens when a node, an edge or a band is chosen; null where no document says anything (services, boxes). */
export function opensOf(graph: Graph, id: string): Opens | null {
  const statement = statementIn(id);
  if (statement) return { policy: asPolicyId(statement.policy), path: statement.path };
  const node = nodeOf(graph, id);
  if (node) return paperOf(graph, node);
  const edge = [graph, graph.omitted].flatMap(({ edges }) => edges.find((each) => each.id === id) ?? [])[0];
  if (edge) return edge.madeBy[0] ?? paperBehind(graph, edge);
  for (const box of [...graph.boxes, ...graph.omitted.boxes]) {
    const band = [...box.roof, ...box.floor].find((candidate) => bandId(candidate) === id);
    if (band) return paperInBand(band);
  }
  return null;
}

/** A node, drawn or told. */
function nodeOf({ nodes, omitted }: Graph, id: string): NodeSketch | undefined {
  const isIt = (node: NodeSketch) => node.id === id;
  return nodes.find(isIt) ?? omitted.nodes.find(isIt);
}

/** A user's boundary before its own policies before its groups'; a session's is the trust policy it came by. */
function paperOf(graph: Graph, node: NodeSketch): OpenedPolicy | null {
  if (node.kind === 'user' && node.boundary) return { policy: node.boundary.policy };
  if (node.opens !== null) return { policy: node.opens };
  return paperBeyond(graph, node.id, node.kind === 'session' ? 'session' : 'membership');
}

/** Membership opens what the group may do, a session the trust policy of its role. */
function paperBehind(graph: Graph, { kind, to }: EdgeSketch): OpenedPolicy | null {
  return kind === 'membership' || kind === 'session' ? paperAt(graph, to) : null;
}

/** The document of the first node with one that edges of a kind lead to. */
function paperBeyond(graph: Graph, from: string, kind: GraphEdge['kind']): OpenedPolicy | null {
  for (const edge of [...graph.edges, ...graph.omitted.edges]) {
    if (edge.kind !== kind || edge.from !== from) continue;
    const paper = paperAt(graph, edge.to);
    if (paper) return paper;
  }
  return null;
}

function paperAt(graph: Graph, id: string): OpenedPolicy | null {
  const policy = nodeOf(graph, id)?.opens ?? null;
  return policy === null ? null : { policy };
}

/** What a level adds is what one asks for; the policies that AWS attaches everywhere allow all. */
function paperInBand({ policies, type, level }: BandSketch): OpenedPolicy | null {
  const policy = policies.find((id) => !/(?:^|[:/])(?:RCP)?FullAWSAccess$/.test(id)) ?? policies[0];
  return policy === undefined ? null : { policy, place: { type, target: level } };
}
