/** What it costs a line to run somewhere: over shapes, names, walls, other lines; nobody minds their own. */
import { expect, test } from 'vitest';
import { Ground } from '../../src/lib/graph/ground.ts';
import type { GraphBox } from '../../src/lib/graph/graph.ts';
import { boxOf, nodeOf } from './parts.ts';

const node = (id: string, x: number, y: number, box: string | null) => nodeOf(id, { x, y, box });

function account(id: string, x: number): GraphBox {
  const roof = [{ type: 'scp', level: id, label: '', policies: [], y: 20, height: 17 }] as const;
  return boxOf(id, { x, width: 300, height: 400, roof });
}

const [A, B, C] = [node('a', 100, 200, 'one'), node('b', 700, 200, 'two'), node('c', 400, 320, null)];
const BOXES = [account('one', 0), account('two', 600)];
const ground = new Ground([A, B, C], BOXES);
const costs = ground.between(A, B);

test.each([
  ['empty paper between two accounts', 450, 100, 0],
  ['its own shape', 100, 200, 0],
  ['its own name', 100, 227, 1.2],
  ['the shape of another', 400, 320, 4],
  ['beside the shape of another', 400, 293, 0.5],
  ['the name of another', 400, 348, 4],
  ['a roof', 150, 30, 1.8],
  ['the upper wall', 250, 2, 4],
  ['the corner of an account', 0, 5, 4],
  ['outside of all', -500, -500, 6]
])('%s', (_, x, y, cost) => {
  expect(costs(x, y)).toBeCloseTo(cost, 5);
});

test('an account that a line has no end in is a little dearer than paper', () => {
  expect(costs(200, 150)).toBe(0);
  expect(ground.between(B, C)(200, 150)).toBeCloseTo(0.1, 5);
});

test('a line that is drawn keeps others off, but where they share an end', () => {
  const drawn = new Ground([A, B, C], BOXES);
  const points = [
    { x: 130, y: 200 },
    { x: 400, y: 200 }
  ];
  drawn.add({ from: 'a', to: 'c', points });
  const after = drawn.between(A, B);
  expect(after(400, 200)).toBeCloseTo(0.35, 5);
  expect(after(130, 200)).toBe(0);
  drawn.add({ from: 'b', to: 'a', points: [{ x: 400, y: 240 }] });
  expect(drawn.between(A, B)(400, 240)).toBeCloseTo(0.7, 5);
});
