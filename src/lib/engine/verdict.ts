/** From matched layers to the verdict: what was decided, by whom, and which steps it rests on. */
import { conclude } from './conclude.ts';
import { findingsOf } from './findings.ts';
import type { GateFinding } from './gates.ts';
import type { Gathered } from './gather.ts';
import { openPairs } from './key-grants.ts';
import { isUnknown, type Request } from './request.ts';
import { statementsOf, type Settled } from './settle.ts';
import { toParts } from '../policy/pattern.ts';
import type { ConditionStep, DecidedBy, ElementStep, Evaluation, PolicyTypeStep } from './trace.ts';

export type Verdict = Pick<Evaluation, 'outcome' | 'rule' | 'decidedBy'>;

export function judge(
  request: Request,
  gathered: Gathered,
  types: readonly PolicyTypeStep[],
  gate: GateFinding | null,
  prefix: string
): Verdict {
  if (gate) {
    const decision = gate.outcome === 'free' ? 'allowed' : 'implicitDeny';
    const by = gate.rule === 'XACC-19' || gate.rule === 'EVAL-24' ? 'authentication' : 'sts';
    return toVerdict({ decision, by: [by], rule: gate.rule }, types, prefix);
  }
  const broken = brokenIn(types);
  if (broken.length > 0) return { outcome: null, rule: 'GRAM-01', decidedBy: { kind: 'undecided', broken } };
  const settled = conclude(request, gathered, findingsOf(types));
  if (settled) return toVerdict(settled, types, prefix);
  const isGrantOpen = gathered.beside.keyGrant?.outcome === 'unknown';
  const pairs = isGrantOpen ? openPairs(request.context).map((key) => `kms:EncryptionContext:${key}`) : [];
  return conditionalOn([...new Set([...unknownKeys(request, types), ...pairs])]);
}

/** The verdict that hangs on these keys. */
export function conditionalOn(on: readonly string[]): Verdict {
  return { outcome: 'conditional', rule: 'COND-02', decidedBy: { kind: 'conditional', on } };
}

function brokenIn(types: readonly PolicyTypeStep[]) {
  const mayBe = ({ outcome, steps }: PolicyTypeStep) =>
    outcome === 'broken' || (outcome === 'notApplicable' && steps.length > 0);
  if (!types.some(mayBe)) return [];
  const policies = types.flatMap((type) => type.steps).flatMap((target) => target.steps);
  return [...new Set(policies.filter((step) => step.outcome === 'broken').map((step) => step.policy))];
}

/** The open facts that some statement's outcome hangs on. */
function unknownKeys(request: Request, types: readonly PolicyTypeStep[]): readonly string[] {
  const open = statementsOf(types.flatMap((type) => type.steps)).filter((each) => each.outcome === 'unknown');
  const parts = open.flatMap((statement) => statement.steps).filter((part) => part.outcome === 'unknown');
  const values = parts.flatMap(keysOf).map((key) => request.context.get(key.toLowerCase()));
  return [...new Set(values.flatMap((value) => (value && isUnknown(value) ? [value.key] : [])))];
}

/** The keys that a condition or an element reads: its own, and those of variables that could not be replaced. */
function keysOf(part: ElementStep | ConditionStep): readonly string[] {
  const variables = part.expected
    .filter(({ resolved }) => resolved === null)
    .flatMap(({ text }) => toParts(text, true))
    .flatMap((each) => (each.kind === 'variable' ? [each.key] : []));
  return part.kind === 'condition' ? [part.key, ...variables] : variables;
}

/** The decision with the statements, or the silent places, that it rests on. */
function toVerdict(settled: Settled, types: readonly PolicyTypeStep[], prefix: string): Verdict {
  const { decision, by, rule } = settled;
  const concerned = types.filter((step) => (by as readonly string[]).includes(step.type));
  const first = by[0] ?? 'identity';
  if (decision === 'implicitDeny') {
    const steps = concerned.flatMap(silentSteps);
    return {
      outcome: decision,
      rule,
      decidedBy: { kind: 'noAllow', by: first, steps: orGate(steps, settled, prefix) }
    };
  }
  const effect = decision === 'allowed' ? 'Allow' : 'Deny';
  const deciding = statementsOf(concerned.flatMap((step) => step.steps)).filter(
    (statement) => statement.effect === effect && statement.outcome === 'match'
  );
  const at = deciding.map((statement) => statement.at);
  const beside = by.filter((each) => each === 'grant' || each === 'acl').map((each) => prefix + each);
  const steps = orGate([...deciding.map((statement) => statement.id), ...beside], settled, prefix);
  return decision === 'allowed'
    ? { outcome: decision, rule, decidedBy: { kind: 'allowed', by, at, steps } }
    : { outcome: decision, rule, decidedBy: { kind: 'explicitDeny', by: first, at, steps } };
}

/** For organization levels the floors that are missing, for all else the type. */
function silentSteps(step: PolicyTypeStep): readonly string[] {
  if (step.type !== 'scp' && step.type !== 'rcp') return [step.id];
  return step.steps.filter((target) => target.outcome !== 'allowed').map((target) => target.id);
}

/** The stop that decided, where no statement did. Credentials are asked at the first stop, partitions at the second. */
function orGate(steps: readonly string[], { by, rule }: Settled, prefix: string): readonly string[] {
  if (steps.length > 0) return steps;
  const first: DecidedBy = by[0] ?? 'identity';
  const gate = first === 'authentication' ? (rule === 'EVAL-24' ? 'signed' : 'asked') : first;
  return [`${prefix}${gate}`];
}
