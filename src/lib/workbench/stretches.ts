/** The way of a request in stretches: its AssumeRole hops, the request itself, its further checks. */
import type { Evaluation } from '../engine/trace.ts';
import type { Words } from '../explain/words.ts';

export interface Stretch {
  /** Id of its verdict, where choosing it leads once it has been walked. */
  readonly id: string;
  /** Id of its first step, where choosing it leads before; its verdict for a call that was never made. */
  readonly start: string;
  /** `assume prod-deploy`, `ecs:UpdateService`, `also iam:PassRole`. */
  readonly label: string;
  readonly decision: Evaluation['outcome'];
  readonly isCurrent: boolean;
  /** Whether its verdict has been reached. */
  readonly isPassed: boolean;
}

/** All stretches of a request, hops first; a request without hops and checks has one. */
export function toStretches(
  evaluation: Evaluation,
  words: Words,
  at: { readonly current: Evaluation | null; readonly passed: ReadonlySet<string> }
): readonly Stretch[] {
  const stretch = (each: Evaluation, label: string): Stretch => ({
    id: each.id,
    start: each.steps[0]?.id ?? each.id,
    label,
    decision: each.outcome,
    isCurrent: each.id === at.current?.id,
    isPassed: at.passed.has(each.id)
  });
  const name = ({ request }: Evaluation) => words.resource(request.resource).split('@')[0] ?? '';
  return [
    ...evaluation.hops.flatMap((hop) => [
      stretch(hop, `assume ${name(hop)}`),
      ...hop.checks.map((check) => stretch(check, `also ${check.request.action}`))
    ]),
    stretch(evaluation, evaluation.request.action),
    ...evaluation.checks.map((check) => stretch(check, `also ${check.request.action}`))
  ];
}
