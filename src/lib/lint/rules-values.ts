/** Findings about condition values that an operator cannot read, and about conditions without values. */
import type { Condition, Pattern } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { replaced } from './fix.ts';
import { keyOf, warn, type ConditionRule } from './found.ts';
import { familyOf, isNegated, isOnly, type Family } from './operators.ts';
import { isRange6, readDate, readNumber, readRange4 } from './values.ts';

/** COND-26, COND-29b, COND-31, COND-39. */
export const valueRule: ConditionRule = (condition) => {
  const { operator, values } = condition;
  const family = familyOf(operator.name);
  if (values.length === 0) return [emptyValues(condition)];
  if (operator.name === 'Bool' && !isOnly(condition, 'true') && values.every(({ text }) => isTruth(text))) {
    if (isOnly(condition, 'false')) return [];
    const message = 'with both values this only asks whether the key is there';
    return [warn('bool-with-both', keyOf(condition), { message, help: 'keep one of the two' })];
  }
  return values
    .filter(({ parts, text }) => !parts.some(({ kind }) => kind === 'variable') && !isReadable(family, text))
    .map((pattern) => unreadable(pattern, condition));
};

function isTruth(text: string): boolean {
  return /^(?:true|false)$/i.test(text);
}

function isReadable(family: Family, text: string): boolean {
  switch (family) {
    case 'Numeric':
      return readNumber(text) !== null;
    case 'Date':
      return readDate(text) !== null;
    case 'Bool':
    case 'Null':
      return isTruth(text);
    case 'Ip':
      return readRange4(text) !== null || isRange6(text);
    default:
      return true;
  }
}

function unreadable(pattern: Pattern, { operator }: Condition): Diagnostic {
  const trimmed = pattern.text.trim();
  const isBetter = trimmed !== pattern.text && isReadable(familyOf(operator.name), trimmed);
  return warn('unreadable-value', pattern, {
    message: `\`${operator.text}\` cannot read \`${pattern.text}\`, so nothing ever equals it`,
    help: READABLE[familyOf(operator.name)],
    fix: isBetter ? replaced(pattern, trimmed, 'changed') : null
  });
}

const READABLE: Readonly<Partial<Record<Family, string>>> = {
  Numeric: 'write a number such as `3600`',
  Date: 'write a date such as `2026-03-01T00:00:00Z`',
  Bool: 'write `true` or `false`',
  Null: 'write `true` or `false`',
  Ip: 'write an address or a range such as `203.0.113.0/24`'
};

/** COND-16. */
function emptyValues(condition: Condition): Diagnostic {
  const holds = isNegated(condition) && condition.operator.set !== 'ForAnyValue' ? 'always' : 'never';
  const message =
    condition.operator.ifExists || condition.operator.set === 'ForAllValues'
      ? 'without values this holds only when the key is missing'
      : `without values this ${holds} holds`;
  return warn('empty-values', condition, { message, help: 'give it a value, or leave it out' });
}
