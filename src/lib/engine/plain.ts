/** An evaluation as plain JSON. The trace already is; only the request context is a map. */
import type { ContextValue, Request } from './request.ts';
import type { Evaluation } from './trace.ts';

interface PlainEvaluation extends Omit<Evaluation, 'request' | 'hops' | 'checks'> {
  readonly request: PlainRequest;
  readonly hops: readonly PlainEvaluation[];
  readonly checks: readonly PlainEvaluation[];
}

interface PlainRequest extends Omit<Request, 'context' | 'hops' | 'checks'> {
  /** By key in lower case; each value carries its key as written. */
  readonly context: Readonly<Record<string, ContextValue>>;
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

function toPlainRequest(request: Request): PlainRequest {
  return {
    ...request,
    context: Object.fromEntries(request.context),
    hops: request.hops.map(toPlainRequest),
    checks: request.checks.map(toPlainRequest)
  };
}
