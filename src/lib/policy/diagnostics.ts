/**
 * What can be wrong with a policy document whatever it is for: codes, words, AWS's answer, ways out. Errors are what
 * AWS refuses when the document is stored; whatever it stores, however unwise, is a warning at most.
 */
import { abridge, type AwsError, type Diagnostic, type Fix } from '../source/diagnostic.ts';
import type { Place } from '../source/diagnostics.ts';
import { malformed, SYNTAX } from './answers.ts';
import { fix as fixOf, currentVersion, removed, replaced } from './fixes.ts';
import { PRINCIPAL_TYPES } from './names.ts';

/** A value of the wrong kind. `wanted` and `found` name kinds, e.g. `a list`. */
export function wrongType(at: Place, what: string, wanted: string, found: string): Diagnostic {
  return error('policy/wrong-type', at, `${what} must be ${wanted}, not ${found}`, { aws: SYNTAX });
}

/** GRAM-15: the unquoted word `null`, or a YAML key without value. */
export function nullValue(at: Place, what: string): Diagnostic {
  const isLabel = /\/(?:Sid|Id)$/.test(at.path);
  return error('policy/null-value', at, `${what} has no value`, {
    help: 'leave the element out, or give it a value; the text `null` needs quotes',
    aws: SYNTAX,
    fix: isLabel ? removed(at.path, 'changed') : undefined
  });
}

/** A number or boolean where AWS documents text. It is read as the text it shows. */
export function unquotedValue(at: Place, what: string, text: string): Diagnostic {
  return warning('policy/unquoted-value', at, `${what} is documented as text`, {
    help: `write \`"${text}"\``,
    fix: fixOf(`write \`"${text}"\``, 'kept', { at: at.path, set: text })
  });
}

/** GRAM-07 */
export function unknownElement(at: Place, name: string, near: string | null, fix?: Fix): Diagnostic {
  const help = meant(near, 'names have a case');
  return error('policy/unknown-element', at, `unknown element \`${name}\``, { help, aws: SYNTAX, fix });
}

/** MAL-06, MAL-07 and MAL-18 for what has words of its own; the rest is a syntax error to AWS. */
const MISSING: Readonly<Record<string, AwsError | undefined>> = {
  Action: malformed('Policy statement must contain actions.'),
  Resource: malformed('Policy statement must contain resources.'),
  Principal: malformed('Missing required field Principal')
};

export function missingElement(at: Place, name: string, help?: string, fix?: Fix): Diagnostic {
  return error('policy/missing-element', at, `\`${name}\` is missing`, {
    help,
    aws: MISSING[name] ?? SYNTAX,
    fix
  });
}

/** GRAM-08: both members of a pair. */
export function conflictingElements(at: Place, name: string): Diagnostic {
  return error('policy/conflicting-elements', at, `\`${name}\` and \`Not${name}\` stand in one statement`, {
    help: 'keep one of the two, or make two statements',
    aws: SYNTAX
  });
}

/** GRAM-02 */
export function noStatements(at: Place): Diagnostic {
  const help = 'a policy needs a statement';
  return error('policy/no-statements', at, 'the list of statements is empty', { help, aws: SYNTAX });
}

/** GRAM-03 */
export function invalidVersion(at: Place, found: string, root: string): Diagnostic {
  return error('policy/invalid-version', at, `invalid version \`${found}\``, {
    help: 'use `2012-10-17`; it names the language, not your version of the policy',
    aws: SYNTAX,
    fix: currentVersion(root, 'changed')
  });
}

/** GRAM-06 */
export function invalidEffect(at: Place, found: string): Diagnostic {
  const meantEffect = ['Allow', 'Deny'].find((effect) => effect.toLowerCase() === found.trim().toLowerCase());
  return error('policy/invalid-effect', at, `invalid effect \`${found}\``, {
    help: 'use `Allow` or `Deny`; the case matters',
    aws: SYNTAX,
    fix: meantEffect === undefined ? undefined : replaced(at.path, meantEffect, 'changed')
  });
}

/** What can be wrong with the form of an action, in our words and in AWS's. */
export interface ActionProblem {
  readonly says: string;
  readonly aws: AwsError;
  /** The action as it must have been meant, where that is certain. */
  readonly meant?: string;
}

