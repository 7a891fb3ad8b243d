/**
 * What can be wrong with a policy because of what it is for and where it hangs: codes, words, AWS's answer, ways out.
 * A warning that carries an answer of AWS is refused when stored anew, and stays in force where it already is.
 */
import type { AwsError, Diagnostic, Fix } from '../source/diagnostic.ts';
import type { Place } from '../source/diagnostics.ts';
import { malformed } from './answers.ts';
import { error, warning, type Extra } from './diagnostics.ts';
import { currentVersion, removed, replaced } from './fixes.ts';

/** GRAM-03, MAL-02: customer managed policies and boundaries. Others are stored, with the old language. */
export function outdatedVersion(at: Place, isRefused: boolean, hasVariables: boolean): Diagnostic {
  const make = isRefused ? error : warning;
  const behaviour = isRefused || hasVariables ? 'changed' : 'kept';
  return make('policy/outdated-version', at, 'this type of policy needs version 2012-10-17', {
    help: 'write `"Version": "2012-10-17"` at its top',
    aws: isRefused ? malformed('Policy document must be version 2012-10-17 or greater.') : undefined,
    fix: currentVersion('', behaviour)
  });
}

/** Part 1.2: an element that this type of policy does not have. */
export function unsupportedElement(
  at: Place,
  element: string,
  policy: string,
  { help, aws, isNeedless }: { help?: string; aws?: AwsError; isNeedless: boolean }
): Diagnostic {
  return error('policy/unsupported-element', at, `${policy} has no \`${element}\``, {
    help,
    aws: aws ?? malformed(null),
    fix: isNeedless ? removed(at.path, 'changed') : undefined
  });
}

/** GRAM-04: AWS says an identity-based policy must not have it, and has been seen to store it. */
export function unsupportedId(at: Place, policy: string): Diagnostic {
  return warning('policy/unsupported-id', at, `${policy} has no \`Id\``, {
    help: "leave it out; AWS's pages forbid it, and IAM has been seen to store it",
    aws: malformed(null),
    fix: removed('/Id', 'kept')
  });
}

/** GRAM-21: what a resource control policy restricts further. */
export function unsupportedValue(at: Place, message: string, help: string): Diagnostic {
  return error('policy/unsupported-value', at, message, { help, aws: malformed(null) });
}

/** GRAM-12: trust policies speak of assuming the role and nothing else. */
export function unsupportedAction(at: Place, found: string): Diagnostic {
  return error('policy/unsupported-action', at, `a trust policy has no action \`${found}\``, {
    help: 'it may only hold actions of `sts:`, above all `sts:AssumeRole`',
    aws: malformed('AssumeRole policy may only specify STS AssumeRole actions.')
  });
}

/** PRIN-20 */
export function allowNotPrincipal(at: Place): Diagnostic {
  const help = 'name the principals; AWS no longer supports this in new policies';
  const message = '`NotPrincipal` with `Allow` lets everybody else in, strangers included';
  return warning('policy/allow-not-principal', at, message, { help });
}

/** GRAM-05, MAL-05. @param better one that may stand there; null: better none */
export function invalidSid(at: Place, sid: string, better: string | null): Diagnostic {
  return error('policy/invalid-sid', at, `invalid Sid \`${sid}\``, {
    help: 'use letters A to Z and digits only',
    aws: malformed(
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*'
    ),
    fix: better === null ? removed(at.path, 'changed') : replaced(at.path, better, 'changed')
  });
}

/** GRAM-05, MAL-04. @param other one that no statement has */
export function duplicateSid(at: Place, sid: string, other: string, isRefused: boolean): Diagnostic {
  const make = isRefused ? error : warning;
  return make('policy/duplicate-sid', at, `the Sid \`${sid}\` stands twice`, {
    help: 'give each statement its own',
    aws: isRefused ? malformed('Statement IDs (SID) in a single policy must be unique.') : undefined,
    fix: replaced(at.path, other, isRefused ? 'changed' : 'kept')
  });
}

/** What can be wrong with a resource, in our words and in IAM's. */
export interface ResourceProblem {
  readonly says: string;
  readonly aws: string;
  /** The resource as it must have been meant, where that is certain. */
  readonly meant?: string | undefined;
}

