/**
 * The abstract syntax of a policy document. Every node knows its range, for views, and its path in the
 * document, for traces. The type of a policy is not here: it belongs to the attachment.
 */
import type { SourceRange } from '../source/text.ts';

export interface Node {
  readonly range: SourceRange;
  /** JSON Pointer from the root of the policy document, e.g. `/Statement/0/Action/1`. */
  readonly path: string;
}

export interface PolicyDocument extends Node {
  /** A missing Version is 2008-10-17 (GRAM-03). */
  readonly version: '2008-10-17' | '2012-10-17';
  readonly id: string | null;
  /** Where they are written; absent where they are not. */
  readonly versionAt?: Node;
  readonly idAt?: Node;
  readonly statements: readonly Statement[];
}

export type Effect = 'Allow' | 'Deny';

export interface Statement extends Node {
  readonly sid: string | null;
  readonly effect: Effect;
  /** Where they are written; absent where they are not. */
  readonly sidAt?: Node;
  readonly effectAt?: Node;
  readonly principal: PrincipalElement | null;
  readonly action: PatternElement;
  /** Null where the policy type has none (trust policies). */
  readonly resource: PatternElement | null;
  readonly conditions: readonly Condition[];
}

/** Action, NotAction, Resource or NotResource; the `Not…` forms are `negated`. */
export interface PatternElement extends Node {
  readonly negated: boolean;
  /** Empty for an empty array, which matches nothing (GRAM-14). */
  readonly patterns: readonly Pattern[];
}

export interface PrincipalElement extends Node {
  readonly negated: boolean;
  readonly entries: readonly PrincipalEntry[];
}

export interface PrincipalEntry extends Node {
  /** `*` is the bare `"Principal": "*"`; `{"AWS": "*"}` has type AWS and value `*`. */
  readonly type: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | '*';
  readonly value: string;
}

/** One operator with one key: `{"StringEquals": {"aws:x": ["a", "b"]}}`. The path ends in the key. */
export interface Condition extends Node {
  readonly operator: ConditionOperator;
  /** As written; condition keys compare without case (COND-03). */
  readonly key: string;
  readonly values: readonly Pattern[];
}

export interface ConditionOperator {
  /** As written, e.g. `ForAllValues:StringLikeIfExists`. */
  readonly text: string;
  readonly set: 'ForAllValues' | 'ForAnyValue' | null;
  /** The base operator, e.g. `StringLike`. */
  readonly name: string;
  readonly ifExists: boolean;
}

/** A text with wildcards and policy variables. What a wildcard means is the reader's affair. */
export interface Pattern extends Node {
  readonly text: string;
  readonly parts: readonly PatternPart[];
}

/**
 * `anyRun` is `*`, `anyOne` is `?`. `${*}`, `${?}` and `${$}` are literals (VAR-06). Variables exist only in
 * documents of version 2012-10-17 and only in Resource and condition values (VAR-02, VAR-12).
 */
export type PatternPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'anyRun' }
  | { readonly kind: 'anyOne' }
  | { readonly kind: 'variable'; readonly key: string; readonly fallback: string | null };
