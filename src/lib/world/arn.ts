/**
 * Amazon Resource Names: taking them apart, making them, and the few ways in which one names another.
 * Source: IAM User Guide, "IAM identifiers" (RES-01, KEY-01). Knows no world.
 */
import type { AccountId, Arn, PolicyId } from './world.ts';

export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  /** Empty for global services and for S3 buckets (RES-02). */
  readonly region: string;
  /** Empty for S3 buckets; `aws` for what AWS itself supplies. */
  readonly account: string;
  /** With all its colons and slashes. */
  readonly resource: string;
}

/** Brands a text as an ARN. Checks nothing: `*` is the resource of actions that have none (RES-09). */
export function asArn(text: string): Arn {
  return text as Arn;
}

/** Brands a text as an account id. Checks nothing. */
export function asAccountId(text: string): AccountId {
  return text as AccountId;
}

/** Brands a text as a policy id. Checks nothing. */
export function asPolicyId(text: string): PolicyId {
  return text as PolicyId;
}

/** The six parts, cut at the first five colons (RES-01); null for a text that is no ARN. */
export function splitArn(text: string): ArnParts | null {
  if (!text.startsWith('arn:')) return null;
  const partition = text.indexOf(':', 4);
  const service = partition < 0 ? -1 : text.indexOf(':', partition + 1);
  const region = service < 0 ? -1 : text.indexOf(':', service + 1);
  const account = region < 0 ? -1 : text.indexOf(':', region + 1);
  if (account < 0) return null;
  return {
    partition: text.slice(4, partition),
    service: text.slice(partition + 1, service),
    region: text.slice(service + 1, region),
    account: text.slice(region + 1, account),
    resource: text.slice(account + 1)
  };
}

/** The ARN of these parts; the inverse of `splitArn`. */
export function toArn(parts: ArnParts): Arn {
  const { partition, service, region, account, resource } = parts;
  return asArn(`arn:${partition}:${service}:${region}:${account}:${resource}`);
}

/** Whether a text is an account id: twelve digits. */
export function isAccountId(text: string): boolean {
  if (text.length !== 12) return false;
  for (let i = 0; i < 12; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** The account an ARN names; null where it names none, and for AWS's own (`arn:aws:iam::aws:policy/…`). */
export function accountIn(arn: string): AccountId | null {
  // As splitArn(arn)?.account, without the other parts: this is asked of every ARN of every request.
  if (!arn.startsWith('arn:')) return null;
  let from = 4;
  for (let field = 1; field < 4; field++) {
    from = arn.indexOf(':', from) + 1;
    if (from === 0) return null;
  }
  const account = arn.slice(from, Math.max(from, arn.indexOf(':', from)));
  return isAccountId(account) ? asAccountId(account) : null;
}

/** The partition of an ARN, `aws` for a text that is no ARN. */
export function partitionOf(arn: string): string {
  return splitArn(arn)?.partition ?? 'aws';
}

/** The resource's kind, e.g. `role`, `user`, `assumed-role`: what stands before the first `/` or `:`. */
export function resourceType(arn: string): string {
  return /^[^/:]*/.exec(splitArn(arn)?.resource ?? '')?.[0] ?? '';
}

/** The name without path or type: `deploy` of `arn:aws:iam::1…:role/ci/deploy`. A text that is no ARN is its own name. */
export function lastName(arn: string): string {
  // Without a slash or colon in its resource an ARN's last colon is the fifth: the same cut as in a text that is none.
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}

/** The root user of an account, which in a policy's Principal means the whole account (PRIN-15). */
export function rootArn(account: AccountId, partition = 'aws'): Arn {
  return toArn({ partition, service: 'iam', region: '', account, resource: 'root' });
}

/** The ARN of a role's session: `assumed-role/NAME/SESSION`; the role's path is lost (KEY-03). */
export function sessionArn(role: Arn, session: string): Arn {
  return stsArn(role, `assumed-role/${lastName(role)}/${session}`);
}

/** The ARN of a GetFederationToken session in the account of the one who asked for it (PRIN-04c). */
export function federatedUserArn(issuer: Arn, name: string): Arn {
  return stsArn(issuer, `federated-user/${name}`);
}

/**
 * What a session ARN tells about itself: role name (the path is not in it), session name, account.
 *
 * @returns null for anything but `arn:…:sts::A:assumed-role/NAME/SESSION`
 */
export function splitSessionArn(
  arn: string
): { readonly roleName: string; readonly session: string; readonly account: AccountId } | null {
  const parts = splitArn(arn);
  const account = accountIn(arn);
  const [type, roleName, session] = parts?.resource.split('/') ?? [];
  if (parts?.service !== 'sts' || type !== 'assumed-role' || account === null) return null;
  return roleName !== undefined && session !== undefined ? { roleName, session, account } : null;
}

/**
 * The role of a session, out of roles one knows; without one of that name, the role without a path.
 *
 * @returns null for anything but a session ARN
 */
export function roleOfSession(arn: Arn, roles: Iterable<Arn> = []): Arn | null {
  const session = splitSessionArn(arn);
  if (!session) return null;
  for (const role of roles) {
    if (accountIn(role) === session.account && resourceType(role) === 'role') {
      if (lastName(role) === session.roleName) return role;
    }
  }
  const partition = partitionOf(arn);
  const resource = `role/${session.roleName}`;
  return toArn({ partition, service: 'iam', region: '', account: session.account, resource });
}

function stsArn(of: Arn, resource: string): Arn {
  const { partition = 'aws', account = '' } = splitArn(of) ?? {};
  return toArn({ partition, service: 'sts', region: '', account, resource });
}
