/** What is drawn over the graph at a step, beyond what lights: rings, the way, the levels read, the stamp. */
import type { Caller } from '../engine/request.ts';
import type { Evaluation, PolicyTypeStep, Step, TargetStep } from '../engine/trace.ts';
import type { Graph, Light } from './graph.ts';
import { doorwayAt } from './doorway.ts';
import { keysOf } from './keys.ts';
import { toScene } from './lamp.ts';
import type { Scene } from './lamp.ts';
import type { Credential, LevelSays, Marks, Way } from './mark.ts';
import { drawnBand } from './opens.ts';
import { travellerOn } from './traveller.ts';

export interface Moment {
  readonly step: Step;
  /** The one the step belongs to. */
  readonly evaluation: Evaluation;
  /** All of the request's: itself, its hops, its checks. */
  readonly all: readonly Evaluation[];
  /** Ids of the frames up to and with this one. */
  readonly passed: ReadonlySet<string>;
}

/** The marks of a moment. @param light what lights at the same step */
export function marksOf(moment: Moment, light: Light, graph: Graph): Marks {
  const { step, passed } = moment;
  const evaluation = step.kind === 'evaluation' ? behind(step) : moment.evaluation;
  const scene = toScene(evaluation.request, graph);
  const caller = scene.self[0] ?? null;
  const at = step.kind === 'gate' ? step.gate : step.kind;
  const isSigned = at === 'signed' || at === 'root';
  return {
    rings: ringsAt(at, caller, scene.target),
    credential: isSigned && caller !== null ? { node: caller, kind: credentialOf(evaluation) } : null,
    way: wayAt(step, evaluation, scene, light),
    traveller: step.kind === 'evaluation' ? null : travellerOn(scene, light),
    doorway: doorwayAt(step, evaluation, scene),
    isSweeping: at === 'denySweep',
    blinks: at === 'papers' ? documentsIn(light, graph, scene) : new Set(),
    keys: keysOf(graph, [evaluation, ...moment.all], passed),
    levels: levelsRead(evaluation, scene, passed),
    fence: fenceAt(step, light),
    stamp: step.kind === 'evaluation' ? stampOf(step, scene) : null,
    reading: at === 'papers' || at === 'denySweep' ? null : readingIn(light, graph)
  };
}

/** Of a call that was never made the hop or check that stopped it. */
function behind(evaluation: Evaluation): Evaluation {
  const { decidedBy } = evaluation;
  if (decidedBy.kind !== 'blocked') return evaluation;
  const part = [...evaluation.hops, ...evaluation.checks].find(({ id }) => id === decidedBy.step);
  return part ? behind(part) : evaluation;
}

function ringsAt(at: string, caller: string | null, target: string | null): readonly string[] {
  const rings = at === 'signed' || at === 'root' ? [caller] : at === 'asked' ? [caller, target] : [];
  return rings.flatMap((id) => id ?? []);
}

function credentialOf({ request: { caller } }: Evaluation): Credential {
  return CREDENTIALS[caller.kind === 'user' ? caller.credential : caller.kind];
}

const CREDENTIALS: Readonly<
  Record<Exclude<Caller['kind'], 'user'> | 'accessKey' | 'console' | 'sessionToken', Credential>
> = {
  accessKey: 'booklet',
  console: 'card',
  sessionToken: 'visa',
  root: 'booklet',
  roleSession: 'visa',
  federatedUser: 'visa',
  service: 'badge',
  identityProvider: 'badge',
  anonymous: 'none'
};

/** Wanted at first; at a refusal what is missing, or where it was stopped. */
function wayAt(step: Step, evaluation: Evaluation, { self, target }: Scene, light: Light): Way | null {
  const from = self.at(-1);
  const kind = wayKind(step, evaluation, light);
  if (kind === null || from === undefined || target === null || from === target) return null;
  return { kind, from, to: target, label: evaluation.request.action };
}

