/**
 * What a person changes of a statement without typing JSON, as changes of the policy document. What is written alone
 * becomes a list when a second value joins it; a list stays one. Nothing here takes away the last value of an element that
 * a statement must have (GRAM-05, GRAM-14): who wants that removes the statement.
 */
import type {
  Condition,
  Effect,
  PatternElement,
  PolicyDocument,
  PrincipalElement,
  Statement
} from '../policy/document.ts';
import { join, parent } from '../source/pointer.ts';
import type { Edit } from './edit.ts';

/** A value of an element or of a condition, where it is written. */
interface Written {
  readonly path: string;
}

/** Allow becomes Deny or the other way round. */
export function setEffect(statement: Statement, effect: Effect): Edit {
  return { title: `Make it ${effect}`, changes: [{ at: `${statement.path}/Effect`, set: effect }] };
}

/** Another action or resource. */
export function addPattern(element: PatternElement, text: string): Edit {
  const values = element.patterns.map((pattern) => ({ path: pattern.path, text: pattern.text }));
  return { title: `Add ${text}`, changes: [joined(element.path, values, text)] };
}

/** Another value of a condition. */
export function addConditionValue(condition: Condition, text: string): Edit {
  const values = condition.values.map(({ path, text: old }) => ({ path, text: old }));
  return { title: `Add ${text} to ${condition.key}`, changes: [joined(condition.path, values, text)] };
}

function joined(
  at: string,
  values: readonly { readonly path: string; readonly text: string }[],
  text: string
): Edit['changes'][number] {
  const [first] = values;
  if (!first) return { at, set: text };
  return first.path === at ? { at, set: [first.text, text] } : { at: `${at}/-`, set: text };
}

/** @returns null for the last one */
export function removePattern({ patterns }: PatternElement, at: number): Edit | null {
  const gone = patterns[at];
  if (!gone || patterns.length < 2) return null;
  return { title: `Remove ${gone.text}`, changes: [{ at: gone.path, remove: true }] };
}

/** The last value takes its condition along. */
export function removeConditionValue(statement: Statement, condition: Condition, at: number): Edit | null {
  const gone = condition.values[at];
  if (!gone || condition.values.length < 2) return removeCondition(statement, condition);
  return { title: `Remove ${gone.text} from ${condition.key}`, changes: [{ at: gone.path, remove: true }] };
}

/** An operator without keys, and a Condition without operators, go with it (COND-17: they would say nothing). */
export function removeCondition({ conditions }: Statement, condition: Condition): Edit {
  const operator = parent(condition.path);
  const others = conditions.filter((each) => each !== condition);
  const at =
    others.length === 0
      ? parent(operator)
      : others.some(({ path }) => parent(path) === operator)
        ? condition.path
        : operator;
  return { title: `Remove the condition on ${condition.key}`, changes: [{ at, remove: true }] };
}

/** One operator with one key and value; a value more where both stand already. */
export function addCondition(statement: Statement, operator: string, key: string, value: string): Edit {
  const known = statement.conditions.find((each) => each.operator.text === operator && each.key === key);
  if (known) return addConditionValue(known, value);
  const at = join(join(join(statement.path, 'Condition'), operator), key);
  return { title: `Add a condition on ${key}`, changes: [{ at, set: value }] };
}

/** Somebody more in Principal; everyone (`*`) gives way, because it would include them. */
export function addPrincipal(
  element: PrincipalElement,
  type: 'AWS' | 'Service' | 'Federated',
  value: string
): Edit {
  const title = `Add ${value}`;
  const entries = element.entries.filter((entry) => entry.type === type);
  if (element.entries.some((entry) => entry.type === '*'))
    return { title, changes: [{ at: element.path, set: { [type]: value } }] };
  const at = `${element.path}/${type}`;
  const values = entries.map((entry) => ({ path: entry.path, text: entry.value }));
  return { title, changes: [joined(at, values, value)] };
}

/** @returns null for the last one */
export function removePrincipal({ entries, path }: PrincipalElement, at: number): Edit | null {
  const gone = entries[at];
  if (!gone || entries.length < 2) return null;
  const type = `${path}/${gone.type}`;
  const isLastOfType = entries.filter((entry) => entry.type === gone.type).length === 1;
  return { title: `Remove ${gone.value}`, changes: [{ at: isLastOfType ? type : gone.path, remove: true }] };
}

/** `Action` becomes `NotAction` or the other way round, and so on. */
export function negate(element: Written & { readonly negated: boolean }): Edit {
  const name = element.path.slice(element.path.lastIndexOf('/') + 1);
  const rename = element.negated ? name.replace(/^Not/, '') : `Not${name}`;
  return { title: `Make it ${rename}`, changes: [{ at: element.path, rename }] };
}

/** @returns null for the last one, and for one that is written without a list */
export function removeStatement({ statements }: PolicyDocument, statement: Statement): Edit | null {
  if (statements.length < 2) return null;
  return {
    title: `Remove ${statement.sid ?? 'the statement'}`,
    changes: [{ at: statement.path, remove: true }]
  };
}

/** A copy of a statement behind the last one, to be changed; null where they are not written as a list. */
export function addStatement({ statements }: PolicyDocument, like: Statement): Edit | null {
  if (statements.length < 2 && like.path === '/Statement') return null;
  const who = like.principal && { [nameOf(like.principal.path)]: principalOf(like.principal) };
  const what = { [nameOf(like.action.path)]: like.action.patterns.map(({ text }) => text) };
  const on = like.resource && {
    [nameOf(like.resource.path)]: like.resource.patterns.map(({ text }) => text)
  };
  const set = { Effect: like.effect, ...who, ...what, ...on };
  return { title: 'Add a statement', changes: [{ at: '/Statement/-', set }] };
}

function principalOf({ entries }: PrincipalElement): string | Readonly<Record<string, readonly string[]>> {
  if (entries.some(({ type }) => type === '*')) return '*';
  const types = [...new Set(entries.map(({ type }) => type))];
  return Object.fromEntries(
    types.map((type) => [type, entries.flatMap((entry) => (entry.type === type ? [entry.value] : []))])
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
