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
  const [, partition = '', service = '', region = '', account = '', ...rest] = splitFields(text);
  if (!isOpen(partition) && !PARTITIONS.has(partition)) return `has the unknown partition \`${partition}\``;
  if (isOpen(service) && !isShort(text, 3)) return 'leaves the service open; it must be named in full';
  if (rest.length === 0) return isShort(text, 6) ? null : 'is no complete ARN';
  const id = rest.join(':');
  if (service === 'iam') return iamProblem(region, id);
  const isBucket = service === 's3' && account === '';
  if (isBucket && region !== '' && !isOpen(region)) return 'names a Region, which bucket ARNs do not have';
  return null;
}

function iamProblem(region: string, id: string): string | null {
  if (region !== '' && !isOpen(region)) return 'names a Region, which ARNs of IAM do not have';
  const literal = id.split(/[*?]|\$\{/)[0] ?? '';
  const fits = IAM_RESOURCES.some((type) => literal.startsWith(type) || type.startsWith(literal));
  const isWhole = literal === id && !IAM_RESOURCES.some((type) => literal.startsWith(type));
  return fits && !isWhole ? null : 'is no kind of resource that IAM has, such as `user/` or `role/`';
}

/** The fields of an ARN; colons inside `${…}` separate nothing. */
function splitFields(text: string): readonly string[] {
  return text.replaceAll(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\0')).split(':');
}

/** Whether a field has a wildcard or a variable in it, so that its text is not known. */
function isOpen(field: string): boolean {
  return /[*?]|\$\{/.test(field);
}

/** RES-05: fewer fields, the last of them ending in `*`, stand for all that may follow. */
function isShort(text: string, fields: number): boolean {
  return text.endsWith('*') && splitFields(text).length < fields;
}
