/** Ranks of a directed graph that may have cycles: how far to the right each vertex belongs. */

/** Pairs of vertex numbers. */
export type Links = readonly (readonly [from: number, to: number])[];

/**
 * Longest-path ranks from 0. Strongly connected components are condensed, so an edge between two of them always
 * goes to a higher rank; inside one, only edges from an earlier vertex to a later one count.
 *
 * @param floors least rank of each vertex
 */
export function toRanks(floors: readonly number[], links: Links): readonly number[] {
  const next = adjacency(floors.length, links);
  const component = components(next);
  const forward = links.filter(([from, to]) => component[from] !== component[to] || from < to);
  const after = adjacency(floors.length, forward);
  const waiting = new Array<number>(floors.length).fill(0);
  for (const [, to] of forward) waiting[to] = (waiting[to] ?? 0) + 1;
  const ranks = [...floors];
  const ready = [...waiting.keys()].filter((vertex) => waiting[vertex] === 0);
  for (const vertex of ready) {
    for (const to of after[vertex] ?? []) {
      ranks[to] = Math.max(ranks[to] ?? 0, (ranks[vertex] ?? 0) + 1);
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) ready.push(to);
    }
  }
  return ranks;
}

function adjacency(count: number, links: Links): readonly (readonly number[])[] {
  const lists = Array.from({ length: count }, () => new Set<number>());
  for (const [from, to] of links) if (from !== to) lists[from]?.add(to);
  return lists.map((list) => [...list]);
}

/** The component number of each vertex: Kosaraju's two passes, without recursion. */
function components(next: readonly (readonly number[])[]): readonly number[] {
  const back = Array.from(next, () => new Array<number>());
  next.forEach((list, from) => {
    for (const to of list) back[to]?.push(from);
  });
  const component = new Array<number>(next.length).fill(-1);
  for (const root of finishOrder(next).reverse()) {
    if (component[root] !== -1) continue;
    const open = [root];
    component[root] = root;
    for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop()) {
      for (const to of back[vertex] ?? []) {
        if (component[to] !== -1) continue;
        component[to] = root;
        open.push(to);
      }
    }
  }
  return component;
}

/** Vertices in the order in which a depth-first walk leaves them. */
function finishOrder(next: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  for (const root of next.keys()) {
    if (seen.has(root)) continue;
    seen.add(root);
    const walk = [{ vertex: root, child: 0 }];
    for (let step = walk.at(-1); step; step = walk.at(-1)) {
      const to = next[step.vertex]?.[step.child++];
      if (to === undefined) {
        order.push(step.vertex);
        walk.pop();
      } else if (!seen.has(to)) {
        seen.add(to);
        walk.push({ vertex: to, child: 0 });
      }
    }
  }
  return order;
}
