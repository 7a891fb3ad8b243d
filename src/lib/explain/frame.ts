/** The film of an evaluation: what the stepper steps through. Types only; frames.ts makes them. */
import type { Evaluation, Step } from '../engine/trace.ts';

/** How deep the stepper looks: stops and layers only, also statements, also elements and condition values. */
export type Detail = 'layers' | 'statements' | 'elements';
export const DETAILS: readonly Detail[] = ['layers', 'statements', 'elements'];

/**
 * One moment of the film. A step whose parts are shown too has two: `open` asks its question, `close` answers it;
 * a step without visible parts has only its `close`.
 */
export interface Frame {
  /** The step's id; with `?` at its end for the opening moment. Stands in the URL. */
  readonly id: string;
  readonly step: Step;
  readonly moment: 'open' | 'close';
  /** 0 for stops and layers. */
  readonly depth: number;
  /** The evaluation this belongs to: a hop, a check, or the request itself. */
  readonly evaluation: Evaluation;
  /** Its place on the way: hops first, then the request, then its checks; from 0. */
  readonly stretch: number;
  /** Id of the stop or layer this frame stands in, e.g. `scp`, `hop1.resource`, `verdict`. */
  readonly layer: string;
}