/** GRAM-09 */
export function invalidAction(at: Place, found: string, problem: ActionProblem): Diagnostic {
  return error('policy/invalid-action', at, `action \`${found}\` ${problem.says}`, {
    help: 'write `service:Name`, for example `s3:GetObject`, or `*` for everything',
    aws: problem.aws,
    fix: problem.meant === undefined ? undefined : replaced(at.path, problem.meant, 'changed')
  });
}

/** GRAM-15 */
export function unknownOperator(at: Place, found: string, near: string | null, fix?: Fix): Diagnostic {
  const message = `unknown condition operator \`${found}\``;
  return error('policy/unknown-operator', at, message, { help: meant(near, null), aws: SYNTAX, fix });
}

/** COND-12 */
export function nullIfExists(at: Place, found: string, fix?: Fix): Diagnostic {
  const help = '`Null` itself asks whether a key exists';
  return error('policy/null-if-exists', at, `\`${found}\` does not exist`, { help, aws: SYNTAX, fix });
}

/** GRAM-15, MAL-08 */
export function invalidConditionKey(at: Place, key: string, fix?: Fix): Diagnostic {
  return error('policy/invalid-condition-key', at, `the condition key \`${key}\` has no prefix`, {
    help: 'keys begin with `aws:` or a service, for example `aws:SourceIp`',
    aws: NO_VENDOR,
    fix
  });
}

/** MAL-08 */
export const NO_VENDOR = malformed(
  'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'
);

/** GRAM-16: stored by AWS as far as is known, and an error for Access Analyzer. */
export function repeatedConditionKey(at: Place, key: string): Diagnostic {
  const help = 'keys compare without case; keep one';
  return warning('policy/repeated-condition-key', at, `\`${key}\` stands here twice, in different case`, {
    help
  });
}

/** GRAM-17, VAR-15 */
export function unclosedVariable(at: Place): Diagnostic {
  const message = 'a variable is not closed and is plain text therefore';
  return warning('policy/unclosed-variable', at, message, { help: 'close it with `}`' });
}

/** GRAM-03, VAR-02 */
export function variableNeedsVersion(at: Place, root: string): Diagnostic {
  const message = 'variables are plain text in a policy of version 2008-10-17';
  return warning('policy/variable-needs-version', at, message, {
    help: 'write `"Version": "2012-10-17"` at its top',
    fix: currentVersion(root, 'changed')
  });
}

/** GRAM-13 */
export function unknownPrincipalType(at: Place, found: string, near: string | null, fix?: Fix): Diagnostic {
  const all = PRINCIPAL_TYPES.map((type) => `\`${type}\``).join(', ');
  const help = meant(near, `there are ${all}`);
  const message = `unknown type of principal \`${found}\``;
  return error('policy/unknown-principal-type', at, message, { help, aws: SYNTAX, fix });
}

/** What can be wrong with a principal, in our words, and what AWS answers. */
export interface PrincipalProblem {
  readonly says: string;
  readonly help?: string | undefined;
  readonly aws: AwsError;
  readonly fix?: Fix | undefined;
}

/** GRAM-13, PRIN-06, PRIN-11 */
export function invalidPrincipal(at: Place, found: string, { says, ...rest }: PrincipalProblem): Diagnostic {
  return error('policy/invalid-principal', at, `principal \`${found}\` ${says}`, rest);
}

function meant(near: string | null, otherwise: string | null): string | undefined {
  return near === null ? (otherwise ?? undefined) : `did you mean \`${near}\`?`;
}

/** What a diagnostic may have beside its message. */
export interface Extra {
  readonly help?: string | undefined;
  readonly aws?: AwsError | undefined;
  readonly fix?: Fix | undefined;
}

export function error(code: string, at: Place, message: string, extra: Extra = {}): Diagnostic {
  const { help, aws, fix } = extra;
  return {
    code,
    severity: 'error',
    message: abridge(message),
    range: at.range,
    path: at.path,
    ...(help === undefined ? {} : { help: abridge(help) }),
    ...(aws === undefined ? {} : { aws }),
    ...(fix === undefined ? {} : { fix: { ...fix, title: abridge(fix.title) } })
  };
}

export function warning(code: string, at: Place, message: string, extra: Extra = {}): Diagnostic {
  return { ...error(code, at, message, extra), severity: 'warning' };
}
