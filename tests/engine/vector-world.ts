/** Turns a conformance case into a world and a request, without any of the context builder. */
import { parseJson } from '../../src/lib/source/json.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import type { PolicyDocument } from '../../src/lib/policy/document.ts';
import type { Caller, ContextValue, Request } from '../../src/lib/engine/request.ts';
import type {
  Account,
  AccountId,
  Arn,
  Attachment,
  Organization,
  OrganizationalUnit,
  Paper,
  PolicyId,
  PolicyType,
  Principal,
  Resource,
  World
} from '../../src/lib/world/world.ts';

export interface Vector {
  readonly id: string;
  readonly rule: readonly string[];
  readonly title: string;
  readonly policies: {
    readonly identity?: readonly unknown[];
    readonly resource?: unknown;
    readonly resourceAccount?: string;
    readonly boundary?: unknown;
    readonly sessionPolicies?: readonly unknown[];
    readonly scps?: readonly (readonly unknown[])[];
    readonly rcps?: readonly (readonly unknown[])[];
    readonly vpcEndpoint?: unknown;
  };
  readonly world?: { readonly managementAccount?: string };
  readonly request: {
    readonly principal: VectorPrincipal;
    readonly action: string;
    readonly resource: string;
    readonly context: Readonly<Record<string, string | readonly string[]>>;
  };
  readonly expect: 'Allowed' | 'ImplicitDeny' | 'ExplicitDeny';
  readonly because: string;
}

interface VectorPrincipal {
  readonly kind:
    'iam-user' | 'role-session' | 'federated-user' | 'root' | 'service' | 'federated-idp' | 'anonymous';
  readonly account?: string;
  readonly arn?: string;
  readonly userId?: string;
  readonly roleArn?: string;
  readonly issuerArn?: string;
  readonly service?: string;
  readonly idp?: string;
  readonly session?: string;
  readonly mfa?: boolean;
  readonly serviceLinked?: boolean;
}

export function toCase(vector: Vector): { world: World; request: Request } {
  const policies = new Map<PolicyId, PolicyDocument>();
  const attachments: Attachment[] = [];
  const add = (name: string, document: unknown): PolicyId => {
    const id = name as PolicyId;
    policies.set(id, read(name, document));
    return id;
  };
  const attach = (type: PolicyType, target: string, name: string, document: unknown) =>
    attachments.push({ policy: add(name, document), type, target });

  const { principal, resource } = vector.request;
  const given = vector.policies;
  const identity = principal.roleArn ?? principal.issuerArn ?? principal.arn ?? '';
  given.identity?.forEach((document, i) => attach('identity', identity, `identity-${i}`, document));
  if (given.boundary) attach('boundary', identity, 'boundary', given.boundary);
  if (given.resource) attach('resource', resource, 'resource', given.resource);
  if (given.vpcEndpoint) attach('endpoint', 'vpce-1', 'endpoint', given.vpcEndpoint);

  const callerAccount = principal.account ?? null;
  const resourceAccount = given.resourceAccount ?? callerAccount ?? '999999999999';
  const management = vector.world?.managementAccount ?? '000000000000';
  const accounts = new Map<AccountId, Account>();
  const organizations = new Map<string, Organization>();
  const join = (account: string, type: 'scp' | 'rcp', levels: readonly (readonly unknown[])[]) => {
    const id = account as AccountId;
    const known = organizations.get(`o-${account}`);
    const path = levels.slice(0, -1).map((_, i) => `${i === 0 ? 'r' : 'ou'}-${account}-${i}`);
    if (known && known.units.size !== path.length) throw new Error(`${vector.id}: levels differ`);
    const units = new Map(
      path.map((level, i): [string, OrganizationalUnit] => [
        level,
        { id: level, name: `level ${i}`, parent: path[i - 1] ?? null }
      ])
    );
    organizations.set(`o-${account}`, {
      id: `o-${account}`,
      name: 'org',
      management: management as AccountId,
      policyTypes: [...(known?.policyTypes ?? []), type],
      units
    });
    accounts.set(id, accountOf(account, `o-${account}`, path));
    levels.forEach((documents, level) =>
      documents.forEach((document, i) =>
        attach(type, path[level] ?? account, `${type}-${level}-${i}`, document)
      )
    );
  };
  for (const account of [callerAccount, resourceAccount]) {
    if (account) accounts.set(account as AccountId, accountOf(account, null, []));
  }
  if (given.scps && callerAccount) join(callerAccount, 'scp', given.scps);
  if (given.rcps) join(resourceAccount, 'rcp', given.rcps);

  const sessionPolicies = given.sessionPolicies?.map((document, i) => add(`session-${i}`, document)) ?? null;
  const principals = new Map<Arn, Principal>();
  const listed = toPrincipal(principal);
  if (listed) principals.set(listed.arn, listed);

  const world: World = {
    now: 0,
    accounts,
    organizations,
    principals,
    groups: new Map(),
    identityProviders: new Map(),
    resources: new Map([[resource as Arn, toResource(resource, resourceAccount)]]),
    endpoints: new Map(),
    policies,
    broken: new Map(),
    papers: new Map([...policies.keys()].map((id): [PolicyId, Paper] => [id, toPaper(id)])),
    attachments
  };
  const request: Request = {
    id: vector.id,
    caller: toCaller(principal, vector.request.context['aws:AssumedRoot'] === 'true'),
    action: vector.request.action,
    resource: resource as Arn,
    context: toContext(vector.request.context),
    endpoint: given.vpcEndpoint ? 'vpce-1' : null,
    sessionPolicies,
    hops: [],
    checks: []
  };
  return { world, request };
}

