/**
 * Whether two worlds that differ in one statement allow anything different: asked of the file's requests and of the
 * cells of the world, as they are and under circumstances that turn the statement's conditions. Says "no" of what it
 * found no difference in; the worlds may still differ outside the file.
 */
import { isValidKey } from '../catalog/action-keys.ts';
import { actionOf } from '../catalog/catalogue.ts';
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
  readonly #catalogue: Catalogue;
  readonly #known = new Map<string, boolean>();

  constructor({ world, cases }: Pick<ParsedScenario, 'world' | 'cases'>, catalogue: Catalogue) {
    this.#world = world;
    this.#catalogue = catalogue;
    const asked = cases.flatMap(({ request }) => request ?? []);
    this.#requests = asked.flatMap((each) => [each, ...each.hops, ...each.checks]);
    this.#universe = universeOf(world, asked, catalogue);
    this.#plain = circumstances(asked[0] ?? { context: new Map() });
  }

  /** @param statements the one that was mutated, before and after */
  differs(after: World, statements: readonly Statement[]): boolean {
    const turns = turnsOf(statements);
    const needed = [...new Set(turns.map(({ key }) => key))].filter((key) => ALWAYS.test(key));
    return (
      this.#inRequests(after, turns) || [null, ...turns].some((turn) => this.#inCells(after, turn, needed))
    );
  }

  #inRequests(after: World, turns: readonly Turn[]): boolean {
    return this.#requests.some((request) => {
      const possible = turns.filter(({ key }) => this.#carries(request.action, key));
      return [request, ...possible.map((turn) => turned(request, turn))].some(
        (each) => isAllowed(this.#world, each) !== isAllowed(after, each)
      );
    });
  }

  /** @param needed keys that the calls they are about never lack, and that no world fills in */
  #inCells(after: World, turn: Turn | null, needed: readonly string[]): boolean {
    const name = JSON.stringify([turn, needed]);
    const cells = this.#cells.get(name) ?? this.#cellsWith(turn, needed);
    this.#cells.set(name, cells);
    const { allowed, denied } = cells.count(after, 0);
    return allowed + denied > 0;
  }

  #cellsWith(turn: Turn | null, needed: readonly string[]): Cells {
    const key = turn?.key ?? null;
    const { askers, pairs } = this.#universe;
    const possible = pairs.filter(({ action }) => {
      if (key !== null && !this.#carries(action, key)) return false;
      return needed.every((each) => each === key || !this.#carries(action, each));
    });
    const how = turn === null ? this.#plain : withTurn(this.#plain, turn);
    return new Cells(this.#world, { askers, pairs: possible }, how, MAX_CELLS);
  }

  /** Whether a call can have a key at all; of what the catalogue does not know everything is thought. */
  #carries(action: string, key: string): boolean {
    const name = `${action} ${key}`.toLowerCase();
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const found = actionOf(this.#catalogue, action);
    const carries = found === null || isValidKey(found, key);
    this.#known.set(name, carries);
    return carries;
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
 * The first of them the engine fills in by itself.
 */
const FILLED = /^aws:(?:viaawsservice|currenttime|epochtime|requestedregion|securetransport|useragent)$/i;
const ALWAYS = /^(?:iam:passedtoservice|sts:rolesessionname|.*:(?:aud|sub))$/i;

function turnsOfOne({ operator, key, values }: Condition): readonly Turn[] {
  const expected = values.map(({ text }) => ({ text, resolved: null }));
  const wanted = { operator: operator.name, key, expected };
  const found = [true, false].flatMap((holds) => valuesFor(wanted, holds));
  const isAlways = FILLED.test(key) || ALWAYS.test(key);
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
