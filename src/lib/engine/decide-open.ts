/**
 * The decision alone, from the same policies, matchers and rules as evaluate.ts, folded without a trace. Open facts
 * leave it open. A property test holds the two equal.
 */
import type { PolicyType, World } from '../world/world.ts';
import { allowUnasked, conclude, hasLevels, type Findings } from './conclude.ts';
import { askGates } from './gates.ts';
import { gather, type Gathered, type GatheredTarget, type GatheredType } from './gather.ts';
import { namedBy } from './principal.ts';
import { toQuestion, type Question } from './question.ts';
import type { Request } from './request.ts';
import { holdsBelow } from './statement.ts';
import type { CompiledStatement } from './compile.ts';
import type { Evaluation, Grant } from './trace.ts';
import { MAYBE, NO, YES, type Tri } from './tri.ts';

/** What an evaluation comes to; null while a policy it needs is broken. */
export type Outcome = Evaluation['outcome'];

/**
 * What can be said without looking at what open facts may be: `conditional` also where every choice of them would come
 * to the same. Takes the same time whatever is open, so it can be asked in loops.
 */
export function decideOpen(world: World, request: Request): Outcome {
  return decideWith(world, request, decideOpen);
}

/** @param part decides hops and checks */
export function decideWith(world: World, request: Request, part: typeof decideOpen): Outcome {
  let isOpen = false;
  for (const hop of request.hops) {
    const outcome = part(world, hop);
    if (isRefused(outcome)) return outcome;
    if (outcome === 'conditional') isOpen = true;
  }
  const own = decideOne(world, request);
  if (isRefused(own)) return own;
  for (const check of request.checks) {
    const outcome = part(world, check);
    if (isRefused(outcome)) return outcome;
    if (outcome === 'conditional') isOpen = true;
  }
  return isOpen ? 'conditional' : own;
}

/** Denied or undecided: no open fact can change that. */
function isRefused(outcome: Outcome): boolean {
  return outcome !== 'allowed' && outcome !== 'conditional';
}

/** One request by itself: neither its hops nor its checks. Open facts as for {@link decideOpen}. */
export function decideOne(world: World, request: Request): Outcome {
  const gate = askGates(world, request);
  if (gate) return gate.outcome === 'free' ? 'allowed' : 'implicitDeny';
  const gathered = gather(world, request);
  if (gathered.types.some(isBroken)) return null;
  const settled = conclude(request, gathered, new Fold(request, gathered));
  return settled ? settled.decision : 'conditional';
}

function isBroken({ targets }: GatheredType): boolean {
  for (const { index } of targets) if (index.isBroken) return true;
  return false;
}

const NO_GRANTS: ReadonlySet<Grant> = new Set();

/** Findings made when they are asked for, each as far as needed. */
class Fold implements Findings {
  readonly #gathered: Gathered;
  readonly #question: Question;
  #isOpen = false;
  #grants: readonly (readonly [Grant, Tri])[] | null = null;

  constructor(request: Request, gathered: Gathered) {
    const { hasBoundary, resourceAccount, canonicalId } = gathered;
    this.#gathered = gathered;
    this.#question = toQuestion({ request, hasBoundary, resourceAccount, canonicalId });
  }

  isOpen(): boolean {
    return this.#isOpen;
  }

  deny(type: PolicyType): Tri {
    let most: Tri = NO;
    for (const { index } of this.#typeOf(type)?.targets ?? []) {
      for (const statement of index.candidates(this.#question.action).denies) {
        const holds = this.#holds(statement);
        if (holds === YES) return YES;
        if (holds === MAYBE) most = MAYBE;
      }
    }
    return most;
  }

  allow(type: PolicyType): Tri {
    const found = this.#typeOf(type);
    if (!found || found.exempt !== null) return allowUnasked(type);
    const isLevels = hasLevels(type);
    let total: Tri = isLevels ? YES : NO;
    for (const target of found.targets) {
      const holds = this.#allowsAt(target);
      if (isLevels ? holds < total : holds > total) total = holds;
      if (total === (isLevels ? NO : YES)) return total;
    }
    return total;
  }

  grants(atLeast: Tri): ReadonlySet<Grant> {
    this.#grants ??= this.#findGrants();
    if (this.#grants.length === 0) return NO_GRANTS;
    const grants = new Set<Grant>();
    for (const [grant, holds] of this.#grants) if (holds >= atLeast) grants.add(grant);
    return grants;
  }

  #findGrants(): readonly (readonly [Grant, Tri])[] {
    const found: (readonly [Grant, Tri])[] = [];
    for (const { index } of this.#typeOf('resource')?.targets ?? []) {
      for (const statement of index.candidates(this.#question.action).allows) {
        const grant = this.#namedBy(statement);
        const holds = grant === null ? NO : this.#holds(statement);
        if (grant !== null && holds !== NO) found.push([grant, holds]);
      }
    }
    return found;
  }

  #allowsAt({ index }: GatheredTarget): Tri {
    let most: Tri = NO;
    for (const statement of index.candidates(this.#question.action).allows) {
      const holds = this.#holds(statement);
      if (holds === YES) return YES;
      if (holds === MAYBE) most = MAYBE;
    }
    return most;
  }

  #holds(statement: CompiledStatement): Tri {
    if (statement.principal && this.#namedBy(statement) === null) return NO;
    const holds = holdsBelow(statement, this.#question);
    if (holds === MAYBE) this.#isOpen = true;
    return holds;
  }

  #namedBy({ principal, statement }: CompiledStatement): Grant | null {
    return principal && namedBy(principal, statement.effect, this.#question);
  }

  #typeOf(type: PolicyType): GatheredType | undefined {
    for (const each of this.#gathered.types) if (each.type === type) return each;
    return undefined;
  }
}
