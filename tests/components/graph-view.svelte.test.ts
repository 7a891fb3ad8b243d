// The graph as cytoscape really draws it: nothing overlaps, and labels are legible.
import type { Core } from 'cytoscape';
import type { Component, ComponentProps } from 'svelte';
import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import GraphPanel from '../../src/lib/components/GraphPanel.svelte';
import GraphView from '../../src/lib/components/GraphView.svelte';
import { canvasOf, type GraphPointing } from '../../src/lib/components/graph-canvas.ts';
import { FONT_SIZE, MIN_TEXT, textWidth } from '../../src/lib/graph/label.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import bucket from '../../scenarios/read-one-bucket.yaml?raw';
import flagship from '../../scenarios/tools-to-production.yaml?raw';
import '@fontsource/ibm-plex-sans/400.css';
import '@fontsource/ibm-plex-sans/500.css';
import '@fontsource/ibm-plex-sans/600.css';

function graphOf(text: string) {
  const { value } = parseScenario({ name: 'test.yaml', text });
  if (!value) throw new Error('the scenario does not parse');
  return toGraph(
    value.world,
    value.cases.flatMap(({ request }) => (request ? [request] : []))
  );
}

const graph = graphOf(flagship);
const deploy = graph.nodes.find(({ label }) => label === 'prod-deploy')?.id ?? '';
const trust = graph.edges.find(({ kind, to }) => kind === 'trust' && to === deploy);

async function draw(
  props: Partial<{
    graph: typeof graph;
    light: null;
    selected: string | null;
    onselect: (id: string) => void;
    pointing: GraphPointing;
  }> = {},
  component: Component<ComponentProps<typeof GraphPanel>> = GraphView
) {
  const host = document.createElement('div');
  host.style.cssText = 'width: 745px; height: 465px';
  document.body.append(host);
  const screen = await render(component, {
    target: host,
    props: { graph, light: null, selected: null, onselect: () => {}, ...props }
  });
  await expect.poll(() => host.querySelector('[data-ready="true"]')).not.toBeNull();
  const container = host.querySelector<HTMLElement>('[data-ready]');
  const core = (container && canvasOf(container)) as Core | null;
  if (!core) throw new Error('no canvas');
  return { host, screen, core };
}

test('as drawn, no label or shape touches another, and every label is legible', async () => {
  const { core } = await draw();
  expect(core.zoom() * FONT_SIZE).toBeGreaterThanOrEqual(MIN_TEXT);
  const boxes = core
    .nodes()
    .toArray()
    .flatMap((node) => {
      const owner = node.id().replace(/::(glyph|sub)$/, '');
      const isSub = node.hasClass('sub');
      const shape = node.boundingBox({ includeLabels: false, includeOverlays: false });
      const label = node.boundingBox({ includeNodes: false, includeLabels: true, includeOverlays: false });
      return [
        ...(isSub ? [] : [{ ...shape, owner }]),
        ...(node.hasClass('glyph') ? [] : [{ ...label, owner }])
      ];
    });
  const touching = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => {
        const apart = a.x2 <= b.x1 + 3 || b.x2 <= a.x1 + 3 || a.y2 <= b.y1 + 3 || b.y2 <= a.y1 + 3; // outlines of labels
        return a.owner !== b.owner && !apart;
      })
      .map((b) => `${a.owner} × ${b.owner}`)
  );
  expect(touching).toEqual([]);
});

test('everything is in view, and a click tells what was clicked', async () => {
  const chosen: string[] = [];
  const { core } = await draw({ onselect: (id) => chosen.push(id) });
  const all = core.elements().renderedBoundingBox({});
  expect(all.x1).toBeGreaterThanOrEqual(-2);
  expect(all.x2).toBeLessThanOrEqual(747);
  core.getElementById(deploy).emit('tap');
  core.getElementById(trust?.id ?? '').emit('tap');
  expect(chosen).toEqual([deploy, trust?.id]);
});

test('the light moves without a new drawing; the rest is dimmed', async () => {
  const { core, screen } = await draw();
  const light = {
    nodes: new Set([deploy]),
    edges: new Set<string>(),
    boxes: new Set<string>(),
    bands: new Set<string>(),
    rings: new Set<string>()
  };
  await screen.rerender({ light });
  await expect.poll(() => core.getElementById(deploy).hasClass('lit')).toBe(true);
  expect(core.getElementById(trust?.id ?? '').hasClass('dim')).toBe(true);
});

test('the canvas is an image with a sentence, the buttons have names, are large enough and cover nothing', async () => {
  const { screen, host, core } = await draw({}, GraphPanel);
  await expect.element(screen.getByRole('img', { name: /^Graph of 3 accounts/ })).toBeInTheDocument();
  const canvas = host.querySelector('[data-ready]')?.getBoundingClientRect();
  const buttons = [...host.querySelectorAll('button')];
  expect(buttons.length).toBe(3);
  for (const button of buttons) {
    const { width, height, top } = button.getBoundingClientRect();
    expect(button.getAttribute('aria-label')).not.toBe('');
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(28);
    expect(top).toBeGreaterThanOrEqual(canvas?.bottom ?? Infinity);
  }
  const before = core.zoom();
  await screen.getByRole('button', { name: 'Zoom in' }).click();
  expect(core.zoom()).toBeGreaterThan(before);
});

test('the pointer says what opens', async () => {
  const { core, host } = await draw();
  const cursor = () => host.querySelector<HTMLElement>('[data-ready]')?.style.cursor;
  core.getElementById(deploy).emit('mousemove');
  expect(cursor()).toBe('pointer');
  core.getElementById(graph.nodes.find(({ kind }) => kind === 'service')?.id ?? '').emit('mousemove');
  expect(cursor()).toBe('default');
});

