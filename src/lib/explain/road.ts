/**
 * The two-lane road of one evaluation: the stops on the way in, the caller's lane, the resource's lane, how they
 * join, and the verdict. Counts and bare names only; it knows no world, and nothing of drawing.
 */
import { accountOf } from '../engine/request.ts';
import type { Caller, Request } from '../engine/request.ts';
import type { Decision, Evaluation, Exemption, GateStep, PolicyTypeStep } from '../engine/trace.ts';
import type { AccountId, PolicyType } from '../world/world.ts';
import { isBypassed } from './bypass.ts';
import { ownerOf } from './context.ts';
import { doorKind, isDoorless } from './door.ts';
import { openLayer, openSweep } from './road-open.ts';
import { bypassOf, junctionOf, type RoadBypass, type RoadJunction } from './road-junction.ts';
import { verdictOf, type VerdictWords } from './road-verdict.ts';

export interface Road {
  readonly approach: readonly RoadGate[];
  readonly upper: RoadLane;
  readonly lower: RoadLane;
  readonly junction: RoadJunction;
  /** Only where the resource's policy reaches the caller itself at home. */
  readonly bypass: RoadBypass | null;
  readonly verdict: VerdictWords & {
    /** Id of the verdict's frame. */
    readonly id: string;
    readonly decision: Decision | 'conditional' | null;
  };
}

export interface RoadLane {
  /** Whose lane: null where the caller has no account, or nobody knows whose the resource is. */
  readonly account: AccountId | string | null;
  readonly gates: readonly RoadGate[];
}

export interface RoadGate {
  /** The step's id, which is its frame's. */
  readonly id: string;
  /** `Signed`, `SCP`, `Trust policy` … */
  readonly name: string;
  /** A few words: `3 levels say yes`. */
  readonly detail: string;
  readonly outcome: RoadOutcome;
  /** Whether it is only a tick on the road: it has no say, and that is nothing to learn from. */
  readonly isFolded: boolean;
}

/** Why a layer has no say although it would bind others: said in place, on an open gate (EVAL-04b, EVAL-17, SVC-31). */
const TELLING: ReadonlySet<Exemption> = new Set(['managementAccount', 'serviceLinkedRole', 'rootUser']);

/**
 * `silent` is an implicit deny, `deny` an explicit one; `bypassed` is a silence that a grant at home goes past; `stop`
 * is a stop that no policy can lift.
 */
export type RoadOutcome =
  'pass' | 'silent' | 'bypassed' | 'deny' | 'notApplicable' | 'stop' | 'unknown' | 'broken';

/** The road of an evaluation, gates in the order in which they are asked. */
export function toRoad(evaluation: Evaluation): Road {
  const approach: RoadGate[] = [];
  const upper: RoadGate[] = [];
  const lower: RoadGate[] = [];
  for (const step of evaluation.steps) {
    if (step.kind === 'policyType') {
      (step.lane === 'caller' ? upper : lower).push(ofLayer(step, evaluation));
    } else {
      laneOf(step.gate, { approach, upper, lower }).push(ofStop(step, evaluation));
    }
  }
  return {
    approach,
    upper: { account: accountOf(evaluation.request.caller), gates: upper },
    lower: { account: ownerOf(evaluation.request), gates: lower },
    junction: junctionOf(evaluation),
    bypass: bypassOf(evaluation),
    verdict: { id: evaluation.id, decision: evaluation.outcome, ...verdictOf(evaluation) }
  };
}

/** A root user stands in the caller's lane, what hangs beside the resource's policy in the resource's. */
function laneOf<Lane>(
  gate: GateStep['gate'],
  { approach, upper, lower }: Record<'approach' | 'upper' | 'lower', Lane>
): Lane {
  if (gate === 'root') return upper;
  return BESIDE.has(gate) ? lower : approach;
}

const BESIDE: ReadonlySet<GateStep['gate']> = new Set(['grant', 'acl', 'publicAccess', 'beyond']);

