/** Names of requests in walkthrough and exercise: each must lead to a request of the file. */
import type { TreeText } from '../source/tree.ts';
import { unknownReference } from './diagnostics.ts';
import type { ScenarioFormat } from './format.ts';
import type { Log } from './shape.ts';

/** Says which of them lead nowhere. */
export function checkReferences(format: ScenarioFormat, log: Log): void {
  const ids = (format.requests ?? []).map(({ key }) => key);
  const known = new Set(ids);
  for (const at of requestNames(format)) {
    if (!known.has(at.text)) log.push(unknownReference(at, 'a request', ids));
  }
}

function requestNames({ walkthrough, exercise }: ScenarioFormat): readonly TreeText[] {
  const scenes = (walkthrough ?? []).map(({ request }) => request);
  const goals = (exercise?.goals ?? []).map((goal) => ('kind' in goal ? goal : null));
  const probes = exercise?.probes ?? [];
  const predictions = (exercise?.predict ?? []).map(({ request }) => request);
  return [...scenes, ...goals, ...probes, ...predictions].flatMap((at) => at ?? []);
}
