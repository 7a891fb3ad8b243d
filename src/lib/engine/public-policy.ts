/**
 * What S3 calls public. A policy is taken to be public unless each Allow is held to fixed principals or to fixed
 * values of certain keys. Source: S3 User Guide, "Blocking public access to your Amazon S3 storage" (SVC-14).
 */
import type { Condition, Pattern, PolicyDocument, Statement } from '../policy/document.ts';

const known = new WeakMap<PolicyDocument, boolean>();

/** Whether S3 takes a bucket policy to be public: one statement is enough. */
export function isPublicPolicy(document: PolicyDocument): boolean {
  const before = known.get(document);
  if (before !== undefined) return before;
  const found = document.statements.some(isPublicStatement);
  known.set(document, found);
  return found;
}

/** Whether one statement makes its policy public. */
function isPublicStatement(statement: Statement): boolean {
  const { effect, principal, conditions } = statement;
  if (effect !== 'Allow' || principal === null) return false;
  const isOpen =
    principal.negated ||
    principal.entries.some(({ type, value }) => type === '*' || value === '*' || type === 'Federated');
  return isOpen && !conditions.some(isFixed);
}

/**
 * A condition that holds a statement to fixed values: an operator that a missing key does not satisfy, a key of
 * AWS's list, and no value with a wildcard or a variable.
 */
function isFixed({ operator, key, values }: Condition): boolean {
  if (operator.ifExists || operator.set === 'ForAllValues' || values.length === 0) return false;
  const name = key.toLowerCase();
  if (name === 'aws:sourceip') return operator.name === 'IpAddress' && values.every(isNarrow);
  if (!POSITIVE.has(operator.name)) return false;
  if (name === 's3:dataaccesspointarn') return values.every(hasFixedAccount);
  return FIXED_KEYS.has(name) && values.every((value) => isFixedValue(value, WILD.test(operator.name)));
}

const POSITIVE: ReadonlySet<string> = new Set([
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'ArnEquals',
  'ArnLike'
]);

/** Operators under which `*` and `?` are wildcards; under the others they are letters. */
const WILD = /Like$|^Arn/;

/**
 * "An AWS principal, user, role, or service principal" is read as the principal keys whose value names one, the
 * organization's id among them, which the page gives as its example.
 */
const FIXED_KEYS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalservicename',
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  'aws:userid',
  's3:dataaccesspointaccount'
]);

function isFixedValue({ parts }: Pattern, areWild: boolean): boolean {
  return parts.every(({ kind }) => kind !== 'variable' && (kind === 'literal' || !areWild));
}

/** Not wider than /8 for IPv4 and /32 for IPv6. */
function isNarrow(value: Pattern): boolean {
  if (value.parts.some(({ kind }) => kind === 'variable')) return false;
  const [address = '', length] = value.text.split('/');
  if (length === undefined) return true;
  return Number(length) >= (address.includes(':') ? 32 : 8);
}

/** An access point's ARN may have a wildcard in its name as long as the account is fixed. */
function hasFixedAccount({ text }: Pattern): boolean {
  return /^arn:[^*?$:]*:s3:[^:$]*:\d{12}:accesspoint\//.test(text);
}