function read(name: string, document: unknown): PolicyDocument {
  const tree = parseJson({ name, text: JSON.stringify(document, null, 2) });
  if (!tree.value) throw new Error(`${name} is not JSON`);
  const parsed = parsePolicy(tree.value);
  if (!parsed.value)
    throw new Error(`${name} is no policy: ${JSON.stringify(parsed.diagnostics.map((d) => d.message))}`);
  return parsed.value;
}

function accountOf(id: string, organization: string | null, path: readonly string[]): Account {
  const open = {
    blockPublicAcls: false,
    ignorePublicAcls: false,
    blockPublicPolicy: false,
    restrictPublicBuckets: false
  };
  return {
    id: id as AccountId,
    alias: id,
    name: id,
    organization,
    organizationPath: path,
    blockPublicAccess: open
  };
}

function toPrincipal(principal: VectorPrincipal): Principal | null {
  const account = principal.account as AccountId;
  const tags = new Map<string, string>();
  if (principal.kind === 'iam-user') {
    const arn = principal.arn as Arn;
    return {
      kind: 'user',
      arn,
      account,
      tags,
      name: arn,
      uniqueId: principal.userId ?? '',
      groups: [],
      human: true,
      mfa: false
    };
  }
  return null;
}

function toResource(arn: string, account: string): Resource {
  return {
    arn: arn as Arn,
    account: account as AccountId,
    name: 'resource',
    tags: new Map(),
    objects: new Map(),
    blockPublicAccess: null,
    objectOwnership: null,
    encryptedWith: null
  };
}

function toPaper(id: PolicyId): Paper {
  return { id, name: id, origin: 'inline', arn: null, account: null, pointer: null, edition: null };
}

function toContext(context: Vector['request']['context']): ReadonlyMap<string, ContextValue> {
  return new Map(
    Object.entries(context).map(([key, value]): [string, ContextValue] => [
      key.toLowerCase(),
      {
        key,
        values: typeof value === 'string' ? [value] : value,
        multivalued: typeof value !== 'string',
        from: { kind: 'request', path: null }
      }
    ])
  );
}

function toCaller(principal: VectorPrincipal, assumed: boolean): Caller {
  const arn = (principal.arn ?? '') as Arn;
  const account = (principal.account ?? '') as AccountId;
  switch (principal.kind) {
    case 'iam-user':
      return {
        kind: 'user',
        arn,
        account,
        uniqueId: principal.userId ?? '',
        credential: principal.session === 'GetSessionToken' ? 'sessionToken' : 'accessKey',
        mfa: principal.mfa ?? false
      };
    case 'role-session':
      return {
        kind: 'roleSession',
        arn,
        account,
        role: (principal.roleArn ?? '') as Arn,
        roleId: (principal.userId ?? '').split(':')[0] ?? '',
        session: arn.split('/').at(-1) ?? '',
        serviceLinked: principal.serviceLinked ?? false,
        issued: null
      };
    case 'federated-user':
      return { kind: 'federatedUser', arn, account, issuer: (principal.issuerArn ?? '') as Arn };
    case 'root':
      return { kind: 'root', arn, account, assumed };
    case 'service':
      return { kind: 'service', service: principal.service ?? '' };
    case 'federated-idp':
      return { kind: 'identityProvider', provider: principal.idp ?? '' };
    case 'anonymous':
      return { kind: 'anonymous' };
  }
}
