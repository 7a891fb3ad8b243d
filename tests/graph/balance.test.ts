/** Accounts end up with as much air above as below; what is tied across accounts moves as one, and only as far as all may. */
import { expect, test } from 'vitest';
import { balance, type Floor } from '../../src/lib/graph/balance.ts';
import { toBlock, type Block } from '../../src/lib/graph/block.ts';
import { plainNode } from '../../src/lib/graph/nodes.ts';
import type { EdgeSketch } from '../../src/lib/graph/sketch.ts';

const BLOCKS = new Map(['a', 'b', 'c'].map((id) => [id, toBlock(plainNode('role', id, id), [], 'stack')]));
const HIGH = BLOCKS.get('a')?.height ?? 0;

/** A floor of one lane from 0 to `bottom` with one block. */
function floor(id: string, bottom: number, isOwn = true): Floor {
  return { lanes: [{ x: 0, top: 0, bottom, blocks: [blockOf(id)] }], isOwn };
}

function blockOf(id: string): Block {
  const block = BLOCKS.get(id);
  if (!block) throw new Error(`there is no block ${id}`);
  return block;
}

function edge(from: string, to: string): EdgeSketch {
  return { id: `${from}>${to}`, kind: 'trust', from, to, label: '', conditions: [], madeBy: [] };
}

interface Case {
  readonly name: string;
  readonly floors: readonly Floor[];
  readonly edges: readonly EdgeSketch[];
  readonly tops: Readonly<Record<string, number>>;
  readonly wanted: Readonly<Record<string, number>>;
}

/** Air of a block in the middle of a floor of 300. */
const HALF = (300 - HIGH) / 2;

const CASES: readonly Case[] = [
  {
    name: 'alone it moves to the middle',
    floors: [floor('a', 300)],
    edges: [],
    tops: { a: 10 },
    wanted: { a: HALF }
  },
  {
    name: 'tied to another it moves with it: here both wishes cancel out',
    floors: [floor('a', 300), floor('b', 300)],
    edges: [edge('a', 'b')],
    tops: { a: 0, b: 300 - HIGH },
    wanted: { a: 0, b: 300 - HIGH }
  },
  {
    name: 'no further than the one with the least room',
    floors: [floor('a', 300), floor('b', HIGH + 20)],
    edges: [edge('a', 'b')],
    tops: { a: 0, b: 15 },
    wanted: { a: 5, b: 20 }
  },
  {
    name: 'what stands outside of all follows and wishes nothing',
    floors: [floor('a', 300), floor('b', 300, false)],
    edges: [edge('b', 'a')],
    tops: { a: HALF - 30, b: HALF - 30 },
    wanted: { a: HALF, b: HALF }
  },
  {
    name: 'ties reach on from one to the next',
    floors: [floor('a', 300), floor('b', 300), floor('c', 300)],
    edges: [edge('b', 'c'), edge('a', 'b')],
    tops: { a: HALF - 12, b: HALF - 12, c: HALF - 12 },
    wanted: { a: HALF, b: HALF, c: HALF }
  },
  {
    name: 'who is not tied stays out of it',
    floors: [floor('a', 300), floor('b', 300)],
    edges: [],
    tops: { a: 0, b: HALF },
    wanted: { a: HALF, b: HALF }
  }
];

test.each(CASES)('$name', ({ floors, edges, tops, wanted }) => {
  const blocks = new Map(Object.entries(tops).map(([id, top]) => [blockOf(id), { x: 0, top }]));
  const after = balance({ blocks, ways: new Map() }, floors, edges);
  for (const [id, top] of Object.entries(wanted))
    expect(after.blocks.get(blockOf(id))?.top).toBeCloseTo(top, 6);
});

test('the way kept for a line moves with where it begins', () => {
  const blocks = new Map([[blockOf('a'), { x: 0, top: HALF - 40 }]]);
  const ways = new Map([['a>b', [{ x: 5, y: 100 }]]]);
  const after = balance({ blocks, ways }, [floor('a', 300)], [edge('a', 'b')]);
  expect(after.ways.get('a>b')).toEqual([{ x: 5, y: 140 }]);
});
