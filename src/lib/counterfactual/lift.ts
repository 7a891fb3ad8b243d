/** A Deny that matches, made to spare the request: an exception, an entry less, or the statement gone. */
import type { ConditionStep, ElementStep, StatementStep } from '../engine/trace.ts';
import { isUnknown } from '../engine/request.ts';
import { OPERATORS } from '../engine/operators.ts';
import type { Statement } from '../policy/document.ts';
import { statementsIn, type Asked } from './asked.ts';
import { code, type Candidate } from './report.ts';
import { addCondition, addEntry, dropEntry, type Sheet } from './sheet.ts';
import { NO_EDIT, statementEdits, type StatementEdit } from './statement-edits.ts';
import { baseOf } from './widen.ts';

/** The Deny statements that match, in all policies. */
export function denies({ evaluation }: Pick<Asked, 'evaluation'>): readonly StatementStep[] {
  return statementsIn(evaluation).filter((step) => step.effect === 'Deny' && step.outcome === 'match');
}

/** Every way past one Deny in a policy of the file; what AWS supplies can only be taken down. */
export function lift(asked: Asked, step: StatementStep): readonly Candidate[] {
  return statementEdits(asked, step, { edit: 'spare', gone: 'drop' }, (sheet, statement) => [
    ...step.steps.map((part) =>
      part.kind === 'condition' ? unlessValue(asked, sheet, part) : unlessEntry(asked, sheet, part)
    ),
    unlessCaller(asked, sheet, statement)
  ]);
}

/** NotAction and NotResource take one more; of a list of actions or resources the one that names the request goes. */
function unlessEntry({ stand, request }: Asked, sheet: Sheet, part: ElementStep): StatementEdit {
  const { element, negated, at, matched } = part;
  if (element === 'Principal') {
    return matched ? ['no longer name the principal', dropEntry(stand, sheet, matched.path), 1] : NO_EDIT;
  }
  const text = element === 'Action' ? request.action : request.resource;
  if (negated) return [`add ${code(text)} to \`Not${element}\``, addEntry(stand, sheet, at.path, text), 1];
  const isSole = part.expected.filter(({ holds }) => holds).length === 1;
  const written = part.expected.find(({ holds }) => holds)?.text ?? '';
  if (!matched || !isSole) return NO_EDIT;
  return [`strike ${code(written)} from \`${element}\``, dropEntry(stand, sheet, matched.path), 1];
}

/** One value more for an operator that says "not these"; of several values that are meant, the one that is met. */
function unlessValue({ stand }: Asked, sheet: Sheet, part: ConditionStep): StatementEdit {
  const base = baseOf(part.operator);
  const [actual = null] = part.actual ?? [];
  if (OPERATORS.get(base)?.negated === true) {
    if (actual === null || part.actual?.length !== 1) return NO_EDIT;
    return [
      `except ${code(actual)} under ${code(part.key)}`,
      addEntry(stand, sheet, part.at.path, actual),
      1
    ];
  }
  const held = part.expected.find(({ holds }) => holds);
  if (!held || base === 'Null') return NO_EDIT;
  return [`strike ${code(held.text)} from ${code(part.key)}`, dropEntry(stand, sheet, held.at.path), 1];
}

/** An exception for the caller's own identity (KEY-01: for a session `aws:PrincipalArn` is its role). */
function unlessCaller({ request }: Asked, sheet: Sheet, statement: Statement): StatementEdit {
  const value = request.context.get('aws:principalarn');
  const arn = value && !isUnknown(value) ? value.values[0] : undefined;
  const isThere = statement.conditions.some(
    ({ key, operator }) => key.toLowerCase() === 'aws:principalarn' && operator.text === 'ArnNotLike'
  );
  if (arn === undefined || isThere) return NO_EDIT;
  return [`except ${code(arn)}`, addCondition(sheet, statement, 'ArnNotLike', 'aws:PrincipalArn', arn), 2];
}
