/** What a step is about: the nodes, edges, boxes and bands that light while it is shown; all else is dimmed. */
import type {
  DecidedBy,
  Evaluation,
  GateStep,
  NodeRef,
  PolicyTypeStep,
  StatementStep,
  Step
} from '../engine/trace.ts';
import type { Graph, Light } from './graph.ts';
import { dark, lightBetween, lightCaller, lightPlace, lightTarget, toScene } from './lamp.ts';
import type { Lamp, Scene } from './lamp.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';

/**
 * What lights at a step.
 *
 * @param evaluation the one the step belongs to: a hop's own evaluation for a hop's step
 * @returns what a step is about is always among the lit; caller and target where it has no place of its own
 */
export function litBy(step: Step, evaluation: Evaluation, graph: Graph): Light {
  const lamp = dark();
  const scene = toScene(evaluation.request, graph);
  switch (step.kind) {
    case 'evaluation':
      lightVerdict(lamp, step, graph);
      break;
    case 'gate':
      lightGate(lamp, scene, step, evaluation);
      break;
    default:
      lightPlace(lamp, scene, placeOf(step, evaluation));
  }
  const hasPlace = lamp.nodes.size + lamp.bands.size + lamp.rings.size > 0;
  if (!hasPlace || ('exempt' in step && step.outcome === 'notApplicable')) lightEnds(lamp, scene);
  return lamp;
}

function lightGate(lamp: Lamp, scene: Scene, step: GateStep, evaluation: Evaluation): void {
  switch (step.gate) {
    case 'signed':
    case 'root':
      lightCaller(lamp, scene);
      break;
    case 'asked':
      lightEnds(lamp, scene); // whether anything leads from one to the other is for later steps to say
      break;
    case 'papers':
      for (const part of evaluation.steps) if (part.kind === 'policyType') lightPapers(lamp, scene, part);
      break;
    case 'denySweep':
      lightEnds(lamp, scene);
      lightStatements(
        lamp,
        scene,
        evaluation,
        ({ at, outcome }) => outcome === 'match' && isAmong(step.at, at)
      );
      lightAccounts(lamp, scene);
      break;
    default: // STS, and what has a say beside the policies
      lightEnds(lamp, scene);
      lightBetween(lamp, scene, () => true);
  }
}

function lightPapers(lamp: Lamp, scene: Scene, part: PolicyTypeStep): void {
  for (const { target, steps } of part.steps) {
    for (const { policy } of steps)
      lightPlace(lamp, scene, { type: part.type, target, policy, statement: null });
  }
}

/** Caller and target, and what the decision rests on: the deciding statements, or the places that stayed silent. */
function lightVerdict(lamp: Lamp, evaluation: Evaluation, graph: Graph): void {
  const scene = toScene(evaluation.request, graph);
  const { decidedBy } = evaluation;
  lightEnds(lamp, scene);
  switch (decidedBy.kind) {
    case 'allowed':
    case 'explicitDeny':
      lightStatements(lamp, scene, evaluation, ({ id }) => decidedBy.steps.includes(id));
      lightKeyGrant(lamp, scene, decidedBy.by);
      break;
    case 'noAllow':
      lightSilent(lamp, scene, evaluation, decidedBy.steps);
      break;
    case 'conditional':
      lightStatements(lamp, scene, evaluation, ({ outcome }) => outcome === 'unknown');
      break;
    case 'undecided':
      for (const place of placesIn(evaluation)) {
        if (place.policy !== null && decidedBy.broken.includes(place.policy)) lightOwner(lamp, scene, place);
      }
      break;
    case 'blocked':
      for (const part of [...evaluation.hops, ...evaluation.checks])
        if (part.id === decidedBy.step) lightVerdict(lamp, part, graph);
  }
  lightAccounts(lamp, scene);
}

function lightEnds(lamp: Lamp, scene: Scene): void {
  lightCaller(lamp, scene);
  lightTarget(lamp, scene);
}

/** The boxes of caller and target. Not beside a lit band: its level may have one in either box. */
function lightAccounts(lamp: Lamp, { callerAccount, targetAccount }: Scene): void {
  if (lamp.bands.size > 0) return;
  for (const account of [callerAccount, targetAccount]) if (account !== null) lamp.boxes.add(account);
}

/** A KMS grant makes an edge without a statement (SVC-04). */
function lightKeyGrant(lamp: Lamp, scene: Scene, by: DecidedBy | readonly DecidedBy[]): void {
  if (by.includes('grant')) lightBetween(lamp, scene, ({ madeBy }) => madeBy.length === 0);
}

/** Where the chosen statements hang, and those edges from caller to target that one of them makes. */
function lightStatements(
  lamp: Lamp,
  scene: Scene,
  evaluation: Evaluation,
  wanted: (statement: StatementStep) => boolean
): void {
  const chosen: NodeRef[] = [];
  for (const place of placesIn(evaluation)) {
    const own = place.statements.filter(wanted);
    if (own.length === 0) continue;
    chosen.push(...own.map(({ at }) => at));
    lightOwner(lamp, scene, place);
  }
  lightBetween(lamp, scene, ({ madeBy }) => madeBy.some((at) => isAmong(chosen, at)));
}

/** A level that lacks an Allow, or a whole kind of policy that has none. */
function lightSilent(lamp: Lamp, scene: Scene, evaluation: Evaluation, steps: readonly string[]): void {
  for (const part of evaluation.steps) {
    if (part.kind !== 'policyType') continue;
    for (const step of [part, ...part.steps])
      if (steps.includes(step.id)) lightOwner(lamp, scene, placeOf(step, evaluation));
  }
}

/** Where a policy hangs, without the arrows it makes. */
function lightOwner(lamp: Lamp, scene: Scene, place: Place): void {
  if (place.type === 'resource') lightTarget(lamp, scene);
  else lightPlace(lamp, scene, { ...place, statement: null });
}

/** Every policy of an evaluation where it hangs, with its statements. */
function* placesIn(evaluation: Evaluation): Generator<Place & { statements: readonly StatementStep[] }> {
  for (const part of evaluation.steps) {
    if (part.kind !== 'policyType') continue;
    for (const target of part.steps) {
      for (const policy of target.steps) {
        yield { ...placeOf(policy, evaluation), statements: policy.steps };
      }
    }
  }
}

function isAmong(refs: readonly NodeRef[], { policy, path }: NodeRef): boolean {
  return refs.some((ref) => ref.policy === policy && ref.path === path);
}
