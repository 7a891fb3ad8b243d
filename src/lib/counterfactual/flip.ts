/**
 * What would change it: for one request of a file the smallest edits that flip its decision. Every edit in the report
 * has been made on the file's text, read back and evaluated; what does not flip, or brings an error, is not in it.
 */
import { NO_CATALOGUE } from '../catalog/catalogue.ts';
import type { Catalogue } from '../catalog/service.ts';
import { decide, type Outcome } from '../engine/decide.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { Evaluation } from '../engine/trace.ts';
import type { SourceText } from '../source/text.ts';
import type { World } from '../world/world.ts';
import { blocking } from './asked.ts';
import { Cells } from './cells.ts';
import { propose } from './propose.ts';
import { merge, rank } from './rank.ts';
import { whyNone, whyOpen } from './reasons.ts';
import type { Candidate, Flip, FlipEdit, FlipReport } from './report.ts';
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
/** Candidates that are evaluated, and those of them that are verified on the file. */
const MAX_TRIED = 120;
const MAX_VERIFIED = 20;
/** First halves of a pair, and second halves tried with each. */
const MAX_FIRST = 6;
const MAX_SECOND = 24;
/** Pairs that are given out: each is as large as the next. */
const MAX_PAIRS = 6;

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
  return yield* new Search(stand, requestId, evaluation, options).run();
}

function nothing(request: string, none: string, before: Outcome = null): FlipReport {
  return { request, before, wanted: 'allowed', edits: [], isPair: false, none, tried: 0, isCapped: false };
}

interface Verified {
  readonly parts: readonly Candidate[];
  readonly after: Stand;
  /** The world to count in: it shares the documents that did not change. */
  readonly world: World;
}

class Search {
  readonly #stand: Stand;
  readonly #id: string;
  readonly #evaluation: Evaluation;
  readonly #options: FlipOptions;
  readonly #wanted: 'allowed' | 'denied';
  #tried = 0;
  #isCapped = false;

  constructor(stand: Stand, id: string, evaluation: Evaluation, options: FlipOptions) {
    this.#stand = stand;
    this.#id = id;
    this.#evaluation = evaluation;
    this.#options = options;
    this.#wanted = evaluation.outcome === 'allowed' ? 'denied' : 'allowed';
  }

  *run(): Generator<void, FlipReport> {
    const candidates = propose(this.#stand, this.#id, this.#evaluation, this.#wanted);
    const singles = yield* this.#verify(candidates.map((each) => [each]));
    const isPair = singles.length === 0 && this.#wanted === 'allowed';
    const found = isPair ? yield* this.#pairs(candidates) : singles;
    const edits = yield* this.#measure(found);
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

  /** Those that flip: asked of the world first where that can be, and of the file in any case. */
  *#verify(tries: readonly (readonly Candidate[])[]): Generator<void, readonly Verified[]> {
    const found: Verified[] = [];
    for (const parts of tries) {
      if (this.#isStopped) break;
      if (found.length === MAX_VERIFIED || this.#tried === MAX_TRIED) {
        this.#isCapped = true;
        break;
      }
      this.#tried++;
      const verified = this.#try(parts);
      if (verified) found.push(verified);
      yield;
    }
    return found;
  }

  #try(parts: readonly Candidate[]): Verified | null {
    const changes = parts.flatMap((part) => part.changes);
    const quick = quickly(this.#stand, changes);
    const request = caseOf(this.#stand, this.#id)?.request;
    if (quick && request && !this.#isFlipped(decide(quick, request))) return null;
    const after = made(this.#stand, changes);
    if (!after || !this.#isFlipped(outcomeOf(after, this.#id))) return null;
    return { parts, after, world: quick ?? after.world };
  }

  #isFlipped(outcome: Outcome): boolean {
    if (this.#wanted === 'allowed') return outcome === 'allowed';
    return outcome === 'explicitDeny' || outcome === 'implicitDeny';
  }

  /** Two edits: a first that moves the decision on to another reason, and what flips it from there. */
  *#pairs(candidates: readonly Candidate[]): Generator<void, readonly Verified[]> {
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
    const found = yield* this.#verify(smallest);
    return merge(found).slice(0, MAX_PAIRS);
  }

  /** What else flips, and the farthest-reaching last. */
  *#measure(found: readonly Verified[]): Generator<void, readonly FlipEdit[]> {
    const { catalogue = NO_CATALOGUE, maxCells = MAX_CELLS, limit = LIMIT } = this.#options;
    const { world, scenario } = this.#stand;
    const requests = scenario.cases.flatMap(({ request }) => request ?? []);
    const cells = new Cells(world, universeOf(world, requests, catalogue), maxCells);
    const edits: FlipEdit[] = [];
    for (const verified of found) {
      if (this.#isStopped) break;
      const { parts, after } = verified;
      const lines = parts.map(({ line }) => line);
      const title = lines.map(toTitle).join('; ');
      edits.push({
        edit: { title, changes: parts.flatMap(({ changes }) => changes) },
        kind: parts[0]?.kind ?? 'fact',
        lines,
        after: outcomeOf(after, this.#id),
        flips: flipsOf(this.#stand, after, this.#id),
        cells: cells.count(verified.world),
        text: after.source.text
      });
      yield;
    }
    const ranked = rank(
      edits,
      found.map(({ parts }) => sizeOf(parts))
    );
    if (ranked.length > limit) this.#isCapped = true;
    return ranked.slice(0, limit);
  }
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

/** The other requests whose outcome is another one. */
function flipsOf(before: Stand, after: Stand, id: string): readonly Flip[] {
  return before.scenario.cases.flatMap((each) => {
    if (each.id === id || !each.request) return [];
    const flip = {
      id: each.id,
      before: decide(before.world, each.request),
      after: outcomeOf(after, each.id)
    };
    return flip.before === flip.after ? [] : [flip];
  });
}
