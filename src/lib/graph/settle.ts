/** Puts things of known heights into a column, each as near as possible to where it would like to be. */

export interface Wish {
  /** Wanted top. */
  readonly top: number;
  readonly height: number;
}

/**
 * Tops that keep the order, the gaps and the bounds, with the least sum of squared distances to the wishes
 * (pool adjacent violators). When the column is too small for all, it runs over at the bottom.
 * Time O(n).
 */
export function settle(wishes: readonly Wish[], gap: number, from: number, to: number): readonly number[] {
  const offsets: number[] = [];
  let total = 0;
  for (const { height } of wishes) {
    offsets.push(total);
    total += height + gap;
  }
  const slack = Math.max(from, to - (total - gap)); // the highest value a shifted top may have
  const pools: { sum: number; count: number }[] = [];
  wishes.forEach(({ top }, index) => {
    let pool = { sum: top - (offsets[index] ?? 0), count: 1 };
    for (let before = pools.at(-1); before && mean(before) > mean(pool); before = pools.at(-1)) {
      pool = { sum: pool.sum + before.sum, count: pool.count + before.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const shifted = pools.flatMap((pool) => new Array<number>(pool.count).fill(mean(pool)));
  return shifted.map((value, index) => Math.min(Math.max(value, from), slack) + (offsets[index] ?? 0));
}

function mean({ sum, count }: { sum: number; count: number }): number {
  return sum / count;
}
