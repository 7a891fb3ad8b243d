/** Findings about statements beside each other: said already, or said in vain. */
import type { Condition, Statement } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { suggest, warn, type DocumentRule } from './found.ts';
import { coversAction, coversResource } from './globs.ts';

/** Pairs of statements that are compared in one document at most: beyond that it would hold somebody up. */
const MOST_PAIRS = 20_000;

/** GRAM-19, EVAL-02: statements are joined by or, and a Deny wins. */
export const statementsBeside: DocumentRule = ({ document }) => {
  const { statements } = document;
  if (statements.length < 2) return [];
  const desk = new Desk(statements);
  return statements.flatMap((statement, at): Diagnostic[] => {
    const deny = statement.effect === 'Allow' ? desk.coverOf(statement, at, 'Deny') : null;
    if (deny) {
      const message = `${nameOf(deny, statements)} denies all of this, and a Deny wins`;
      return [warn('shadowed-allow', statement.action, { message, help: 'leave one of the two out' })];
    }
    const twin = desk.coverOf(statement, at, statement.effect);
    if (!twin) return [];
    const message = `${nameOf(twin, statements)} says all of this already`;
    const fix = {
      title: 'leave it out',
      behaviour: 'kept',
      changes: [{ at: statement.path, remove: true }]
    } as const;
    return [suggest('redundant-statement', statement.action, { message, fix })];
  });
};

function nameOf(statement: Statement, statements: readonly Statement[]): string {
  const { sid } = statement;
  return sid === null || sid === ''
    ? `statement ${statements.indexOf(statement) + 1}`
    : `statement \`${sid}\``;
}

/** Finds statements that cover others without looking at all pairs. */
class Desk {
  readonly #order: ReadonlyMap<Statement, number>;
  /** By effect and a lower-case action without wildcards. */
  readonly #exact = new Map<string, Statement[]>();
  /** By effect and service, those with a wildcard in an action; `*` for all services. */
  readonly #wild = new Map<string, Statement[]>();
  readonly #texts = new Map<Statement, string>();
  #left = MOST_PAIRS;

  constructor(statements: readonly Statement[]) {
    this.#order = new Map(statements.map((statement, at) => [statement, at]));
    for (const statement of statements) this.#add(statement);
  }

  #add(statement: Statement): void {
    const { action, effect } = statement;
    if (action.negated) return;
    const keys = new Set<string>();
    for (const { text } of action.patterns) {
      const lower = text.toLowerCase();
      const [service = ''] = lower.split(':');
      const isWild = /[*?]/.test(lower);
      keys.add(
        `${isWild ? 'wild' : 'exact'} ${effect} ${isWild ? (/[*?]/.test(service) ? '*' : service) : lower}`
      );
    }
    for (const key of keys) {
      const list = (key.startsWith('wild') ? this.#wild : this.#exact).get(key) ?? [];
      list.push(statement);
      (key.startsWith('wild') ? this.#wild : this.#exact).set(key, list);
    }
  }

  /** A statement of that effect that matches whenever this one does; of two that say the same the first. */
  coverOf(statement: Statement, at: number, effect: Statement['effect']): Statement | null {
    const first = statement.action.patterns[0]?.text.toLowerCase();
    if (first === undefined || statement.action.negated) return null;
    const service = first.split(':')[0] ?? '';
    return (
      this.#among(this.#exact.get(`exact ${effect} ${first}`), statement, at) ??
      this.#among(this.#wild.get(`wild ${effect} ${service}`), statement, at) ??
      this.#among(this.#wild.get(`wild ${effect} *`), statement, at)
    );
  }

  #among(others: readonly Statement[] | undefined, statement: Statement, at: number): Statement | null {
    for (const other of others ?? []) {
      if (other === statement) continue;
      if (this.#left-- <= 0) return null;
      const isLater = other.effect === statement.effect && (this.#order.get(other) ?? 0) > at;
      if (this.#covers(other, statement) && !(isLater && this.#covers(statement, other))) return other;
    }
    return null;
  }

  /** What is cheap to tell apart comes first. */
  #covers(outer: Statement, inner: Statement): boolean {
    if (outer.conditions.length > 0 && this.#textOf(outer) !== this.#textOf(inner)) return false;
    if (principalOf(outer) !== principalOf(inner)) return false;
    return coversActions(outer, inner) && coversResources(outer, inner);
  }

  /** The conditions as one text, in an order of their own. */
  #textOf(statement: Statement): string {
    const known = this.#texts.get(statement) ?? signature(statement.conditions);
    this.#texts.set(statement, known);
    return known;
  }
}

/** Whether a statement is about every call that another one is about, conditions aside. Sound, not complete. */
export function coversCalls(outer: Statement, inner: Statement): boolean {
  if (principalOf(outer) !== principalOf(inner) || !coversResources(outer, inner)) return false;
  const [isOuterNot, isInnerNot] = [outer.action.negated, inner.action.negated];
  if (!isOuterNot && outer.action.patterns.some(({ text }) => text === '*')) return true;
  if (isOuterNot !== isInnerNot) return false;
  // What is left out of the one must be left out of the other.
  return isOuterNot ? coversActions(inner, outer) : coversActions(outer, inner);
}

/** Of the patterns alone, whether they stand in Action or in NotAction. */
function coversActions(outer: Statement, inner: Statement): boolean {
  return inner.action.patterns.every((pattern) =>
    outer.action.patterns.some((other) => coversAction(other.text, pattern.text))
  );
}

function coversResources({ resource: outer }: Statement, { resource: inner }: Statement): boolean {
  if (!outer || !inner) return outer === inner;
  if (inner.patterns.length === 0 || outer.negated) return false;
  if (inner.negated) return outer.patterns.some(({ text }) => text === '*');
  return inner.patterns.every((pattern) =>
    outer.patterns.some((other) => coversResource(other.text, pattern.text))
  );
}

export function signature(conditions: readonly Condition[]): string {
  return conditions
    .map(({ operator, key, values }) =>
      JSON.stringify([operator.text, key.toLowerCase(), values.map(({ text }) => text).toSorted()])
    )
    .toSorted()
    .join();
}

function principalOf({ principal }: Statement): string {
  if (!principal) return '';
  const entries = principal.entries.map(({ type, value }) => `${type} ${value}`).toSorted();
  return JSON.stringify([principal.negated, entries]);
}
