/**
 * What would change it: for one request of a file the smallest edits that flip its decision. Every edit in the report
 * has been made on the file's text, read back and evaluated; what does not flip, or brings an error, is not in it.
 */
import { NO_CATALOGUE } from '../catalog/catalogue.ts';
import type { Catalogue } from '../catalog/service.ts';
import { decide, type Outcome } from '../engine/decide.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { Request } from '../engine/request.ts';
import type { Evaluation } from '../engine/trace.ts';
import type { Change } from '../source/change.ts';
import type { SourceText } from '../source/text.ts';
import type { World } from '../world/world.ts';
import { blocking } from './asked.ts';
import { Cells, circumstances } from './cells.ts';
import { propose } from './propose.ts';
import { blastOf, merge, rank } from './rank.ts';
import { whyNone, whyOpen } from './reasons.ts';
import type { Candidate, CellCount, Flip, FlipEdit, FlipReport } from './report.ts';
import { caseOf, made, quickly, standOn, type Stand } from './stand.ts';
import { universeOf } from './universe.ts';

export interface FlipOptions {
  /** Without it only the actions that the file writes out make cells. */
  readonly catalogue?: Catalogue;
  /** Edits that are given out at most. */
  readonly limit?: number;
  /** Cells that are decided for one edit at most. */
  readonly maxCells?: number;
  /** Asked between two candidates; once it is aborted the report has what was found until then. */
  readonly signal?: { readonly aborted: boolean };
}

/** Edits in a report. */
const LIMIT = 8;
/** Cells decided for one edit. */
const MAX_CELLS = 20_000;
/** Candidates that are evaluated, and those that flip and are measured. */
const MAX_TRIED = 120;
const MAX_FLIPPING = 24;
/** Edits measured in full beyond those given out, as some say the same. */
const SPARE = 2;
/** First halves of a pair, and second halves tried with each. */
const MAX_FIRST = 6;
const MAX_SECOND = 24;

