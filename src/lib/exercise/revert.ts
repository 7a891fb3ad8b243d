/** One statement of a solution taken back, on the world alone: what is decided then says whether it was needed. */
import type { PolicyDocument, Statement } from '../policy/document.ts';
import type { World } from '../world/world.ts';
import type { StatementChange } from './measure.ts';

/** The world after, with one change of a statement undone. */
export function revert(after: World, { policy, before, after: statement }: StatementChange): World {
  const document = after.policies.get(policy);
  if (!document) return after;
  return withDocument(after, policy, {
    ...document,
    statements: document.statements.flatMap((each): readonly Statement[] =>
      each === statement ? (before ? [before] : []) : [each]
    )
  });
}

/** The world with another document in a policy's place. */
export function withDocument(
  world: World,
  policy: StatementChange['policy'],
  document: PolicyDocument
): World {
  return { ...world, policies: new Map(world.policies).set(policy, document) };
}
