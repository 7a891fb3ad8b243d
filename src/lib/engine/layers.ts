/** The layers of the trace: the stops before the policies, and every policy type place by place. */
import { statementsOf } from './settle.ts';
import type { GateFinding } from './gates.ts';
import type { GatheredType } from './gather.ts';
import { matchPolicy } from './match.ts';
import { strongest, type PrincipalSetting } from './principal.ts';
import { toQuestion } from './question.ts';
import type { Request } from './request.ts';
import type { GateStep, PolicyTypeStep, StatementStep, TargetStep } from './trace.ts';
import type { PolicyId } from '../world/world.ts';

/** The stops before the policies: signed, asked, papers, what credentials alone decide, and the deny sweep. */
export function gatesOf(
  gate: GateFinding | null,
  { fault }: Request,
  types: readonly PolicyTypeStep[],
  prefix: string
): readonly GateStep[] {
  const { papers, denies } = sweep(types);
  const about = fault?.code ?? null;
  const make = (
    name: GateStep['gate'],
    rule: string,
    outcome: GateStep['outcome'],
    more: Partial<Pick<GateStep, 'count' | 'at' | 'about'>> = {}
  ): GateStep => ({
    kind: 'gate',
    id: `${prefix}${name}`,
    rule,
    outcome,
    steps: [],
    gate: name,
    count: more.count ?? 0,
    at: more.at ?? [],
    ...(more.about === undefined ? {} : { about: more.about })
  });
  const stopped = (name: GateStep['gate'], rule: string) =>
    gate?.rule === rule
      ? make(name, rule, 'stop', about === null ? {} : { about })
      : make(name, 'EVAL-00', 'pass');
  return [
    stopped('signed', 'EVAL-24'),
    stopped('asked', 'XACC-19'),
    make('papers', 'EVAL-00', 'pass', { count: papers.size }),
    ...stsStep(gate, about, make),
    make('denySweep', 'EVAL-02', denies.length > 0 ? 'stop' : 'pass', {
      count: denies.length,
      at: denies.map((each) => each.at)
    })
  ];
}

/** The policies of all types, each once, and the Denies that match. */
function sweep(types: readonly PolicyTypeStep[]) {
  const papers = new Set<PolicyId>();
  const denies: StatementStep[] = [];
  for (const type of types) {
    for (const target of type.steps) {
      for (const policy of target.steps) {
        papers.add(policy.policy);
        if (policy.outcome !== 'Deny') continue;
        denies.push(...policy.steps.filter((each) => each.effect === 'Deny' && each.outcome === 'match'));
      }
    }
  }
  return { papers, denies };
}

type Make = (
  name: GateStep['gate'],
  rule: string,
  outcome: GateStep['outcome'],
  more?: { readonly about: string }
) => GateStep;

/** The stop of STS; none where credentials and parameters are no matter. */
function stsStep(gate: GateFinding | null, about: string | null, make: Make): readonly GateStep[] {
  if (!gate || gate.rule === 'XACC-19' || gate.rule === 'EVAL-24') return [];
  const outcome = gate.outcome === 'free' ? 'pass' : 'stop';
  return [about === null ? make('sts', gate.rule, outcome) : make('sts', gate.rule, outcome, { about })];
}

/** All policies of one type, place by place. */
export function matchType(type: GatheredType, setting: PrincipalSetting, prefix: string): PolicyTypeStep {
  const id = `${prefix}${type.type}`;
  const question = toQuestion(setting);
  const name = namer();
  const steps = type.targets.map((each): TargetStep => {
    const targetId = name(`${id}@${toId(each.label)}`);
    const policies = each.policies.map((policy) =>
      matchPolicy(name(`${targetId}/${toId(lastPart(policy.id))}`), policy, question)
    );
    return {
      kind: 'target',
      id: targetId,
      rule: type.rule,
      outcome: foldPolicies(policies),
      steps: policies,
      type: type.type,
      target: each.target
    };
  });
  const grants = statementsOf(steps).flatMap((each) =>
    each.effect === 'Allow' && each.outcome === 'match' ? (each.grant ?? []) : []
  );
  return {
    kind: 'policyType',
    id,
    rule: type.rule,
    outcome: type.exempt === null ? foldTargets(type.type, steps) : 'notApplicable',
    steps,
    type: type.type,
    lane: type.lane,
    exempt: type.exempt,
    grant: type.type === 'resource' ? strongest(grants) : null
  };
}

function foldPolicies(steps: readonly TargetStep['steps'][number][]): TargetStep['outcome'] {
  const has = (outcome: string) => steps.some((step) => step.outcome === outcome);
  if (has('broken')) return 'broken';
  if (has('Deny')) return 'explicitDeny';
  if (has('unknown')) return 'unknown';
  return has('Allow') ? 'allowed' : 'implicitDeny';
}

/** Levels of the organization are AND-ed, everything else is a union. */
function foldTargets(type: PolicyTypeStep['type'], steps: readonly TargetStep[]): PolicyTypeStep['outcome'] {
  const has = (outcome: string) => steps.some((step) => step.outcome === outcome);
  if (has('broken')) return 'broken';
  if (has('explicitDeny')) return 'explicitDeny';
  const isLevels = type === 'scp' || type === 'rcp';
  if (isLevels && has('implicitDeny')) return 'implicitDeny';
  if (has('unknown')) return 'unknown';
  return has('allowed') ? 'allowed' : 'implicitDeny';
}

const MOST_NAMES = 10_000;
const ids = new Map<string, string>();

/** Names in ids keep clear of the characters that ids are built with. Remembered: the same few names come again. */
function toId(name: string): string {
  const known = ids.get(name);
  if (known !== undefined) return known;
  if (ids.size >= MOST_NAMES) ids.clear();
  const made = cleared(name);
  ids.set(name, made);
  return made;
}

function cleared(name: string): string {
  return name.replace(/[/#@:?\s]+/g, '-').replace(/^-+|-+$/g, '') || '-';
}

function lastPart(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
}

/** Makes ids unique within a type: the second `scp@Prod` becomes `scp@Prod~2`. */
function namer(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  };
}
