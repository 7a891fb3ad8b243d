/** Who and what stands at the heads of the two lanes on a narrow screen: as the graph draws them, by their short names. */
import { nameOf } from '../engine/match.ts';
import { identityOf, type Caller } from '../engine/request.ts';
import type { Evaluation } from '../engine/trace.ts';
import type { Words } from '../explain/words.ts';
import type { Graph, NodeKind } from '../graph/graph.ts';
import { targetOf } from '../graph/lamp.ts';
import { resourceType } from '../graph/resource-type.ts';

export interface RoadHead {
  /** A node's id, which tells a store from other resources. */
  readonly id: string;
  readonly kind: NodeKind;
  /** Letters inside of the shape. */
  readonly glyph: string;
  /** Without the account. */
  readonly name: string;
}

/** What a caller is drawn as where the graph has no node of it. */
const DRAWN: Readonly<Record<Caller['kind'], readonly [NodeKind, string]>> = {
  user: ['user', 'U'],
  root: ['root', ''],
  roleSession: ['role', 'R'],
  federatedUser: ['session', 'F'],
  service: ['service', 'AWS'],
  identityProvider: ['identityProvider', 'IdP'],
  anonymous: ['anonymous', '']
};

/** The caller above the upper lane, what it asks for above the lower one. */
export function headsOf(
  { request }: Evaluation,
  graph: Graph,
  words: Words
): Readonly<Record<'upper' | 'lower', RoadHead>> {
  const { caller, resource } = request;
  const self = identityOf(caller) ?? nameOf(caller);
  const [kind, glyph] = DRAWN[caller.kind];
  return {
    upper: drawn(graph, self, { id: self, kind, glyph, name: bare(words.who(caller)) }),
    lower: drawn(graph, targetOf(graph, resource), {
      id: resource,
      kind: 'resource',
      glyph: resource === '*' ? '*' : resourceType(resource).glyph,
      name: bare(words.resource(resource))
    })
  };
}

/** A node is drawn as in the graph; its name stays what the request calls it. */
function drawn(graph: Graph, id: string | null, otherwise: RoadHead): RoadHead {
  const node = graph.nodes.find((each) => each.id === id);
  return node ? { ...otherwise, id: node.id, kind: node.kind, glyph: node.glyph } : otherwise;
}

function bare(name: string): string {
  const at = name.lastIndexOf('@');
  return at > 0 ? name.slice(0, at) : name;
}
