/** Nodes and boxes of a drawing, made for a test: a role and an account unless it says otherwise. */
import type { GraphBox, GraphNode } from '../../src/lib/graph/graph.ts';

/** Called by its id. Stands at the origin, in no account, as large as a role is drawn. */
export function nodeOf(id: string, more: Partial<GraphNode> = {}): GraphNode {
  const told = {
    id,
    kind: 'role',
    label: id,
    sublabel: '',
    glyph: 'R',
    boundary: null,
    opens: null
  } as const;
  return { ...told, box: null, x: 0, y: 0, width: 46, height: 40, ...more };
}

/** Called by its id. Stands at the origin, in nothing, without policies; without a size unless one is given. */
export function boxOf(id: string, more: Partial<GraphBox> = {}): GraphBox {
  const told = { id, kind: 'account', label: id, sublabel: '', parent: null, roof: [], floor: [] } as const;
  return { ...told, x: 0, y: 0, width: 0, height: 0, ...more };
}
