/** Which elements a type of policy has, must have and must not have (rules, part 1.2; GRAM-08, 11, 12, 21). */
import type { Diagnostic } from '../source/diagnostic.ts';
import { malformed } from './answers.ts';
import { missingElement } from './diagnostics.ts';
import {
  allowNotPrincipal,
  unsupportedAction,
  unsupportedElement,
  unsupportedValue
} from './diagnostics-kind.ts';
import type { PolicyDocument, Statement } from './document.ts';
import { fix } from './fixes.ts';
import { KINDS, type KindRow } from './kinds.ts';
import { headPlace, placeOf } from './node-place.ts';

/** MAL-16 */
const SPECIFIED = malformed('Policy document should not specify a principal.');

/** MAL-17 */
function prohibited(name: string) {
  return malformed(`Has prohibited field ${name}`);
}

/** GRAM-11, PRIN-20 */
export function principalElementProblems(statement: Statement, row: KindRow): Diagnostic[] {
  const { principal } = statement;
  if (!principal) {
    const help = `${row.name} says whom it is about, for example \`"Principal": "*"\``;
    return row.principal === 'required' ? [missingElement(headPlace(statement), 'Principal', help)] : [];
  }
  const name = principal.negated ? 'NotPrincipal' : 'Principal';
  if (row.principal === 'forbidden') {
    const help = 'it is about whoever it is attached to; leave the element out';
    const isEverybody = principal.entries.every(({ value }) => value === '*');
    const isNeedless = !principal.negated && (row.isStoredByIam || isEverybody);
    return [unsupportedElement(placeOf(principal), name, row.name, { help, aws: SPECIFIED, isNeedless })];
  }
  if (!principal.negated) return [];
  if (!row.hasNotPrincipal) {
    const aws = prohibited('NotPrincipal');
    return [unsupportedElement(placeOf(principal), name, row.name, { aws, isNeedless: false })];
  }
  return statement.effect === 'Allow' ? [allowNotPrincipal(placeOf(principal))] : [];
}

/** GRAM-08, GRAM-12. Services whose policies are documented to need `Resource`; others have none at all (ECR). */
const NEEDS_RESOURCE: ReadonlySet<string> = new Set(['s3', 'kms', 'secretsmanager']);

export function resourceElementProblems(statement: Statement, row: KindRow): Diagnostic[] {
  const { resource } = statement;
  if (resource) {
    if (row.resource !== 'forbidden') return [];
    const help = 'the role itself is the resource; leave the element out';
    const name = resource.negated ? 'NotResource' : 'Resource';
    const way = { help, aws: prohibited(name), isNeedless: !resource.negated };
    return [unsupportedElement(placeOf(resource), name, row.name, way)];
  }
  const services = statement.action.patterns.map(({ text }) => text.split(':')[0]?.toLowerCase() ?? '');
  const isNeeded =
    row.resource === 'required' ||
    (row.resource === 'byService' && services.some((service) => NEEDS_RESOURCE.has(service)));
  const help = 'write `"Resource": "*"` for all, or the ARNs that are meant';
  if (!isNeeded) return [];
  // In a key policy `*` is the key itself and nothing more (GRAM-26).
  const isKeyPolicy = row.resource === 'byService' && services.every((service) => service === 'kms');
  const change = { at: `${statement.path}/Resource`, set: '*' };
  const way = isKeyPolicy ? fix('write `"Resource": "*"`', 'changed', change) : undefined;
  return [missingElement(headPlace(statement), 'Resource', help, way)];
}

/** GRAM-12: `AssumeRole policy may only specify STS AssumeRole actions.` */
export function trustActionProblems({ action }: Statement): Diagnostic[] {
  if (action.negated) return [];
  return action.patterns
    .filter(({ text }) => /^[a-z0-9-]+:/i.test(text) && !/^sts:/i.test(text))
    .map((pattern) => unsupportedAction(placeOf(pattern), pattern.text));
}

/** GRAM-21 */
export function rcpProblems({ effect, principal, action, ...statement }: Statement): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (effect === 'Allow') {
    const at = statement.effectAt ? placeOf(statement.effectAt) : headPlace(statement);
    const help = 'use `Deny`; what is not denied is allowed by RCPFullAWSAccess';
    found.push(unsupportedValue(at, 'a resource control policy only denies', help));
  }
  if (principal && !principal.negated && principal.entries[0]?.type !== '*') {
    const help = 'write `"Principal": "*"` and narrow with conditions such as `aws:PrincipalArn`';
    found.push(
      unsupportedValue(placeOf(principal), 'the principal of a resource control policy is `*`', help)
    );
  }
  if (action.negated) {
    found.push(unsupportedElement(placeOf(action), 'NotAction', KINDS.rcp.name, { isNeedless: false }));
  }
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
export function isRcpFullAccess({ statements }: PolicyDocument): boolean {
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
