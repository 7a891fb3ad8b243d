/** What an edge says, in one line: who, what, whom. */
import type { EdgeKind, Graph, GraphEdge } from './graph.ts';
import type { EdgeSketch } from './sketch.ts';

const SENTENCES: Readonly<Record<EdgeKind, (from: string, to: string, label: string) => string>> = {
  membership: (from, to) => `${from} is a member of ${to}`,
  attachment: (from, to) => `${to} hangs on ${from}`,
  session: (from, to) => `${from} is a session of ${to}`,
  trust: (from, to) => `${from} may become ${to}`,
  permission: (from, to, label) => `${from} may do ${label} on ${to}`,
  grant: (from, to, label) => `${to} grants ${from} ${label}`,
  deny: (from, to, label) => `${from} may not do ${label} on ${to}`,
  pass: (from, to) => `${from} may pass ${to} to a service`
};

/** `jenkins@tools may become prod-deploy@prod`; the account is said where the two differ. */
export function edgeWords(graph: Graph, edge: EdgeSketch | GraphEdge): string {
  const nodes = [...graph.nodes, ...graph.omitted.nodes];
  const [from, to] = [edge.from, edge.to].map((end) => nodes.find(({ id }) => id === end));
  const isFar = from?.box !== to?.box;
  const name = (node: typeof from, id: string) => {
    const box = [...graph.boxes, ...graph.omitted.boxes].find((each) => each.id === node?.box);
    const label = node?.kind === 'account' ? `the account ${node.label}` : (node?.label ?? id);
    return isFar && box && node?.kind !== 'account' ? `${label}@${box.label}` : label;
  };
  const when = edge.conditions.length === 0 ? '' : `, when ${edge.conditions.join(' and ')} fits`;
  return SENTENCES[edge.kind](name(from, edge.from), name(to, edge.to), edge.label) + when;
}
