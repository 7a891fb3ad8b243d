/** Findings about SCPs where they hang: levels that let nothing through, and an Allow that adds nothing. */
import type { Statement } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { PolicyId } from '../world/world.ts';
import { suggest, warn } from './found.ts';
import type { Hung } from './hung.ts';

/** EVAL-04: at each level some SCP must allow; several of one level are joined by or. */
export function scpFindings({ world, document, attachment }: Hung): readonly Diagnostic[] {
  const targets = world.attachments.flatMap(({ policy, type, target }) =>
    type === 'scp' && policy === attachment.policy ? [target] : []
  );
  const beside = targets.map((target) =>
    world.attachments.flatMap((each) => (each.type === 'scp' && each.target === target ? [each.policy] : []))
  );
  const statementsOf = (ids: readonly PolicyId[]) =>
    ids.flatMap((id) => world.policies.get(id)?.statements ?? []);
  const [first] = document.statements;
  const isBroken = beside.flat().some((id) => !world.policies.has(id));
  if (!first || isBroken) return [];
  if (beside.some((ids) => !statementsOf(ids).some(({ effect }) => effect === 'Allow'))) {
    const message = 'no SCP of this level allows anything, so below it everything is denied';
    return [
      warn('scp-level-without-allow', first.action, { message, help: 'attach `FullAWSAccess` here too' })
    ];
  }
  const others = beside.map((ids) => ids.filter((id) => id !== attachment.policy));
  if (!others.every((ids) => statementsOf(ids).some(isFull))) return [];
  return document.statements
    .filter(({ effect }) => effect === 'Allow')
    .map(({ action }) => {
      const message = 'another SCP of this level allows everything, so this Allow adds nothing';
      return suggest('scp-allow-without-effect', action, {
        message,
        help: 'detach `FullAWSAccess` to make this a list of what is allowed, or leave the Allow out'
      });
    });
}

function isFull({ effect, action, resource, conditions }: Statement): boolean {
  const isAll = (element: Statement['resource']) =>
    element !== null && !element.negated && element.patterns.some(({ text }) => text === '*');
  return effect === 'Allow' && conditions.length === 0 && isAll(action) && isAll(resource);
}
