/** Holds a scenario to what it says: every request with an expectation, every scene. The JSON of `bouncer check`. */
import { evaluate } from '../engine/evaluate.ts';
import type { Evaluation } from '../engine/trace.ts';
import { wholeCondition } from '../explain/facts.ts';
import { DETAILS, type Detail } from '../explain/frame.ts';
import { toFrames } from '../explain/frames.ts';
import { refusalOf, type Refusal } from '../explain/refusal.ts';
import { toWords } from '../explain/words.ts';
import type { AwsError, Diagnostic, Severity } from '../source/diagnostic.ts';
import { lineColumn } from '../source/text.ts';
import { fitsBy, splitBy, type By } from './by.ts';
import type { Case, Expectation, ParsedScenario, Scene } from './scenario.ts';

export interface ScenarioReport {
  readonly diagnostics: readonly DiagnosticReport[];
  readonly requests: readonly RequestReport[];
  /** Null: the law of an exercise is not checked here. */
  readonly exercise: null;
  readonly scenes: readonly SceneReport[];
  /** Requests and scenes that hold. */
  readonly passed: number;
  /** Requests and scenes that do not. */
  readonly failed: number;
}

export interface DiagnosticReport {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly help?: string;
  /** How AWS refuses the document; the message is null where only the error code is known. */
  readonly aws?: AwsError;
}

/** `null` is undecided: something the request needs is broken, or too many facts are unknown. */
export type ReportedDecision = Evaluation['outcome'];

export interface RequestReport {
  readonly id: string;
  readonly decision: ReportedDecision;
  /** What decided, as `TYPE[@LEVEL][/POLICY[#SID]]`. */
  readonly by: readonly string[];
  /** For `conditional`: the condition in words; for a call undecided because too much is open, the open keys. */
  readonly when: string | readonly string[] | null;
  readonly expect: Expectation | null;
  /** What must have decided, where the file says so. */
  readonly expectBy: string | null;
  /** Null when nothing is expected. */
  readonly ok: boolean | null;
  readonly hops: readonly HopReport[];
  /** What AWS would answer; null unless the request is denied. */
  readonly denial: DenialReport | null;
}

/** The refusal as a caller sees it; `step` is the id of the verdict of the call that was refused. */
export type DenialReport = Pick<Refusal, 'code' | 'operation' | 'message' | 'step' | 'action'>;

export interface HopReport {
  readonly role: string;
  readonly decision: ReportedDecision;
  readonly by: readonly string[];
}

export interface SceneReport {
  /** From 0. */
  readonly index: number;
  /** Absent when the scene has none. */
  readonly title?: string;
  readonly ok: boolean;
  /** What is wrong, when something is. */
  readonly why?: string;
}

/** What became of a request's evaluation: null for a request that has an error. */
export type Evaluations = ReadonlyMap<string, Evaluation | null>;

/** Why a scene no longer tells the truth. */
export type Stale =
  /** It claims something of a request and names none. */
  | { readonly kind: 'noRequest' }
  | { readonly kind: 'lostRequest' | 'brokenRequest'; readonly request: string }
  | { readonly kind: 'decision'; readonly expected: Expectation; readonly decision: ReportedDecision }
  | { readonly kind: 'lostStep'; readonly step: string }
  | { readonly kind: 'lostFocus'; readonly names: readonly string[] };

/**
 * Evaluates every request and compares. With an exercise in the file nothing is held against the start: there
 * `ok` is null throughout.
 */
export function checkScenario(scenario: ParsedScenario, diagnostics: readonly Diagnostic[]): ScenarioReport {
  const { cases, world } = scenario;
  const evaluations = new Map(
    cases.map(({ id, request }) => [id, request === null ? null : evaluate(world, request)])
  );
  const requests = cases.map((one) => checkCase(scenario, one, evaluations.get(one.id) ?? null));
  const scenes = scenario.scenes.map((scene, index) => checkScene(scene, index, evaluations));
  const outcomes = [...requests, ...scenes].map(({ ok }) => ok);
  return {
    diagnostics: diagnostics.map(toReport),
    requests,
    exercise: null,
    scenes,
    passed: outcomes.filter((ok) => ok === true).length,
    failed: outcomes.filter((ok) => ok === false).length
  };
}

function toReport({ code, severity, message, range, path, help, aws }: Diagnostic): DiagnosticReport {
  const base = { code, severity, message, ...lineColumn(range.source, range.from), path };
  return { ...base, ...(help === undefined ? {} : { help }), ...(aws === undefined ? {} : { aws }) };
}

function checkCase(scenario: ParsedScenario, one: Case, evaluation: Evaluation | null): RequestReport {
  const { id, expect, by: expectBy } = one;
  if (evaluation === null) {
    const ok = isHeld(scenario, one) ? false : null;
    return { id, decision: null, by: [], when: null, expect, expectBy, ok, hops: [], denial: null };
  }
  const by = decidingSteps(evaluation);
  const ok = fitsDecision(expect, evaluation.outcome) && fitsDeciding(expectBy, by);
  return {
    id,
    decision: evaluation.outcome,
    by,
    when: conditionOf(evaluation),
    expect,
    expectBy,
    ok: isHeld(scenario, one) ? ok : null,
    hops: evaluation.hops.map((hop) => ({
      role: hop.request.resource,
      decision: hop.outcome,
      by: decidingSteps(hop)
    })),
    denial: toDenial(refusalOf(evaluation, toWords(scenario.world)))
  };
}

/** A refusal without what only a page shows. */
export function toDenial(refusal: Refusal | null): DenialReport | null {
  if (refusal === null) return null;
  const { code, operation, message, step, action } = refusal;
  return { code, operation, message, step, action };
}

