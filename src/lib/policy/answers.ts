/**
 * What AWS answers when it refuses a document (rules, part 1.3). Diagnostics are made with IAM's answer; the service
 * that stores the policy has a code, and at times words, of its own. Codes of IAM, STS and EC2 are documented, other
 * codes are from SDK models, texts are as seen in public reports. What is not known is null.
 */
import type { AwsError, Diagnostic } from '../source/diagnostic.ts';
import { isStoredByIam, serviceOf, type Setting } from './setting.ts';

/** IAM's and STS's answer to a document they cannot take. Source: IAM API Reference, CreatePolicy, errors. */
export function malformed(message: string | null): AwsError {
  return { code: 'MalformedPolicyDocument', message };
}

/** MAL-01 */
export const SYNTAX = malformed('Syntax errors in policy.');

/** Ways to refuse beside MalformedPolicyDocument that hold for one problem whatever the service. */
const KEPT: ReadonlySet<string> = new Set([
  ...['policy/too-large', 'policy/too-many', 'policy/packed-too-large', 'policy/invalid-character']
]);

/**
 * A problem with the answer of whoever stores the policy.
 *
 * @param problem as its constructor made it, with IAM's answer if AWS refuses it at all
 */
export function answered(problem: Diagnostic, setting: Setting): Diagnostic {
  const { aws, ...rest } = problem;
  if (aws === undefined && problem.severity !== 'error') return problem;
  if (isStoredByIam(setting.kind) || KEPT.has(problem.code)) return { ...rest, aws: aws ?? SYNTAX };
  const answer = answerOf(problem, setting);
  return answer === null ? rest : { ...rest, aws: answer };
}

/** Null where not even the code is known. */
function answerOf(problem: Diagnostic, setting: Setting): AwsError | null {
  switch (setting.kind) {
    case 'scp':
    case 'rcp':
      return ORGANIZATIONS;
    case 'endpoint':
      return ENDPOINT;
    default: {
      const service = serviceOf(setting);
      const answers = SERVICES.get(service ?? '');
      if (!answers) return null;
      const { code, texts, otherwise } = answers;
      const shared = service === 's3' ? sharedText(problem) : null;
      return { code, message: texts[problem.code] ?? shared ?? otherwise };
    }
  }
}

/** MAL-18: S3 has the words of IAM's trust policies. Others have been seen with none of IAM's words. */
function sharedText({ aws }: Diagnostic): string | null {
  return aws?.message?.startsWith('Missing required field') === true ? aws.message : null;
}

/** Source: Organizations API Reference, CreatePolicy, errors. */
const ORGANIZATIONS: AwsError = {
  code: 'MalformedPolicyDocumentException',
  message: 'The provided policy document does not meet the requirements of the specified policy type.'
};

/** Source: EC2 API Reference, error codes (that ModifyVpcEndpoint uses it is inferred, GRAM-24). */
const ENDPOINT: AwsError = { code: 'InvalidPolicyDocument', message: null };

interface Answers {
  readonly code: string;
  /** Words by the code of our diagnostic. */
  readonly texts: Readonly<Record<string, string>>;
  /** Words for everything else. */
  readonly otherwise: string | null;
}

/** By the service prefix of the resource. */
const SERVICES: ReadonlyMap<string, Answers> = new Map(
  Object.entries<Answers>({
    s3: {
      code: 'MalformedPolicy',
      texts: {
        'policy/invalid-principal': 'Invalid principal in policy', // MAL-21
        'policy/unknown-principal': 'Invalid principal in policy',
        'policy/foreign-resource': 'Policy has invalid resource',
        'policy/invalid-resource': 'Policy has invalid resource',
        'policy/action-without-resource': 'Action does not apply to any resource(s) in statement',
        'policy/invalid-action': 'Policy has invalid action',
        'policy/foreign-action': 'Policy has invalid action'
      },
      otherwise: null
    },
    kms: {
      code: 'MalformedPolicyDocumentException',
      texts: {
        'policy/invalid-principal': 'Policy contains a statement with one or more invalid principals.',
        'policy/unknown-principal': 'Policy contains a statement with one or more invalid principals.',
        'policy/key-lockout': 'The new key policy will not allow you to update the key policy in the future.'
      },
      otherwise: null
    },
    sqs: { code: 'InvalidAttributeValue', texts: {}, otherwise: 'Invalid value for the parameter Policy.' },
    sns: {
      code: 'InvalidParameter',
      texts: {
        'policy/unknown-principal': 'Invalid parameter: Policy Error: PrincipalNotFound',
        'policy/foreign-action': 'Invalid parameter: Policy statement action out of service scope!'
      },
      otherwise: null
    },
    secretsmanager: { code: 'MalformedPolicyDocumentException', texts: {}, otherwise: null },
    lambda: { code: 'InvalidParameterValueException', texts: {}, otherwise: null },
    ecr: {
      code: 'InvalidParameterException',
      texts: {},
      otherwise:
        "Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'"
    }
  })
);

/** Whether AWS refuses a document with these problems, be it in force here all the same (a warning) or not. */
export function isRefused(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity, aws }) => severity === 'error' || aws !== undefined);
}
