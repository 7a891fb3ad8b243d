/** Small worlds for the tests of the graph, from short names. No parser: a test of the graph is one of the graph. */
import type { PolicyDocument } from '../../src/lib/policy/document.ts';
import type {
  Account,
  AccountId,
  Arn,
  Attachment,
  Group,
  IdentityProvider,
  Organization,
  Paper,
  PolicyId,
  PolicyType,
  Principal,
  Resource,
  World
} from '../../src/lib/world/world.ts';
import { document as documentOf, type Said } from '../support/document.ts';

export const NOW = Date.UTC(2026, 2, 3, 10);
const NO_BLOCK = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false
};
export const arn = (text: string) => text as Arn;
export const accountId = (text: string) => text as AccountId;
export const policyId = (text: string) => text as PolicyId;

/** A statement as in JSON; an Allow of nothing unless it says otherwise. */
export type Written = Partial<Said>;

export function document(...statements: readonly Written[]): PolicyDocument {
  const nothing = ({ NotAction }: Written) => (NotAction === undefined ? { Action: [] } : {});
  return documentOf(statements.map((written) => ({ Effect: 'Allow', ...nothing(written), ...written })));
}

/** Builds a world piece by piece. Every `add…` returns the ARN. */
export class WorldBuilder {
  readonly accounts = new Map<AccountId, Account>();
  readonly organizations = new Map<string, Organization>();
  readonly principals = new Map<Arn, Principal>();
  readonly groups = new Map<Arn, Group>();
  readonly identityProviders = new Map<Arn, IdentityProvider>();
  readonly resources = new Map<Arn, Resource>();
  readonly policies = new Map<PolicyId, PolicyDocument>();
  readonly papers = new Map<PolicyId, Paper>();
  readonly attachments: Attachment[] = [];

  organization(
    name: string,
    management: string,
    policyTypes: readonly ('scp' | 'rcp')[] = ['scp', 'rcp']
  ): void {
    const units = new Map([['r-root', { id: 'r-root', name: 'root', parent: null }]]);
    this.organizations.set(`o-${name}`, {
      id: `o-${name}`,
      name,
      management: accountId(management),
      policyTypes,
      units
    });
  }

  unit(organization: string, id: string, parent = 'r-root'): void {
    (this.organizations.get(`o-${organization}`)?.units as Map<string, unknown>).set(id, {
      id,
      name: id.replace('ou-', ''),
      parent
    });
  }

  account(alias: string, id: string, organization: string | null = null, path: readonly string[] = []): void {
    this.accounts.set(accountId(id), {
      id: accountId(id),
      alias,
      name: alias,
      organization: organization === null ? null : `o-${organization}`,
      organizationPath: path,
      blockPublicAccess: NO_BLOCK
    });
  }

  user(account: string, name: string, groups: readonly Arn[] = []): Arn {
    const id = arn(`arn:aws:iam::${account}:user/${name}`);
    const uniqueId = `AIDA${name.toUpperCase()}`;
    this.principals.set(id, {
      kind: 'user',
      arn: id,
      account: accountId(account),
      name,
      uniqueId,
      groups,
      human: true,
      mfa: false,
      tags: new Map()
    });
    return id;
  }

  group(account: string, name: string): Arn {
    const id = arn(`arn:aws:iam::${account}:group/${name}`);
    this.groups.set(id, { arn: id, account: accountId(account), name });
    return id;
  }

  role(account: string, name: string, ...trust: readonly Written[]): Arn {
    const id = arn(`arn:aws:iam::${account}:role/${name}`);
    this.principals.set(id, {
      kind: 'role',
      arn: id,
      account: accountId(account),
      name,
      uniqueId: `AROA${name.toUpperCase()}`,
      maxSessionDuration: 3600,
      serviceLinked: false,
      tags: new Map()
    });
    if (trust.length > 0) this.attach('resource', id, `${id}/trust`, 'trust policy', 'trust', ...trust);
    return id;
  }

  session(role: Arn, name: string): Arn {
    const [, , , , account = '', resource = ''] = role.split(':');
    const id = arn(`arn:aws:sts::${account}:assumed-role/${resource.replace('role/', '')}/${name}`);
    this.principals.set(id, {
      kind: 'session',
      arn: id,
      account: accountId(account),
      name,
      role,
      issued: NOW - 720_000,
      expires: NOW + 2_880_000,
      usedAt: NOW,
      tags: new Map()
    });
    return id;
  }

  provider(account: string, name: string): Arn {
    const id = arn(`arn:aws:iam::${account}:oidc-provider/${name}`);
    this.identityProviders.set(id, { arn: id, account: accountId(account), name, oidc: name, audiences: [] });
    return id;
  }

  resource(account: string, id: string, name: string, ...policy: readonly Written[]): Arn {
    this.resources.set(arn(id), {
      arn: arn(id),
      account: accountId(account),
      name,
      tags: new Map(),
      objects: new Map(),
      blockPublicAccess: null,
      objectOwnership: null,
      encryptedWith: null
    });
    if (policy.length > 0)
      this.attach('resource', id, `${id}/policy`, 'resource policy', 'resource', ...policy);
    return arn(id);
  }

  attach(
    type: PolicyType,
    target: string,
    id: string,
    name: string,
    origin: Paper['origin'],
    ...statements: readonly Written[]
  ): PolicyId {
    const policy = policyId(id);
    if (!this.policies.has(policy)) {
      this.policies.set(policy, document(...statements));
      this.papers.set(policy, {
        id: policy,
        name,
        origin,
        arn: null,
        account: null,
        pointer: null,
        edition: null
      });
    }
    this.attachments.push({ policy, type, target });
    return policy;
  }

  /** An inline identity-based policy. */
  allow(target: Arn, name: string, ...statements: readonly Written[]): PolicyId {
    return this.attach('identity', target, `${target}/${name}`, name, 'inline', ...statements);
  }

  build(): World {
    return {
      now: NOW,
      accounts: this.accounts,
      organizations: this.organizations,
      principals: this.principals,
      groups: this.groups,
      identityProviders: this.identityProviders,
      resources: this.resources,
      endpoints: new Map(),
      policies: this.policies,
      broken: new Map(),
      papers: this.papers,
      attachments: this.attachments
    };
  }
}
