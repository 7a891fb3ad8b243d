/** Findings about conditions of one statement that can never hold together (COND-04). */
import type { Condition, Statement } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { keyOf, warn, type StatementRule } from './found.ts';
import { covers } from './globs.ts';
import { keyFacts } from './keys.ts';
import { familyOf, isNegated, isOnly, needsKey } from './operators.ts';
import { readDate, readNumber } from './values.ts';

export const contradictions: StatementRule = (statement, { catalogue }) => {
  if (statement.conditions.length < 2) return [];
  return [...byKey(statement)].flatMap(([key, conditions]): Diagnostic[] => {
    if (conditions.length < 2 || keyFacts(key, catalogue)?.multivalued === true) return [];
    const last = conditions.at(-1);
    if (!last || !(isMissingAndThere(conditions) || isEmptyChoice(conditions) || isEmptyRange(conditions)))
      return [];
    const message = `no \`${last.key}\` meets all that is asked of it, so this statement matches nothing`;
    return [
      warn('contradictory-conditions', keyOf(last), { message, help: 'leave one of the conditions out' })
    ];
  });
};

function byKey({ conditions }: Statement): ReadonlyMap<string, readonly Condition[]> {
  const groups = new Map<string, Condition[]>();
  for (const condition of conditions) {
    const { operator, values } = condition;
    if (operator.set !== null || operator.ifExists || values.length === 0) continue;
    if (values.some(({ text }) => text.includes('${'))) continue;
    const key = condition.key.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), condition]);
  }
  return groups;
}

function isMissingAndThere(conditions: readonly Condition[]): boolean {
  const isMissing = conditions.some(
    ({ operator, ...rest }) => operator.name === 'Null' && isOnly({ operator, ...rest }, 'true')
  );
  return isMissing && conditions.some(needsKey);
}

/** Whether none of the values that one condition leaves passes the others. */
function isEmptyChoice(conditions: readonly Condition[]): boolean {
  const texts = conditions.filter(({ operator }) => ['String', 'Bool'].includes(familyOf(operator.name)));
  const exact = texts.find(({ operator }) => operator.name === 'StringEquals' || operator.name === 'Bool');
  if (!exact || texts.length < 2) return false;
  return exact.values.every(({ text }) => !texts.every((condition) => passes(condition, text)));
}

/** COND-20 to COND-22, COND-30. */
function passes(condition: Condition, text: string): boolean {
  const { operator, values } = condition;
  const ignores = operator.name.endsWith('IgnoreCase') || operator.name === 'Bool';
  const isLike = operator.name.endsWith('Like');
  const hit = values.some((value) => {
    if (isLike) return covers(value.text, text);
    return ignores ? value.text.toLowerCase() === text.toLowerCase() : value.text === text;
  });
  return isNegated(condition) ? !hit : hit;
}

interface Bound {
  readonly at: number;
  /** Whether the value itself is left out. */
  readonly isOpen: boolean;
}

/** Whether the highest lower bound lies above the lowest upper one. */
function isEmptyRange(conditions: readonly Condition[]): boolean {
  const low = conditions
    .flatMap((each) => boundOf(each, 'GreaterThan') ?? [])
    .toSorted((a, b) => b.at - a.at);
  const high = conditions.flatMap((each) => boundOf(each, 'LessThan') ?? []).toSorted((a, b) => a.at - b.at);
  const [least, most] = [low[0], high[0]];
  if (!least || !most || least.at < most.at) return false;
  const touching = [...low, ...high].filter(({ at }) => at === least.at);
  return least.at > most.at || touching.some(({ isOpen }) => isOpen);
}

/** Several values of a bound are joined by or, so the widest counts (COND-25, COND-28). An equality bounds on both sides. */
function boundOf(condition: Condition, side: 'GreaterThan' | 'LessThan'): Bound | null {
  const { name } = condition.operator;
  const isEquals = /^(?:Numeric|Date)Equals$/.test(name);
  const numbers = numbersOf(condition);
  if (numbers.length === 0 || !(isEquals || name.includes(side))) return null;
  const at = side === 'GreaterThan' ? Math.min(...numbers) : Math.max(...numbers);
  return { at, isOpen: !name.endsWith('Equals') };
}

function numbersOf({ operator, values }: Condition): readonly number[] {
  const family = familyOf(operator.name);
  if ((family !== 'Numeric' && family !== 'Date') || operator.name.includes('Not')) return [];
  const read = family === 'Numeric' ? readNumber : readDate;
  return values.flatMap(({ text }) => read(text) ?? []);
}
