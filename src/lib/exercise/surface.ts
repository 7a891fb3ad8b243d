/**
 * How much a state allows beyond what the solution allows: cells of principal × action × resource, over the world's
 * principals, the actions of the services that policies or requests name, and its resources. Each is asked under
 * all circumstances that the goals name, and counts once; others are not asked, so it is a measure, not a proof.
 */
import type { Catalogue } from '../catalog/service.ts';
import { Cells, circumstances, type Circumstances } from '../counterfactual/cells.ts';
import { servicesNamed, universeOf, type Universe } from '../counterfactual/universe.ts';
import type { Request } from '../engine/request.ts';
import type { Case } from '../scenario/scenario.ts';
import { asPolicyId } from '../world/arn.ts';
import type { World } from '../world/world.ts';
import type { Exercise } from './exercise.ts';
import type { Graded } from './grade.ts';

/** Cells that are decided for one answer at most. */
export const MAX_CELLS = 20_000;

export interface Surface {
  /** Cells allowed here that the solution does not allow, under any of the circumstances that the goals name. */
  readonly more: number;
  /** Cells that the solution allows and this does not, under any of them. */
  readonly less: number;
  /** Whether there were more cells than were asked; then both are at least so many. */
  readonly isCapped: boolean;
}

/** Compares states of one exercise with its solution. Remembers what the solution decides. */
export class Surfaces {
  readonly #solved: Graded;
  readonly #catalogue: Catalogue;
  readonly #circumstances: readonly Circumstances[];
  readonly #cap: number;
  readonly #cells = new Map<string, readonly Cells[]>();

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

  /**
   * Time: two decisions for each cell that can differ from the solution, under each of the circumstances; none for a
   * state that is the solution. The cap counts them all.
   */
  of(state: Graded): Surface {
    const services = this.servicesOf(state).join(' ');
    const all = this.#cells.get(services) ?? this.#cellsOf(state);
    this.#cells.set(services, all);
    const [more, less] = [new Set<number>(), new Set<number>()];
    const counts = all.map((cells) =>
      cells.count(state.world, Infinity, (at, isAllowed) => (isAllowed ? more : less).add(at))
    );
    return { more: more.size, less: less.size, isCapped: counts.some(({ isCapped }) => isCapped) };
  }

  #cellsOf(state: Graded): readonly Cells[] {
    const universe = this.#universe(state);
    const cap = Math.ceil(this.#cap / this.#circumstances.length);
    return this.#circumstances.map((how) => new Cells(this.#solved.world, universe, how, cap));
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

function requestsOf(cases: readonly Case[]): readonly Request[] {
  return cases.flatMap(({ request }) => request ?? []);
}

/** Circumstances that are asked for one answer at most. */
const MOST = 8;

/**
 * Those of the goals, each once: network, Region, MFA, a clock of their own. Those of goals that are to be allowed come
 * first; plain ones where there are none.
 */
function circumstancesOf({ goals }: Exercise, cases: readonly Case[]): readonly Circumstances[] {
  const wanted = goals.flatMap((goal) => (goal.kind === 'request' ? goal.request : []));
  const asked = cases.filter(({ id, request }) => wanted.includes(id) && request !== null);
  const first = asked.toSorted((a, b) => Number(b.expect === 'allowed') - Number(a.expect === 'allowed'));
  const all = first.flatMap(({ request }) => (request === null ? [] : circumstances(request, true)));
  const distinct = new Map((all.length > 0 ? all : [circumstances({ context: new Map() })]).map(named));
  return [...distinct.values()].slice(0, MOST);
}

/** By what they say, wherever it is written. */
function named(how: Circumstances): [string, Circumstances] {
  const said = how.written.map(({ key, values }) => JSON.stringify([key.toLowerCase(), values])).toSorted();
  return [[how.region, ...said].join('\n'), how];
}

/** One world whose policies name what those of either name: for the list of cells only. */
function bothWorlds(one: World, other: World): World {
  const others = [...other.policies].map(
    ([id, document]) => [asPolicyId(`${id} (other)`), document] as const
  );
  return { ...one, policies: new Map([...one.policies, ...others]) };
}
