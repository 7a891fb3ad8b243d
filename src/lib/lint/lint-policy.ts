/** Looks at one policy document for what is unwise in it. What AWS refuses is not said here: validating does. */
import type { Catalogue } from '../catalog/service.ts';
import type { PolicyKind } from '../policy/document-kind.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { DocumentRule, StatementRule, Subject } from './found.ts';
import { ACTION_RULES } from './rules-actions.ts';
import { CONDITION_RULES } from './rules-conditions.ts';
import { contradictions } from './rules-contradictions.ts';
import { FACT_RULES } from './rules-facts.ts';
import { FORM_RULES, oldVersion } from './rules-form.ts';
import { KEY_RULES } from './rules-keys.ts';
import { NETWORK_RULES } from './rules-network.ts';
import { PRINCIPAL_RULES } from './rules-principal.ts';
import { RESOURCE_RULES } from './rules-resources.ts';
import { S3_RULES } from './rules-s3.ts';
import { statementsBeside } from './rules-statements.ts';
import { VARIABLE_RULES } from './rules-variables.ts';

const STATEMENT_RULES: readonly StatementRule[] = [
  ...PRINCIPAL_RULES,
  ...ACTION_RULES,
  ...S3_RULES,
  ...FACT_RULES,
  ...RESOURCE_RULES,
  ...CONDITION_RULES,
  ...KEY_RULES,
  ...NETWORK_RULES,
  ...VARIABLE_RULES,
  ...FORM_RULES,
  contradictions
];

const DOCUMENT_RULES: readonly DocumentRule[] = [oldVersion, statementsBeside];

/**
 * The findings of a document without errors, warnings and suggestions only.
 *
 * @param kind what the policy is for; it belongs to the place where the policy hangs
 * @param catalogue what AWS has; findings that need a service that is not loaded are left out
 * @returns in the order of the text; paths from the root of the document, which those of the fixes are too. Never
 *   throws. Time in proportion to the document, but for a bounded comparison of statements with each other.
 */
export function lintPolicy(
  document: PolicyDocument,
  kind: PolicyKind,
  catalogue: Catalogue | null
): readonly Diagnostic[] {
  // Nothing has been loaded: that AWS has no service at all would be nonsense.
  const known = catalogue !== null && catalogue.prefixes.length > 0 ? catalogue : null;
  const subject: Subject = { document, kind, catalogue: known };
  return [
    ...DOCUMENT_RULES.flatMap((rule) => rule(subject)),
    ...document.statements.flatMap((statement) => STATEMENT_RULES.flatMap((rule) => rule(statement, subject)))
  ].sort((a, b) => a.range.from - b.range.from);
}
