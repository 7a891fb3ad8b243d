/** An evaluation as plain JSON and back. The trace already is; only the request context is a map. */
import type { ContextValue, Request } from './request.ts';
import type { Evaluation } from './trace.ts';

export interface PlainEvaluation extends Omit<Evaluation, 'request' | 'hops' | 'checks'> {
  readonly request: PlainRequest;
  readonly hops: readonly PlainEvaluation[];
  readonly checks: readonly PlainEvaluation[];
}

export interface PlainRequest extends Omit<Request, 'context' | 'hops' | 'checks'> {
  /** In the order of the context; each value carries its key. */
  readonly context: readonly ContextValue[];
  readonly hops: readonly PlainRequest[];
  readonly checks: readonly PlainRequest[];
}

/** What `JSON.stringify` may have. */
export function toPlain(evaluation: Evaluation): PlainEvaluation {
  return {
    ...evaluation,
    request: toPlainRequest(evaluation.request),
    hops: evaluation.hops.map(toPlain),
    checks: evaluation.checks.map(toPlain)
  };
}

/** The inverse of `toPlain`. */
export function fromPlain(plain: PlainEvaluation): Evaluation {
  return {
    ...plain,
    request: fromPlainRequest(plain.request),
    hops: plain.hops.map(fromPlain),
    checks: plain.checks.map(fromPlain)
  };
}

function toPlainRequest(request: Request): PlainRequest {
  return {
    ...request,
    context: [...request.context.values()],
    hops: request.hops.map(toPlainRequest),
    checks: request.checks.map(toPlainRequest)
  };
}

function fromPlainRequest(plain: PlainRequest): Request {
  return {
    ...plain,
    context: new Map(plain.context.map((value) => [value.key.toLowerCase(), value] as const)),
    hops: plain.hops.map(fromPlainRequest),
    checks: plain.checks.map(fromPlainRequest)
  };
}
