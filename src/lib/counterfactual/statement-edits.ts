/** What can be done to one statement of a policy of the file: edited, removed, its policy taken down. */
import type { StatementStep } from '../engine/trace.ts';
import type { Statement } from '../policy/document.ts';
import type { Change } from '../source/change.ts';
import { writtenStatement, type Asked } from './asked.ts';
import { holderName, policyName, statementOf } from './names.ts';
import type { Candidate } from './report.ts';
import { attachmentsOf, detach, dropStatement, sheetOf, type Sheet } from './sheet.ts';

/** One edit inside a statement; null where it cannot be made. `size` as in {@link Candidate}. */
export type StatementEdit = readonly [words: string, change: Change | null, size: number];

export const NO_EDIT: StatementEdit = ['', null, 0];

/**
 * Every edit of a statement, then the statement gone, then its policy taken down. What AWS supplies can only be taken
 * down; of a policy that cannot be read there is none.
 *
 * @param kinds of the candidates: an edit inside the statement, and the statement gone
 */
export function statementEdits(
  asked: Asked,
  step: StatementStep,
  kinds: { readonly edit: Candidate['kind']; readonly gone: Candidate['kind'] },
  editsOf: (sheet: Sheet, statement: Statement) => readonly StatementEdit[]
): readonly Candidate[] {
  const { stand } = asked;
  const sheet = sheetOf(stand, step.at.policy);
  const statement = writtenStatement(asked, step);
  if (!statement) return [];
  if (!sheet) return takeDown(asked, step);
  const where = statementOf(stand.world, sheet.paper.id, statement);
  const edits = editsOf(sheet, statement).flatMap(([words, change, size]): readonly Candidate[] =>
    change === null ? [] : [{ kind: kinds.edit, line: `${words} in ${where}`, changes: [change], size }]
  );
  const changes = dropStatement(stand, sheet, step.at.path);
  const gone: readonly Candidate[] =
    changes.length > 0 ? [{ kind: kinds.gone, line: `remove ${where}`, changes, size: 3 }] : [];
  return [...edits, ...gone, ...takeDown(asked, step)];
}

/** The policy taken down from the place where it meets the request. */
function takeDown({ stand, evaluation }: Asked, { at, type }: StatementStep): readonly Candidate[] {
  const targets = new Set(
    evaluation.steps
      .flatMap((step) =>
        step.kind === 'policyType' && step.type === type
          ? step.steps.filter((each) => each.steps.some(({ policy }) => policy === at.policy))
          : []
      )
      .map(({ target }) => target)
  );
  return attachmentsOf(stand, at.policy)
    .filter((each) => each.type === type && targets.has(each.target))
    .flatMap((attachment) => {
      const changes = detach(stand, attachment);
      const from = holderName(stand.world, attachment.target);
      const line = `take ${policyName(stand.world, at.policy)} off ${from}`;
      return changes.length > 0 ? [{ kind: 'detach' as const, line, changes, size: 5 }] : [];
    });
}
