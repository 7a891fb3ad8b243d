/** The graph as the plain elements a canvas is fed with: nodes, their captions, edges with their bends. */
import { toFoldedElements } from './bundle-elements.ts';
import { captionLines } from './caption.ts';
import { LABEL_GAP, RING, namesUnder } from './cell.ts';
import type { Element } from './element.ts';
import type { Graph, GraphEdge, GraphNode, Light } from './graph.ts';
import { LINE } from './label.ts';
import { NAMED, wordsOn } from './line-labels.ts';
import type { Marks } from './mark.ts';
import { resourceType } from './resource-type.ts';

export type { Element } from './element.ts';
/** Above this many nodes only names are drawn, no letters and no second lines. */
const MANY = 400;

/** Ends the id of a caption; the rest is the id of its node. */
const CAPTION = /::(glyph|sub)$/;

/** Node and caption elements stand where the layout put them; nothing here moves. */
export function toElements(graph: Graph): readonly Element[] {
  const few = graph.nodes.length <= MANY;
  return [
    ...graph.nodes.flatMap((node) => [toNode(node, few), ...(few ? toCaptions(node) : [])]),
    ...graph.edges.map(toEdge),
    ...toFoldedElements(graph)
  ];
}

function toNode(node: GraphNode, few: boolean): Element {
  const { id, kind, x, y, width, height, left = 0 } = node;
  const below = LABEL_GAP + (node.boundary ? RING : 0);
  const label = namesUnder(node).join('\n');
  return {
    group: 'nodes',
    data: { id, label, width, height, below, left: 100 * left, spent: 100 - 100 * left },
    position: { x, y },
    classes: `${lookOf(node)}${few && kind === 'session' ? ' timed' : ''}`
  };
}

function toCaptions(node: GraphNode): readonly Element[] {
  const { id, kind, x, y, glyph, sublabel } = node;
  // The ring stands around a session; its letter stands in a hexagon of its own.
  const [width, height] = kind === 'session' ? SESSION : [node.width, node.height];
  const names = namesUnder(node).length;
  const below = LABEL_GAP + names * LINE + (node.boundary ? RING : 0) + (node.height - height) / 2;
  const texts = [
    ['glyph', node.lines ? '' : glyph],
    ['sub', captionLines(sublabel).join('\n')]
  ] as const;
  return texts.flatMap(([part, label]): readonly Element[] =>
    label === ''
      ? []
      : [
          {
            group: 'nodes',
            data: { id: `${id}::${part}`, label, width, height, below, names },
            position: { x, y },
            classes: `caption ${part} ${lookOf(node)}`
          }
        ]
  );
}

/** The hexagon in a session's ring. */
const SESSION = [29, 25] as const;

/** Class names that never change: kind, kind of resource, fence, and whether it stands on paper or in a panel. */
function lookOf(node: GraphNode): string {
  const shape = node.kind === 'resource' ? ` ${resourceType(node.id).shape}` : '';
  return `${node.kind}${shape}${node.boundary ? ' fenced' : ''}${node.box === null ? ' outside' : ''}`;
}

function toEdge(edge: GraphEdge): Element {
  const { id, from, to, kind, conditions, bends } = edge;
  return {
    group: 'edges',
    data: {
      id,
      source: from,
      target: to,
      label: wordsOn(edge),
      width: widthOf(edge),
      distances: bends.map(({ distance }) => distance),
      weights: bends.map(({ weight }) => weight)
    },
    classes: `${kind}${bends.length > 0 ? ' bent' : ''}${conditions.length > 0 ? ' conditional' : ''}`
  };
}

/** Line width by number of actions: 1, 2 to 5, 6 and more, any. */
export function widthOf({ label }: GraphEdge): number {
  if (label.includes('*') || label === 'every action') return 4.2;
  const count = Number(/^(\d+) actions$/.exec(label)?.[1] ?? 1);
  return count === 1 ? 1.6 : count <= 5 ? 2.4 : 3.2;
}

/**
 * The class names that the light and the selection give to one element; empty when all is as usual.
 *
 * @param id of an element; a caption goes with its node
 */
export function stateOf(id: string, light: Light | null, selected: string | null): string {
  const own = id.replace(CAPTION, '');
  const chosen = own === selected ? 'chosen' : '';
  if (!light) return chosen;
  const lit = light.nodes.has(own) || light.edges.has(own);
  const named = light.edges.has(own) && light.edges.size <= NAMED ? ' named' : '';
  const ringed = light.rings.has(own) ? ' ringed' : '';
  const marked = light.marks ? markedBy(light.marks, own, lit) : '';
  const far = light.near && !light.near.has(own) ? ' far' : '';
  return `${lit ? 'lit' : 'dim'}${far}${named}${ringed}${marked} ${chosen}`.trim();
}

/** The class names that the marks of a step give to an element. */
function markedBy({ rings, reading, blinks, fence }: Marks, id: string, isLit: boolean): string {
  const haloed = rings.includes(id) ? ' haloed' : '';
  const read = reading === id ? ' reading' : '';
  const faint = blinks.size > 0 && !isLit ? ' faint' : '';
  const shut = fence?.node === id ? (fence.isClosed ? ' shut' : ' passed') : '';
  return haloed + read + faint + shut;
}

/** One sentence for those who do not see the canvas; the outline says the rest. */
export function summaryOf(graph: Graph): string {
  const count = (kind: string) => graph.boxes.filter((box) => box.kind === kind).length;
  const trusts = graph.edges.filter(({ kind }) => kind === 'trust').length;
  const accounts = count('account');
  return `Graph of ${accounts} ${accounts === 1 ? 'account' : 'accounts'} with ${graph.nodes.length} nodes and ${graph.edges.length} relations, ${trusts} of them trust; the outline tells them all.`;
}
