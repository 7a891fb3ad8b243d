/** Findings that take the world: who is named from outside, what nobody can use, what lies in the past. */
import { patternHolds } from '../catalog/action-patterns.ts';
import type { PolicyKind } from '../policy/document-kind.ts';
import type { PrincipalEntry, Statement } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { accountIn, asAccountId, isAccountId, splitArn } from '../world/arn.ts';
import type { AccountId, PolicyId, World } from '../world/world.ts';
import { keyOf, suggest, warn } from './found.ts';
import { coversResource } from './globs.ts';
import { conditionsOn } from './operators.ts';
import type { Hung } from './hung.ts';
import { scpFindings } from './world-scp.ts';
import { readDate } from './values.ts';

/**
 * The findings of a policy that only its world can tell.
 *
 * @returns paths from the root of the document; nothing for a policy with errors. Never throws.
 */
export function lintInWorld(world: World, id: PolicyId, kind: PolicyKind): readonly Diagnostic[] {
  const document = world.policies.get(id);
  const attachment = world.attachments.find(({ policy }) => policy === id);
  if (!document || !attachment) return [];
  const hung: Hung = { world, kind, document, attachment };
  return [
    ...document.statements.flatMap((statement) => [
      ...inWorld(statement, hung),
      ...expired(statement, world)
    ]),
    ...(kind === 'trust' ? trustNobody(hung) : []),
    ...(kind === 'scp' ? scpFindings(hung) : [])
  ];
}

/** The account that a principal belongs to or stands for (PRIN-02 to PRIN-04). */
function accountOf({ type, value }: PrincipalEntry): AccountId | null {
  if (type !== 'AWS' && type !== 'Federated') return null;
  return isAccountId(value) ? asAccountId(value) : accountIn(value);
}

function inWorld(statement: Statement, hung: Hung): readonly Diagnostic[] {
  const { principal, effect } = statement;
  if (effect !== 'Allow' || !principal || principal.negated) return [];
  if (hung.kind !== 'trust' && hung.kind !== 'resource') return [];
  const own = accountIn(hung.attachment.target) ?? ownerOf(hung);
  return principal.entries.flatMap((entry): readonly Diagnostic[] => {
    const account = accountOf(entry);
    if (account === null || account === own || own === null) return [];
    if (entry.type === 'Federated') return [providerElsewhere(entry)];
    if (isKeyAbroad(statement, hung)) return [keyAbroad(entry)];
    return hung.world.accounts.has(account) ? [] : stranger(entry, statement, hung.kind);
  });
}

function ownerOf({ world, attachment }: Hung): AccountId | null {
  return [...world.resources.values()].find(({ arn }) => arn === attachment.target)?.account ?? null;
}

/** PRIN-04f: providers work in their own account. */
function providerElsewhere(entry: PrincipalEntry): Diagnostic {
  const message = 'this provider belongs to another account, and a role trusts those of its own only';
  return warn('provider-from-other-account', entry, {
    message,
    help: 'make a provider in the account of the role'
  });
}

/** Source: IAM User Guide, "Access to AWS accounts owned by third parties"; KEY-50. */
function stranger(entry: PrincipalEntry, statement: Statement, kind: PolicyKind): readonly Diagnostic[] {
  if (kind === 'trust') {
    if (conditionsOn(statement, 'sts:ExternalId').length > 0) return [];
    const message =
      'this file does not list that account: if it serves others too, they may use it against you';
    const help = 'agree on an external id and test `sts:ExternalId`';
    return [suggest('trust-without-external-id', entry, { message, help })];
  }
  const message = 'this file does not list that account, so nobody here can say who is in it';
  return [
    suggest('unlisted-account', entry, { message, help: 'list the account, or make sure it is meant' })
  ];
}

function isKeyAbroad({ action }: Statement, { attachment }: Hung): boolean {
  if (splitArn(attachment.target)?.service !== 'kms' || action.negated) return false;
  return action.patterns.some(({ text }) => /^(?:kms:)?\*+$/i.test(text));
}

/** SVC-03, XACC-15. */
function keyAbroad(entry: PrincipalEntry): Diagnostic {
  const message =
    'another account may do everything with this key that works across accounts, grants included';
  const help = 'name what is needed, for example `kms:Decrypt` and `kms:GenerateDataKey*`';
  return warn('key-everything-abroad', entry, { message, help });
}

/** KEY-43: the clock is the world's. */
function expired(statement: Statement, { now }: World): readonly Diagnostic[] {
  return conditionsOn(statement, 'aws:CurrentTime', 'aws:EpochTime')
    .filter(({ operator }) => operator.name.startsWith('DateLessThan'))
    .filter(({ values }) => values.length > 0 && values.every(({ text }) => (readDate(text) ?? now) < now))
    .map((condition) => {
      const message = 'this time has passed, so the statement no longer matches anything';
      return warn('statement-expired', keyOf(condition), {
        message,
        help: 'leave the statement out, or set a new end'
      });
    });
}

/** EVAL-21: naming an account lets its policies decide, and none of them says yes. */
function trustNobody({ world, document, attachment }: Hung): readonly Diagnostic[] {
  const entries = document.statements.flatMap(({ effect, principal }) =>
    effect === 'Allow' && principal && !principal.negated ? principal.entries : []
  );
  const [first] = entries;
  const accounts = entries.map(accountNamed);
  if (!first || accounts.some((account) => account === null || !isKnownWell(world, account))) return [];
  const role = attachment.target;
  if (accounts.some((account) => account !== null && mayAssume(world, account, role))) return [];
  const message = 'nobody in this account has a policy that allows assuming the role';
  const help = 'allow `sts:AssumeRole` on it to whoever should, or name them here';
  return [suggest('trust-nobody-can-use', first, { message, help })];
}

/** The account where a principal is the account itself (PRIN-15); null for anybody in particular. */
function accountNamed(entry: PrincipalEntry): AccountId | null {
  return entry.type === 'AWS' && /^(?:\d{12}|arn:[^:]*:iam::\d{12}:root)$/.test(entry.value)
    ? accountOf(entry)
    : null;
}

/** Whether the file says who is in the account, and all of its policies can be read. */
function isKnownWell(world: World, account: AccountId): boolean {
  const some = [...world.principals.values()].some(
    (each) => each.account === account && each.kind !== 'root'
  );
  return some && world.broken.size === 0;
}

function mayAssume(world: World, account: AccountId, role: string): boolean {
  return world.attachments.some(({ type, target, policy }) => {
    if (type !== 'identity' || accountIn(target) !== account) return false;
    return (
      world.policies.get(policy)?.statements.some((statement) => allowsAssuming(statement, role)) === true
    );
  });
}

function allowsAssuming({ effect, action, resource }: Statement, role: string): boolean {
  if (effect !== 'Allow' || !resource) return false;
  const isActed = action.patterns.some(({ text }) => patternHolds(text, 'sts:AssumeRole')) !== action.negated;
  const isMet = resource.patterns.some(({ text }) => text.includes('${') || coversResource(text, role));
  return isActed && (resource.negated || isMet);
}
