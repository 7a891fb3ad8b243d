/** Every world that is shipped: its words are legible in the panels it is shown in, and nothing covers them. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fit, whole, type Camera, type Size } from '../../src/lib/graph/camera.ts';
import { labelBoxes, namesUnder, shapeBox, type Rectangle } from '../../src/lib/graph/cell.ts';
import { captionLines } from '../../src/lib/graph/caption.ts';
import { rise, tabWidth } from '../../src/lib/graph/geometry.ts';
import type { Graph, GraphNode, Light } from '../../src/lib/graph/graph.ts';
import { FONT_SIZE, MIN_TEXT } from '../../src/lib/graph/label.ts';
import { MOST_ALL, enlargedAt } from '../../src/lib/graph/look-small.ts';
import { chipsOf } from '../../src/lib/graph/overlay.ts';
import { around, overlap, takenOf } from '../../src/lib/graph/taken.ts';
import { overOf } from '../../src/lib/graph/over.ts';
import { lineLabels } from '../../src/lib/graph/line-labels.ts';
import { stampRoom } from '../../src/lib/graph/stamp.ts';
import { gapBetween, isClear } from '../../src/lib/graph/thread.ts';
import { CREDENTIAL } from '../../src/lib/graph/credential.ts';
import { litBy } from '../../src/lib/graph/light.ts';
import { marksOf } from '../../src/lib/graph/marks.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import type { Request } from '../../src/lib/engine/request.ts';
import type { World } from '../../src/lib/world/world.ts';
import { permissionSetOf } from '../../src/lib/world/permission-set.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

const folders = ['scenarios/', 'scenarios/exercises/'].map(
  (path) => new URL(`../../${path}`, import.meta.url)
);
const worlds = folders.flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => [name, new URL(name, folder)] as const)
    : []
);

interface Shown {
  readonly graph: Graph;
  readonly world: World;
  readonly requests: readonly Request[];
}

const drawn = new Map<string, Shown>();

function read(name: string, file: URL): Shown {
  const known = drawn.get(name);
  if (known) return known;
  const { value } = parseScenario({ name, text: readFileSync(file, 'utf8') });
  if (!value) throw new Error(`${name} does not parse`);
  const requests = value.cases.flatMap(({ request }) => request ?? []);
  const shown = { graph: toGraph(value.world, requests), world: value.world, requests };
  drawn.set(name, shown);
  return shown;
}

/** What lights and is marked at every layer of every request. */
function* lightsOf({ graph, world, requests }: Shown): Generator<readonly [where: string, light: Light]> {
  for (const request of requests) {
    const whole = evaluate(world, request);
    const all = [whole, ...whole.hops, ...whole.checks];
    const passed = new Set<string>();
    for (const { id, step, evaluation } of toFrames(whole, 'layers')) {
      passed.add(id);
      const light = litBy(step, evaluation, graph);
      yield [
        `${request.id} ${id}`,
        { ...light, marks: marksOf({ step, evaluation, all, passed }, light, graph) }
      ];
    }
  }
}

/**
 * Whether an area is nearer to another node than to one: close to it by what is between them; off it by their middles, or by
 * half of what is between. Policies are no others.
 */
function isNearerToAnother(graph: Graph, node: GraphNode, area: Rectangle): boolean {
  const apart = (other: GraphNode) =>
    Math.min(...[shapeBox(other), ...labelBoxes(other)].map((box) => gapBetween(area, box)));
  const away = (other: GraphNode) =>
    Math.hypot(other.x - area.x - area.width / 2, other.y - area.y - area.height / 2);
  const isNearer = (other: GraphNode) =>
    apart(node) <= SNUG
      ? apart(other) < apart(node) - 0.5
      : away(other) < away(node) - 0.5 || 2 * apart(other) < apart(node) - 0.5;
  return graph.nodes.some((other) => other !== node && other.kind !== 'policy' && isNearer(other));
}

/** Whether one of some areas covers another thing by more than a rounding error. */
function covers(area: Rectangle, things: readonly Rectangle[]): boolean {
  return things.some((thing) => overlap(area, thing) > 0.5);
}

/** The panel between task and policy at 1440 pixels, and that of a phone. */
const DESK: Size = { width: 590, height: 430 };
/** As near as this a stamp is its node's; model units. */
const SNUG = 8;
/** As low as it gets where the panels lie side by side. */
const LOW: Size = { width: 570, height: 296 };
const PHONE: Size = { width: 390, height: 400 };

/** Lit lines whose words have no place so near that a thread would not confuse: they show where one points. At the most. */
const UNSAID = new Map([
  ['tools-to-production.yaml', 2],
  ['5-04-the-whole-account-walked-in.yaml', 1],
  ['6-09-above-the-law.yaml', 1]
]);

/** The size of all words at a zoom, as a share of their usual one. */
const enlarged = (zoom: number) => Math.min(enlargedAt(zoom), MOST_ALL);

/** Boxes of names as they are drawn at a zoom, model units. */
function namesAt(graph: Graph, zoom: number): readonly Rectangle[] {
  return graph.nodes.flatMap((node) => {
    const larger = enlarged(zoom);
    return labelBoxes(node).map((box, line) => ({
      x: node.x - (box.width * larger) / 2,
      y: box.y + line * box.height * (larger - 1),
      width: box.width * larger,
      height: box.height * larger
    }));
  });
}