/** Never throws for what a user wrote. Time: see FlipOptions; some hundred milliseconds for a shipped scenario. */
export function whatWouldFlip(file: SourceText, requestId: string, options: FlipOptions = {}): FlipReport {
  const steps = flipping(file, requestId, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of some milliseconds, between which a page can breathe. */
export function* flipping(
  file: SourceText,
  requestId: string,
  options: FlipOptions = {}
): Generator<void, FlipReport> {
  const stand = standOn(file);
  if (!stand) return nothing(requestId, 'The file cannot be read; its problems say why.');
  const request = caseOf(stand, requestId)?.request ?? null;
  if (!request) return nothing(requestId, 'The file has no such request, or it has an error.');
  const evaluation = evaluate(stand.world, request);
  const open = whyOpen(evaluation);
  if (open !== null) return nothing(requestId, open, evaluation.outcome);
  yield;
  return yield* new Search(stand, request, evaluation, options).run();
}

function nothing(request: string, none: string, before: Outcome = null): FlipReport {
  return { request, before, wanted: 'allowed', edits: [], isPair: false, none, tried: 0, isCapped: false };
}

/** Candidates that flip the decision, one or two, and the world that they make. */
interface Flipping {
  readonly parts: readonly Candidate[];
  /** It shares with the world before what did not change. */
  readonly world: World;
  /** The file once they are made; null until somebody has made them there. */
  readonly after: Stand | null;
}

class Search {
  readonly #stand: Stand;
  readonly #id: string;
  readonly #request: Request;
  readonly #evaluation: Evaluation;
  readonly #options: FlipOptions;
  readonly #wanted: 'allowed' | 'denied';
  #tried = 0;
  #isCapped = false;

  constructor(stand: Stand, request: Request, evaluation: Evaluation, options: FlipOptions) {
    this.#stand = stand;
    this.#id = request.id;
    this.#request = request;
    this.#evaluation = evaluation;
    this.#options = options;
    this.#wanted = evaluation.outcome === 'allowed' ? 'denied' : 'allowed';
  }

  *run(): Generator<void, FlipReport> {
    const candidates = propose(this.#stand, this.#id, this.#evaluation, this.#wanted);
    const singles = yield* this.#try(candidates.map((each) => [each]));
    const isPair = singles.length === 0 && this.#wanted === 'allowed';
    const flipping = isPair ? yield* this.#pairs(candidates) : singles;
    const edits = yield* this.#verify(yield* this.#measure(flipping));
    const parts = blocking(this.#stand, this.#id, this.#evaluation);
    return {
      request: this.#id,
      before: this.#evaluation.outcome,
      wanted: this.#wanted,
      edits,
      isPair: isPair && edits.length > 0,
      none: edits.length > 0 ? null : whyNone(parts, this.#evaluation, this.#tried),
      tried: this.#tried,
      isCapped: this.#isCapped
    };
  }

  get #isStopped(): boolean {
    return this.#options.signal?.aborted === true;
  }

  /** Those that flip: asked of the world where changes lie inside policies, else of the file. */
  *#try(tries: readonly (readonly Candidate[])[]): Generator<void, readonly Flipping[]> {
    const found: Flipping[] = [];
    for (const parts of tries) {
      if (this.#isStopped) break;
      if (found.length === MAX_FLIPPING || this.#tried === MAX_TRIED) {
        this.#isCapped = true;
        break;
      }
      this.#tried++;
      const flipping = this.#tryOne(parts);
      if (flipping) found.push(flipping);
      yield;
    }
    return found;
  }

  #tryOne(parts: readonly Candidate[]): Flipping | null {
    const changes = changesOf(parts);
    const world = quickly(this.#stand, changes);
    if (world) return this.#isFlipped(decide(world, this.#request)) ? { parts, world, after: null } : null;
    const after = made(this.#stand, changes);
    return after && this.#isFlipped(outcomeOf(after, this.#id)) ? { parts, world: after.world, after } : null;
  }

  #isFlipped(outcome: Outcome): boolean {
    if (this.#wanted === 'allowed') return outcome === 'allowed';
    return outcome === 'explicitDeny' || outcome === 'implicitDeny';
  }

  /** Two edits: a first that moves the decision on to another reason, and what flips it from there. */
  *#pairs(candidates: readonly Candidate[]): Generator<void, readonly Flipping[]> {
    const reason = JSON.stringify(this.#evaluation.decidedBy);
    const tries: (readonly Candidate[])[] = [];
    let firsts = 0;
    for (const first of candidates) {
      if (this.#isStopped || firsts === MAX_FIRST) break;
      const next = made(this.#stand, first.changes);
      const request = next && caseOf(next, this.#id)?.request;
      yield;
      if (!next || !request) continue;
      const evaluation = evaluate(next.world, request);
      if (JSON.stringify(evaluation.decidedBy) === reason) continue;
      firsts++;
      const seconds = propose(next, this.#id, evaluation, this.#wanted).slice(0, MAX_SECOND);
      tries.push(...seconds.map((second) => [first, second]));
    }
    const smallest = tries.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    return merge(yield* this.#try(smallest));
  }

  /** What else flips. Once enough edits are known to flip less, it need not be known by how much more one flips. */
  *#measure(found: readonly Flipping[]): Generator<void, readonly Measured[]> {
    const { catalogue = NO_CATALOGUE, maxCells = MAX_CELLS, limit = LIMIT } = this.#options;
    const { world, scenario } = this.#stand;
    // The object of a bucket that is asked for here comes before those of other requests.
    const requests = [this.#request, ...scenario.cases.flatMap(({ request }) => request ?? [])];
    const universe = universeOf(world, requests, catalogue);
    const cells = new Cells(world, universe, circumstances(this.#request), maxCells);
    const measured: Measured[] = [];
    for (const flipping of found) {
      if (this.#isStopped) break;
      const flips = flipsOf(this.#stand, flipping, this.#id);
      const known = measured.map(blastOf).toSorted((a, b) => a - b);
      const enough = known[limit + SPARE] ?? Infinity;
      const count = cells.count(flipping.world, enough);
      measured.push({ ...flipping, flips, cells: count, size: sizeOf(flipping.parts) });
      yield;
    }
    return rank(measured);
  }

  /** The first of them made on the file, read back and evaluated: only what flips there counts. */
  *#verify(measured: readonly Measured[]): Generator<void, readonly FlipEdit[]> {
    const { limit = LIMIT } = this.#options;
    const edits: FlipEdit[] = [];
    for (const each of measured) {
      if (this.#isStopped) break;
      if (edits.length === limit) {
        this.#isCapped = true;
        break;
      }
      const changes = changesOf(each.parts);
      const after = each.after ?? made(this.#stand, changes);
      const outcome = after && outcomeOf(after, this.#id);
      if (after && this.#isFlipped(outcome)) edits.push(toEdit(each, after, outcome));
      yield;
    }
    return edits;
  }
}

/** How far a candidate reaches beside the request it is for. */
interface Measured extends Flipping {
  readonly flips: readonly Flip[];
  readonly cells: CellCount;
  readonly size: number;
}

function toEdit({ parts, flips, cells }: Measured, after: Stand, outcome: Outcome): FlipEdit {
  const lines = parts.map(({ line }) => line);
  return {
    edit: { title: lines.map(toTitle).join('; '), changes: changesOf(parts) },
    kind: parts[0]?.kind ?? 'fact',
    lines,
    after: outcome,
    flips,
    cells,
    text: after.source.text
  };
}

function changesOf(parts: readonly Candidate[]): readonly Change[] {
  return parts.flatMap(({ changes }) => changes);
}

function sizeOf(parts: readonly Candidate[]): number {
  return parts.reduce((sum, { size }) => sum + size, 0);
}

/** For the history: one sentence, no marks. */
function toTitle(line: string): string {
  const plain = line.replaceAll('`', '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function outcomeOf(stand: Stand, id: string): Outcome {
  const request = caseOf(stand, id)?.request;
  return request ? decide(stand.world, request) : null;
}

/** The other requests whose outcome is another one. What lies inside policies changes no request. */
function flipsOf({ scenario, world }: Stand, flipping: Flipping, id: string): readonly Flip[] {
  return scenario.cases.flatMap((each) => {
    if (each.id === id || !each.request) return [];
    const { after } = flipping;
    const then = after ? outcomeOf(after, each.id) : decide(flipping.world, each.request);
    const flip = { id: each.id, before: decide(world, each.request), after: then };
    return flip.before === then ? [] : [flip];
  });
}
