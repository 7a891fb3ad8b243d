/** Findings about policy variables: where they have no effect, and those that never get a value. */
import type { Pattern, Statement } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { replaced } from './fix.ts';
import { warn, type StatementRule, type Subject } from './found.ts';
import { keyFacts } from './keys.ts';
import { familyOf } from './operators.ts';

/** ACT-05, VAR-11, VAR-12, GRAM-17. */
const withoutEffect: StatementRule = (statement, { document }) => {
  const elsewhere = statement.conditions.flatMap(({ operator, values }) =>
    ['String', 'Arn', 'Bool'].includes(familyOf(operator.name))
      ? []
      : values.map((value) => [operator.text, value] as const)
  );
  const places = [
    ...statement.action.patterns.map((pattern) => ['an action', pattern] as const),
    ...(document.version === '2012-10-17' ? elsewhere : [])
  ];
  return places
    .filter(([, { text }]) => /\$\{[^}*?$]+\}/.test(text))
    .map(([where, pattern]) => {
      const inside = where === 'an action' ? where : `\`${where}\``;
      const message = `variables do not work in ${inside}: this is plain text, and nothing equals it`;
      const help = 'variables work in `Resource` and with string and ARN operators';
      return warn('variable-without-effect', pattern, { message, help });
    });
};

/** VAR-04, VAR-05, VAR-13. */
const forms: StatementRule = (statement, subject) =>
  patternsOf(statement).flatMap((pattern) =>
    pattern.parts.flatMap((part) => {
      if (part.kind !== 'variable') return [];
      return variableFinding(pattern, part.key, part.fallback, subject) ?? [];
    })
  );

/** Where variables may stand. */
function patternsOf({ resource, conditions }: Statement): readonly Pattern[] {
  const tested = conditions.filter(({ operator }) =>
    ['String', 'Arn', 'Bool'].includes(familyOf(operator.name))
  );
  return [...(resource?.patterns ?? []), ...tested.flatMap(({ values }) => values)];
}

function variableFinding(
  pattern: Pattern,
  key: string,
  fallback: string | null,
  { catalogue }: Subject
): Diagnostic | null {
  const trimmed = key.trim();
  if (trimmed === '') {
    const message = 'an empty variable never has a value';
    return warn('variable-empty', pattern, { message, help: 'name a key: `${aws:PrincipalTag/team}`' });
  }
  if (fallback === null && key.includes(',')) {
    const [name = ''] = key.split(',');
    const message = 'the text behind the comma is not in single quotes, so this variable never has a value';
    return warn('variable-without-quote', pattern, { message, help: `write \`\${${name.trim()}, 'text'}\`` });
  }
  if (trimmed !== key && fallback === null) {
    const message = `the blank belongs to the name: no key is called \`${key}\``;
    const fix = replaced(pattern, pattern.text.replace(`\${${key}}`, `\${${trimmed}}`), 'changed');
    return warn('variable-with-space', pattern, { message, help: `write \`\${${trimmed}}\``, fix });
  }
  if (keyFacts(trimmed, catalogue)?.multivalued !== true) return null;
  const message = `\`${trimmed}\` is a list, and a variable takes one value only`;
  return warn('multivalued-variable', pattern, { message, help: 'use a key that has one value' });
}

export const VARIABLE_RULES: readonly StatementRule[] = [withoutEffect, forms];
