/** The forms of resources (GRAM-10; MAL-11 to MAL-15). */
import type { Diagnostic } from '../source/diagnostic.ts';
import { invalidResource, type ResourceProblem } from './diagnostics-kind.ts';
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
    if (!problem) return [];
    const at = { range: pattern.range, path: pattern.path };
    return [invalidResource(at, pattern.text, problem, isRefused)];
  });
}

function resourceProblem(text: string): ResourceProblem | null {
  if (/^\*+$/.test(text)) return null;
  if (!text.startsWith('arn:')) return noArn(text, 'is neither an ARN nor `*`');
  const fields = splitFields(text);
  const [, partition, service] = fields;
  if (isNamed(partition) && !PARTITIONS.has(partition)) {
    const aws = `Partition "${partition}" is not valid for resource "${text}".`;
    return { says: `has the unknown partition \`${partition}\``, aws };
  }
  if (service !== undefined && !isNamed(service)) return { says: OPEN_SERVICE, aws: VENDOR };
  // RES-05: fewer fields, the last of them ending in `*`, stand for all that may follow.
  if (fields.length < 6) return text.endsWith('*') ? null : noArn(text, 'is no complete ARN');
  return regionProblem(text, fields) ?? (service === 'iam' ? iamProblem(fields.slice(5).join(':')) : null);
}

const OPEN_SERVICE = 'leaves the service open; it must be named in full';
/** MAL-13 */
const VENDOR = 'Resource vendor must be fully qualified and cannot contain regexes.';

/** MAL-11 */
function noArn(text: string, says: string): ResourceProblem {
  return { says, aws: `Resource ${text} must be in ARN format or "*".`, meant: completed(text) };
}

/** What fits only one way: `aws:s3:::b`, `arn:aws:s3::b` and `arn:aws:iam:111122223333:user/a`. */
function completed(text: string): string | undefined {
  if (/^aws(?:-cn|-us-gov)?:[a-z0-9-]+:[a-z0-9-]*:\d*:./.test(text)) return `arn:${text}`;
  if (/^arn:[\w-]+:s3::[a-z0-9][a-z0-9.-]+(?:\/[^:]*)?$/.test(text)) return text.replace(':s3::', ':s3:::');
  if (/^arn:[\w-]+:iam:\d{12}:[a-z-]+\/[^:]+$/.test(text)) return text.replace(':iam:', ':iam::');
  return undefined;
}

/** MAL-15 */
function regionProblem(text: string, fields: readonly string[]): ResourceProblem | null {
  const [, , service, region, account] = fields;
  if (region === '' || !isNamed(region)) return null;
  const meant = text.replace(`:${region}:`, '::');
  if (service === 's3' && account === '') {
    const aws = `Resource ${text} can not contain region information.`;
    return { says: 'names a Region, which ARNs of buckets do not have', aws, meant };
  }
  if (service !== 'iam') return null;
  const aws = `IAM resource ${text} cannot contain region information.`;
  return { says: 'names a Region, which ARNs of IAM do not have', aws, meant };
}

/** MAL-14 */
function iamProblem(id: string): ResourceProblem | null {
  const literal = id.split(/[*?]|\$\{/)[0] ?? '';
  const fits = IAM_RESOURCES.some((type) => literal.startsWith(type) || type.startsWith(literal));
  const isWhole = literal === id && !IAM_RESOURCES.some((type) => literal.startsWith(type));
  if (fits && !isWhole) return null;
  return { says: 'is no kind of resource that IAM has, such as `user/` or `role/`', aws: IAM_PATHS };
}

const IAM_PATHS =
  'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.';

/** The fields of an ARN; colons inside `${…}` separate nothing. */
function splitFields(text: string): readonly string[] {
  return text.replaceAll(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\0')).split(':');
}

/** Whether a field is there and its text known: no wildcard, no variable. */
function isNamed(field: string | undefined): field is string {
  return field !== undefined && !/[*?]|\$\{/.test(field);
}
