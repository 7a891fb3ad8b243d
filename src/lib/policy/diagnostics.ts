/**
 * Every problem of a policy document: codes, words, ways out. Errors are what AWS refuses when the document is
 * stored; whatever it stores, however unwise, is a warning at most.
 */
import { abridge, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/diagnostics.ts';
import { PRINCIPAL_TYPES } from './names.ts';

/** A value of the wrong kind. `wanted` and `found` name kinds, e.g. `a list`. */
export function wrongType(at: Place, what: string, wanted: string, found: string): Diagnostic {
  return error('policy/wrong-type', at, `${what} must be ${wanted}, not ${found}`);
}

/** GRAM-15: the unquoted word `null`, or a YAML key without value. */
export function nullValue(at: Place, what: string): Diagnostic {
  return error(
    'policy/null-value',
    at,
    `${what} has no value`,
    'leave the element out, or give it a value; the text `null` needs quotes'
  );
}

/** A number or boolean where AWS documents text. It is read as the text it shows. */
export function unquotedValue(at: Place, what: string, text: string): Diagnostic {
  return warning('policy/unquoted-value', at, `${what} is documented as text`, `write \`"${text}"\``);
}

/** GRAM-07 */
export function unknownElement(at: Place, name: string, near: string | null): Diagnostic {
  return error('policy/unknown-element', at, `unknown element \`${name}\``, meant(near, 'names have a case'));
}

export function missingElement(at: Place, name: string, help?: string): Diagnostic {
  return error('policy/missing-element', at, `\`${name}\` is missing`, help);
}

/** GRAM-08: both members of a pair. */
export function conflictingElements(at: Place, name: string): Diagnostic {
  return error(
    'policy/conflicting-elements',
    at,
    `\`${name}\` and \`Not${name}\` stand in one statement`,
    'keep one of the two, or make two statements'
  );
}

/** GRAM-02 */
export function noStatements(at: Place): Diagnostic {
  return error('policy/no-statements', at, 'the list of statements is empty', 'a policy needs a statement');
}

/** GRAM-03 */
export function invalidVersion(at: Place, found: string): Diagnostic {
  const help = 'use `2012-10-17`; it names the language, not your version of the policy';
  return error('policy/invalid-version', at, `invalid version \`${found}\``, help);
}

/** GRAM-03: customer managed policies and boundaries. */
export function outdatedVersion(at: Place, isRefused: boolean): Diagnostic {
  const make = isRefused ? error : warning;
  return make('policy/outdated-version', at, 'this type of policy needs version 2012-10-17', HELP_VERSION);
}

const HELP_VERSION = 'write `"Version": "2012-10-17"` at its top';

/** GRAM-06 */
export function invalidEffect(at: Place, found: string): Diagnostic {
  return error(
    'policy/invalid-effect',
    at,
    `invalid effect \`${found}\``,
    'use `Allow` or `Deny`; the case matters'
  );
}

/** GRAM-09 */
export function invalidAction(at: Place, found: string, problem: string): Diagnostic {
  return error(
    'policy/invalid-action',
    at,
    `action \`${found}\` ${problem}`,
    'write `service:Name`, for example `s3:GetObject`, or `*` for everything'
  );
}

/** GRAM-15 */
export function unknownOperator(at: Place, found: string, near: string | null): Diagnostic {
  return error('policy/unknown-operator', at, `unknown condition operator \`${found}\``, meant(near, null));
}

/** COND-12 */
export function nullIfExists(at: Place, found: string): Diagnostic {
  return error(
    'policy/null-if-exists',
    at,
    `\`${found}\` does not exist`,
    '`Null` itself asks whether a key exists'
  );
}

/** GRAM-15 */
export function invalidConditionKey(at: Place, key: string): Diagnostic {
  return error(
    'policy/invalid-condition-key',
    at,
    `the condition key \`${key}\` has no prefix`,
    'keys begin with `aws:` or a service, for example `aws:SourceIp`'
  );
}

/** GRAM-16: stored by AWS as far as is known, and an error for Access Analyzer. */
export function repeatedConditionKey(at: Place, key: string): Diagnostic {
  return warning(
    'policy/repeated-condition-key',
    at,
    `\`${key}\` stands here twice, in different case`,
    'keys compare without case; keep one'
  );
}

/** GRAM-17, VAR-15 */
export function unclosedVariable(at: Place): Diagnostic {
  return warning(
    'policy/unclosed-variable',
    at,
    'a variable is not closed and is plain text therefore',
    'close it with `}`'
  );
}

/** GRAM-03, VAR-02 */
export function variableNeedsVersion(at: Place): Diagnostic {
  return warning(
    'policy/variable-needs-version',
    at,
    'variables are plain text in a policy of version 2008-10-17',
    HELP_VERSION
  );
}

/** GRAM-13 */
export function unknownPrincipalType(at: Place, found: string, near: string | null): Diagnostic {
  const all = PRINCIPAL_TYPES.map((type) => `\`${type}\``).join(', ');
  const message = `unknown type of principal \`${found}\``;
  return error('policy/unknown-principal-type', at, message, meant(near, `there are ${all}`));
}

/** GRAM-13, PRIN-06, PRIN-11 */
export function invalidPrincipal(at: Place, found: string, problem: string, help?: string): Diagnostic {
  return error('policy/invalid-principal', at, `principal \`${found}\` ${problem}`, help);
}

/** Part 1.2: an element that this type of policy does not have. */
export function unsupportedElement(at: Place, element: string, policy: string, help?: string): Diagnostic {
  return error('policy/unsupported-element', at, `${policy} has no \`${element}\``, help);
}

/** GRAM-04: AWS says an identity-based policy must not have it, and has been seen to store it. */
export function unsupportedId(at: Place, policy: string): Diagnostic {
  return warning('policy/unsupported-id', at, `${policy} has no \`Id\``, 'leave it out');
}

/** GRAM-21: what a resource control policy restricts further. */
export function unsupportedValue(at: Place, message: string, help: string): Diagnostic {
  return error('policy/unsupported-value', at, message, help);
}

/** GRAM-12: trust policies speak of assuming the role and nothing else. */
export function unsupportedAction(at: Place, found: string): Diagnostic {
  return error(
    'policy/unsupported-action',
    at,
    `a trust policy has no action \`${found}\``,
    'it may only hold actions of `sts:`, above all `sts:AssumeRole`'
  );
}

/** PRIN-20 */
export function allowNotPrincipal(at: Place): Diagnostic {
  return warning(
    'policy/allow-not-principal',
    at,
    '`NotPrincipal` with `Allow` lets everybody else in, strangers included',
    'name the principals; AWS no longer supports this in new policies'
  );
}

/** GRAM-05 */
export function invalidSid(at: Place, sid: string): Diagnostic {
  return error('policy/invalid-sid', at, `invalid Sid \`${sid}\``, 'use letters A to Z and digits only');
}

/** GRAM-05 */
export function duplicateSid(at: Place, sid: string, isRefused: boolean): Diagnostic {
  const make = isRefused ? error : warning;
  return make('policy/duplicate-sid', at, `the Sid \`${sid}\` stands twice`, 'give each statement its own');
}

/** GRAM-10 */
export function invalidResource(at: Place, found: string, problem: string, isRefused: boolean): Diagnostic {
  const make = isRefused ? error : warning;
  return make(
    'policy/invalid-resource',
    at,
    `resource \`${found}\` ${problem}`,
    'write `arn:partition:service:region:account:resource`, or `*`'
  );
}

/** GRAM-18 */
export function invalidCharacter(at: Place, char: string): Diagnostic {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return error(
    'policy/invalid-character',
    at,
    `the character \`${char}\` (U+${code}) may not stand in an IAM policy`,
    'IAM takes characters up to U+00FF; write it as `*` or `?` where a pattern is allowed'
  );
}

function meant(near: string | null, otherwise: string | null): string | undefined {
  return near === null ? (otherwise ?? undefined) : `did you mean \`${near}\`?`;
}

function error(code: string, at: Place, message: string, help?: string): Diagnostic {
  const fact = {
    code,
    severity: 'error',
    message: abridge(message),
    range: at.range,
    path: at.path
  } as const;
  return help === undefined ? fact : { ...fact, help: abridge(help) };
}

function warning(code: string, at: Place, message: string, help?: string): Diagnostic {
  return { ...error(code, at, message, help), severity: 'warning' };
}
