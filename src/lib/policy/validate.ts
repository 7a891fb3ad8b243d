/**
 * What AWS refuses of a well-formed document because of what the policy is for: which elements each type has, and
 * the forms of Sids, resources and principals. Part 1.2 of the rules, GRAM-03 to GRAM-31.
 */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/diagnostics.ts';
import {
  allowNotPrincipal,
  duplicateSid,
  invalidCharacter,
  invalidSid,
  missingElement,
  outdatedVersion,
  unsupportedAction,
  unsupportedElement,
  unsupportedId,
  unsupportedValue
} from './diagnostics.ts';
import type { SourceRange } from '../source/text.ts';
import type { PolicyKind } from './document-kind.ts';
import type { Node, PolicyDocument, Statement } from './document.ts';
import { headOf } from './reading.ts';
import { resourceProblems } from './validate-resource.ts';
import { principalProblems } from './validate-principal.ts';

/** What a type of policy may have. One row each; the code asks the row, never the type's name. */
interface KindRow {
  /** For messages, with its article. */
  readonly name: string;
  readonly principal: 'required' | 'forbidden';
  readonly resource: 'required' | 'forbidden' | 'byService';
  readonly hasNotPrincipal: boolean;
  readonly hasId: boolean;
  /** `required`: refused with another version; `expected`: documented, and warned about. */
  readonly version2012: 'required' | 'expected' | 'free';
  /** Kept by IAM, which checks the forms of Sids, resources and characters when it stores (MAL-05, MAL-11 ff.). */
  readonly isStoredByIam: boolean;
}

const IDENTITY: KindRow = {
  name: 'an identity-based policy',
  principal: 'forbidden',
  resource: 'required',
  hasNotPrincipal: false,
  hasId: false,
  version2012: 'free',
  isStoredByIam: true
};

const KINDS: Readonly<Record<PolicyKind, KindRow>> = {
  identity: IDENTITY,
  managed: { ...IDENTITY, version2012: 'required' },
  boundary: { ...IDENTITY, name: 'a permissions boundary', version2012: 'required' },
  session: { ...IDENTITY, name: 'a session policy', version2012: 'expected' },
  trust: {
    name: 'a trust policy',
    principal: 'required',
    resource: 'forbidden',
    hasNotPrincipal: false,
    hasId: true,
    version2012: 'free',
    isStoredByIam: true
  },
  resource: {
    name: 'a resource-based policy',
    principal: 'required',
    resource: 'byService',
    hasNotPrincipal: true,
    hasId: true,
    version2012: 'free',
    isStoredByIam: false
  },
  endpoint: {
    name: 'an endpoint policy',
    principal: 'required',
    resource: 'required',
    hasNotPrincipal: true,
    hasId: true,
    version2012: 'expected',
    isStoredByIam: false
  },
  scp: {
    name: 'a service control policy',
    principal: 'forbidden',
    resource: 'required',
    hasNotPrincipal: false,
    hasId: false,
    version2012: 'expected',
    isStoredByIam: false
  },
  rcp: {
    name: 'a resource control policy',
    principal: 'required',
    resource: 'required',
    hasNotPrincipal: false,
    hasId: false,
    version2012: 'expected',
    isStoredByIam: false
  }
};

/**
 * Checks a document that was parsed without errors.
 *
 * @param kind what the policy is for; it belongs to the place where the policy hangs, not to the document
 * @returns problems in the order of the text, with paths from the root of the document. An error means that AWS
 *   refuses the document, so that it can never be in force; a warning, that it is stored and unwise. Never throws.
 */
export function validatePolicy(document: PolicyDocument, kind: PolicyKind): Diagnostic[] {
  if (kind === 'rcp' && isRcpFullAccess(document)) return [];
  const row = KINDS[kind];
  const found = [
    ...documentProblems(document, row),
    ...sidProblems(document, row),
    ...document.statements.flatMap((statement) => [
      ...principalElementProblems(statement, row),
      ...(statement.principal ? principalProblems(statement.principal, kind) : []),
      ...(kind === 'trust' ? trustActionProblems(statement) : []),
      ...resourceElementProblems(statement, row),
      ...resourceProblems(statement, row.isStoredByIam),
      ...(row.isStoredByIam ? characterProblems(statement) : []),
      ...(kind === 'rcp' ? rcpProblems(statement) : [])
    ])
  ];
  return found.sort((a, b) => a.range.from - b.range.from);
}

function documentProblems(document: PolicyDocument, row: KindRow): Diagnostic[] {
  const found: Diagnostic[] = [];
  const at = headPlace(document);
  if (document.version !== '2012-10-17' && row.version2012 !== 'free') {
    found.push(outdatedVersion(at, row.version2012 === 'required'));
  }
  if (document.id !== null && !row.hasId) found.push(unsupportedId(at, row.name));
  return found;
}

/** GRAM-05: in IAM letters and digits, and unique. Services that keep policies themselves differ. */
function sidProblems(document: PolicyDocument, row: KindRow): Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const statement of document.statements) {
    const { sid } = statement;
    if (sid === null || sid === '') continue;
    const at = { range: sidRange(statement, sid), path: `${statement.path}/Sid` };
    if (row.isStoredByIam && !/^[0-9A-Za-z]*$/.test(sid)) found.push(invalidSid(at, sid));
    if (seen.has(sid)) found.push(duplicateSid(at, sid, row.isStoredByIam));
    seen.add(sid);
  }
  return found;
}