function isHeld(scenario: ParsedScenario, { expect, by }: Case): boolean {
  return !scenario.hasExercise && (expect !== null || by !== null);
}

function checkScene(scene: Scene, index: number, evaluations: Evaluations): SceneReport {
  const stale = staleness(scene, evaluations);
  const title = scene.title === '' ? {} : { title: scene.title };
  return stale === null
    ? { index, ...title, ok: true }
    : { index, ...title, ok: false, why: toWhy(stale, scene.request ?? '') };
}

/** What of a scene's claim does not hold; null when all of it does, also without an expectation. */
export function staleness(scene: Scene, evaluations: Evaluations): Stale | null {
  return requestStaleness(scene, evaluations) ?? focusStaleness(scene);
}

function requestStaleness({ request, step, expect }: Scene, evaluations: Evaluations): Stale | null {
  if (request === null) return step === null && expect === null ? null : { kind: 'noRequest' };
  const evaluation = evaluations.get(request);
  if (evaluation === undefined) return { kind: 'lostRequest', request };
  if (evaluation === null) return { kind: 'brokenRequest', request };
  if (expect !== null && !fitsDecision(expect, evaluation.outcome)) {
    return { kind: 'decision', expected: expect, decision: evaluation.outcome };
  }
  return step === null || leastDetail(step, evaluation) !== null ? null : { kind: 'lostStep', step };
}

function focusStaleness({ focus }: Scene): Stale | null {
  const names = focus.flatMap(({ name, id }) => (id === null ? [name] : []));
  return names.length === 0 ? null : { kind: 'lostFocus', names };
}

/** The least deep level of detail whose film has this very frame; null when none has. */
export function leastDetail(frame: string, evaluation: Evaluation): Detail | null {
  return DETAILS.find((detail) => toFrames(evaluation, detail).some(({ id }) => id === frame)) ?? null;
}

function toWhy(stale: Stale, request: string): string {
  switch (stale.kind) {
    case 'noRequest':
      return 'it names no request that could hold what it says';
    case 'lostRequest':
      return `the file has no request \`${stale.request}\``;
    case 'brokenRequest':
      return `request \`${stale.request}\` has an error`;
    case 'decision':
      return `\`${request}\` is ${stale.decision ?? 'undecided'}, expected ${stale.expected}`;
    case 'lostStep':
      return `\`${request}\` has no step \`${stale.step}\``;
    case 'lostFocus':
      return `it points at ${stale.names.map((name) => `\`${name}\``).join(', ')}, which is not there`;
  }
}

/** Whether a decision is the expected one; `denied` is either kind of deny. */
export function fitsDecision(expected: Expectation | null, decision: ReportedDecision): boolean {
  if (expected === null) return true;
  if (expected === 'denied') return decision === 'explicitDeny' || decision === 'implicitDeny';
  return decision === expected;
}

function conditionOf({ when, decidedBy }: Evaluation): RequestReport['when'] {
  if (when) return wholeCondition(when);
  return decidedBy.kind === 'conditional' || decidedBy.kind === 'undecided' ? (decidedBy.on ?? null) : null;
}

/**
 * What decided, as `TYPE[@LEVEL][/POLICY[#SID]]`; empty when undecided or conditional. The level is told where
 * several are asked one by one: SCPs and RCPs. A blocked call was decided by what blocked it.
 */
export function decidingSteps(evaluation: Evaluation): readonly string[] {
  const { decidedBy } = evaluation;
  switch (decidedBy.kind) {
    case 'blocked': {
      const blocking = [...evaluation.hops, ...evaluation.checks].find(({ id }) => id === decidedBy.step);
      return blocking ? decidingSteps(blocking) : [decidedBy.by];
    }
    case 'allowed':
    case 'explicitDeny':
    case 'noAllow': {
      const types = typeof decidedBy.by === 'string' ? [decidedBy.by] : decidedBy.by;
      const steps = decidedBy.steps.flatMap((step) => toBy(step) ?? []);
      const unnamed = types.filter((type) => !steps.some((step) => step.type === type));
      return [...new Set([...steps.map(printBy), ...unnamed])];
    }
    case 'conditional':
    case 'undecided':
      return [];
  }
}

/** A step's id as what it says of the decision: `hop1.scp@Prod/DenyRegions~2#NoAbroad` without prefix and count. */
function toBy(step: string): By | null {
  return splitBy(step.replace(/^(?:(?:hop|check)\d+\.)+/, '').replace(/~\d+(?=[/#]|$)/g, ''));
}

function printBy({ type, level, policy, sid }: By): string {
  const hasLevels = type === 'scp' || type === 'rcp';
  const at = hasLevels && level !== null ? `@${level}` : '';
  return `${type}${at}${policy === null ? '' : `/${policy}`}${sid === null ? '' : `#${sid}`}`;
}

/** Whether one of what decided is what a request's `by` says; null expects nothing. */
export function fitsDeciding(expected: string | null, actual: readonly string[]): boolean {
  const wanted = expected === null ? null : splitBy(expected);
  if (wanted === null) return true;
  return actual.some((text) => {
    const by = splitBy(text);
    return by !== null && fitsBy(asInIds(wanted), by);
  });
}

/** Step ids write names without the characters that ids are built with, and AWS's policies without `aws:`. */
function asInIds(by: By): By {
  const level = by.level === null ? null : toIdName(by.level);
  const policy = by.policy === null ? null : toIdName(by.policy.replace(/^aws:/, ''));
  return { ...by, level, policy };
}

function toIdName(name: string): string {
  return name.replace(/[/#@:?\s]+/g, '-').replace(/^-+|-+$/g, '');
}
