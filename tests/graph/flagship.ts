/** The flagship scenario with its graph, and what is marked at a step of one of its requests. */
import { readFileSync } from 'node:fs';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { Evaluation, Step } from '../../src/lib/engine/trace.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import type { Detail } from '../../src/lib/explain/frame.ts';
import type { Light } from '../../src/lib/graph/graph.ts';
import { litBy } from '../../src/lib/graph/light.ts';
import { marksOf } from '../../src/lib/graph/marks.ts';
import type { Marks } from '../../src/lib/graph/mark.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

export function read(name: string) {
  const text = readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8');
  const { value } = parseScenario({ name: `${name}.yaml`, text });
  if (!value) throw new Error(`${name} does not parse`);
  const requests = value.cases.flatMap(({ request }) => request ?? []);
  return { world: value.world, requests, graph: toGraph(value.world, requests) };
}

export const flagship = read('tools-to-production');

/** What lights and is marked at a frame of a request. */
export function at(
  request: string,
  frame: string,
  detail: Detail = 'elements',
  { world, requests, graph } = flagship
): { readonly light: Light; readonly marks: Marks; readonly step: Step; readonly evaluation: Evaluation } {
  const asked = requests.find(({ id }) => id === request);
  if (!asked) throw new Error(`no request ${request}`);
  const whole = evaluate(world, asked);
  const frames = toFrames(whole, detail);
  const index = frame === 'verdict' ? frames.length - 1 : frames.findIndex(({ id }) => id === frame);
  const found = frames[index];
  if (!found) throw new Error(`no frame ${frame} among ${frames.map(({ id }) => id).join(' ')}`);
  const passed = new Set(frames.slice(0, index + 1).map(({ id }) => id));
  const light = litBy(found.step, found.evaluation, graph);
  const all = [whole, ...whole.hops, ...whole.checks];
  const moment = { step: found.step, evaluation: found.evaluation, all, passed };
  return { light, marks: marksOf(moment, light, graph), step: found.step, evaluation: found.evaluation };
}

/** The name of a node. */
export function nameOf(id: string | null | undefined): string {
  return flagship.graph.nodes.find((node) => node.id === id)?.label ?? String(id);
}
