/**
 * Whether two worlds that differ in one statement allow anything different: asked of the file's requests and of the
 * cells of the world, as they are and under circumstances that turn the statement's conditions. Says "no" of what it
 * found no difference in; the worlds may still differ outside the file.
 */
import type { Catalogue } from '../catalog/service.ts';
import { Cells, circumstances, type Circumstances } from '../counterfactual/cells.ts';
import { valuesFor } from '../counterfactual/fact-values.ts';
import { isIdentity } from '../counterfactual/facts.ts';
import { universeOf, type Universe } from '../counterfactual/universe.ts';
import { decide } from '../engine/decide.ts';
import type { ContextFact } from '../engine/facts.ts';
import type { Request, RequestContext } from '../engine/request.ts';
import type { Condition, Statement } from '../policy/document.ts';
import type { ParsedScenario } from '../scenario/scenario.ts';
import type { World } from '../world/world.ts';

/** Cells that are decided for one mutant and one set of circumstances at most. */
const MAX_CELLS = 4000;

/** Ways in which a condition's key is set; null is a key that is absent. */
interface Turn {
  readonly key: string;
  readonly value: string | null;
}

/** Compares mutants with the world they come from. */
export class Differences {
  readonly #world: World;
  readonly #requests: readonly Request[];
  readonly #universe: Universe;
  readonly #plain: Circumstances;
  readonly #cells = new Map<string, Cells>();

  constructor({ world, cases }: Pick<ParsedScenario, 'world' | 'cases'>, catalogue: Catalogue) {
    this.#world = world;
    const asked = cases.flatMap(({ request }) => request ?? []);
    this.#requests = asked.flatMap((each) => [each, ...each.hops, ...each.checks]);
    this.#universe = universeOf(world, asked, catalogue);
    this.#plain = circumstances(asked[0] ?? { context: new Map() });
  }

  /** @param statements the one that was mutated, before and after */
  differs(after: World, statements: readonly Statement[]): boolean {
    const turns = turnsOf(statements);
    if (this.#inRequests(after, turns)) return true;
    const given = turns.filter(
      ({ key }, at) => ALWAYS.test(key) && turns.findIndex((each) => each.key === key) === at
    );
    return [given, ...turns.map((turn) => [...given, turn])].some((each) => this.#inCells(after, each));
  }

  #inRequests(after: World, turns: readonly Turn[]): boolean {
    return this.#requests.some((request) =>
      [request, ...turns.map((turn) => turned(request, turn))].some(
        (each) => isAllowed(this.#world, each) !== isAllowed(after, each)
      )
    );
  }

  /** @param turns of several for one key the last counts */
  #inCells(after: World, turns: readonly Turn[]): boolean {
    const name = JSON.stringify(turns);
    const cells =
      this.#cells.get(name) ??
      new Cells(this.#world, this.#universe, turns.reduce(withTurn, this.#plain), MAX_CELLS);
    this.#cells.set(name, cells);
    const { allowed, denied } = cells.count(after, 0);
    return allowed + denied > 0;
  }
}

function isAllowed(world: World, request: Request): boolean {
  return decide(world, request) === 'allowed';
}

/** What turns the conditions of statements, as far as a caller could have it otherwise. */
function turnsOf(statements: readonly Statement[]): readonly Turn[] {
  const turns = statements.flatMap(({ conditions }) => conditions.filter(isFree).flatMap(turnsOfOne));
  return [...new Map(turns.map((turn) => [JSON.stringify(turn), turn])).values()];
}

/** Tags of callers and resources are facts of the world, as who they are is. What else IAM's keys say is asked for. */
function isFree({ key }: Condition): boolean {
  if (/(?:principal|resource)tag\/|^aws:tokenissuetime$/i.test(key)) return false;
  return /^iam:/i.test(key) || !isIdentity(key);
}

/**
 * Keys that no call they are about can lack. Source: IAM User Guide, "AWS global condition context keys" and "IAM and
 * AWS STS condition context keys"; every OIDC token has an audience and a subject.
 */
const ALWAYS =
  /^(?:aws:(?:viaawsservice|currenttime|epochtime|requestedregion|securetransport|useragent)|iam:passedtoservice|sts:rolesessionname|.*:(?:aud|sub))$/i;

function turnsOfOne({ operator, key, values }: Condition): readonly Turn[] {
  const expected = values.map(({ text }) => ({ text, resolved: null }));
  const wanted = { operator: operator.name, key, expected };
  const found = [true, false].flatMap((holds) => valuesFor(wanted, holds));
  const isAlways = ALWAYS.test(key);
  return [null, ...found].filter((value) => value !== null || !isAlways).map((value) => ({ key, value }));
}

/** The same call by itself with one fact otherwise. */
function turned(request: Request, { key, value }: Turn): Request {
  const context = new Map(request.context) satisfies RequestContext;
  const lower = key.toLowerCase();
  const was = context.get(lower);
  if (value === null) context.delete(lower);
  else {
    const multivalued = was !== undefined && 'multivalued' in was && was.multivalued;
    const from = { kind: 'request', path: null } as const;
    context.set(lower, { key, values: [value], multivalued, from });
  }
  return { ...request, context, hops: [], checks: [] };
}

function withTurn({ written, region }: Circumstances, { key, value }: Turn): Circumstances {
  const lower = key.toLowerCase();
  const fact: ContextFact = {
    key,
    values: value === null ? null : [value],
    multivalued: lower === 'aws:tagkeys',
    path: ''
  };
  const others = written.filter((each) => each.key.toLowerCase() !== lower);
  return {
    written: [...others, fact],
    region: lower === 'aws:requestedregion' && value !== null ? value : region
  };
}
