/** What has to hold for an edge of the graph, in the words of the statements that make it. */
import type { NodeRef } from '../engine/trace.ts';
import { readCondition } from '../explain/reads-as-when.ts';
import type { Words } from '../explain/words.ts';
import type { TellWhen } from '../graph/outline.ts';
import type { World } from '../world/world.ts';

/** More clauses than this are counted, not told: a line of the outline is no policy. */
const MOST = 3;

/** Several statements that make one edge each hold by themselves: any of them will do. */
export function toWhen(world: World, words: Words): TellWhen {
  const clausesAt = ({ policy, path }: NodeRef): readonly string[] => {
    const statement = world.policies.get(policy)?.statements.find((each) => each.path === path);
    return (statement?.conditions ?? []).map((condition) =>
      readCondition(condition, words)
        .parts.map(({ text }) => text)
        .join('')
    );
  };
  return ({ conditions, madeBy }) => {
    if (conditions.length === 0) return '';
    const each = madeBy.map(clausesAt).filter(({ length }) => length > 0);
    const told = [
      ...new Set(
        each.map((clauses) =>
          clauses.length > MOST ? `${clauses.length} conditions hold` : clauses.join(' and ')
        )
      )
    ];
    if (told.length === 0) return `${conditions.join(' and ')} fits`;
    return told.length > MOST ? `one of ${told.length} sets of conditions holds` : told.join(', or ');
  };
}
