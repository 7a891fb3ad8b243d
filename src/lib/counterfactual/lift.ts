/** A Deny that matches, made to spare the request: an exception, an entry less, or the statement gone. */
import { attachmentsOf, detach, addCondition, addEntry, dropEntry, dropStatement, sheetOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import type { ConditionStep, ElementStep, StatementStep } from '../engine/trace.ts';
import { isUnknown } from '../engine/request.ts';
import { OPERATORS } from '../engine/operators.ts';
import type { Statement } from '../policy/document.ts';
import type { Change } from '../source/change.ts';
import { statementsIn, writtenStatement, type Asked } from './asked.ts';
import { holderName, policyName, statementOf } from './names.ts';
import { code, type Candidate } from './report.ts';
import { baseOf } from './widen.ts';

/** The Deny statements that match, in all policies. */
export function denies({ evaluation }: Pick<Asked, 'evaluation'>): readonly StatementStep[] {
  return statementsIn(evaluation).filter((step) => step.effect === 'Deny' && step.outcome === 'match');
}

/** Every way past one Deny in a policy of the file; what AWS supplies can only be taken down. */
export function lift(asked: Asked, step: StatementStep): readonly Candidate[] {
  const { stand } = asked;
  const sheet = sheetOf(stand, step.at.policy);
  const statement = writtenStatement(asked, step);
  if (!statement) return [];
  if (!sheet) return takeDown(asked, step);
  const where = statementOf(stand.world, sheet.paper.id, statement);
  const spare = (words: string, change: Change | null, size: number): readonly Candidate[] =>
    change === null ? [] : [{ kind: 'spare', line: `${words} in ${where}`, changes: [change], size }];
  const gone = dropStatement(stand, sheet, step.at.path);
  return [
    ...step.steps.flatMap((part) =>
      part.kind === 'condition'
        ? spare(...unlessValue(asked, sheet, part))
        : spare(...unlessEntry(asked, sheet, part))
    ),
    ...spare(...unlessCaller(asked, sheet, statement)),
    ...(gone.length > 0 ? [{ kind: 'drop' as const, line: `remove ${where}`, changes: gone, size: 3 }] : []),
    ...takeDown(asked, step)
  ];
}

type Spared = readonly [words: string, change: Change | null, size: number];
const NOT: Spared = ['', null, 0];

/** NotAction and NotResource take one more; of a list of actions or resources the one that names the request goes. */
function unlessEntry({ stand, request }: Asked, sheet: Sheet, part: ElementStep): Spared {
  const { element, negated, at, matched } = part;
  if (element === 'Principal') {
    return matched ? ['no longer name the principal', dropEntry(stand, sheet, matched.path), 1] : NOT;
  }
  const text = element === 'Action' ? request.action : request.resource;
  if (negated) return [`add ${code(text)} to \`Not${element}\``, addEntry(stand, sheet, at.path, text), 1];
  const isSole = part.expected.filter(({ holds }) => holds).length === 1;
  const written = part.expected.find(({ holds }) => holds)?.text ?? '';
  if (!matched || !isSole) return NOT;
  return [`strike ${code(written)} from \`${element}\``, dropEntry(stand, sheet, matched.path), 1];
}

/** One value more for an operator that says "not these"; of several values that are meant, the one that is met. */
function unlessValue({ stand }: Asked, sheet: Sheet, part: ConditionStep): Spared {
  const base = baseOf(part.operator);
  const [actual = null] = part.actual ?? [];
  if (OPERATORS.get(base)?.negated === true) {
    if (actual === null || part.actual?.length !== 1) return NOT;
    return [
      `except ${code(actual)} under ${code(part.key)}`,
      addEntry(stand, sheet, part.at.path, actual),
      1
    ];
  }
  const held = part.expected.find(({ holds }) => holds);
  if (!held || base === 'Null') return NOT;
  return [`strike ${code(held.text)} from ${code(part.key)}`, dropEntry(stand, sheet, held.at.path), 1];
}

/** An exception for the caller's own identity (KEY-01: for a session `aws:PrincipalArn` is its role). */
function unlessCaller({ request }: Asked, sheet: Sheet, statement: Statement): Spared {
  const value = request.context.get('aws:principalarn');
  const arn = value && !isUnknown(value) ? value.values[0] : undefined;
  const isThere = statement.conditions.some(
    ({ key, operator }) => key.toLowerCase() === 'aws:principalarn' && operator.text === 'ArnNotLike'
  );
  if (arn === undefined || isThere) return NOT;
  return [`except ${code(arn)}`, addCondition(sheet, statement, 'ArnNotLike', 'aws:PrincipalArn', arn), 2];
}

/** The policy taken down from the place where it meets the request. */
export function takeDown({ stand, evaluation }: Asked, { at, type }: StatementStep): readonly Candidate[] {
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
