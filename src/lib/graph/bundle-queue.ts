/** A queue out of which the cheapest comes first; of those that cost alike the one that came first. A binary heap. */
interface Waiting<Item> {
  readonly item: Item;
  readonly cost: number;
  readonly place: number;
}

export class Queue<Item> {
  readonly #heap: Waiting<Item>[] = [];
  #count = 0;

  push(item: Item, cost: number): void {
    const heap = this.#heap;
    const added = { item, cost, place: this.#count++ };
    let at = heap.length;
    heap.push(added);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up];
      if (!parent || !isBefore(added, parent)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = added;
  }

  pop(): Item | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last && heap.length > 0) this.#sink(last);
    return first?.item;
  }

  #sink(last: Waiting<Item>): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (!child || !isBefore(child, last)) break;
      heap[at] = child;
      at = 2 * at + (isRight ? 2 : 1);
    }
    heap[at] = last;
  }
}

function isBefore(a: Waiting<unknown>, b: Waiting<unknown>): boolean {
  return a.cost < b.cost || (a.cost === b.cost && a.place < b.place);
}
