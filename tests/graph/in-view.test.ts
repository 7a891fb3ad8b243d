/** Of very many boxes those in or near the panel are drawn, the same ones for many frames, and panning draws nothing anew. */
import { describe, expect, test } from 'vitest';
import type { GraphBox } from '../../src/lib/graph/graph.ts';
import { boxesIn, shiftOf, sightOf } from '../../src/lib/graph/in-view.ts';
import { boxOf } from './parts.ts';

const PANEL = { width: 800, height: 400 };

function box(id: string, x: number, y: number, isTile = true): GraphBox {
  const tile = isTile ? { tile: { counts: '', hub: '' } } : {};
  return boxOf(id, { x, y, width: 100, height: 50, ...tile });
}

const MANY = Array.from({ length: 100 }, (_, index) => box(`t${String(index)}`, 200 * index, 0));

describe('what is seen', () => {
  const cameras = [
    { name: 'at the origin', camera: { zoom: 1, x: 0, y: 0 } },
    { name: 'far along', camera: { zoom: 1, x: -9000, y: 37.5 } },
    { name: 'from afar', camera: { zoom: 0.2, x: 120, y: 10 } },
    { name: 'from near', camera: { zoom: 3, x: -777, y: -333 } }
  ];

  test.each(cameras)('$name the panel lies inside, and not much more', ({ camera }) => {
    const { zoom, x, y } = camera;
    const seen = sightOf(camera, PANEL);
    expect(seen.left).toBeLessThan(-x / zoom);
    expect(seen.top).toBeLessThan(-y / zoom);
    expect(seen.right).toBeGreaterThan((PANEL.width - x) / zoom);
    expect(seen.bottom).toBeGreaterThan((PANEL.height - y) / zoom);
    expect((seen.right - seen.left) * zoom).toBeLessThan(4 * PANEL.width);
  });

  test('a pan of a few pixels sees the same', () => {
    expect(sightOf({ zoom: 1, x: -9100, y: -30 }, PANEL)).toEqual(
      sightOf({ zoom: 1, x: -9040, y: -60 }, PANEL)
    );
  });
});

describe('what is drawn', () => {
  test('of many boxes those that are seen, in their order', () => {
    const sight = { left: 390, top: -10, right: 810, bottom: 10 };
    expect(boxesIn(MANY, sight).map(({ id }) => id)).toEqual(['t2', 't3', 't4']);
  });

  test('a box that reaches into view from outside', () => {
    const wide = { ...box('wide', -5000, -100, false), width: 99_999 };
    expect(boxesIn([wide, ...MANY], { left: 0, top: -60, right: 50, bottom: -51 })).toEqual([wide]);
  });

  test('of few boxes all', () => {
    const few = MANY.slice(0, 80);
    expect(boxesIn(few, { left: 0, top: 0, right: 1, bottom: 1 })).toBe(few);
  });

  test('before anything is known of the panel what is open', () => {
    const open = box('open', 0, 0, false);
    expect(boxesIn([open, ...MANY], null)).toEqual([open]);
  });
});

test('while one pans by whole pixels only the shift is another', () => {
  const before = shiftOf({ zoom: 0.75, x: 10.25, y: -3.5 });
  const after = shiftOf({ zoom: 0.75, x: 171.25, y: -44.5 });
  expect(before).toEqual({ shift: 'translate(10px, -3px)', rest: 'translate(0.25 -0.5) scale(0.75)' });
  expect(after).toEqual({ shift: 'translate(171px, -44px)', rest: before.rest });
});
