/**
 * What a statement says, as texts that are equal for two statements that say the same: formatting, Sid, the order of
 * entries, the case of actions and keys, one entry or a list of one do not count.
 */
import type { PatternElement, PrincipalElement, PrincipalEntry, Statement } from '../policy/document.ts';

/** A statement element by element; each is the entries it has, sorted. */
export interface Parts {
  readonly effect: string;
  readonly principal: readonly string[];
  readonly action: readonly string[];
  readonly resource: readonly string[];
  readonly conditions: readonly string[];
}

export function partsOf(statement: Statement): Parts {
  const { effect, principal, action, resource, conditions } = statement;
  return {
    effect,
    principal: principal === null ? [] : principalsOf(principal),
    action: patternsOf(action, (text) => text.toLowerCase()),
    resource: resource === null ? [] : patternsOf(resource, (text) => text),
    conditions: conditions
      .map(({ operator, key, values }) => {
        const wanted = values.map(({ text }) => text).toSorted();
        return `${operator.text.toLowerCase()} ${key.toLowerCase()} ${JSON.stringify(wanted)}`;
      })
      .toSorted()
  };
}

function principalsOf({ negated, entries }: PrincipalElement): readonly string[] {
  return sorted(entries.map(normalPrincipal), negated);
}

/** An account by its number is its `:root` (PRIN-02). */
function normalPrincipal({ type, value }: PrincipalEntry): string {
  const isAccount = type === 'AWS' && /^\d{12}$/.test(value);
  return `${type} ${isAccount ? `arn:aws:iam::${value}:root` : value}`;
}

function patternsOf({ negated, patterns }: PatternElement, say: (text: string) => string): readonly string[] {
  return sorted(
    patterns.map(({ text }) => say(text)),
    negated
  );
}

function sorted(texts: readonly string[], negated: boolean): readonly string[] {
  return [...new Set(texts)].toSorted().map((text) => (negated ? `not ${text}` : text));
}

/** One text for a whole statement. */
export function signatureOf(statement: Statement): string {
  return JSON.stringify(partsOf(statement));
}
