/**
 * How many cells of the world an edit flips, counted by deciding them before and after. Only the cells it can touch
 * are asked; the rest cannot differ. A cell is asked under the circumstances of the request in question: same network
 * and same hour, but no MFA and no endpoint.
 */
import { toLazyRequest } from '../engine/context.ts';
import { decide } from '../engine/decide.ts';
import { NOTHING_SAID, type ContextFact, type RequestFacts } from '../engine/facts.ts';
import { isUnknown, type Request } from '../engine/request.ts';
import type { World } from '../world/world.ts';
import type { CellCount } from './report.ts';
import { reaches, regionsOf, touchOf } from './touch.ts';
import { homeOf, type Asker, type Pair, type Universe } from './universe.ts';

/** Counts edits of one world. What the world itself decides is worked out once for all of them. */
export class Cells {
  readonly #world: World;
  readonly #universe: Universe;
  readonly #circumstances: Circumstances;
  readonly #cap: number;
  readonly #requests = new Map<number, Request>();
  readonly #before = new Map<number, boolean>();

  /**
   * @param asked how each cell is asked, e.g. under the {@link circumstances} of a request
   * @param cap cells that are decided for one edit at most
   */
  constructor(world: World, universe: Universe, asked: Circumstances, cap: number) {
    this.#world = world;
    this.#universe = universe;
    this.#circumstances = asked;
    this.#cap = cap;
  }

  /**
   * Time: two decisions for each cell that can differ, at most so many as the cap says.
   *
   * @param enough flips at which nobody wants to know more: counting stops one beyond
   * @param onflip told of each cell that flips, by its number in the universe
   */
  count(
    after: World,
    enough = Infinity,
    onflip: (at: number, isAllowed: boolean) => void = () => {}
  ): CellCount {
    const count = { allowed: 0, denied: 0, counted: 0, isCapped: false };
    for (const { at, asker, pair, isNew } of this.#touched(after)) {
      if (count.counted === this.#cap || count.allowed + count.denied > enough) {
        return { ...count, isCapped: true };
      }
      count.counted++;
      const was = this.#isAllowed(at, asker, pair);
      const request = isNew ? ask(after, asker, pair, this.#circumstances) : this.#request(at, asker, pair);
      const is = isAllowed(after, request);
      if (is && !was) count.allowed++;
      if (was && !is) count.denied++;
      if (is !== was) onflip(at, is);
    }
    return count;
  }

  *#touched(after: World): Generator<Touched> {
    const touch = touchOf(this.#world, after);
    const { askers, pairs } = this.#universe;
    const changed = new Set(askers.filter((asker) => isChanged(asker, after, touch.changed)));
    for (const [i, pair] of pairs.entries()) {
      const isNewPair = isChangedPlace(pair, after, touch.changed);
      const regions = isNewPair ? [] : regionsOf(touch, after, pair);
      for (const [j, asker] of askers.entries()) {
        const isNew = isNewPair || changed.has(asker);
        if (!isNew && (regions.length === 0 || !reaches(regions, after, asker))) continue;
        yield { at: i * askers.length + j, asker, pair, isNew };
      }
    }
  }

  #isAllowed(at: number, asker: Asker, pair: Pair): boolean {
    const known = this.#before.get(at);
    if (known !== undefined) return known;
    const found = isAllowed(this.#world, this.#request(at, asker, pair));
    this.#before.set(at, found);
    return found;
  }

  #request(at: number, asker: Asker, pair: Pair): Request {
    const known = this.#requests.get(at) ?? ask(this.#world, asker, pair, this.#circumstances);
    this.#requests.set(at, known);
    return known;
  }
}

interface Touched {
  /** Its number in the universe. */
  readonly at: number;
  readonly asker: Asker;
  readonly pair: Pair;
  /** Whether the request itself is another one in the new world. */
  readonly isNew: boolean;
}

function isChangedPlace({ resource }: Pair, world: World, changed: ReadonlySet<string>): boolean {
  if (changed.size === 0) return false;
  const home = homeOf(world, resource);
  return changed.has(home) || changed.has(world.resources.get(home)?.account ?? '');
}

function isChanged({ arn }: Asker, world: World, changed: ReadonlySet<string>): boolean {
  return changed.has(arn) || changed.has(world.principals.get(arn)?.account ?? '');
}

function isAllowed(world: World, request: Request): boolean {
  return decide(world, request) === 'allowed';
}

/** Keys that say of the network, the hour and the way, not of who asks for what. Lower-case beginnings. */
const CIRCUMSTANCES = [
  'aws:source',
  'aws:vpc',
  'aws:currenttime',
  'aws:epochtime',
  'aws:securetransport',
  'aws:useragent',
  'aws:referer'
];

const REGION = 'aws:requestedregion';

/** The Region of a cell where neither it nor the request in question tells one: what files mean that name none. */
const USUAL_REGION = 'us-east-1';

/** How a cell is asked. */
export interface Circumstances {
  /** What the file writes of the request in question. */
  readonly written: readonly ContextFact[];
  /** For calls that could go to any Region, such as those of S3. */
  readonly region: string;
}

/** Of the clock and of MFA: a request has fields for them, so they may stand elsewhere than in its context. */
const OF_SESSION = ['aws:multifactorauth', 'aws:currenttime', 'aws:epochtime'];

/** @param isWhole whether MFA and a clock of the request's own are taken over too */
export function circumstances({ context }: Pick<Request, 'context'>, isWhole = false): Circumstances {
  const written = [...context].flatMap(([lower, value]): readonly ContextFact[] => {
    const { path, kind } = value.from;
    const begins = (beginnings: readonly string[]) => beginnings.some((each) => lower.startsWith(each));
    const isWritten = kind === 'request' && path?.includes('/context/') === true && begins(CIRCUMSTANCES);
    const isOfSession = isWhole && kind !== 'world' && begins(OF_SESSION);
    if ((!isWritten && !isOfSession) || isUnknown(value)) return [];
    return [{ key: value.key, values: value.values, multivalued: value.multivalued, path: path ?? '' }];
  });
  const region = context.get(REGION);
  return { written, region: (region && !isUnknown(region) ? region.values[0] : null) ?? USUAL_REGION };
}

/** A cell as a request. A Region that its resource or service tells goes before that of the circumstances. */
export function ask(world: World, asker: Asker, pair: Pair, { written, region }: Circumstances): Request {
  const request = toLazyRequest(world, {
    ...NOTHING_SAID,
    id: 'cell',
    principal: asker,
    ...toCall(pair),
    context: written
  });
  const told = request.context.get(REGION);
  if (told && !isUnknown(told)) return request;
  const fact: ContextFact = { key: 'aws:RequestedRegion', values: [region], multivalued: false, path: '' };
  const context = [...written, fact];
  return toLazyRequest(world, { ...NOTHING_SAID, id: 'cell', principal: asker, ...toCall(pair), context });
}

function toCall({ action, resource }: Pair): Pick<RequestFacts, 'action' | 'resources'> {
  return { action, resources: [resource] };
}