/** The Sid in the text of its statement, which keeps no place for it; else the statement's first line. */
function sidRange({ range }: Statement, sid: string): SourceRange {
  const { source, from, to } = range;
  const key = source.text.indexOf('Sid', from);
  const at = key < 0 ? -1 : source.text.indexOf(sid, key + 3);
  return at < 0 || at + sid.length > to ? headOf(range) : { source, from: at, to: at + sid.length };
}

function principalElementProblems(statement: Statement, row: KindRow): Diagnostic[] {
  const { principal } = statement;
  if (!principal) {
    const help = `${row.name} says whom it is about, for example \`"Principal": "*"\``;
    return row.principal === 'required' ? [missingElement(headPlace(statement), 'Principal', help)] : [];
  }
  const name = principal.negated ? 'NotPrincipal' : 'Principal';
  if (row.principal === 'forbidden') {
    const help = 'it is about whoever it is attached to; leave the element out';
    return [unsupportedElement(placeOf(principal), name, row.name, help)];
  }
  if (!principal.negated) return [];
  if (!row.hasNotPrincipal) return [unsupportedElement(placeOf(principal), name, row.name)];
  return statement.effect === 'Allow' ? [allowNotPrincipal(placeOf(principal))] : [];
}

/** Services whose policies are documented to need `Resource`; others have none at all (ECR). */
const NEEDS_RESOURCE: ReadonlySet<string> = new Set(['s3', 'kms', 'secretsmanager']);

function resourceElementProblems(statement: Statement, row: KindRow): Diagnostic[] {
  const { resource } = statement;
  if (resource) {
    if (row.resource !== 'forbidden') return [];
    const help = 'the role itself is the resource; leave the element out';
    const name = resource.negated ? 'NotResource' : 'Resource';
    return [unsupportedElement(placeOf(resource), name, row.name, help)];
  }
  const services = statement.action.patterns.map(({ text }) => text.split(':')[0]?.toLowerCase() ?? '');
  const isNeeded =
    row.resource === 'required' ||
    (row.resource === 'byService' && services.some((service) => NEEDS_RESOURCE.has(service)));
  const help = 'write `"Resource": "*"` for all, or the ARNs that are meant';
  return isNeeded ? [missingElement(headPlace(statement), 'Resource', help)] : [];
}

/** GRAM-12: `AssumeRole policy may only specify STS AssumeRole actions.` */
function trustActionProblems({ action }: Statement): Diagnostic[] {
  if (action.negated) return [];
  return action.patterns
    .filter(({ text }) => /^[a-z0-9-]+:/i.test(text) && !/^sts:/i.test(text))
    .map((pattern) => unsupportedAction(placeOf(pattern), pattern.text));
}

/** GRAM-21 */
function rcpProblems({ effect, principal, action, ...statement }: Statement): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (effect === 'Allow') {
    const help = 'use `Deny`; what is not denied is allowed by RCPFullAWSAccess';
    found.push(unsupportedValue(headPlace(statement), 'a resource control policy only denies', help));
  }
  if (principal && !principal.negated && principal.entries[0]?.type !== '*') {
    const help = 'write `"Principal": "*"` and narrow with conditions such as `aws:PrincipalArn`';
    found.push(
      unsupportedValue(placeOf(principal), 'the principal of a resource control policy is `*`', help)
    );
  }
  if (action.negated) found.push(unsupportedElement(placeOf(action), 'NotAction', KINDS.rcp.name));
  for (const pattern of action.negated ? [] : action.patterns) {
    if (!/^\*+(?::|$)/.test(pattern.text)) continue;
    const help = 'name the service, for example `s3:*`';
    found.push(
      unsupportedValue(placeOf(pattern), 'a resource control policy has no action for all services', help)
    );
  }
  return found;
}

/** The only one that allows is AWS's own. */
function isRcpFullAccess({ statements }: PolicyDocument): boolean {
  const [only] = statements;
  return (
    statements.length === 1 &&
    only?.effect === 'Allow' &&
    only.principal?.entries[0]?.type === '*' &&
    only.action.patterns[0]?.text === '*' &&
    only.resource?.patterns[0]?.text === '*' &&
    only.conditions.length === 0
  );
}

/** GRAM-18, as far as the character stands in the text as such, not as an escape. */
function characterProblems({ action, resource, conditions }: Statement): Diagnostic[] {
  const patterns = [
    ...action.patterns,
    ...(resource?.patterns ?? []),
    ...conditions.flatMap((condition) => condition.values)
  ];
  return patterns.flatMap((pattern) => {
    const { source, from, to } = pattern.range;
    const char = /[^\t\n\r\u0020-\u00FF]/u.exec(pattern.text)?.[0];
    if (char === undefined || !source.text.slice(from, to).includes(char)) return [];
    return [invalidCharacter(placeOf(pattern), char)];
  });
}

function placeOf({ range, path }: Node): Place {
  return { range, path };
}

function headPlace({ range, path }: Node): Place {
  return { range: headOf(range), path };
}
