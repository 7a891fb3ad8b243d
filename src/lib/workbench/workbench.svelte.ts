/**
 * All that follows from the facts of a scenario page. Holds no state of its own, so there is nothing to keep in step.
 * Make one per page and hand it down by props; never export an instance from a module.
 */
import { evaluate } from '../engine/evaluate.ts';
import type { Evaluation, NodeRef } from '../engine/trace.ts';
import { credentialFacts, type CredentialFact } from '../explain/credential.ts';
import { DETAILS, type Detail, type Frame } from '../explain/frame.ts';
import { layerPlaces, placeOf, toFrames } from '../explain/frames.ts';
import { receiptOf, type Receipt } from '../explain/receipt.ts';
import { refusalOf, type Refusal } from '../explain/refusal.ts';
import { toRoad } from '../explain/road.ts';
import { finding, question } from '../explain/sentence.ts';
import { ruleSource } from '../explain/sources.ts';
import { toWords } from '../explain/words.ts';
import { litBy } from '../graph/light.ts';
import { marksOf } from '../graph/marks.ts';
import { outlineOf } from '../graph/outline.ts';
import type { Graph, Light } from '../graph/graph.ts';
import type { Case, Scenario } from '../scenario/scenario.ts';
import { toPassed } from './moves.ts';
import { stepAt, toPointing, type Pointed, type Pointing } from './pointing.ts';
import { toTabs, toTitle, type PaperTab } from './paper-title.ts';
import { sheetOf, unreadSheet, type Opened, type Sheet } from './sheet.ts';
import { readsOf } from './sheet-reads.ts';
import { headsOf } from './road-heads.ts';
import { toStretches } from './stretches.ts';
import { toWatches, veiled, type Watch } from './watches.ts';
import { toWhen } from './when-words.ts';

/** The facts, as functions, so that each is tracked by itself. The page owns them. */
export interface Facts {
  readonly scenario: () => Scenario;
  readonly graph: () => Graph;
  /** The verdicts of all requests where somebody has worked them out already; null: they are worked out here. */
  readonly watches: () => readonly Watch[] | null;
  /** The URL's `request`: a request's id, perhaps stale, perhaps nonsense. */
  readonly request: () => string | null;
  /** The URL's `step`: a frame's id, perhaps stale, perhaps nonsense. Null stands on the verdict. */
  readonly step: () => string | null;
  /**
   * Whether a request is to be foretold first, so that nothing may tell how it ends. Absent or null where nothing is; a
   * page without a step then stands on the verdict, else at the start.
   */
  readonly veils?: ((request: string) => boolean) | null;
  readonly detail: () => Detail;
  /** A policy chosen by hand in the paper or the graph, until the next step. */
  readonly opened: () => Opened | 'context' | null;
  /** What the pointer or the focus rests on. */
  readonly pointed: () => Pointed | null;
}

