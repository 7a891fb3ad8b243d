/**
 * What is open in an evaluation: the statements that wait for unknown facts, and the conditions and resources in
 * them that do. Each can be asked again once the facts it reads are known.
 */
import { toParts } from '../policy/pattern.ts';
import type { World } from '../world/world.ts';
import { compile, type CompiledCondition, type CompiledResource, type CompiledStatement } from './compile.ts';
import { matchCondition } from './conditions.ts';
import { gather } from './gather.ts';
import { matchPolicy } from './match.ts';
import { isUnknown, type Request, type RequestContext } from './request.ts';
import type { ConditionStep, ElementStep, Evaluation, StatementStep } from './trace.ts';
import { grantAtoms } from './unknown-grants.ts';
import { resolve } from './variables.ts';

/** A condition or a Resource element whose outcome hangs on unknown facts. */
export interface Atom {
  /** The step's id. */
  readonly step: string;
  /** The unknown keys it reads, in lower case. */
  readonly keys: readonly string[];
  readonly reads: Reads;
  /** The request, hop or check it belongs to; see {@link partsOf}. */
  readonly part: number;
  /** Whether it holds, with these facts in the context. */
  readonly holds: (context: RequestContext) => boolean;
}

/** What an atom compares: a key with values, or the request's resource with patterns. */
export type Reads =
  | { readonly kind: 'condition'; readonly compiled: CompiledCondition }
  | {
      readonly kind: 'resource';
      readonly resources: readonly CompiledResource[];
      readonly requested: string;
    };

export interface OpenStatement {
  readonly effect: 'Allow' | 'Deny';
  /** Places in {@link OpenFacts.atoms}; all must hold. */
  readonly atoms: readonly number[];
}

export interface OpenFacts {
  readonly atoms: readonly Atom[];
  readonly statements: readonly OpenStatement[];
}

/** A request with its hops and checks, theirs included, in one list that is the same for every choice of facts. */
export function partsOf(request: Request): readonly Request[] {
  return [request, ...request.hops.flatMap(partsOf), ...request.checks.flatMap(partsOf)];
}

/** The same list of evaluations. A call whose hop was refused has none of its own to look at. */
function evaluationsOf(evaluation: Evaluation): readonly Evaluation[] {
  return [evaluation, ...evaluation.hops.flatMap(evaluationsOf), ...evaluation.checks.flatMap(evaluationsOf)];
}

/** All that is open; null where a policy it stands in is not the world's. */
export function openFacts(world: World, evaluation: Evaluation): OpenFacts | null {
  const parts = partsOf(evaluation.request);
  const atoms: Atom[] = [];
  const statements: OpenStatement[] = [];
  for (const own of evaluationsOf(evaluation)) {
    const part = parts.indexOf(own.request);
    for (const step of openStatements(own)) {
      const made = atomsOf(world, own.request, part, step);
      if (made === null || part < 0) return null;
      statements.push({ effect: step.effect, atoms: made.map((_, i) => atoms.length + i) });
      atoms.push(...made);
    }
    for (const made of grantAtoms(world, own.request, part)) {
      statements.push({ effect: 'Allow', atoms: made.map((_, i) => atoms.length + i) });
      atoms.push(...made);
    }
  }
  return { atoms, statements };
}

function openStatements(evaluation: Evaluation): readonly StatementStep[] {
  return evaluation.steps
    .flatMap((step) => (step.kind === 'policyType' ? step.steps : []))
    .flatMap((target) => target.steps.flatMap((policy) => policy.steps))
    .filter(({ outcome }) => outcome === 'unknown');
}

function atomsOf(world: World, request: Request, part: number, step: StatementStep): readonly Atom[] | null {
  const document = world.policies.get(step.at.policy);
  const compiled =
    document && compile(document).statements.find(({ statement }) => statement.path === step.at.path);
  if (!compiled) return null;
  const made = step.steps
    .filter(({ outcome }) => outcome === 'unknown')
    .map((open) => toAtom(world, request, part, { step, compiled, open }));
  return made.every((atom) => atom !== null) ? made : null;
}

interface Place {
  readonly step: StatementStep;
  readonly compiled: CompiledStatement;
  readonly open: ElementStep | ConditionStep;
}

function toAtom(world: World, request: Request, part: number, place: Place): Atom | null {
  const { open, compiled, step } = place;
  const base = { step: open.id, keys: keysOf(request, open), part };
  if (open.kind === 'condition') {
    const condition = compiled.conditions.find((each) => each.condition.path === open.at.path);
    if (!condition) return null;
    const holds = (context: RequestContext) =>
      matchCondition(open.id, step.at.policy, condition, context).outcome === 'match';
    return { ...base, holds, reads: { kind: 'condition', compiled: condition } };
  }
  const reads = { kind: 'resource', resources: compiled.resources, requested: request.resource } as const;
  return open.element === 'Resource' ? { ...base, holds: resourceTest(world, request, place), reads } : null;
}

/** The statement without its conditions: all its other elements are known to match. */
function resourceTest(world: World, request: Request, { step, compiled }: Place): Atom['holds'] {
  const { statement } = compiled;
  const whole = world.policies.get(step.at.policy);
  if (!whole) return () => false;
  const document = { ...whole, statements: [{ ...statement, conditions: [] }] };
  const policy = { id: step.at.policy, type: step.type, target: '', document };
  const { hasBoundary, resourceAccount, canonicalId } = gather(world, request);
  return (context) => {
    const setting = { request: { ...request, context }, hasBoundary, resourceAccount, canonicalId };
    return matchPolicy('open', policy, setting).steps[0]?.outcome === 'match';
  };
}

/** The open keys that a part reads: its own, and those of variables that could not be replaced. */
function keysOf(request: Request, open: ElementStep | ConditionStep): readonly string[] {
  const variables = open.expected
    .filter(({ resolved }) => resolved === null)
    .flatMap(({ text }) => toParts(text, true))
    .flatMap((part) => (part.kind === 'variable' ? [part.key] : []));
  const named = open.kind === 'condition' ? [open.key, ...variables] : variables;
  const lower = named.map((key) => key.toLowerCase());
  return [...new Set(lower)].filter((key) => {
    const value = request.context.get(key);
    return value !== undefined && isUnknown(value);
  });
}

/** The values a condition compares with, variables replaced as far as this context knows them. */
export function comparedWith(compiled: CompiledCondition, context: RequestContext) {
  return compiled.values.flatMap(({ pattern }) => {
    const resolution = compiled.operator.variables ? resolve(pattern.parts, context) : null;
    if (resolution === null) return [pattern.parts];
    return resolution.kind === 'resolved' ? [resolution.parts] : [];
  });
}
