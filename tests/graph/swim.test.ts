/** The cheapest way that never turns back: straight over free ground, around what is dear, never further than it is worth. */
import { describe, expect, test } from 'vitest';
import { swim } from '../../src/lib/graph/swim.ts';
import type { Costs } from '../../src/lib/graph/ground.ts';

const WITHIN = { x: 0, y: 0, width: 600, height: 400 };
const FREE: Costs = () => 0;

/** Dear inside a rectangle. */
function wall(left: number, top: number, right: number, bottom: number, cost = 4): Costs {
  return (x, y) => (x >= left && x <= right && y >= top && y <= bottom ? cost : 0);
}

describe('a way', () => {
  test.each([
    ['to the right', { x: 50, y: 200 }, { x: 550, y: 200 }],
    ['to the left', { x: 550, y: 200 }, { x: 50, y: 200 }],
    ['a little downwards', { x: 50, y: 180 }, { x: 550, y: 198 }],
    ['from top to bottom', { x: 300, y: 20 }, { x: 300, y: 380 }]
  ])('%s over free ground is straight', (_, from, to) => {
    const points = swim(from, to, FREE, WITHIN) ?? [];
    const off = points.map(({ x, y }) => {
      const share =
        Math.abs(to.x - from.x) >= 60 ? (x - from.x) / (to.x - from.x) : (y - from.y) / (to.y - from.y);
      return Math.hypot(x - from.x - share * (to.x - from.x), y - from.y - share * (to.y - from.y));
    });
    expect(Math.max(0, ...off)).toBeLessThan(18); // two steps
  });

  test.each([
    ['from above, under a wall', wall(250, 0, 350, 230), { x: 50, y: 200 }, { x: 550, y: 200 }, 'below'],
    ['from below, over a wall', wall(250, 170, 350, 400), { x: 50, y: 200 }, { x: 550, y: 200 }, 'above']
  ] as const)('goes around: %s', (_, ground, from, to, side) => {
    const points = swim(from, to, ground, WITHIN) ?? [];
    expect(points.length).toBeGreaterThan(0);
    const middle = points.filter(({ x }) => x > 240 && x < 360);
    for (const { y } of middle) expect(side === 'below' ? y > 225 : y < 175).toBe(true);
  });

  test('led from top to bottom it goes around too', () => {
    const points = swim({ x: 300, y: 20 }, { x: 300, y: 380 }, wall(0, 150, 330, 250), WITHIN) ?? [];
    const middle = points.filter(({ y }) => y > 150 && y < 250);
    for (const { x } of middle) expect(x).toBeGreaterThan(325);
    expect(points.length).toBeGreaterThan(0);
  });

  test('never turns back', () => {
    const points = swim({ x: 50, y: 200 }, { x: 550, y: 210 }, wall(200, 60, 400, 340), WITHIN) ?? [];
    const xs = [50, ...points.map(({ x }) => x), 550];
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  });

  test('there is none between ends too near, nor one dearer than it may be', () => {
    expect(swim({ x: 100, y: 100 }, { x: 130, y: 120 }, FREE, WITHIN)).toBeNull();
    const shut = wall(200, 0, 400, 400, 9);
    expect(swim({ x: 50, y: 200 }, { x: 550, y: 200 }, shut, WITHIN, 1)).toBeNull();
  });
});
