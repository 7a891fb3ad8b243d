/** This project's engine behind the interface: the whole trace, and the decision without one, which must be the same. */
import { decide } from '../../src/lib/engine/decide.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toCase, type Vector } from '../engine/vector-world.ts';
import type { Engine, Outcome } from './engine.ts';

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  allowed: 'Allowed',
  implicitDeny: 'ImplicitDeny',
  explicitDeny: 'ExplicitDeny'
};

export const OURS: Engine = {
  name: 'bouncer',
  version: 'working tree',
  canCompare: refusal,
  decide(vector) {
    const { world, request } = toCase(vector);
    const { outcome } = evaluate(world, request);
    const short = decide(world, request);
    if (short !== outcome) throw new Error(`decide says ${short}, evaluate ${outcome}`);
    const answer = OUTCOMES[String(outcome)];
    if (!answer) throw new Error(`undecided: ${outcome}`);
    return answer;
  }
};

/** Documents with an error are never evaluated, so there is nothing to compare. */
function refusal(vector: Vector): string | null {
  try {
    toCase(vector);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^policy-\d+ /, '') : String(error);
  }
}