function beyond(graph: Graph, { zoom, x, y }: Camera, { width, height }: Size): readonly Rectangle[] {
  return [...graph.nodes.map(shapeBox), ...namesAt(graph, zoom)].filter(
    (box) =>
      box.x * zoom + x < -0.5 ||
      box.y * zoom + y < -0.5 ||
      (box.x + box.width) * zoom + x > width + 0.5 ||
      (box.y + box.height) * zoom + y > height + 0.5
  );
}

test('there are worlds to look at', () => {
  expect(worlds.length).toBeGreaterThan(60);
});

describe.each(worlds)('%s', (name, file) => {
  const shown = read(name, file);
  const { graph } = shown;

  test('words are legible at first sight, and all of them in the panel', () => {
    const camera = fit(graph, DESK, null);
    expect(camera.zoom * FONT_SIZE * enlarged(camera.zoom)).toBeGreaterThanOrEqual(MIN_TEXT - 0.01);
    expect(beyond(graph, camera, DESK)).toEqual([]);
  });

  test('on a phone words are legible at first sight, and all is in the panel where one asks for it', () => {
    const { zoom } = fit(graph, PHONE, null);
    expect(zoom * FONT_SIZE).toBeGreaterThanOrEqual(MIN_TEXT - 0.01);
    expect(beyond(graph, whole(graph, PHONE), PHONE)).toEqual([]);
  });

  test('a chip covers no node, no name and no plate of an account', () => {
    const plates = graph.boxes.map((box) => ({
      x: box.x + 10,
      y: box.y - rise(box.kind),
      width: tabWidth(box),
      height: 2 * rise(box.kind)
    }));
    const things = [...graph.nodes.flatMap((node) => [shapeBox(node), ...labelBoxes(node)]), ...plates];
    const covering = chipsOf(graph, null, null).filter((chip) =>
      things.some((thing) => overlap(around(chip, chip.width, chip.height), thing) > 0)
    );
    expect(covering.map(({ key }) => key)).toEqual([]);
  });

  test('at no step a stamp, what a caller signed with or words of a line cover anything', () => {
    const covering: string[] = [];
    for (const [where, light] of lightsOf(shown)) {
      const { stamp, credential, taken, chips } = overOf(graph, light, null);
      const badge = credential && around(credential, CREDENTIAL.width, CREDENTIAL.height);
      const pills = chips.map((chip) => around(chip, chip.width, chip.height));
      if (badge && covers(badge, pills)) covering.push(`badge at ${where}`);
      const { width, height } = stampRoom(light.marks?.stamp?.decision ?? 'allowed');
      const others = [...takenOf(graph), ...taken.slice(0, -1)];
      if (stamp && covers(around(stamp.at, width, height), others)) covering.push(`stamp at ${where}`);
      const words = [...lineLabels(graph, light, taken).values()].filter(({ isFree }) => isFree);
      words.forEach(({ at, ...size }, index) => {
        const before = words.slice(0, index).map((word) => around(word.at, word.width, word.height));
        if (covers(around(at, size.width, size.height), [...takenOf(graph), ...taken, ...before]))
          covering.push(`words at ${where}`);
      });
    }
    expect(covering).toEqual([]);
  });

  test('at every step the words of lit lines have a place, by their line or off it, and a thread runs through nothing', () => {
    const larger = [DESK, LOW].map((panel) => enlargedAt(fit(graph, panel, null).zoom));
    const [lost, struck] = [new Set<string>(), new Set<string>()];
    for (const [where, light] of lightsOf(shown)) {
      const { taken } = overOf(graph, light, null);
      for (const enlarged of new Set([1, ...larger])) {
        for (const [edge, { isFree, thread }] of lineLabels(graph, light, taken, enlarged)) {
          if (!isFree) lost.add(`${edge} at ${where}`);
          if (thread && !isClear(thread, [...takenOf(graph), ...taken])) struck.add(`thread at ${where}`);
        }
      }
    }
    expect([...struck]).toEqual([]);
    expect([...lost].slice(UNSAID.get(name) ?? 0)).toEqual([]);
  });

  test('at no step a stamp is nearer to another node than to its own without a thread, which runs through nothing', () => {
    const astray: string[] = [];
    for (const [where, light] of lightsOf(shown)) {
      const { stamp, chips, credential } = overOf(graph, light, null);
      const asked = light.marks?.stamp;
      const node = graph.nodes.find(({ id }) => id === asked?.node);
      if (!stamp || !asked || !node) continue;
      const { width, height } = stampRoom(asked.decision);
      if (stamp.thread) {
        const badge = credential ? [around(credential, CREDENTIAL.width, CREDENTIAL.height)] : [];
        const pills = chips.map((chip) => around(chip, chip.width, chip.height));
        if (!isClear(stamp.thread, [...takenOf(graph), ...pills, ...badge]))
          astray.push(`thread at ${where}`);
      } else if (isNearerToAnother(graph, node, around(stamp.at, width, height))) astray.push(where);
    }
    expect(astray).toEqual([]);
  });

  test('names that differ read differently', () => {
    const read = new Map<string, string>();
    for (const node of graph.nodes) {
      if (permissionSetOf(node.id) !== null) continue; // a permission set reads alike in every account
      const caption = namesUnder(node).join('\n');
      expect(read.get(caption) ?? node.label).toBe(node.label);
      read.set(caption, node.label);
    }
    expect(captionLines('').length).toBe(0);
  });
});
