/**
 * Whether a state that fails is one of the decoys, told by what it does, not by how it is written: the same decisions,
 * made by the same layers, for all goals, probes and other requests of the file.
 */
import { evaluate } from '../engine/evaluate.ts';
import type { DecidedBy, Evaluation } from '../engine/trace.ts';
import type { ParsedScenario } from '../scenario/scenario.ts';
import { applyEdits } from './apply.ts';
import type { Exercise, Way } from './exercise.ts';
import { grade, type Graded } from './grade.ts';
import { measure } from './measure.ts';

/** What a state does, request by request. */
interface Behaviour {
  /** Decisions with the layers that made them. */
  readonly exact: string;
  /** Decisions alone. */
  readonly decisions: string;
}

interface Known {
  readonly way: Way;
  readonly state: ParsedScenario;
  readonly behaviour: Behaviour;
}

/** The decoys of one exercise, worked out when first asked. */
export class Decoys {
  readonly #start: ParsedScenario;
  readonly #exercise: Exercise;
  #known: readonly Known[] | null = null;

  constructor(start: ParsedScenario, exercise: Exercise) {
    this.#start = start;
    this.#exercise = exercise;
  }

  /**
   * The decoy that a state comes to: one that does exactly the same, else one with the same decisions; of several the
   * one that is fewest edits away. Null for a state that passes, for the start, and for what is no decoy.
   *
   * Time: an evaluation of each request; the first time a reading of the file for each decoy besides.
   */
  recognise(state: Graded): Way | null {
    if (grade(this.#exercise, state).passes) return null;
    const asItWas = distance(this.#start, state);
    if (asItWas === 0) return null;
    const known = (this.#known ??= this.#work());
    const { exact, decisions } = behaviourOf(this.#exercise, state);
    const same = known.filter(({ behaviour }) => behaviour.exact === exact);
    const alike = same.length > 0 ? same : known.filter(({ behaviour }) => behaviour.decisions === decisions);
    const isStart = behaviourOf(this.#exercise, this.#start).decisions === decisions;
    const [nearest] = alike
      .map(({ way, state: decoy }) => ({ way, far: distance(decoy, state) }))
      .toSorted((a, b) => a.far - b.far);
    // What does as the start does has gone nowhere yet, unless it is written more like the decoy.
    return nearest === undefined || (isStart && nearest.far >= asItWas) ? null : nearest.way;
  }

  #work(): readonly Known[] {
    return this.#exercise.decoys.flatMap((way) => {
      const { scenario } = applyEdits(this.#start.root.range.source, way.changes);
      return scenario === null
        ? []
        : [{ way, state: scenario, behaviour: behaviourOf(this.#exercise, scenario) }];
    });
  }
}

/** Statements and structural edits from one state to another. */
function distance(before: Graded, after: Graded): number {
  const { changes, moves } = measure(before, after);
  return changes.length + moves.length;
}

function behaviourOf(exercise: Exercise, state: Graded): Behaviour {
  const found = state.cases.map(({ id, request }) => {
    const evaluation = request === null ? null : evaluate(state.world, request);
    const decision = evaluation?.outcome ?? 'undecided';
    return { id, decision, layers: evaluation === null ? '' : layersOf(evaluation) };
  });
  const others = grade(exercise, state).goals.map(({ found: { kind, ...rest } }) =>
    kind === 'way' || kind === 'state' ? rest : kind
  );
  const decisions = found.map(({ id, decision }) => [id, decision]);
  return {
    exact: JSON.stringify([found, others]),
    decisions: JSON.stringify([decisions, others])
  };
}

function layersOf({ decidedBy }: Evaluation): string {
  switch (decidedBy.kind) {
    case 'allowed':
      return decidedBy.by.join(' ');
    case 'explicitDeny':
    case 'noAllow':
    case 'blocked':
      return decidedBy.by satisfies DecidedBy;
    case 'conditional':
    case 'undecided':
      return decidedBy.kind;
  }
}
