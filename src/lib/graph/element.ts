/** What a canvas is fed with: a node, a caption or an edge as plain data. */

export interface Element {
  readonly group: 'nodes' | 'edges';
  readonly data: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly position?: { readonly x: number; readonly y: number };
  readonly classes: string;
}
