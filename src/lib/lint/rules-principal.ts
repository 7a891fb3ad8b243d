/** Findings about whom a statement names: everyone, sessions, services and identity providers. */
import type { PrincipalEntry, Statement } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { withoutPattern, withCondition } from './fix.ts';
import { suggest, warn, type StatementRule } from './found.ts';
import { conditionsOn, isNegated, isText } from './operators.ts';

/** Keys that can say who calls, or from where: what keeps an open principal from meaning everyone. */
const LIMITING_KEYS: readonly string[] = [
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalServiceName',
  'aws:PrincipalServiceNamesList',
  'aws:PrincipalIsAWSService',
  'aws:userid',
  'aws:username',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceOwner',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceIp',
  'aws:VpcSourceIp',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:SourceVpcArn',
  'aws:VpceAccount',
  'aws:VpceOrgID',
  'aws:VpceOrgPaths',
  'aws:FederatedProvider',
  'kms:CallerAccount',
  'kms:ViaService',
  'lambda:EventSourceToken',
  'lambda:FunctionUrlAuthType',
  's3:DataAccessPointArn',
  's3:DataAccessPointAccount',
  's3:AccessPointNetworkOrigin',
  'sts:ExternalId'
];

/** Whether an entry means everybody (PRIN-01). */
export function isEveryone({ type, value }: PrincipalEntry): boolean {
  return type === '*' || (type === 'AWS' && value === '*');
}

/** Whether a statement says whom it means by `Principal` alone, and that is everybody. */
export function namesEveryone({ principal }: Statement): boolean {
  return principal !== null && !principal.negated && principal.entries.some(isEveryone);
}

function isLimited(statement: Statement): boolean {
  return statement.conditions.some(
    (condition) =>
      !isNegated(condition) &&
      (LIMITING_KEYS.some((key) => isText(key, condition.key)) ||
        /^(?:aws:PrincipalTag\/|saml:|[^:/]+\.)/i.test(condition.key))
  );
}

/** PRIN-01, GRAM-12. */
const openToEveryone: StatementRule = (statement, { kind }) => {
  if (statement.effect !== 'Allow' || (kind !== 'trust' && kind !== 'resource')) return [];
  if (!namesEveryone(statement) || isLimited(statement)) return [];
  const entry = statement.principal?.entries.find(isEveryone);
  if (!entry) return [];
  if (kind === 'trust') {
    const message = 'anybody in any AWS account may assume this role';
    return [
      warn('trust-open-to-everyone', entry, { message, help: 'name the accounts, roles or providers' })
    ];
  }
  const message = 'everybody may do this, people without AWS credentials included';
  const help = 'name who may, or add a condition such as `aws:PrincipalOrgID`';
  return [warn('resource-open-to-everyone', entry, { message, help })];
};

/** PRIN-21 to PRIN-24. */
const notPrincipalDeny: StatementRule = ({ effect, principal }) => {
  if (effect !== 'Deny' || !principal?.negated) return [];
  const message = '`NotPrincipal` denies everybody whose account, role and session are not all listed';
  const help = 'write `"Principal": "*"` with `ArnNotLike` on `aws:PrincipalArn`';
  return [warn('not-principal-deny', principal, { message, help })];
};

