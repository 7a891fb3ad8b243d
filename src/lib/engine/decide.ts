/** The decision alone, for those who ask many questions and need no reasons; open facts are worked out. */
import type { World } from '../world/world.ts';
import { toLazyRequest } from './context.ts';
import { decideWith, type Outcome } from './decide-open.ts';
import { evaluate } from './evaluate.ts';
import type { RequestFacts } from './facts.ts';
import type { Request } from './request.ts';

export { decideOne, decideOpen, type Outcome } from './decide-open.ts';

/** The outcome of `evaluate`, hops and checks included. Where it hangs on open facts, they are worked out. */
export function decide(world: World, request: Request): Outcome {
  const outcome = decideWith(world, request, decide);
  return outcome === 'conditional' ? evaluate(world, request).outcome : outcome;
}

/** {@link decide} for a raw request: its context is derived as far as policies ask for it. */
export function decideFacts(world: World, facts: RequestFacts): Outcome {
  return decide(world, toLazyRequest(world, facts));
}
