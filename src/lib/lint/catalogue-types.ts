/** The shape of the catalogue of findings, and the few words its examples are written with. */
import type { PolicyKind } from '../policy/document-kind.ts';

/** What becomes of a finding that is not heeded: somebody gets in, it does not do what it says, it reaches nothing, it reads badly. */
export type FindingKind = 'security' | 'logic' | 'reach' | 'style';

export interface Finding {
  readonly severity: 'warning' | 'suggestion';
  readonly kind: FindingKind;
  /** A noun phrase, no full stop. */
  readonly title: string;
  /** Why, in two sentences or three; code in backticks. */
  readonly reason: string;
  readonly source: Source;
  /** Ids of rules, see `catalog/rules.ts`. */
  readonly rules: readonly string[];
  readonly raises: Raised;
  readonly silent: Example;
}

/** A page of AWS. */
export interface Source {
  readonly name: string;
  readonly url: string;
}

/** A policy, or a whole scenario file where it takes one to tell. */
export type Example =
  { readonly kind: PolicyKind; readonly document: object } | { readonly kind: 'file'; readonly text: string };

export type Raised = Example & {
  /** JSON Pointer of the finding: in the document, or in the file. */
  readonly at: string;
  /** The text it marks. */
  readonly marks: string;
};

type Texts = string | readonly string[];
type Conditions = Readonly<Record<string, Readonly<Record<string, Texts>>>>;

/** A policy of a kind with these statements. */
export function policy(kind: PolicyKind, ...statements: readonly object[]): Example {
  return { kind, document: { Version: '2012-10-17', Statement: statements } };
}

/** An example with the place of its finding. */
export function marked(example: Example, at: string, marks: string): Raised {
  return { ...example, at, marks };
}

export function allow(Action: Texts, Resource: Texts, Condition?: Conditions): object {
  return { Effect: 'Allow', Action, Resource, ...(Condition ? { Condition } : {}) };
}

export function deny(Action: Texts, Resource: Texts, Condition?: Conditions): object {
  return { Effect: 'Deny', Action, Resource, ...(Condition ? { Condition } : {}) };
}

/** A statement of a resource-based policy. */
export function allowTo(Principal: unknown, Action: Texts, Resource: Texts, Condition?: Conditions): object {
  return { Effect: 'Allow', Principal, Action, Resource, ...(Condition ? { Condition } : {}) };
}

export function denyTo(Principal: unknown, Action: Texts, Resource: Texts, Condition?: Conditions): object {
  return { ...allowTo(Principal, Action, Resource, Condition), Effect: 'Deny' };
}

/** A statement of a trust policy. */
export function assume(Principal: unknown, Condition?: Conditions, Action: Texts = 'sts:AssumeRole'): object {
  return { Effect: 'Allow', Principal, Action, ...(Condition ? { Condition } : {}) };
}
