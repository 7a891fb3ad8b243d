/** From a raw request to its evaluation in one step, for those who keep nothing of the request but its trace. */
import type { World } from '../world/world.ts';
import { toLazyRequest } from './context.ts';
import { evaluate } from './evaluate.ts';
import type { RequestFacts } from './facts.ts';
import type { Evaluation } from './trace.ts';

/** `evaluate` of the request that these facts describe. Its context is made as far as policies ask for it. */
export function evaluateFacts(world: World, facts: RequestFacts): Evaluation {
  return evaluate(world, toLazyRequest(world, facts));
}