const STOPS: Readonly<Record<GateStep['gate'], string>> = {
  signed: 'Signed',
  asked: 'Asked',
  papers: 'Papers',
  denySweep: 'Deny sweep',
  sts: 'STS',
  root: 'Root user',
  grant: 'Grant',
  acl: 'ACL',
  publicAccess: 'Public',
  beyond: 'Beyond IAM'
};

function ofStop(step: GateStep, evaluation: Evaluation): RoadGate {
  const open = step.gate === 'denySweep' && step.outcome === 'pass' ? openSweep(evaluation) : null;
  const outcome = open === null ? stopOutcome(step, evaluation) : 'unknown';
  const isFolded = step.outcome === 'notApplicable' && step.gate !== 'signed';
  const name = step.gate === 'beyond' ? (step.about ?? STOPS.beyond) : STOPS[step.gate];
  return { id: step.id, name, detail: open ?? stopDetail(step, evaluation.request), outcome, isFolded };
}

function stopOutcome({ gate, outcome }: GateStep, { decidedBy }: Evaluation): RoadOutcome {
  if (outcome === 'notModelled') return 'unknown';
  if (outcome !== 'stop' || gate !== 'denySweep') return outcome;
  return decidedBy.kind === 'allowed' ? 'pass' : 'deny'; // STS-01, STS-02, EVAL-17b
}

function stopDetail(step: GateStep, request: Request): string {
  const { gate } = step;
  switch (gate) {
    case 'signed':
      return signedDetail(step, request);
    case 'asked':
      return request.action;
    case 'papers':
      return step.count === 1 ? '1 applies' : `${String(step.count)} apply`;
    case 'denySweep':
      return step.outcome === 'pass'
        ? 'none matches'
        : `${String(step.count)} match${step.count === 1 ? 'es' : ''}`;
    case 'beyond':
      return 'may object, not modelled here';
    default:
      return step.outcome === 'notModelled' ? 'not modelled here' : DETAILS[gate][step.outcome];
  }
}

function signedDetail({ outcome, about }: GateStep, { caller }: Request): string {
  if (outcome === 'stop') return about ?? 'not authenticated';
  return outcome === 'notApplicable' ? 'not signed' : CREDENTIALS[caller.kind];
}

const DETAILS: Readonly<
  Record<
    'sts' | 'root' | 'grant' | 'acl' | 'publicAccess',
    Readonly<Record<Exclude<GateStep['outcome'], 'notModelled'>, string>>
  >
> = {
  sts: {
    pass: 'no permission needed',
    stop: 'never for this caller',
    notApplicable: 'no fixed rule',
    unknown: 'depends on open facts'
  },
  root: {
    pass: 'all-powerful at home',
    stop: 'stopped',
    notApplicable: 'not root',
    unknown: 'depends on open facts'
  },
  grant: {
    pass: 'covers it',
    stop: 'does not cover it',
    notApplicable: 'none covers it',
    unknown: 'depends on open facts'
  },
  acl: { pass: 'lets in', stop: 'lets nobody in', notApplicable: 'silent', unknown: 'depends on open facts' },
  publicAccess: {
    pass: 'not public',
    stop: 'is blocked',
    notApplicable: 'not blocked',
    unknown: 'depends on open facts'
  }
};

const CREDENTIALS: Readonly<Record<Caller['kind'], string>> = {
  user: 'IAM user',
  root: 'root user',
  roleSession: 'role session',
  federatedUser: 'federated user',
  service: 'AWS service',
  identityProvider: 'identity provider',
  anonymous: 'nobody'
};

const LAYERS: Readonly<Record<Exclude<PolicyType, 'resource'>, string>> = {
  scp: 'SCP',
  rcp: 'RCP',
  endpoint: 'Endpoint',
  identity: 'Identity',
  boundary: 'Boundary',
  session: 'Session'
};

const DOORS = { trust: 'Trust policy', key: 'Key policy', resource: 'Resource policy' } as const;

