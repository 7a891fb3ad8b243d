/**
 * How long a page keeps its main thread by the processor's own clock. Lighthouse takes the wall's: on a machine that does
 * other things besides, a task waits for its processor and counts as if it worked.
 */

/** As a trace of Chromium has it; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** By the wall's clock, of what has an end. */
  readonly dur?: number;
  /** By the processor's clock. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** A task longer than this keeps people waiting, ms; https://web.dev/articles/tbt */
const LONG = 50;

/**
 * What tasks take beyond LONG after the first paint with something in it, in all.
 *
 * @param slowdown how much slower the device that is meant is than this one
 * @returns ms; null where the trace has no such paint
 */
export function blockingTime(events: readonly TraceEvent[], slowdown: number): number | null {
  const paint = events.findLast(({ name }) => name === 'firstContentfulPaint');
  const thread = events.find(
    ({ name, pid, args }) => name === 'thread_name' && args?.name === 'CrRendererMain' && pid === paint?.pid
  );
  if (!paint || !thread) return null;
  return events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === thread.pid && tid === thread.tid)
    .filter(({ ts, dur }) => ts + (dur ?? 0) > paint.ts)
    .reduce((sum, { tdur }) => sum + Math.max(0, ((tdur ?? 0) / 1000) * slowdown - LONG), 0);
}
