/** The keys of the graph while it has the focus, as what they ask for. */
import type { Point } from '../graph/curve.ts';
import type { Direction } from '../graph/walk.ts';

export type GraphKey =
  | { readonly kind: 'walk'; readonly direction: Direction }
  | { readonly kind: 'nudge'; readonly by: Point }
  | { readonly kind: 'line'; readonly step: 1 | -1 }
  | { readonly kind: 'choose' };

const DIRECTIONS: ReadonlyMap<string, readonly [direction: Direction, x: number, y: number]> = new Map([
  ['ArrowLeft', ['left', -1, 0]],
  ['ArrowRight', ['right', 1, 0]],
  ['ArrowUp', ['up', 0, -1]],
  ['ArrowDown', ['down', 0, 1]]
]);

/** Model units by which a key moves what is chosen; finer with Shift. */
const NUDGE = 8;

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** Null for a key that is none of the graph's. */
export function toGraphKey({ key, altKey, shiftKey, ctrlKey, metaKey }: Press): GraphKey | null {
  if (ctrlKey || metaKey) return null;
  const way = DIRECTIONS.get(key);
  if (way) {
    const [direction, x, y] = way;
    const far = shiftKey ? 1 : NUDGE;
    if (altKey) return { kind: 'nudge', by: { x: x * far, y: y * far } };
    return shiftKey ? null : { kind: 'walk', direction };
  }
  if (altKey) return null;
  if (key === 'Tab') return { kind: 'line', step: shiftKey ? -1 : 1 };
  return key === 'Enter' || key === ' ' ? { kind: 'choose' } : null;
}