function ofLayer(step: PolicyTypeStep, evaluation: Evaluation): RoadGate {
  const name = step.type === 'resource' ? DOORS[doorKind(evaluation.request)] : LAYERS[step.type];
  const gate = { id: step.id, name, isFolded: false };
  if (isBypassed(step, evaluation)) {
    const detail = step.type === 'identity' && step.exempt === 'none' ? 'none needed' : 'bypassed';
    return { ...gate, detail, outcome: 'bypassed' };
  }
  if (step.type === 'identity' && step.exempt === 'none')
    return { ...gate, detail: 'no policy', outcome: 'silent' };
  const isNoDoor = step.type === 'resource' && step.exempt === 'none' && isDoorless(evaluation.request);
  const detail = isNoDoor ? 'cannot have one' : layerDetail(step, evaluation);
  return { ...gate, detail, outcome: OUTCOMES[step.outcome], isFolded: isUntold(step) };
}

/** The door stays open even where nobody made one: that is what joins the lanes. */
function isUntold({ outcome, type, exempt }: PolicyTypeStep): boolean {
  return outcome === 'notApplicable' && type !== 'resource' && !(exempt !== null && TELLING.has(exempt));
}

const OUTCOMES: Readonly<Record<PolicyTypeStep['outcome'], RoadOutcome>> = {
  allowed: 'pass',
  implicitDeny: 'silent',
  explicitDeny: 'deny',
  notApplicable: 'notApplicable',
  unknown: 'unknown',
  broken: 'broken'
};

function layerDetail(step: PolicyTypeStep, evaluation: Evaluation): string {
  switch (step.outcome) {
    case 'notApplicable':
      return exemptDetail(step);
    case 'unknown':
      return openLayer(step, evaluation);
    case 'broken':
      return 'a document is broken';
    case 'explicitDeny':
      return 'a Deny matches';
    case 'implicitDeny':
      return silentDetail(step);
    case 'allowed':
      return allowedDetail(step);
  }
}

function exemptDetail(step: PolicyTypeStep): string {
  if (step.exempt === null || step.exempt === 'none')
    return step.type === 'session' ? 'no policy' : 'none set';
  return EXEMPT[step.exempt];
}

const EXEMPT: Readonly<Record<Exclude<Exemption, 'none'>, string>> = {
  noOrganization: 'no organization',
  policyTypeOff: 'switched off',
  managementAccount: 'not for the management account',
  serviceLinkedRole: 'not for service-linked roles',
  notAnIamPrincipal: 'not for this caller',
  rootUser: 'not for root',
  serviceNotCovered: 'not for this service',
  actionNotCovered: 'not for this action',
  noEndpoint: 'not through one'
};

function silentDetail(step: PolicyTypeStep): string {
  if (step.type !== 'scp' && step.type !== 'rcp') return 'silent';
  const silent = step.steps.filter((target) => target.outcome === 'implicitDeny');
  const [first] = silent;
  if (silent.length !== 1 || !first) return `${String(silent.length)} levels are silent`;
  const level = levelIn(first.id);
  return level.length > 0 && level.length <= LONGEST_LEVEL ? `${level} is silent` : '1 level is silent';
}

/** Letters that fit into one line below a gate. */
const LONGEST_LEVEL = 12;

/** The level's name as a target's id has it: `scp@Retail`. */
function levelIn(id: string): string {
  return /@([^@/~]+)(?:~\d+)?$/.exec(id)?.[1] ?? '';
}

function allowedDetail(step: PolicyTypeStep): string {
  if (step.type === 'scp' || step.type === 'rcp') {
    const levels = step.steps.length;
    return levels === 1 ? '1 level says yes' : `${String(levels)} levels say yes`;
  }
  if (step.type !== 'resource') return 'allows';
  return step.grant === 'account'
    ? 'hands it over'
    : step.grant === 'everyone'
      ? 'names everyone'
      : 'names you';
}