/** GRAM-10 */
export function invalidResource(
  at: Place,
  found: string,
  { says, aws, meant }: ResourceProblem,
  isRefused: boolean
): Diagnostic {
  const make = isRefused ? error : warning;
  return make('policy/invalid-resource', at, `resource \`${found}\` ${says}`, {
    help: 'write `arn:partition:service:region:account:resource`, or `*`',
    aws: isRefused ? malformed(aws) : undefined,
    fix: meant === undefined ? undefined : replaced(at.path, meant, 'changed')
  });
}

/** GRAM-18. The answer follows from the pattern that the API gives for documents. */
export function invalidCharacter(at: Place, char: string, text: string): Diagnostic {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const clean = text.replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '');
  const isMended = clean !== '' && /^[\t\n\r\u0020-\u00FF]*$/.test(clean);
  return error(
    'policy/invalid-character',
    at,
    `the character \`${char}\` (U+${code}) may not stand in an IAM policy`,
    {
      help: 'IAM takes characters up to U+00FF; write it as `*` or `?` where a pattern is allowed',
      aws: { code: 'ValidationError', message: null },
      fix: isMended ? replaced(at.path, clean, 'changed') : undefined
    }
  );
}

/** GRAM-13: the ARN of a user or role that its account does not have, as far as the account is known. */
export function unknownPrincipal(at: Place, found: string, aws: AwsError): Diagnostic {
  return warning('policy/unknown-principal', at, `principal \`${found}\` does not exist`, {
    help: 'AWS refuses to store that; if it was deleted later, its unique id stands here and nobody matches',
    aws
  });
}

/** GRAM-24: what only endpoint policies restrict. */
export function endpointRule(at: Place, message: string, help: string): Diagnostic {
  return error('policy/endpoint-rule', at, message, { help, aws: malformed(null) });
}

/** GRAM-25: a resource outside of the bucket that the policy hangs on. */
export function foreignResource(at: Place, found: string, bucket: string): Diagnostic {
  return error('policy/foreign-resource', at, `resource \`${found}\` does not lie in this bucket`, {
    help: `a bucket policy speaks of \`${bucket}\` and \`${bucket}/*\``,
    aws: malformed(null)
  });
}

/** GRAM-25: a statement none of whose actions fits any of its resources. */
export function actionWithoutResource(at: Place, action: string, needs: string, fix?: Fix): Diagnostic {
  return error(
    'policy/action-without-resource',
    at,
    `no action here fits a resource: \`${action}\` acts on ${needs}`,
    {
      help: 'objects are named `arn:aws:s3:::BUCKET/KEY`, the bucket itself `arn:aws:s3:::BUCKET`',
      aws: malformed(null),
      fix
    }
  );
}

/** Part 1.2: a service's own policies speak of its own actions. */
export function foreignAction(at: Place, found: string, service: string): Diagnostic {
  return error('policy/foreign-action', at, `\`${found}\` is no action of \`${service}\``, {
    help: `a policy that hangs on a resource of \`${service}\` holds actions of \`${service}:\` only`,
    aws: malformed(null)
  });
}

/** GRAM-25, KMS: nobody could ever change the policy again. AWS stores it if told to skip that check. */
export function keyLockout(at: Place): Diagnostic {
  return warning('policy/key-lockout', at, 'nobody is allowed to change this key policy', {
    help: 'allow `kms:PutKeyPolicy` to somebody, best to the account; KMS refuses else, unless told to skip the check',
    aws: malformed(null)
  });
}

/** GRAM-23, QUO: more than AWS takes. */
export function tooLarge(
  at: Place,
  message: string,
  extra: Extra & { readonly isFixed: boolean }
): Diagnostic {
  const { isFixed, ...rest } = extra;
  return (isFixed ? error : warning)('policy/too-large', at, message, rest);
}

/** GRAM-22: how AWS packs a session is not documented, so that nobody can tell beforehand. */
export function packedTooLarge(at: Place): Diagnostic {
  return warning(
    'policy/packed-too-large',
    at,
    'policies and tags of this session may be too large once packed',
    {
      help: 'AWS packs them in a way it does not document; use fewer tags, or shorter ones',
      aws: { code: 'PackedPolicyTooLarge', message: null }
    }
  );
}

/** QUO: too many of something. */
export function tooMany(at: Place, message: string, extra: Extra): Diagnostic {
  return error('policy/too-many', at, message, extra);
}