const entries: StatementRule = ({ effect, principal }) => {
  if (!principal || principal.negated) return [];
  const everyone = principal.entries.some(isEveryone);
  return principal.entries.flatMap((entry): Diagnostic[] => {
    if (entry.type !== 'AWS') return [];
    if (everyone && !isEveryone(entry)) return [redundantPrincipal(entry, principal.entries)];
    if (effect === 'Allow' && /^arn:[^:]*:sts::\d*:assumed-role\//.test(entry.value)) return [session(entry)];
    if (/^A(?:IDA|ROA)[A-Z0-9]{12,}$/.test(entry.value)) return [uniqueId(entry)];
    return [];
  });
};

/** PRIN-10. */
function redundantPrincipal(entry: PrincipalEntry, all: readonly PrincipalEntry[]): Diagnostic {
  const isInList = /\/\d+$/.test(entry.path) && all.filter(({ type }) => type === 'AWS').length > 1;
  const fix = isInList
    ? ({ title: 'leave it out', behaviour: 'kept', changes: [{ at: entry.path, remove: true }] } as const)
    : null;
  const message = `\`${entry.value}\` is among everybody, whom \`*\` names already`;
  return suggest('redundant-principal', entry, { message, help: 'leave it out, or leave out the `*`', fix });
}

/** PRIN-04b, PRIN-07. */
function session(entry: PrincipalEntry): Diagnostic {
  const message = 'this is one session by its name; a session with another name is not meant';
  return suggest('session-as-principal', entry, {
    message,
    help: 'name the role: `arn:aws:iam::ACCOUNT:role/NAME`'
  });
}

/** PRIN-04d, PRIN-09. */
function uniqueId(entry: PrincipalEntry): Diagnostic {
  const message = `\`${entry.value}\` is a unique id, which AWS shows once the user or role is deleted`;
  return suggest('unique-id-as-principal', entry, {
    message,
    help: 'name the user or role by its ARN, or leave it out'
  });
}

/** The claims of an assertion that a statement must look at. KEY-55, KEY-56. */
const samlAudience: StatementRule = (statement, { kind }) => {
  const entry = federated(statement, kind).find(({ value }) => value.includes(':saml-provider/'));
  if (!entry || conditionsOn(statement, 'saml:aud', 'saml:recipient').length > 0) return [];
  const message = 'no condition says for whom the assertion was made';
  const fix = withCondition(statement, 'StringEquals', 'SAML:aud', 'https://signin.aws.amazon.com/saml');
  return [suggest('saml-without-audience', entry, { message, help: 'test `SAML:aud`', fix })];
};

const oidc: StatementRule = (statement, { kind }) =>
  federated(statement, kind).flatMap((entry): Diagnostic[] => {
    if (entry.value.includes(':saml-provider/')) return [];
    const host = entry.value.replace(/^.*:oidc-provider\//, '');
    const isOfAccount = entry.value.startsWith('arn:');
    const found: Diagnostic[] = [];
    const hasClaim = (claim: string) =>
      conditionsOn(statement, `${host}:${claim}`).some((each) => !isNegated(each));
    if (!hasClaim('aud')) {
      const help = `test \`${host}:aud\`, for example against \`sts.amazonaws.com\``;
      // What is registered in an account takes tokens for its registered audiences only; others take everybody's.
      const message = isOfAccount
        ? 'a token for any audience that is registered with the provider is taken'
        : 'a token that the provider made for anybody else is taken too';
      found.push(warn('oidc-without-audience', entry, { message, help }));
    }
    // The user pools of Amazon, Google and Facebook tell applications apart by `aud`; here who signs in is `sub`.
    if (isOfAccount && !hasClaim('sub')) {
      const message = 'everybody for whom this provider makes tokens may assume the role';
      found.push(warn('oidc-without-subject', entry, { message, help: `test \`${host}:sub\`` }));
    }
    return [...found, ...wideSubjects(statement, host)];
  });

function wideSubjects(statement: Statement, host: string): readonly Diagnostic[] {
  return conditionsOn(statement, `${host}:sub`)
    .filter((condition) => !isNegated(condition) && condition.operator.name === 'StringLike')
    .flatMap(({ values }) => values)
    .filter(({ text }) => /^(?:[a-z_-]+:)*\*/i.test(text))
    .map((pattern) => {
      const message = `\`${pattern.text}\` leaves open whose workload it is`;
      const help = 'name the organization and project, for example `repo:example/shop:*`';
      return warn('oidc-wide-subject', pattern, { message, help });
    });
}

function federated({ effect, principal }: Statement, kind: string): readonly PrincipalEntry[] {
  if (kind !== 'trust' || effect !== 'Allow' || !principal || principal.negated) return [];
  return principal.entries.filter(({ type }) => type === 'Federated');
}

/** The actions by which each kind of principal assumes a role. Source: AWS STS API Reference, STS-01 ff. */
const trustAction: StatementRule = ({ effect, principal, action }, { kind }) => {
  if (kind !== 'trust' || effect !== 'Allow' || !principal || principal.negated || action.negated) return [];
  const wanted = new Set(principal.entries.map(assumeActionOf));
  const [only] = wanted;
  if (wanted.size !== 1 || only === undefined) return [];
  return action.patterns
    .filter(({ text }) => /^sts:AssumeRole(?:WithSAML|WithWebIdentity)?$/i.test(text) && !isText(text, only))
    .map((pattern) => {
      const message = `these principals cannot call \`${pattern.text}\`; they call \`${only}\``;
      const hasIt = action.patterns.some(({ text }) => isText(text, only));
      const title = hasIt ? 'leave it out' : `write \`${only}\``;
      const fix = hasIt
        ? withoutPattern(action, pattern, title, 'kept')
        : { title, behaviour: 'changed' as const, changes: [{ at: pattern.path, set: only }] };
      return warn('trust-action-mismatch', pattern, { message, fix });
    });
};

function assumeActionOf({ type, value }: PrincipalEntry): string {
  if (type !== 'Federated') return 'sts:AssumeRole';
  return value.includes(':saml-provider/') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';
}

/** KEY-45: the keys that say for whose resource a service calls. */
const SOURCE_KEYS = [
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:SourceOwner',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'kms:CallerAccount',
  'kms:ViaService',
  'lambda:EventSourceToken'
];

const serviceWithoutSource: StatementRule = (statement, { kind }) => {
  const { effect, principal } = statement;
  if (kind !== 'resource' || effect !== 'Allow' || !principal || principal.negated) return [];
  const entry = principal.entries.find(({ type }) => type === 'Service');
  if (!entry || conditionsOn(statement, ...SOURCE_KEYS).length > 0) return [];
  const message = `\`${entry.value}\` may do this for anybody's resources, not only for yours`;
  const help = 'test `aws:SourceAccount` or `aws:SourceArn`';
  return [warn('service-without-source', entry, { message, help })];
};

export const PRINCIPAL_RULES: readonly StatementRule[] = [
  openToEveryone,
  notPrincipalDeny,
  entries,
  samlAudience,
  oidc,
  trustAction,
  serviceWithoutSource
];
