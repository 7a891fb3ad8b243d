/** Where a whole world is drawn small: the words of a step stay legible, and nothing changes at usual sizes. */
import { expect, test } from 'vitest';
import { fit } from '../../src/lib/graph/camera.ts';
import { FONT_SIZE, MIN_FIT_ZOOM, MIN_TEXT } from '../../src/lib/graph/label.ts';
import { enlargedAt, smallRules } from '../../src/lib/graph/look-small.ts';
import { PROPERTIES, type Palette } from '../../src/lib/graph/look.ts';
import { styleSheet } from '../../src/lib/graph/stylesheet.ts';
import { flagship, read } from './flagship.ts';

test.each([
  [1.25, 1],
  [MIN_FIT_ZOOM, 1],
  [0.6, 1.45],
  [0.1, 1.7]
])('at a zoom of %f words are %f times as large', (zoom, enlarged) => {
  expect(enlargedAt(zoom)).toBeCloseTo(enlarged);
});

test('down to a zoom of one half no word of a step is smaller than can be read', () => {
  for (let zoom = 0.5; zoom < 1; zoom += 0.01)
    expect(FONT_SIZE * enlargedAt(zoom) * zoom).toBeGreaterThanOrEqual(MIN_TEXT - 1e-9);
});

test('usual words have no rules of their own', () => {
  expect(smallRules(1, { panel: 'rgb(0,0,0)' })).toEqual([]);
  expect(smallRules(1.3, { panel: 'rgb(0,0,0)' }).length).toBeGreaterThan(0);
});

test('no shape that is lit, pointed at or chosen lies over letters', () => {
  const colour = 'rgb(0,0,0)';
  const names = Object.keys(PROPERTIES) as readonly (keyof Palette)[];
  const palette = Object.fromEntries(names.map((name) => [name, colour])) as unknown as Palette;
  const heights = (isCaption: boolean) =>
    styleSheet(palette, 1, 1.3).flatMap(({ selector, style }) => {
      const height = style['z-index'];
      const isOfNodes = selector.startsWith('node') && selector.includes('.caption') === isCaption;
      return isOfNodes && typeof height === 'number' ? [height] : [];
    });
  expect(heights(true).length).toBeGreaterThan(0);
  expect(Math.min(...heights(true))).toBeGreaterThan(Math.max(...heights(false)));
});

/** The panels of the graph at 1440x900, 1024x768 and on a tablet. */
const PANELS = [
  [770, 435],
  [570, 296],
  [768, 336]
] as const;

test.each([
  ['tools-to-production', flagship.graph],
  ['boundary-is-a-ceiling', read('boundary-is-a-ceiling').graph],
  ['scp-at-every-floor', read('scp-at-every-floor').graph]
])('%s is seen whole on a screen and on a tablet', (_, graph) => {
  for (const [width, height] of PANELS) {
    const { x, y, zoom } = fit(graph, { width, height }, null);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + graph.width * zoom).toBeLessThanOrEqual(width + 1e-6);
    expect(y + graph.height * zoom).toBeLessThanOrEqual(height + 1e-6);
  }
});
