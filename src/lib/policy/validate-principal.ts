/** The forms of principals (GRAM-12, GRAM-13, PRIN-01 to PRIN-12; MAL-19). Whether they exist is the world's affair. */
import type { AwsError, Diagnostic, Fix } from '../source/diagnostic.ts';
import { malformed } from './answers.ts';
import { invalidPrincipal } from './diagnostics.ts';
import { fix } from './fixes.ts';
import type { PolicyKind } from './document-kind.ts';
import type { PrincipalElement, PrincipalEntry } from './document.ts';

interface Problem {
  readonly says: string;
  readonly help: string;
}

const PATTERN_HELP =
  'write `*` and narrow it with a condition on `aws:PrincipalArn`, where wildcards work, or name it in full';
const AWS_HELP = 'name an account, a user, a role or a session by its ARN, or an account by its 12 digits';

const WILDCARD: Problem = { says: 'has a wildcard in it, which only `*` alone may be', help: PATTERN_HELP };

const EVERY_SERVICE: Problem = {
  says: 'stands for every service',
  help: 'name the service, for example `ec2.amazonaws.com`'
};
const NO_SERVICE: Problem = { says: 'is no service', help: 'services are named like `ec2.amazonaws.com`' };
const GROUP_PROBLEM: Problem = {
  says: 'is a group or instance profile, which cannot act',
  help: 'name the role, or the users one by one'
};

export function principalProblems(principal: PrincipalElement, kind: PolicyKind): Diagnostic[] {
  return principal.entries.flatMap((entry) => {
    const problem = problemOf(entry, kind);
    if (!problem) return [];
    const at = { range: entry.range, path: entry.path };
    const fix = isAlone(entry, principal) ? asService(entry) : undefined;
    return [invalidPrincipal(at, entry.value, { ...problem, aws: principalAnswer(entry), fix })];
  });
}

/** MAL-19, with the type as IAM writes it. */
export function principalAnswer({ type, value }: PrincipalEntry): AwsError {
  if (type === 'Federated') {
    return malformed('Federated principals must be valid domain names or SAML metadata ARNs');
  }
  return malformed(`Invalid principal in policy: "${type.toUpperCase()}":"${value}"`);
}

/** Whether it is all there is under its type, and no service is named beside it. */
function isAlone({ path, type }: PrincipalEntry, { entries }: PrincipalElement): boolean {
  const isOnly = entries.every((entry) => entry.path === path || entry.type !== type);
  return isOnly && !entries.some((entry) => entry.type === 'Service');
}

/** A service that stands under `AWS`. */
function asService({ type, value, path }: PrincipalEntry): Fix | undefined {
  if (type !== 'AWS' || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)?\.amazonaws\.com$/.test(value)) return undefined;
  const at = path.replace(/\/AWS\/0$/, '/AWS');
  return at.endsWith('/AWS')
    ? fix('rename `AWS` to `Service`', 'changed', { at, rename: 'Service' })
    : undefined;
}

function problemOf({ type, value }: PrincipalEntry, kind: PolicyKind): Problem | null {
  if (value === '*') return type === 'Service' && kind === 'trust' ? EVERY_SERVICE : null;
  if (type === 'CanonicalUser') return null;
  return /[*?]/.test(value) ? WILDCARD : FORMS[type](value);
}

const FORMS: Readonly<
  Record<Exclude<PrincipalEntry['type'], 'CanonicalUser'>, (value: string) => Problem | null>
> = {
  AWS: (value) => (value.startsWith('arn:') ? arnProblem(value) : idProblem(value)),
  Service: (value) => (value.includes('.') && !value.startsWith('arn:') ? null : NO_SERVICE),
  Federated: federatedProblem,
  '*': () => null
};

/** Twelve digits, a unique id as AWS shows it for what was deleted, or a canonical user. */
function idProblem(value: string): Problem | null {
  const isId = /^(?:\d{12}|[A-Z0-9]{16,128}|[\da-f]{64})$/.test(value);
  return isId ? null : { says: 'is neither an account nor an ARN', help: AWS_HELP };
}

const GROUP = /^arn:[^:]*:iam::[^:]*:(?:group|instance-profile)\//;
/** `cloudfront` stands in the account's place for an origin access identity. */
const PRINCIPAL =
  /^arn:[^:]*:(?:iam::(?:\d{12}|cloudfront):(?:root$|(?:user|role|saml-provider|oidc-provider)\/.)|sts::\d{12}:(?:(?:assumed-role|federated-user)\/.|self$))/;

function arnProblem(value: string): Problem | null {
  if (GROUP.test(value)) return GROUP_PROBLEM;
  return PRINCIPAL.test(value) ? null : { says: 'is no ARN of a principal', help: AWS_HELP };
}

/** The host name of a provider that AWS knows, or the ARN of one in the account. */
function federatedProblem(value: string): Problem | null {
  const isProvider = /^arn:[\w-]+:iam::\d{12}:(?:saml|oidc)-provider\/./.test(value);
  const isHost = !value.startsWith('arn:') && value.includes('.');
  if (isProvider || isHost) return null;
  return {
    says: 'is no identity provider',
    help: 'use the ARN of a `saml-provider` or `oidc-provider`, or a name such as `cognito-identity.amazonaws.com`'
  };
}
