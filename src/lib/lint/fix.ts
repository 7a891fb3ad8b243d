/** Changes that resolve findings. Pointers are those of the policy document, as the nodes have them. */
import type { Condition, PatternElement, Pattern, Statement } from '../policy/document.ts';
import type { Fix } from '../source/diagnostic.ts';
import type { Change, Plain } from '../source/change.ts';
import { join, parent } from '../source/pointer.ts';

type Behaviour = Fix['behaviour'];

/** Takes one of several texts out of a list; null where it is the only one. */
export function withoutPattern(
  { patterns }: Pick<PatternElement, 'patterns'>,
  pattern: Pattern,
  title: string,
  behaviour: Behaviour
): Fix | null {
  if (patterns.length < 2) return null;
  return { title, behaviour, changes: [{ at: pattern.path, remove: true }] };
}

/** Puts another text in the place of one. */
export function replaced(at: { readonly path: string }, text: string, behaviour: Behaviour): Fix {
  return { title: `write \`${text}\``, behaviour, changes: [{ at: at.path, set: text }] };
}

/** Puts a text behind those that an element has. */
export function withText(element: PatternElement, text: string, title: string, behaviour: Behaviour): Fix {
  const texts = [...element.patterns.map((pattern) => pattern.text), text];
  return { title, behaviour, changes: [{ at: element.path, set: texts }] };
}

/** Puts the same key and values under another operator; null where that operator has the key already. */
export function withOperator(
  statement: Statement,
  condition: Condition,
  operator: string,
  behaviour: Behaviour
): Fix | null {
  const title = `use \`${operator}\``;
  const under = statement.conditions.filter((other) => other.operator.text === operator);
  if (under.some((other) => isSameKey(other.key, condition.key))) return null;
  const block = parent(condition.path);
  const isAlone = isAloneUnder(statement, condition);
  if (isAlone && under.length === 0) return { title, behaviour, changes: [{ at: block, rename: operator }] };
  const values = condition.values.map(({ text }) => text);
  const to = join(join(parent(block), operator), condition.key);
  const changes: Change[] = [
    { at: isAlone ? block : condition.path, remove: true },
    { at: to, set: values.length === 1 ? (values[0] ?? '') : values }
  ];
  return { title, behaviour, changes };
}

/** Gives the condition another key. */
export function withKey(condition: Condition, key: string, behaviour: Behaviour): Fix {
  return { title: `use \`${key}\``, behaviour, changes: [{ at: condition.path, rename: key }] };
}

/** Adds a condition. */
export function withCondition(
  statement: Statement,
  operator: string,
  key: string,
  value: Plain,
  behaviour: Behaviour = 'changed'
): Fix {
  const at = join(join(`${statement.path}/Condition`, operator), key);
  return { title: `ask for \`${operator} ${key}\` too`, behaviour, changes: [{ at, set: value }] };
}

/** Takes a condition away, with all that would be left empty. */
export function withoutCondition(
  statement: Statement,
  condition: Condition,
  title: string,
  behaviour: Behaviour
): Fix {
  const block = parent(condition.path);
  const at =
    statement.conditions.length === 1
      ? parent(block)
      : isAloneUnder(statement, condition)
        ? block
        : condition.path;
  return { title, behaviour, changes: [{ at, remove: true }] };
}

function isAloneUnder(statement: Statement, condition: Condition): boolean {
  return (
    statement.conditions.filter(({ operator }) => operator.text === condition.operator.text).length === 1
  );
}

function isSameKey(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
