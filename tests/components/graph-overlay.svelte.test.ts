/** The marks over the graph, the legend and the help of a line, as the page shows them. */
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { edgeHelp } from '../../src/lib/graph/edge-help.ts';
import { NO_FILTER, toggled } from '../../src/lib/graph/filter.ts';
import type { LineKind } from '../../src/lib/graph/filter.ts';
import { litBy } from '../../src/lib/graph/light.ts';
import { marksOf } from '../../src/lib/graph/marks.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import EdgeHelp from '../../src/lib/components/EdgeHelp.svelte';
import GraphLegend from '../../src/lib/components/GraphLegend.svelte';
import GraphOverlay from '../../src/lib/components/GraphOverlay.svelte';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import flagship from '../../scenarios/tools-to-production.yaml?raw';
import '../../src/lib/components/app.css';

const { value } = parseScenario({ name: 'test.yaml', text: flagship });
if (!value) throw new Error('the scenario does not parse');
const { world } = value;
const requests = value.cases.flatMap(({ request }) => request ?? []);
const graph = toGraph(world, requests);
const pass = graph.edges.find(({ kind }) => kind === 'pass')?.id ?? '';

function lightAt(request: string, frame: string) {
  const asked = requests.find(({ id }) => id === request);
  if (!asked) throw new Error('no such request');
  const whole = evaluate(world, asked);
  const frames = toFrames(whole, 'elements');
  const index = frame === 'verdict' ? frames.length - 1 : frames.findIndex(({ id }) => id === frame);
  const found = frames[index];
  if (!found) throw new Error('no such frame');
  const light = litBy(found.step, found.evaluation, graph);
  const passed = new Set(frames.slice(0, index + 1).map(({ id }) => id));
  const moment = { step: found.step, evaluation: found.evaluation, all: [whole, ...whole.hops], passed };
  return { ...light, marks: marksOf(moment, light, graph) };
}

async function overlay(request: string, frame: string) {
  const chosen: string[] = [];
  const host = document.createElement('div');
  host.style.cssText = 'position: relative; width: 800px; height: 500px';
  document.body.append(host);
  const props = {
    graph,
    light: lightAt(request, frame),
    camera: null,
    selected: null,
    onselect: (id: string) => chosen.push(id)
  };
  const screen = await render(GraphOverlay, { target: host, props });
  return { host, screen, chosen, props };
}

test('a key chip fills when its condition has been read, and is its edge for the pointer', async () => {
  const { host, screen, chosen, props } = await overlay('pass-task-role', 'scp');
  const chip = () => host.querySelector<SVGElement>('[data-edge]');
  expect(chip()?.dataset['state']).toBe('unread');
  await screen.rerender({ ...props, light: lightAt('pass-task-role', 'verdict') });
  expect(chip()?.dataset['state']).toBe('met');
  chip()?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(chosen).toEqual([pass]);
});

test.each([
  ['pass-admin', 'verdict', '[data-way="ghost"]', 'iam:PassRole'],
  ['pass-admin', 'verdict', '[data-stamp="implicitDeny"]', 'DENIED'],
  ['wrong-region', 'verdict', '[data-stamp="explicitDeny"]', 'DENIED'],
  ['deploy', 'verdict', '[data-stamp="allowed"]', 'ALLOWED'],
  ['enter', 'asked', '[data-way="desire"]', ''],
  ['enter', 'signed', '[data-credential="visa"]', ''],
  ['enter', 'papers', '[data-blink]', '']
])('%s at %s shows %s', async (request, frame, selector, text) => {
  const { host } = await overlay(request, frame);
  const mark = host.querySelector(selector);
  expect(mark).not.toBeNull();
  expect(mark?.textContent.trim()).toBe(text);
  expect(host.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});

test('an entry of the legend explains itself to hand and keyboard, hides its kind and shows it again', async () => {
  const pressed: LineKind[] = [];
  const pointed: (string | null)[] = [];
  let cleared = 0;
  const props = {
    graph,
    filter: NO_FILTER,
    ontoggle: (kind: LineKind) => pressed.push(kind),
    onclear: () => (cleared += 1),
    onpoint: (id: string | null) => pointed.push(id)
  };
  const screen = await render(GraphLegend, { props });
  const trust = screen.getByRole('button', { name: /^assume/ });
  await expect.element(trust).toHaveAttribute('aria-pressed', 'true');
  trust.element().focus();
  await expect
    .element(screen.getByRole('tooltip'))
    .toHaveTextContent('jenkins@tools may become prod-deploy@prod');
  expect(trust.element().getAttribute('aria-describedby')).toBe(screen.getByRole('tooltip').element().id);
  expect(pointed.at(-1)).toMatch(/^trust:/);
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('tooltip')).not.toBeInTheDocument();
  await trust.click();
  expect(pressed).toEqual(['trust']);
  await screen.rerender({ ...props, filter: toggled(NO_FILTER, 'trust') });
  await expect.element(trust).toHaveAttribute('aria-pressed', 'false');
  await screen.getByRole('button', { name: /1 hidden/ }).click();
  expect(cleared).toBe(1);
});

test('the help of a line opens its statement, goes to the step that reads it, and Escape puts it away', async () => {
  const help = edgeHelp(world, graph, pass);
  if (!help) throw new Error('no help');
  const told: string[] = [];
  const screen = await render(EdgeHelp, {
    props: {
      help,
      place: () => ({ side: 'left', edge: 'top', isLow: false }),
      stepOf: () => 'a-step',
      onopen: ({ path }) => told.push(`open ${path}`),
      onstep: (step) => told.push(`go ${step}`),
      onclose: () => told.push('close')
    }
  });
  await expect.element(screen.getByRole('region', { name: 'About this line' })).toBeInTheDocument();
  await screen.getByRole('button', { name: 'Open the statement' }).click();
  await screen.getByRole('button', { name: 'Go to the step' }).click();
  await userEvent.keyboard('{Escape}');
  expect(told).toEqual(['open /Statement/3', 'go a-step', 'close']);
});
