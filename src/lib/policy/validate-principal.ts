/** The forms of principals (GRAM-12, GRAM-13, PRIN-01 to PRIN-12; MAL-19). Whether they exist is the world's affair. */
import type { Diagnostic } from '../source/diagnostic.ts';
import { invalidPrincipal } from './diagnostics.ts';
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

export function principalProblems(principal: PrincipalElement, kind: PolicyKind): Diagnostic[] {
  return principal.entries.flatMap((entry) => {
    const problem = problemOf(entry, kind);
    if (!problem) return [];
    const at = { range: entry.range, path: entry.path };
    return [invalidPrincipal(at, entry.value, problem.says, problem.help)];
  });
}

function problemOf({ type, value }: PrincipalEntry, kind: PolicyKind): Problem | null {
  if (value === '*') {
    const isServiceOfTrust = type === 'Service' && kind === 'trust';
    return isServiceOfTrust
      ? { says: 'stands for every service', help: 'name the service, for example `ec2.amazonaws.com`' }
      : null;
  }
  if (/[*?]/.test(value) && type !== 'CanonicalUser') return WILDCARD;
  switch (type) {
    case 'AWS':
      return awsProblem(value);
    case 'Service':
      return value.includes('.') && !value.startsWith('arn:')
        ? null
        : { says: 'is no service', help: 'services are named like `ec2.amazonaws.com`' };
    case 'Federated':
      return federatedProblem(value);
    case 'CanonicalUser':
    case '*':
      return null;
  }
}

/** Twelve digits, a unique id as AWS shows it for what was deleted, or an ARN. */
function awsProblem(value: string): Problem | null {
  if (/^\d{12}$/.test(value) || /^[A-Z0-9]{16,128}$/.test(value) || /^[\da-f]{64}$/.test(value)) return null;
  if (!value.startsWith('arn:')) return { says: 'is neither an account nor an ARN', help: AWS_HELP };
  const [, , service = '', , account = '', ...rest] = value.split(':');
  const id = rest.join(':');
  if (service === 'iam' && /^(?:group|instance-profile)\//.test(id)) {
    return {
      says: 'is a group or instance profile, which cannot act',
      help: 'name the role, or the users one by one'
    };
  }
  const isPrincipal =
    service === 'iam'
      ? /^(?:root$|user\/.|role\/.|saml-provider\/.|oidc-provider\/.)/.test(id)
      : service === 'sts' && /^(?:assumed-role\/.|federated-user\/.|self$)/.test(id);
  const isAccount = /^\d{12}$/.test(account) || account === 'cloudfront';
  return isPrincipal && isAccount ? null : { says: 'is no ARN of a principal', help: AWS_HELP };
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
