/** The record of one evaluated request, as a log keeps it. Made from an evaluation, never the other way round. */
import type { Arn } from '../world/world.ts';
import type { Decision, Evaluation, RuleId } from './trace.ts';
import type { Caller } from './request.ts';

export interface Event {
  /** ms since 1970, the request's own clock. */
  readonly at: number;
  readonly caller: Caller;
  readonly action: string;
  readonly resource: Arn;
  /** `aws:SourceIp`, or the endpoint it came through; null when neither is known. */
  readonly from: string | null;
  readonly decision: Decision | 'conditional' | null;
  readonly rule: RuleId;
}

/**
 * The event an evaluation would leave behind.
 *
 * @param now ms since 1970, used when the request context has no readable `aws:EpochTime`
 */
export function toEvent(evaluation: Evaluation, now: number): Event {
  const { request } = evaluation;
  return {
    at: epoch(one(evaluation, 'aws:epochtime')) ?? now,
    caller: request.caller,
    action: request.action,
    resource: request.resource,
    from: request.endpoint ?? one(evaluation, 'aws:sourceip'),
    decision: evaluation.outcome,
    rule: evaluation.rule
  };
}

function one(evaluation: Evaluation, key: string): string | null {
  const value = evaluation.request.context.get(key);
  return value && 'values' in value ? (value.values[0] ?? null) : null;
}

function epoch(seconds: string | null): number | null {
  return seconds !== null && /^\d{1,12}$/.test(seconds) ? Number(seconds) * 1000 : null;
}
