/** Holds a scenario to what it says: every request with an expectation, every scene. The JSON of `bouncer check`. */
import { evaluate } from '../engine/evaluate.ts';
import type { Evaluation, Expression } from '../engine/trace.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
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
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly help?: string;
}

/** `null` is undecided: something the request needs is broken, or too many facts are unknown. */
export type ReportedDecision = Evaluation['outcome'];

export interface RequestReport {
  readonly id: string;
  readonly decision: ReportedDecision;
  /** What decided, as `TYPE[@LEVEL][/POLICY[#SID]]`. */
  readonly by: readonly string[];
  /** For `conditional`: on what; the open keys where no formula could be worked out. */
  readonly when: Expression | readonly string[] | null;
  readonly expect: Expectation | null;
  /** What must have decided, where the file says so. */
  readonly expectBy: string | null;
  /** Null when nothing is expected. */
  readonly ok: boolean | null;
  readonly hops: readonly HopReport[];
}

export interface HopReport {
  readonly role: string;
  readonly decision: ReportedDecision;
  readonly by: readonly string[];
}

export interface SceneReport {
  readonly index: number;
  readonly ok: boolean | null;
}

/**
 * Evaluates every request and compares. With an exercise in the file nothing is held against the start: there
 * `ok` is null throughout.
 */
export function checkScenario(scenario: ParsedScenario, diagnostics: readonly Diagnostic[]): ScenarioReport {
  const requests = scenario.cases.map((one) => checkCase(scenario, one));
  const scenes = scenario.scenes.map((scene, index) => checkScene(scene, index, requests));
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

function toReport({ code, severity, message, range, path, help }: Diagnostic): DiagnosticReport {
  const base = { code, severity, message, ...lineColumn(range.source, range.from), path };
  return help === undefined ? base : { ...base, help };
}

function checkCase(scenario: ParsedScenario, one: Case): RequestReport {
  const { id, request, expect, by: expectBy } = one;
  if (request === null) {
    const ok = isHeld(scenario, one) ? false : null;
    return { id, decision: null, by: [], when: null, expect, expectBy, ok, hops: [] };
  }
  const evaluation = evaluate(scenario.world, request);
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
    }))
  };
}

function isHeld(scenario: ParsedScenario, { expect, by }: Case): boolean {
  return !scenario.hasExercise && (expect !== null || by !== null);
}

function checkScene(scene: Scene, index: number, requests: readonly RequestReport[]): SceneReport {
  if (scene.expect === null) return { index, ok: null };
  const request = requests.find(({ id }) => id === scene.request);
  return { index, ok: request !== undefined && fitsDecision(scene.expect, request.decision) };
}

/** Whether a decision is the expected one; `denied` is either kind of deny. */
export function fitsDecision(expected: Expectation | null, decision: ReportedDecision): boolean {
  if (expected === null) return true;
  if (expected === 'denied') return decision === 'explicitDeny' || decision === 'implicitDeny';
  return decision === expected;
}

function conditionOf({ outcome, when, decidedBy }: Evaluation): RequestReport['when'] {
  if (outcome !== 'conditional') return null;
  return when ?? (decidedBy.kind === 'conditional' ? decidedBy.on : null);
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

function fitsDeciding(expected: string | null, actual: readonly string[]): boolean {
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