test('where the system picks the colours, shapes stand out from the ground, also when that comes late', async () => {
  const { core } = await draw({}, GraphPanel);
  const colours = () => {
    const node = core.getElementById(deploy);
    return new Set([node.style('background-color'), node.style('border-color')]);
  };
  const usual = [...colours()].join();
  const force = async (value: string) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
  try {
    await force('active');
    await expect.poll(() => [...colours()].join()).not.toBe(usual);
    expect(colours().size).toBe(2);
  } finally {
    await force('none');
  }
});

test('the label of a lit edge covers no name', async () => {
  const drawn = graphOf(bucket);
  const { core, screen } = await draw({ graph: drawn });
  for (const { id, label } of drawn.edges.filter(({ kind }) => kind === 'deny')) {
    const none = new Set<string>();
    await screen.rerender({
      light: { nodes: none, edges: new Set([id]), boxes: none, bands: none, rings: none }
    });
    const edge = core.getElementById(id);
    await expect.poll(() => edge.hasClass('named')).toBe(true);
    const { x, y } = edge.midpoint();
    const at = {
      x: x + Number.parseFloat(edge.style('text-margin-x') as string),
      y: y + Number.parseFloat(edge.style('text-margin-y') as string)
    };
    const half = textWidth(edge.data('label') as string) / 2;
    const covering = core
      .nodes()
      .toArray()
      .filter((node) => {
        const { x1, x2, y1, y2 } = node.boundingBox({ includeOverlays: false });
        return at.x + half > x1 && at.x - half < x2 && at.y + 6 > y1 && at.y - 6 < y2;
      });
    expect(
      covering.map((node) => node.id()),
      label
    ).toEqual([]);
  }
});

test('another graph is the same canvas: what stays moves, what is gone goes, and lines keep their kind', async () => {
  const { core, screen } = await draw();
  const less = graphOf(flagship.replace(/^ {6}intern:.*\n/m, ''));
  await screen.rerender({ graph: less });
  const drawn = () => ({
    nodes: core.nodes().filter((node) => !node.hasClass('caption')).length,
    edges: core.edges().length
  });
  await expect.poll(drawn).toEqual({ nodes: less.nodes.length, edges: less.edges.length });
  await expect
    .poll(() =>
      less.nodes.filter(({ id, x, y }) => {
        const at = core.getElementById(id).position();
        return at.x !== x || at.y !== y;
      })
    )
    .toEqual([]);
  for (const { id, bends } of less.edges)
    expect(core.getElementById(id).hasClass('bent'), id).toBe(bends.length > 0);
});

test('a node is moved by the mouse; a click is no move, Escape lets go', async () => {
  const moves: { id: string; x: number; y: number }[] = [];
  const move = (id: string, { x, y }: { x: number; y: number }) => void moves.push({ id, x, y });
  const pointing = { things: new Set<string>(), point: () => {}, hands: { move, tidy: null } };
  const { core } = await draw({ pointing });
  const node = core.getElementById(deploy);
  const start = { ...node.position() };
  const tell = (type: string, far: number) =>
    node.emit({
      type,
      position: { x: start.x + far, y: start.y + far / 2 },
      originalEvent: new MouseEvent('mousemove', { button: 0 })
    } as unknown as string);
  const haul = () => {
    tell('tapstart', 0);
    for (const far of [10, 20, 40]) tell('tapdrag', far);
  };

  tell('tapstart', 0);
  tell('tapdrag', 2);
  tell('tapend', 2);
  expect(node.position()).toEqual(start);

  haul();
  expect(node.position()).toEqual({ x: start.x + 40, y: start.y + 20 });
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  tell('tapend', 40);
  expect(node.position()).toEqual(start);
  expect(moves).toEqual([]);

  haul();
  tell('tapend', 40);
  const home = graph.nodes.find(({ id }) => id === deploy)?.box;
  const box = graph.boxes.find(({ id }) => id === home) ?? { x: NaN, y: NaN };
  expect(moves).toEqual([{ id: deploy, x: start.x + 40 - box.x, y: start.y + 20 - box.y }]);
});

test('by keyboard one walks from thing to thing, and each is said; Tab leaves where the lines end', async () => {
  const moves: string[] = [];
  const chosen: string[] = [];
  const move = (id: string) => void moves.push(id);
  const pointing = { things: new Set<string>(), point: () => {}, hands: { move, tidy: null } };
  const { host, screen } = await draw({ pointing, selected: deploy, onselect: (id) => chosen.push(id) });
  const keys = host.querySelector<HTMLElement>('[role="application"]');
  const said = () => host.querySelector('[aria-live]')?.textContent ?? '';
  await expect.element(screen.getByRole('application', { name: /^Graph\. Arrows walk/ })).toBeInTheDocument();
  keys?.focus();
  await expect.poll(said).toMatch(/^prod-deploy, role in prod, \d+ relations\.$/);
  const press = (key: string, more: KeyboardEventInit = {}) =>
    keys?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  expect(press('Tab')).toBe(false);
  await expect.poll(said).toMatch(/prod-deploy/);
  press('Enter');
  expect(graph.edges.map(({ id }) => id)).toContain(chosen[0]);
  press('ArrowLeft');
  await expect.poll(said).not.toMatch(/^prod-deploy/);
  press('ArrowRight', { altKey: true });
  keys?.dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowRight', bubbles: true }));
  expect(moves.length).toBe(1);
  let tabs = 0;
  while (press('Tab') === false && tabs < 50) tabs++;
  expect(tabs).toBeLessThan(50);
});
