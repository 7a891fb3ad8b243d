/** The decision alone, for those who ask many questions and need no reasons. */
import type { World } from '../world/world.ts';
import { evaluate } from './evaluate.ts';
import type { Request } from './request.ts';
import type { Evaluation } from './trace.ts';

/** What an evaluation comes to; null while a policy it needs is broken. */
export type Outcome = Evaluation['outcome'];

/** The outcome of {@link evaluate}, hops and checks included. */
export function decide(world: World, request: Request): Outcome {
  return evaluate(world, request).outcome;
}
