/** The rehearsal of a large drawing is really drawn, seen by nobody, and leaves nothing behind. */
import { expect, test, vi } from 'vitest';
import { loadCytoscape } from '../../src/lib/components/graph-canvas.ts';
import { rehearse } from '../../src/lib/components/graph-rehearsal.ts';

test('it is drawn once, out of sight, and taken away', async () => {
  const create = await loadCytoscape();
  const before = document.body.childElementCount;
  rehearse(create);
  const canvas = document.querySelector('canvas');
  expect(canvas && getComputedStyle(canvas).visibility).toBe('hidden');
  expect(canvas?.width).toBeGreaterThan(0);
  await vi.waitFor(() => expect(document.querySelector('canvas')).toBeNull());
  expect(document.body.childElementCount).toBe(before);
});
