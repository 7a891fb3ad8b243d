/** The request as a traveller: on which edge it is at a step, and where it stands there. */
import { describe, expect, test } from 'vitest';
import { labelBoxes, shapeBox, type Rectangle } from '../../src/lib/graph/cell.ts';
import { chipsOf } from '../../src/lib/graph/overlay.ts';
import { drawTraveller, drawnInOf, roomOf, washesOf } from '../../src/lib/graph/traveller.ts';
import { at, flagship, nameOf } from './flagship.ts';

const { graph } = flagship;
const edgeName = (id: string | undefined) => {
  const edge = graph.edges.find((each) => each.id === id);
  return edge ? `${edge.kind} ${nameOf(edge.from)} ${nameOf(edge.to)}` : null;
};

/** A tag, by its centre, over a box. */
function covers(tag: Rectangle | undefined, box: Rectangle): boolean {
  if (!tag) return false;
  const across = Math.abs(tag.x - box.x - box.width / 2) < (tag.width + box.width) / 2;
  return across && Math.abs(tag.y - box.y - box.height / 2) < (tag.height + box.height) / 2;
}

describe('the traveller', () => {
  test.each([
    ['is nowhere while nothing says that it may go', 'enter', 'scp', null],
    ['goes along the trust that names it', 'enter', 'resource', 'trust jenkins prod-deploy'],
    ['leaves the verdict to the stamp', 'enter', 'verdict', null]
  ] as const)('%s', (_, request, frame, edge) => {
    const { traveller } = at(request, frame, 'layers').marks;
    expect(edgeName(traveller?.edge)).toBe(edge);
    if (traveller) expect(traveller.name).toBe('build-42');
  });

  test('stands on its way between the two shapes, its tag off every name', () => {
    const { light, marks } = at('enter', 'resource', 'layers');
    const chips = chipsOf(graph, light, null);
    const drawn = marks.traveller && drawTraveller(graph, marks.traveller, chips);
    if (!drawn) throw new Error('no traveller');
    expect(drawn.share).toBeGreaterThan(0.2);
    expect(drawn.share).toBeLessThan(0.8);
    const [, tag] = roomOf(drawn);
    const under = graph.nodes.filter((node) =>
      [shapeBox(node), ...labelBoxes(node)].some((box) => covers(tag, box))
    );
    expect(under.map(({ label }) => label)).toEqual([]);
  });

  test('is not drawn on an edge that is folded away', () => {
    expect(drawTraveller(graph, { name: 'x', edge: 'none' }, [])).toBeNull();
  });
});

test('the wash lies under lit trusts alone; memberships and attachments draw in', () => {
  const door = at('enter', 'resource', 'layers').light;
  expect(washesOf(graph, door).map(({ id }) => edgeName(id))).toEqual(['trust jenkins prod-deploy']);
  expect(drawnInOf(graph, door)).toEqual([]);
  const own = at('enter', 'identity', 'layers').light;
  expect(washesOf(graph, own)).toEqual([]);
  expect(drawnInOf(graph, own).map(({ id }) => edgeName(id))).toEqual(['attachment jenkins may-assume']);
  expect([washesOf(graph, null), drawnInOf(graph, null)]).toEqual([[], []]);
});
