/** The forms of resources (GRAM-10; MAL-11 to MAL-15). */
import type { Diagnostic } from '../source/diagnostic.ts';
import { invalidResource } from './diagnostics.ts';
import type { Statement } from './document.ts';

/** `aws` and the isolated partitions. */
const PARTITIONS: ReadonlySet<string> = new Set([
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-eusc',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f'
]);

/** What may follow the account in an ARN of IAM (MAL-14); `root` is the account's own. */
const IAM_RESOURCES: readonly string[] = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
  'root'
];

/**
 * Problems of a statement's resources.
 *
 * @param isRefused whether who stores this policy refuses bad forms, as IAM does; if not, they are warnings: some
 *   services take short forms of their own
 */
export function resourceProblems({ resource }: Statement, isRefused: boolean): Diagnostic[] {
  return (resource?.patterns ?? []).flatMap((pattern) => {
    const problem = resourceProblem(pattern.text);
    if (problem === null) return [];
    const at = { range: pattern.range, path: pattern.path };
    return [invalidResource(at, pattern.text, problem, isRefused)];
  });
}

function resourceProblem(text: string): string | null {
  if (/^\*+$/.test(text)) return null;
  if (!text.startsWith('arn:')) return 'is neither an ARN nor `*`';
  const fields = splitFields(text);
  const [, partition, service] = fields;
  if (isNamed(partition) && !PARTITIONS.has(partition)) return `has the unknown partition \`${partition}\``;
  if (service !== undefined && !isNamed(service)) return 'leaves the service open; it must be named in full';
  // RES-05: fewer fields, the last of them ending in `*`, stand for all that may follow.
  if (fields.length < 6) return text.endsWith('*') ? null : 'is no complete ARN';
  return regionProblem(fields) ?? (service === 'iam' ? iamProblem(fields.slice(5).join(':')) : null);
}

/** MAL-15 */
function regionProblem([, , service, region, account]: readonly string[]): string | null {
  if (region === '' || !isNamed(region)) return null;
  const isBucket = service === 's3' && account === '';
  if (isBucket) return 'names a Region, which ARNs of buckets do not have';
  return service === 'iam' ? 'names a Region, which ARNs of IAM do not have' : null;
}

/** MAL-14 */
function iamProblem(id: string): string | null {
  const literal = id.split(/[*?]|\$\{/)[0] ?? '';
  const fits = IAM_RESOURCES.some((type) => literal.startsWith(type) || type.startsWith(literal));
  const isWhole = literal === id && !IAM_RESOURCES.some((type) => literal.startsWith(type));
  return fits && !isWhole ? null : 'is no kind of resource that IAM has, such as `user/` or `role/`';
}

/** The fields of an ARN; colons inside `${…}` separate nothing. */
function splitFields(text: string): readonly string[] {
  return text.replaceAll(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\0')).split(':');
}

/** Whether a field is there and its text known: no wildcard, no variable. */
function isNamed(field: string | undefined): field is string {
  return field !== undefined && !/[*?]|\$\{/.test(field);
}
