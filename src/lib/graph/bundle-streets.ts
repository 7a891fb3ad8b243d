/**
 * The streets between the blocks of a drawing: level and upright lines that keep off every account, and the cheapest way
 * along them. What bundles run on where a bow would lead through a tile.
 */
import type { Rectangle } from './cell.ts';
import type { Point } from './curve.ts';
import { keyOf, Search } from './bundle-search.ts';

/** From a wall to the line beside it: half of what the layout leaves between two columns, and between two rows. */
const [BESIDE, ABOVE] = [14, 7];
/** Lines nearer to each other than this are one. */
const SAME = 4;
/** What each earlier user adds to the cost of a stretch. */
const CROWD = 0.3;
/** More crossings than this are no map that is searched in the time of a click. */
const MOST_CROSSINGS = 60_000;

export class Streets {
  readonly #xs: readonly number[];
  readonly #ys: readonly number[];
  readonly #blocks: readonly Rectangle[];
  /** By crossing: whether the stretch to the right of it, or below it, is blocked. */
  readonly #level: Uint8Array;
  readonly #upright: Uint8Array;
  /** By stretch, see `keyOf`: how many ways lead along it. */
  readonly #uses: Uint32Array;

  /** @param blocks what no way leads through */
  constructor(blocks: readonly Rectangle[]) {
    this.#blocks = blocks;
    this.#xs = linesOf(blocks.flatMap(({ x, width }) => [x - BESIDE, x + width + BESIDE]));
    this.#ys = linesOf(blocks.flatMap(({ y, height }) => [y - ABOVE, y + height + ABOVE]));
    const size = this.#xs.length * this.#ys.length;
    this.#level = new Uint8Array(size <= MOST_CROSSINGS ? size : 0);
    this.#upright = new Uint8Array(this.#level.length);
    this.#uses = new Uint32Array(2 * this.#level.length);
    if (this.isSearched) for (const block of blocks) this.#shut(block);
  }

  /** Whether there are few enough crossings to look for ways. */
  get isSearched(): boolean {
    return this.#xs.length * this.#ys.length <= MOST_CROSSINGS;
  }

  /** The line beside a wall, on the side where a way leaves it. */
  beside({ x, width }: Rectangle, side: 'left' | 'right'): number {
    const wanted = side === 'right' ? x + width + BESIDE : x - BESIDE;
    return this.#xs[nearest(this.#xs, wanted)] ?? wanted;
  }

  /** Corners of the cheapest way between two points on lines beside walls, these left out; null where none leads there. */
  way(from: Point, to: Point): readonly Point[] | null {
    const [start, goal] = [nearest(this.#xs, from.x), nearest(this.#xs, to.x)];
    const direct = start === goal && this.#isFree(start, from.y, to.y);
    if (direct || !this.isSearched) return direct ? [] : null;
    const search = new Search(this.#xs, this.#ys, (at, isLevel) => this.#costOf(at, isLevel));
    for (const row of this.#rowsBeside(start, from.y))
      search.begin(this.#at(start, row), Math.abs((this.#ys[row] ?? 0) - from.y));
    const goals = new Map(
      this.#rowsBeside(goal, to.y).map((row) => [this.#at(goal, row), Math.abs((this.#ys[row] ?? 0) - to.y)])
    );
    const found = search.to(goals, { x: to.x, y: to.y });
    if (!found) return null;
    for (const [index, at] of found.entries()) this.#use(at, found[index + 1]);
    return found.map((at) => this.#pointAt(at));
  }

  #at(column: number, row: number): number {
    return row * this.#xs.length + column;
  }

  #pointAt(at: number): Point {
    const column = at % this.#xs.length;
    return { x: this.#xs[column] ?? 0, y: this.#ys[(at - column) / this.#xs.length] ?? 0 };
  }

  /** The crossings above and below a place on an upright line that one can get to. */
  #rowsBeside(column: number, y: number): readonly number[] {
    const below = this.#ys.findIndex((line) => line >= y);
    const rows = below === -1 ? [this.#ys.length - 1] : [below - 1, below];
    return rows.filter((row) => {
      const line = this.#ys[row];
      return line !== undefined && this.#isFree(column, y, line);
    });
  }

  #isFree(column: number, from: number, to: number): boolean {
    const x = this.#xs[column] ?? 0;
    const [top, bottom] = [Math.min(from, to), Math.max(from, to)];
    return !this.#blocks.some(
      (block) => x > block.x && x < block.x + block.width && top < block.y + block.height && bottom > block.y
    );
  }

  /** Infinite where a stretch is blocked. */
  #costOf(at: number, isLevel: boolean): number {
    if ((isLevel ? this.#level : this.#upright)[at] !== 0) return Infinity;
    const wide = this.#xs.length;
    const column = at % wide;
    const [lines, index] = isLevel ? [this.#xs, column] : [this.#ys, (at - column) / wide];
    const length = (lines[index + 1] ?? 0) - (lines[index] ?? 0);
    return length * (1 + CROWD * (this.#uses[keyOf(at, isLevel)] ?? 0));
  }

  #use(from: number, to: number | undefined): void {
    if (to === undefined) return;
    const [least, most] = [Math.min(from, to), Math.max(from, to)];
    const isLevel = most - least < this.#xs.length;
    const stride = isLevel ? 1 : this.#xs.length;
    for (let at = least; at < most; at += stride) {
      const key = keyOf(at, isLevel);
      this.#uses[key] = (this.#uses[key] ?? 0) + 1;
    }
  }

  /** No stretch leads through a block. */
  #shut({ x, y, width, height }: Rectangle): void {
    const inside = (lines: readonly number[], from: number, to: number) =>
      lines.flatMap((line, index) => (line > from && line < to ? [index] : []));
    const across = (lines: readonly number[], from: number, to: number) =>
      lines.flatMap((line, index) => (line < to && (lines[index + 1] ?? -Infinity) > from ? [index] : []));
    for (const row of inside(this.#ys, y, y + height))
      for (const column of across(this.#xs, x, x + width)) this.#level[this.#at(column, row)] = 1;
    for (const column of inside(this.#xs, x, x + width))
      for (const row of across(this.#ys, y, y + height)) this.#upright[this.#at(column, row)] = 1;
  }
}

/** Sorted; of several that are one the mean. */
function linesOf(wanted: readonly number[]): readonly number[] {
  const lines: number[][] = [];
  for (const line of [...wanted].sort((a, b) => a - b)) {
    const last = lines.at(-1);
    if (last && line - (last[0] ?? 0) <= SAME) last.push(line);
    else lines.push([line]);
  }
  return lines.map((group) => group.reduce((sum, line) => sum + line, 0) / group.length);
}

function nearest(lines: readonly number[], wanted: number): number {
  let best = 0;
  lines.forEach((line, index) => {
    if (Math.abs(line - wanted) < Math.abs((lines[best] ?? Infinity) - wanted)) best = index;
  });
  return best;
}
