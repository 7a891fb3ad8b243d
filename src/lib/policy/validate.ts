/**
 * What AWS refuses of a well-formed document because of what the policy is for and where it hangs: elements, forms of
 * Sids, resources and principals, and what single services check. Rules, parts 1.1 and 1.2; GRAM-03 to GRAM-31.
 */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { PolicyKind } from './document-kind.ts';
import type { PolicyDocument } from './document.ts';
import { KINDS } from './kinds.ts';
import { settingOf, type Setting } from './setting.ts';
import {
  isRcpFullAccess,
  principalElementProblems,
  rcpProblems,
  resourceElementProblems,
  trustActionProblems
} from './validate-elements.ts';
import { endpointProblems } from './validate-endpoint.ts';
import { characterProblems, headProblems, sidProblems } from './validate-label.ts';
import { principalProblems } from './validate-principal.ts';
import { resourceProblems } from './validate-resource.ts';
import { serviceProblems } from './validate-service.ts';

/**
 * Checks a document that was parsed without errors.
 *
 * @param where what the policy is for, and where it hangs as far as that is known; it belongs to the place, not to
 *   the document
 * @returns problems in the order of the text, with paths from the root of the document. An error means that AWS
 *   refuses the document, so that it can never be in force; a warning, that it is stored and unwise, or was stored
 *   before AWS would have refused it. Never throws.
 */
export function validatePolicy(document: PolicyDocument, where: PolicyKind | Setting): Diagnostic[] {
  const setting = typeof where === 'string' ? settingOf(where) : where;
  const { kind } = setting;
  if (kind === 'rcp' && isRcpFullAccess(document)) return [];
  const row = KINDS[kind];
  const found = [
    ...headProblems(document, row),
    ...sidProblems(document, row),
    ...document.statements.flatMap((statement) => [
      ...principalElementProblems(statement, row),
      ...(statement.principal && row.principal !== 'forbidden'
        ? principalProblems(statement.principal, kind)
        : []),
      ...(kind === 'trust' ? trustActionProblems(statement) : []),
      ...resourceElementProblems(statement, row),
      ...(row.resource === 'forbidden' ? [] : resourceProblems(statement, row.isStoredByIam)),
      ...(row.isStoredByIam ? characterProblems(statement) : []),
      ...(kind === 'rcp' ? rcpProblems(statement) : []),
      ...(kind === 'endpoint' ? endpointProblems(statement, setting) : [])
    ]),
    ...(kind === 'resource' ? serviceProblems(document, setting) : [])
  ];
  return found.sort((a, b) => a.range.from - b.range.from);
}
