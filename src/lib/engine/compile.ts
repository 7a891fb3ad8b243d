/**
 * A policy read once into what matching needs: lower-cased action globs, split ARNs, parsed numbers, dates and
 * networks. Keeps the document's nodes for their pointers. What has variables is finished per request.
 */
import type { Condition, Pattern, PatternElement, PolicyDocument, Statement } from '../policy/document.ts';
import { EMPTY_GLOB, toGlob, type Glob } from '../policy/pattern.ts';
import { toAnswers, type Answers } from './answers.ts';
import { CHOICES } from './choices.ts';
import { lower } from './lower.ts';
import { OPERATORS, type OperatorRow, type Test } from './operators.ts';
import { compilePrincipal, type CompiledPrincipal } from './principal.ts';
import { toArnGlob, type ArnGlob } from './values/arn-glob.ts';
import { hasVariables, type Latest } from './variables.ts';
import type { ExpectedValue } from './trace.ts';
import type { PolicyId } from '../world/world.ts';

export interface CompiledPolicy {
  readonly statements: readonly CompiledStatement[];
}

export interface CompiledStatement {
  readonly statement: Statement;
  /** Its name inside the policy: the Sid where that is unique, else its number from 1. */
  readonly label: string;
  readonly isDeny: boolean;
  readonly principal: CompiledPrincipal | null;
  readonly actions: readonly CompiledAction[];
  readonly actionRule: ElementRule;
  /** Whether an action is written with a wildcard. */
  readonly hasWildAction: boolean;
  /** What a trace says of the actions where none of them matches; made once, for the policy it was made for. */
  readonly unmatched: Unmatched;
  readonly resources: readonly CompiledResource[];
  /** Null where the policy type has no Resource element. */
  readonly resourceRule: ElementRule | null;
  readonly conditions: readonly CompiledCondition[];
}

export interface Unmatched {
  policy: PolicyId | null;
  expected: readonly ExpectedValue[];
}

/** How an element's hits count. */
export interface ElementRule {
  readonly negated: boolean;
  /** GRAM-14: an empty list matches nothing, negated or not. */
  readonly isEmpty: boolean;
}

export interface CompiledAction {
  readonly pattern: Pattern;
  readonly glob: Glob;
}

export interface CompiledResource {
  readonly pattern: Pattern;
  /** Null while there are variables in it. */
  readonly arn: ArnGlob | null;
  /** For one with variables: what it came to last time, and for which values. */
  readonly latest: Latest<ArnGlob> | null;
}

export interface CompiledCondition {
  readonly condition: Condition;
  readonly operator: OperatorRow;
  /** The condition key in lower case. */
  readonly key: string;
  readonly values: readonly CompiledValue[];
  /** What it comes to where nothing has to be compared. */
  readonly answers: Answers;
}

export interface CompiledValue {
  readonly pattern: Pattern;
  /** Null while there are variables in it. */
  readonly test: Test | null;
  /** As for resources. */
  readonly latest: Latest<Test> | null;
}

const compiled = new WeakMap<PolicyDocument, CompiledPolicy>();

/** The compiled form of a document; made on first use and kept as long as the document lives. */
export function compile(document: PolicyDocument): CompiledPolicy {
  const known = compiled.get(document);
  if (known) return known;
  const labels = toLabels(document.statements);
  const statements = document.statements.map((statement, i) => compileStatement(statement, labels[i] ?? ''));
  const made: CompiledPolicy = { statements };
  compiled.set(document, made);
  return made;
}

function compileStatement(statement: Statement, label: string): CompiledStatement {
  return {
    statement,
    label,
    isDeny: statement.effect === 'Deny',
    principal: statement.principal && compilePrincipal(statement.principal),
    actions: statement.action.patterns.map((pattern) => ({ pattern, glob: toActionGlob(pattern) })),
    resources: (statement.resource?.patterns ?? []).map((pattern) =>
      hasVariables(pattern.parts)
        ? { pattern, arn: null, latest: { values: null, made: null } }
        : { pattern, arn: toArnGlob(pattern.parts), latest: null }
    ),
    actionRule: toRule(statement.action),
    hasWildAction: statement.action.patterns.some(({ parts }) =>
      parts.some(({ kind }) => kind !== 'literal')
    ),
    unmatched: { policy: null, expected: [] },
    resourceRule: statement.resource && toRule(statement.resource),
    conditions: statement.conditions.flatMap((condition) => {
      const operator = OPERATORS.get(condition.operator.name);
      return operator ? [compileCondition(condition, operator)] : []; // the parser refuses unknown operators
    })
  };
}

function toRule({ negated, patterns }: PatternElement): ElementRule {
  return { negated, isEmpty: patterns.length === 0 && CHOICES.emptyElementMatchesNothing };
}

function compileCondition(condition: Condition, operator: OperatorRow): CompiledCondition {
  return {
    condition,
    operator,
    key: lower(condition.key),
    answers: toAnswers(condition, operator),
    values: condition.values.map((pattern) => {
      if (!hasVariables(pattern.parts))
        return { pattern, test: operator.compile(pattern.parts), latest: null };
      // Outside string, ARN and Bool operators `${…}` is text, and text is no number, date or network (VAR-11).
      if (!operator.variables) return { pattern, test: () => null, latest: null };
      return { pattern, test: null, latest: { values: null, made: null } };
    })
  };
}

/** Actions compare without case (ACT-02). */
function toActionGlob(pattern: Pattern): Glob {
  const parts = pattern.parts.map((part) =>
    part.kind === 'literal' ? { ...part, text: part.text.toLowerCase() } : part
  );
  return toGlob(parts) ?? EMPTY_GLOB;
}

/** Sids where they are unique in the document, numbers from 1 for the rest. */
function toLabels(statements: readonly Statement[]): readonly string[] {
  const count = new Map<string, number>();
  for (const { sid } of statements) if (sid) count.set(sid, (count.get(sid) ?? 0) + 1);
  return statements.map(({ sid }, i) =>
    sid && count.get(sid) === 1 && !/^\d+$/.test(sid) ? sid : String(i + 1)
  );
}
