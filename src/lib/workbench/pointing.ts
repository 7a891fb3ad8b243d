/**
 * What the pointer or the focus rests on, wherever it is shown, and what lights with it everywhere else: a chip its
 * JSON, node and edge; a range of JSON its chip, node and edge; an edge the statements that make it.
 */
import type { NodeRef } from '../engine/trace.ts';

export type Pointed =
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'text'; readonly at: NodeRef }
  /** Id of a node, edge, box or band of the graph. */
  | { readonly kind: 'thing'; readonly id: string };

/** What is lit because of it, beside what the step lights. Empty where nothing is pointed at. */
export interface Pointing {
  readonly steps: ReadonlySet<string>;
  readonly texts: readonly NodeRef[];
  /** Ids of nodes, edges, boxes and bands. */
  readonly things: ReadonlySet<string>;
}

export const NO_POINTING: Pointing = { steps: new Set(), texts: [], things: new Set() };

/** What lights elsewhere because of what is pointed at. */
export function toPointing(pointed: Pointed | null): Pointing {
  if (pointed?.kind === 'thing') return { ...NO_POINTING, things: new Set([pointed.id]) };
  if (pointed?.kind === 'step') return { ...NO_POINTING, steps: new Set([pointed.id]) };
  return pointed?.kind === 'text' ? { ...NO_POINTING, texts: [pointed.at] } : NO_POINTING;
}
