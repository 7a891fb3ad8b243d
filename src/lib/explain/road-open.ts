/** What a gate hangs on while facts are left open, in the few words that stand below it: `allows when MFA is present`. */
import type { Evaluation, PolicyStep, PolicyTypeStep, Split, StatementStep } from '../engine/trace.ts';
import type { Effect } from '../policy/document.ts';
import { conditionWords, keyWords } from './facts.ts';

/** Letters that two lines below a gate have room for. */
const LONGEST = 36;

/** For a layer: what has to hold where one condition is open and that is short, else the facts that are open. */
export function openLayer({ steps }: PolicyTypeStep, { splits }: Evaluation): string {
  const statements = steps.flatMap((target) => target.steps).flatMap((policy) => policy.steps);
  return openOf(statements, splits) ?? 'depends on open facts';
}

/** For the deny sweep where no Deny matches for certain: when one does; null where none may. */
export function openSweep(evaluation: Evaluation): string | null {
  const open = openDenies(evaluation);
  if (open.length === 0) return null;
  const statements = open.flatMap(({ steps }) => steps).filter(isOpenDeny);
  return openOf(statements, evaluation.splits) ?? 'one may match';
}

/** The policies in which a Deny may match. */
export function openDenies({ steps }: Evaluation): readonly PolicyStep[] {
  return steps
    .flatMap((step) => (step.kind === 'policyType' ? step.steps : []))
    .flatMap((target) => target.steps)
    .filter((policy) => policy.steps.some(isOpenDeny));
}

function isOpenDeny({ effect, outcome }: StatementStep): boolean {
  return effect === 'Deny' && outcome === 'unknown';
}

const SAYS: Readonly<Record<Effect, string>> = { Allow: 'allows when', Deny: 'denies when' };

/** Null where nothing could be worked out, or the words are too many. */
function openOf(statements: readonly StatementStep[], splits: readonly Split[]): string | null {
  const open = statements
    .filter(({ outcome }) => outcome === 'unknown')
    .flatMap(({ effect, steps }) => {
      const ids = new Set(steps.map(({ id }) => id));
      return splits.filter(({ step }) => ids.has(step)).map((split) => ({ effect, split }));
    });
  const [only] = open;
  if (!only) return null;
  const { effect, split } = only;
  if (open.length === 1 && split.when) {
    const told = `${SAYS[effect]} ${conditionWords(split.when, (text) => text)}`;
    if (told.length <= LONGEST) return told;
  }
  const keys = new Set(open.flatMap((each) => each.split.keys.map(keyWords)));
  const told = `hangs on ${[...keys].join(' and ')}`;
  return told.length <= LONGEST ? told : `hangs on ${String(keys.size)} open facts`;
}
