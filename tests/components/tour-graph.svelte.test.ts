/** The graph goes to what a scene points at, and comes back. */
import type { Core } from 'cytoscape';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { cdp } from 'vitest/browser';
import GraphPanel from '../../src/lib/components/GraphPanel.svelte';
import { canvasOf } from '../../src/lib/components/graph-canvas.ts';
import { fit, fitTo, whole } from '../../src/lib/graph/camera.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import flagship from '../../scenarios/tools-to-production.yaml?raw';

const { value } = parseScenario({ name: 'test.yaml', text: flagship });
if (!value) throw new Error('the scenario does not parse');
const graph = toGraph(
  value.world,
  value.cases.flatMap(({ request }) => request ?? [])
);
const JENKINS = new Set(['arn:aws:iam::111111111111:role/jenkins']);
const PROD = new Set(['222222222222']);

async function draw(focus: ReadonlySet<string>) {
  const host = document.createElement('div');
  host.style.cssText = 'width: 745px; height: 400px';
  document.body.append(host);
  const screen = await render(GraphPanel, {
    target: host,
    props: { graph, light: null, selected: null, focus, onselect: () => {} }
  });
  await expect.poll(() => host.querySelector('[data-ready="true"]')).not.toBeNull();
  const container = host.querySelector<HTMLElement>('[data-ready]');
  const core = (container && canvasOf(container)) as Core | null;
  if (!core) throw new Error('no canvas');
  const panel = { width: core.width(), height: core.height() };
  return { host, screen, core, panel };
}

const cameraOf = (core: Core) => {
  const { x, y } = core.pan();
  return [core.zoom(), x, y].map((number) => Math.round(number * 100) / 100);
};
const rounded = (camera: ReturnType<typeof fitTo>) =>
  camera && [camera.zoom, camera.x, camera.y].map((number) => Math.round(number * 100) / 100);

test('it goes from one scene to the next, and back to all of it', async () => {
  const { core, screen, panel } = await draw(JENKINS);
  await expect.poll(() => cameraOf(core)).toEqual(rounded(fitTo(graph, panel, JENKINS)));
  await screen.rerender({ focus: PROD });
  await expect.poll(() => cameraOf(core)).toEqual(rounded(fitTo(graph, panel, PROD)));
  await screen.rerender({ focus: new Set<string>() });
  await expect.poll(() => cameraOf(core)).toEqual(rounded(fit(graph, panel, null)));
});

test('the same names again are no reason to move', async () => {
  const { core, screen } = await draw(JENKINS);
  await expect.poll(() => core.animated()).toBe(false);
  core.pan({ x: 5, y: 7 });
  await screen.rerender({ focus: new Set(JENKINS) });
  expect(core.animated()).toBe(false);
  expect(core.pan()).toEqual({ x: 5, y: 7 });
});

test('its button shows all of it, wherever the scene points', async () => {
  const { core, screen, panel } = await draw(JENKINS);
  await screen.getByRole('button', { name: /fit|all/i }).click();
  await expect.poll(() => cameraOf(core)).toEqual(rounded(whole(graph, panel)));
});

test('names that are not drawn move nothing', async () => {
  const { core, panel } = await draw(new Set(['nobody']));
  await expect.poll(() => cameraOf(core)).toEqual(rounded(fit(graph, panel, null)));
});

test('where motion is not welcome it is there at once', async () => {
  const { core, screen, panel } = await draw(JENKINS);
  await expect.poll(() => core.animated()).toBe(false);
  const media = (value: string) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
  await media('reduce');
  try {
    await screen.rerender({ focus: PROD });
    expect(core.animated()).toBe(false);
    expect(cameraOf(core)).toEqual(rounded(fitTo(graph, panel, PROD)));
  } finally {
    await media('');
  }
});