function wayKind(step: Step, { decidedBy }: Evaluation, light: Light): Way['kind'] | null {
  const hasTee = [...light.edges].some((id) => id.startsWith('deny:'));
  if (step.kind === 'gate' && step.gate === 'asked') return 'desire';
  if (step.kind === 'gate' && step.gate === 'denySweep')
    return step.count === 0 ? 'desire' : hasTee ? null : 'stopped';
  if (step.kind !== 'evaluation') return null;
  if (decidedBy.kind === 'noAllow') return 'ghost';
  return decidedBy.kind === 'explicitDeny' && !hasTee ? 'stopped' : null;
}

/** Where the counted documents hang: policies, the target's own, fences, bands. */
function documentsIn(light: Light, graph: Graph, { target }: Scene): ReadonlySet<string> {
  const nodes = graph.nodes.filter(
    ({ id, kind }) => light.nodes.has(id) && (kind === 'policy' || id === target || light.rings.has(id))
  );
  return new Set([...nodes.map(({ id }) => id), ...light.bands]);
}

/** What each level of the organization said, as far as it has been read; a merged band says the worst of its levels. */
function levelsRead(
  evaluation: Evaluation,
  scene: Scene,
  passed: ReadonlySet<string>
): ReadonlyMap<string, LevelSays> {
  const says = new Map<string, LevelSays>();
  for (const part of evaluation.steps) {
    if (part.kind !== 'policyType') continue;
    for (const step of part.steps) {
      const id = passed.has(part.id) || passed.has(step.id) ? bandAt(step, scene) : null;
      if (id !== null) says.set(id, worse(says.get(id), saidBy(step)));
    }
  }
  return says;
}

/** The band that stands for a level: its own, else the one that levels were merged into; null when none is drawn. */
function bandAt({ type, target }: TargetStep, { graph, callerAccount, targetAccount }: Scene): string | null {
  if (type !== 'scp' && type !== 'rcp') return null;
  const box = graph.boxes.find(({ id }) => id === (type === 'scp' ? callerAccount : targetAccount));
  if (!box) return null;
  const bands = type === 'scp' ? box.roof : box.floor;
  const band = bands.find(({ level }) => level === target) ?? bands.find(({ level }) => level === box.id);
  return band ? drawnBand(band, box) : null;
}

function saidBy({ outcome }: TargetStep): LevelSays {
  if (outcome === 'allowed') return 'yes';
  return outcome === 'implicitDeny' ? 'silent' : outcome === 'explicitDeny' ? 'denied' : 'open';
}

const WORST: readonly LevelSays[] = ['denied', 'silent', 'open', 'yes'];

function worse(one: LevelSays | undefined, other: LevelSays): LevelSays {
  return WORST.find((says) => says === one || says === other) ?? other;
}

/** Closed where the boundary lets the request through no further: it has no Allow for it, or a Deny. */
function fenceAt(step: Step, light: Light): Marks['fence'] {
  const [node] = light.rings;
  if (node !== undefined && step.kind === 'evaluation') return { node, isClosed: endsAtFence(step) };
  if (node === undefined || !('type' in step) || step.type !== 'boundary') return null;
  const isDecided = step.kind === 'policyType' || step.kind === 'target';
  return isDecided ? { node, isClosed: isShut(step) } : null;
}

function endsAtFence({ decidedBy }: Evaluation): boolean {
  const { kind } = decidedBy;
  return (kind === 'noAllow' || kind === 'explicitDeny') && decidedBy.by === 'boundary';
}

function isShut({ outcome }: PolicyTypeStep | TargetStep): boolean {
  return outcome === 'implicitDeny' || outcome === 'explicitDeny';
}

function stampOf({ outcome, when }: Evaluation, { target, self }: Scene): Marks['stamp'] {
  const node = target ?? self.at(-1);
  const decision = outcome === 'conditional' && when !== null ? 'allowedWhen' : (outcome ?? 'undecided');
  return node === undefined ? null : { node, decision };
}

/** The policy on the table, where it is the only one that lights. */
function readingIn(light: Light, graph: Graph): string | null {
  const policies = graph.nodes.filter(({ id, kind }) => kind === 'policy' && light.nodes.has(id));
  const [only] = policies;
  return policies.length === 1 && only ? only.id : null;
}
