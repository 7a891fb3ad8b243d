/** A statement that nearly matches, made to match: an entry more where one is missing, a condition less where none fits. */
import type { ConditionStep, ElementStep, StatementStep } from '../engine/trace.ts';
import { OPERATORS } from '../engine/operators.ts';
import type { Statement } from '../policy/document.ts';
import type { Change } from '../source/change.ts';
import { again, namedAs, sameStatement, writtenStatement, type Asked } from './asked.ts';
import { statementOf } from './names.ts';
import { code, type Candidate } from './report.ts';
import { addEntry, dropCondition, dropEntry, sheetOf, type Sheet } from './sheet.ts';
import { quickly } from './stand.ts';

/** Elements that may fail for a statement to count as near. */
const NEAR = 2;

interface Fix {
  readonly change: Change;
  /** Ends in the word that leads on to the statement. */
  readonly words: string;
  readonly size: number;
}

/** The least that makes a statement match; null if it is not near, or cannot be written in. */
export function widen(asked: Asked, step: StatementStep): Candidate | null {
  const sheet = sheetOf(asked.stand, step.at.policy);
  const statement = writtenStatement(asked, step);
  if (!sheet || !statement) return null;
  const fixes: Fix[] = [];
  let found: StatementStep | null = step;
  while (found && found.outcome === 'noMatch' && fixes.length < NEAR) {
    const fix = fixOf(asked, sheet, found);
    if (!fix) return null;
    fixes.push(fix);
    const world = quickly(
      asked.stand,
      fixes.map(({ change }) => change)
    );
    found = world && sameStatement(again(asked, world), step);
  }
  return found?.outcome === 'match' ? toCandidate(asked, sheet, statement, fixes) : null;
}

function toCandidate(asked: Asked, sheet: Sheet, statement: Statement, fixes: readonly Fix[]): Candidate {
  const where = statementOf(asked.stand.world, sheet.paper.id, statement);
  return {
    kind: 'widen',
    line: `${inOne(fixes)} ${where}`,
    changes: fixes.map(({ change }) => change),
    size: fixes.reduce((sum, { size }) => sum + size, 0)
  };
}

/** `add the action … and the resource … to`: the lead-on of the last counts for all. */
function inOne(fixes: readonly Fix[]): string {
  return fixes
    .map(({ words }, at) => (at === fixes.length - 1 ? words : words.replace(/ \w+$/, '')))
    .join(' and ')
    .replace(' and add ', ' and ');
}

/** What keeps a statement from matching is its last step, as nothing behind a mismatch is asked. */
function fixOf(asked: Asked, sheet: Sheet, step: StatementStep): Fix | null {
  const failing = step.steps.at(-1);
  if (failing?.outcome !== 'noMatch') return null;
  return failing.kind === 'condition'
    ? fixCondition(asked, sheet, failing)
    : fixElement(asked, sheet, failing);
}

function fixElement(asked: Asked, sheet: Sheet, { element, negated, at, matched }: ElementStep): Fix | null {
  const { stand, request } = asked;
  if (negated) {
    const change = matched && dropEntry(stand, sheet, matched.path);
    return change && { change, words: `strike what \`Not${element}\` names from`, size: 1 };
  }
  if (element === 'Principal') return fixPrincipal(asked, sheet, at.path);
  const text = element === 'Action' ? request.action : request.resource;
  const noun = element === 'Action' ? 'the action' : 'the resource';
  return { change: addEntry(stand, sheet, at.path, text), words: `add ${noun} ${code(text)} to`, size: 1 };
}

function fixPrincipal({ stand, request }: Asked, sheet: Sheet, path: string): Fix | null {
  const { type, value } = namedAs(request.caller);
  if (type === '*') return null; // that is no entry more, it is everybody
  const change = addEntry(stand, sheet, `${path}/${type}`, value);
  return { change, words: `name the principal ${code(value)} in`, size: 1 };
}

/** Operators in whose values the request's own value may stand as it is. */
const TAKES_VALUE = /^(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like)|IpAddress)$/;

function fixCondition({ stand }: Asked, sheet: Sheet, step: ConditionStep): Fix {
  const base = baseOf(step.operator);
  const [actual = null] = step.actual ?? [];
  const held = step.expected.find(({ holds }) => holds);
  const isNegated = OPERATORS.get(base)?.negated === true;
  if (isNegated && held) {
    const change = dropEntry(stand, sheet, held.at.path);
    if (change) return { change, words: `strike ${code(held.text)} from ${code(step.key)} in`, size: 1 };
  }
  if (!isNegated && actual !== null && step.actual?.length === 1 && TAKES_VALUE.test(base)) {
    const change = addEntry(stand, sheet, step.at.path, actual);
    return { change, words: `let ${code(step.key)} also be ${code(actual)} in`, size: 1 };
  }
  const words = `drop the condition ${code(`${step.operator} ${step.key}`)} from`;
  return { change: dropCondition(stand, sheet, step.at.path), words, size: 2 };
}

/** `StringLike` of `ForAnyValue:StringLikeIfExists`. */
export function baseOf(operator: string): string {
  return operator.replace(/^For(All|Any)Values?:/i, '').replace(/IfExists$/, '');
}
