/** The rules of an evaluation that go beyond what AWS documents, so that whoever reads it knows what is ours. */
import { ruleOf, type Rule } from '../catalog/rules.ts';
import type { Evaluation } from '../engine/trace.ts';

interface Ruled {
  readonly rule: string;
  readonly steps?: readonly Ruled[];
}

/** Rules that its steps, hops and checks rest on and that are not plainly documented; each once, by id. */
export function beyondDocumented(evaluation: Evaluation): readonly Rule[] {
  const ids = new Set<string>();
  collect(evaluation, ids);
  return [...ids]
    .sort()
    .flatMap((id) => ruleOf(id) ?? [])
    .filter(({ status }) => status !== 'documented');
}

function collect(evaluation: Evaluation, ids: Set<string>): void {
  for (const each of [...evaluation.hops, ...evaluation.checks]) collect(each, ids);
  const open: Ruled[] = [evaluation];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    ids.add(step.rule);
    open.push(...(step.steps ?? []));
  }
}
