/**
 * How much a state allows beyond what the goals ask: cells of principal × action × resource, over the world's
 * principals, the actions of the services that policies or requests name, and its resources. Asked under the
 * circumstances of one goal, so it is a measure, not a proof.
 */
import type { Catalogue } from '../catalog/service.ts';
import { ask, Cells, circumstances, type Circumstances } from '../counterfactual/cells.ts';
import { servicesNamed, universeOf, type Universe } from '../counterfactual/universe.ts';
import { decide } from '../engine/decide.ts';
import { identityOf, type Request } from '../engine/request.ts';
import { fitsDecision } from '../scenario/check.ts';
import type { Case } from '../scenario/scenario.ts';
import { asPolicyId } from '../world/arn.ts';
import type { World } from '../world/world.ts';
import type { Exercise } from './exercise.ts';
import type { Graded } from './grade.ts';

/** Cells that are decided for one answer at most. */
export const MAX_CELLS = 20_000;

export interface Surface {
  /** Cells allowed here that the solution does not allow. */
  readonly more: number;
  /** Cells that the solution allows and this does not. */
  readonly less: number;
  /** Whether there were more cells than were asked; then both are at least so many. */
  readonly isCapped: boolean;
}

/** Compares states of one exercise with its solution. Remembers what the solution decides. */
export class Surfaces {
  readonly #solved: Graded;
  readonly #catalogue: Catalogue;
  readonly #circumstances: Circumstances;
  readonly #cap: number;
  readonly #cells = new Map<string, Cells>();

  /**
   * @param solved the file with the solution in it
   * @param catalogue as far as it is loaded; see {@link servicesOf}
   */
  constructor(exercise: Exercise, solved: Graded, catalogue: Catalogue, cap = MAX_CELLS) {
    this.#solved = solved;
    this.#catalogue = catalogue;
    this.#circumstances = circumstancesOf(exercise, solved.cases);
    this.#cap = cap;
  }

  /** Time: two decisions for each cell that can differ from the solution; none for a state that is the solution. */
  of(state: Graded): Surface {
    const services = this.servicesOf(state).join(' ');
    const cells =
      this.#cells.get(services) ??
      new Cells(this.#solved.world, this.#universe(state), this.#circumstances, this.#cap);
    this.#cells.set(services, cells);
    const { allowed, denied, isCapped } = cells.count(state.world);
    return { more: allowed, less: denied, isCapped };
  }

  /** The prefixes of the services at stake: those that the solution or the state names. */
  servicesOf(state: Graded): readonly string[] {
    return servicesNamed(
      bothWorlds(this.#solved.world, state.world),
      requestsOf(this.#solved.cases)
    ).toSorted();
  }

  #universe(state: Graded): Universe {
    return universeOf(
      bothWorlds(this.#solved.world, state.world),
      requestsOf(this.#solved.cases),
      this.#catalogue
    );
  }
}

export interface Beyond {
  /** Cells that are allowed and that no goal asks for. */
  readonly cells: number;
  /** Cells that were decided. */
  readonly counted: number;
  readonly isCapped: boolean;
}

/** What one state allows beyond the goals, by itself. Time: a decision for each cell, up to the cap. */
export function beyondGoals(
  exercise: Exercise,
  { world, cases }: Graded,
  catalogue: Catalogue,
  cap = MAX_CELLS
): Beyond {
  const { askers, pairs } = universeOf(world, requestsOf(cases), catalogue);
  const asked = new Set(askedFor(exercise, cases));
  const how = circumstancesOf(exercise, cases);
  let [cells, counted] = [0, 0];
  for (const pair of pairs) {
    for (const asker of askers) {
      if (counted === cap) return { cells, counted, isCapped: true };
      counted++;
      if (asked.has(nameOf(asker.arn, pair.action, pair.resource))) continue;
      if (decide(world, ask(world, asker, pair, how)) === 'allowed') cells++;
    }
  }
  return { cells, counted, isCapped: false };
}

/** The cells that goals want allowed, calls on the way to them included. */
function askedFor({ goals }: Exercise, cases: readonly Case[]): readonly string[] {
  const wanted = new Set(goals.flatMap((goal) => (goal.kind === 'request' ? goal.request : [])));
  return cases
    .filter(({ id, expect }) => wanted.has(id) && expect !== null && fitsDecision(expect, 'allowed'))
    .flatMap(({ request }) => (request === null ? [] : [request, ...request.hops, ...request.checks]))
    .flatMap(({ caller, action, resource }) => {
      const arn = identityOf(caller);
      return arn === null ? [] : nameOf(arn, action, resource);
    });
}

function nameOf(arn: string, action: string, resource: string): string {
  return `${arn} ${action.toLowerCase()} ${resource}`;
}

function requestsOf(cases: readonly Case[]): readonly Request[] {
  return cases.flatMap(({ request }) => request ?? []);
}

/** Those of the first goal that is to be allowed; plain ones where there is none. */
function circumstancesOf({ goals }: Exercise, cases: readonly Case[]): Circumstances {
  const wanted = goals.flatMap((goal) => (goal.kind === 'request' ? goal.request : []));
  const found = cases.find(
    ({ id, expect, request }) => wanted.includes(id) && expect === 'allowed' && request !== null
  );
  return circumstances(found?.request ?? { context: new Map() });
}

/** One world whose policies name what those of either name: for the list of cells only. */
function bothWorlds(one: World, other: World): World {
  const others = [...other.policies].map(
    ([id, document]) => [asPolicyId(`${id} (other)`), document] as const
  );
  return { ...one, policies: new Map([...one.policies, ...others]) };
}