export class Workbench {
  readonly #facts: Facts;

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  scenario = $derived.by(() => this.#facts.scenario());
  world = $derived(this.scenario.world);
  words = $derived(toWords(this.world));

  /** The chosen request, whether it can be asked or not; else the first that can be, else the first. */
  chosen: Case | null = $derived.by(() => {
    const { cases } = this.scenario;
    const named = cases.find((each) => each.id === this.#facts.request());
    return named ?? cases.find((each) => each.request !== null) ?? cases[0] ?? null;
  });
  /** Whether the URL names a request that the file has not. */
  isRequestUnknown = $derived.by(() => {
    const id = this.#facts.request();
    return id !== null && id !== this.chosen?.id;
  });

  /** Every request of the file with its verdict. */
  watches: readonly Watch[] = $derived.by(() => {
    const all = this.#facts.watches() ?? toWatches(this.scenario);
    return all.map((watch) => (this.#isVeiled(watch.case.id) ? veiled(watch) : watch));
  });
  /** Whether the request on show is to be foretold first. */
  isVeiled = $derived.by(() => this.chosen !== null && this.#isVeiled(this.chosen.id));
  /** Null for a request that has an error, and for one that is to be foretold: all that is told follows from it. */
  evaluation: Evaluation | null = $derived.by(() => {
    const request = this.chosen?.request ?? null;
    return request && !this.isVeiled ? evaluate(this.world, request) : null;
  });
  #isVeiled(request: string): boolean {
    return this.#facts.veils?.(request) ?? false;
  }

  /** As deep as the URL asks, and deep enough for the step that it names to be one of the film's. */
  detail: Detail = $derived.by(() => {
    const step = bare(this.#facts.step() ?? '');
    return step === '' ? this.#facts.detail() : this.#leastDeep((frame) => frame.step.id === step);
  });
  frames: readonly Frame[] = $derived.by(() =>
    this.evaluation ? toFrames(this.evaluation, this.detail) : []
  );
  /** The frame's place, kept inside the film whatever the URL says. */
  index = $derived.by(() => {
    const step = this.#facts.step();
    return step === null && this.#facts.veils ? 0 : placeOf(step, this.frames);
  });
  frame: Frame | null = $derived(this.frames[this.index] ?? null);
  /** Whether the URL names a step that this request has not; the page then says where it stands instead. */
  isStepUnknown = $derived.by(() => {
    const id = this.#facts.step();
    return id !== null && this.frame !== null && this.frame.step.id !== bare(id);
  });
  layers = $derived(layerPlaces(this.frames));
  /** Id of the stop on show; for a call that was never made the verdict of the hop that stopped it. */
  layer = $derived.by(() => {
    const { frame, way } = this;
    return frame && way !== frame.evaluation ? (way?.id ?? '') : (frame?.layer ?? '');
  });

  /** The evaluation on show: a hop's or check's own while its steps are shown. */
  stretch: Evaluation | null = $derived(this.frame?.evaluation ?? this.evaluation);
  /** The way on show. A call that was never made has none of its own: its verdict stands at the end of the hop's. */
  way: Evaluation | null = $derived.by(() => {
    const { stretch } = this;
    return stretch?.hops.find((hop) => stretch.steps.length === 0 && hop.outcome !== 'allowed') ?? stretch;
  });
  road = $derived(this.way ? toRoad(this.way) : null);
  /** Ids of the stops of the way, in the order in which they are asked. */
  order: readonly string[] = $derived(this.way?.steps.map((step) => step.id) ?? []);
  /** Ids of the frames before and at the present one. */
  passed = $derived(toPassed(this.frames, this.index));

  sentence = $derived.by(() => {
    const { frame } = this;
    if (!frame) return '';
    const context = { words: this.words, evaluation: frame.evaluation };
    return frame.moment === 'open' ? question(frame.step, context) : finding(frame.step, context);
  });
  /** Everything that is checked for the call, at its verdict; null for a call that is one check. */
  receipt: Receipt | null = $derived.by(() =>
    this.frame?.step.kind === 'evaluation' ? receiptOf(this.frame.step, this.words) : null
  );
  /** What AWS would answer, at a verdict that refuses. */
  refusal: Refusal | null = $derived.by(() =>
    this.frame?.step.kind === 'evaluation' ? refusalOf(this.frame.step, this.words) : null
  );
  source = $derived(this.frame ? ruleSource(this.frame.step.rule) : null);

  /** Laid out at build time for what is shipped: the page has no layout to wait for. */
  graph: Graph = $derived.by(() => this.#facts.graph());
  heads = $derived(this.way ? headsOf(this.way, this.graph, this.words) : null);
  outline = $derived(outlineOf(this.graph, toWhen(this.world, this.words)));
  light: Light | null = $derived.by(() => {
    const { frame, evaluation, graph, passed } = this;
    if (!frame || !evaluation) return null;
    const light = litBy(frame.step, frame.evaluation, graph);
    const all = [evaluation, ...evaluation.hops, ...evaluation.checks];
    const moment = { step: frame.step, evaluation: frame.evaluation, all, passed };
    return { ...light, marks: marksOf(moment, light, graph) };
  });

  /** What lights beside, because somebody points at something. */
  pointing: Pointing = $derived.by(() => {
    const { world, graph } = this;
    return toPointing(this.#facts.pointed(), { world, graph, evaluations: this.#readings() });
  });

  /** The policy on the table, and what of it is marked. */
  sheet: Sheet | null = $derived.by(() => {
    const { frame, evaluation, stretch, passed } = this;
    const opened = this.#facts.opened();
    if (opened === 'context') return null;
    if (!frame || !evaluation || !stretch) return opened && unreadSheet(this.world, opened);
    return sheetOf(this.world, frame, { opened, evaluations: this.#readings(), passed });
  });
  /** Where the step is about all documents at once: the list of them. */
  isListing = $derived.by(() => {
    if (this.#facts.opened() === 'context') return false;
    const step = this.frame?.step;
    return step?.kind === 'gate' && (step.gate === 'papers' || step.gate === 'denySweep');
  });
  /** What the caller signed with, where the step asks who signed. */
  credential: readonly CredentialFact[] | null = $derived.by(() => {
    const step = this.frame?.step;
    const isAsked = step?.kind === 'gate' && step.gate === 'signed';
    return isAsked && this.stretch ? credentialFacts(this.stretch.request, this.world, this.words) : null;
  });
  /** Whether the step looks for Denies that match. */
  isSweep = $derived(this.frame?.step.kind === 'gate' && this.frame.step.gate === 'denySweep');
  /** The documents that apply. Whoever is to foretell something reads them first: then without a word of what they do. */
  tabs: readonly PaperTab[] = $derived.by(() => {
    const request = this.chosen?.request ?? null;
    if (!this.isVeiled || request === null) return this.stretch ? toTabs(this.stretch, this.words) : [];
    const all = toTabs(evaluate(this.world, request), this.words);
    return all.map((tab) => ({ ...tab, isElsewhere: false }));
  });
  title = $derived(toTitle(this.world, this.sheet, this.words, this.isListing ? this.tabs : null));
  /** The statements of the sheet as sentences, by their paths. */
  reads = $derived(readsOf(this.world, this.sheet, this.words));
  stretches = $derived.by(() =>
    this.evaluation
      ? toStretches(this.evaluation, this.words, { current: this.stretch, passed: this.passed })
      : []
  );

  /** Where to look for what was read: on the stretch on show before all others. */
  #readings(): readonly Evaluation[] {
    const { evaluation, stretch } = this;
    return evaluation && stretch ? [stretch, evaluation, ...evaluation.hops, ...evaluation.checks] : [];
  }

  /** The step that reads a place of a policy, or what that is a part of; null when none does. */
  stepReading(at: NodeRef): string | null {
    return stepAt(this.#readings(), at);
  }

  /** The step that reads a level of the organization on the stretch on show; null when none does. */
  levelReading(type: string, target: string): string | null {
    for (const step of this.stretch?.steps ?? []) {
      if (step.kind !== 'policyType' || step.type !== type) continue;
      return step.steps.find((each) => each.target === target)?.id ?? null;
    }
    return null;
  }

  /** The least deep level of detail, from the present one on, whose film has this frame; else the present one. */
  detailShowing(id: string): Detail {
    return this.#leastDeep((frame) => frame.id === id);
  }

  #leastDeep(isWanted: (frame: Frame) => boolean): Detail {
    const { evaluation } = this;
    const present = this.#facts.detail();
    if (!evaluation) return present;
    const deeper = DETAILS.slice(DETAILS.indexOf(present));
    return deeper.find((detail) => toFrames(evaluation, detail).some(isWanted)) ?? present;
  }

  /** Where one stands in the film of another level of detail: the same frame, else what the step is a part of. */
  idAt(detail: Detail): string | null {
    const { evaluation, frame } = this;
    if (!evaluation || !frame) return null;
    const frames = toFrames(evaluation, detail);
    return frames[placeOf(frame.id, frames)]?.id ?? null;
  }
}

/** A step's id, of a frame's. */
function bare(id: string): string {
  return id.replace(/\?$/, '');
}
