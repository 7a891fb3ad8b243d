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
  const desk = new Desk();
  const { principal, resource } = vector.request;
  const sessionPolicies = vector.policies.sessionPolicies?.map((document) => desk.add(document)) ?? null;
  hangPolicies(desk, vector);
  const owner = settleAccounts(desk, vector);
  return {
    world: desk.world(toPrincipal(principal), toResource(resource, owner)),
    request: toRequest(vector, sessionPolicies)
  };
}

function hangPolicies(desk: Desk, { policies, request }: Vector): void {
  const { roleArn, issuerArn, arn } = request.principal;
  const identity = roleArn ?? issuerArn ?? arn ?? '';
  for (const document of policies.identity ?? []) desk.attach('identity', identity, document);
  if (policies.boundary) desk.attach('boundary', identity, policies.boundary);
  if (policies.resource) desk.attach('resource', request.resource, policies.resource);
  if (policies.vpcEndpoint) desk.attach('endpoint', ENDPOINT, policies.vpcEndpoint);
}

/** Both accounts with their levels. @returns the account that owns the resource */
function settleAccounts(desk: Desk, { policies, request, world }: Vector): string {
  const caller = request.principal.account;
  // A provider that is a resource of IAM lies in the account of the roles it vouches for, unless a case says otherwise.
  const vouching = /^arn:[^:]*:iam::(\d{12}):/.exec(request.principal.idp ?? '')?.[1];
  const owner = policies.resourceAccount ?? caller ?? vouching ?? '999999999999';
  const management = world?.managementAccount ?? '000000000000';
  desk.settle(owner, null, []);
  if (caller) desk.settle(caller, null, []);
  if (policies.scps && caller) desk.join(caller, 'scp', policies.scps, management);
  if (policies.rcps) desk.join(owner, 'rcp', policies.rcps, management);
  return owner;
}

const ENDPOINT = 'vpce-1';

/** Collects what a case names until it is a world. */
class Desk {
  readonly #policies = new Map<PolicyId, PolicyDocument>();
  readonly #attachments: Attachment[] = [];
  readonly #accounts = new Map<AccountId, Account>();
  readonly #organizations = new Map<string, Organization>();

  add(document: unknown): PolicyId {
    const id = `policy-${this.#policies.size}` as PolicyId;
    this.#policies.set(id, read(id, document));
    return id;
  }

  attach(type: PolicyType, target: string, document: unknown): void {
    this.#attachments.push({ policy: this.add(document), type, target });
  }

  settle(id: string, organization: string | null, path: readonly string[]): void {
    this.#accounts.set(id as AccountId, accountOf(id, organization, path));
  }

  /** Puts an account under as many levels as there are lists: a root, units, the account itself. */
  join(
    account: string,
    type: 'scp' | 'rcp',
    levels: readonly (readonly unknown[])[],
    management: string
  ): void {
    const id = `o-${account}`;
    const known = this.#organizations.get(id);
    const path = levels.slice(0, -1).map((_, i) => `${i === 0 ? 'r' : 'ou'}-${account}-${i}`);
    if (known && known.units.size !== path.length) throw new Error(`${account}: levels differ`);
    const units = path.map((level, i): [string, OrganizationalUnit] => [
      level,
      { id: level, name: `level ${i}`, parent: path[i - 1] ?? null }
    ]);
    const policyTypes = [...(known?.policyTypes ?? []), type];
    const manager = management as AccountId;
    const fixed = { id, name: 'org', management: manager, centralRootAccess: true };
    this.#organizations.set(id, { ...fixed, policyTypes, units: new Map(units) });
    this.settle(account, id, path);
    levels.forEach((documents, level) => {
      for (const document of documents) this.attach(type, path[level] ?? account, document);
    });
  }

  world(principal: Principal | null, resource: Resource): World {
    return {
      now: 0,
      accounts: this.#accounts,
      organizations: this.#organizations,
      principals: new Map(principal ? [[principal.arn, principal]] : []),
      groups: new Map(),
      identityProviders: new Map(),
      resources: new Map([[resource.arn, resource]]),
      endpoints: new Map(),
      policies: this.#policies,
      broken: new Map(),
      papers: new Map([...this.#policies.keys()].map((id): [PolicyId, Paper] => [id, toPaper(id)])),
      attachments: this.#attachments
    };
  }
}

function toRequest(vector: Vector, sessionPolicies: readonly PolicyId[] | null): Request {
  const { principal, action, resource, context } = vector.request;
  return {
    id: vector.id,
    caller: toCaller(principal, context['aws:AssumedRoot'] === 'true'),
    action,
    resource: resource as Arn,
    context: toContext(context),
    endpoint: vector.policies.vpcEndpoint ? ENDPOINT : null,
    sessionPolicies,
    hops: [],
    checks: []
  };
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
  const arn = text(principal.arn) as Arn;
  const account = text(principal.account) as AccountId;
  switch (principal.kind) {
    case 'iam-user':
      return toUser(principal, arn, account);
    case 'role-session':
      return toSession(principal, arn, account);
    case 'federated-user':
      return { kind: 'federatedUser', arn, account, issuer: text(principal.issuerArn) as Arn };
    case 'root':
      return { kind: 'root', arn, account, assumed };
    case 'service':
      return { kind: 'service', service: text(principal.service) };
    case 'federated-idp':
      return { kind: 'identityProvider', provider: text(principal.idp) };
    case 'anonymous':
      return { kind: 'anonymous' };
  }
}

function text(given: string | undefined): string {
  return given ?? '';
}

function toUser({ userId, session, mfa }: VectorPrincipal, arn: Arn, account: AccountId): Caller {
  const credential = session === 'GetSessionToken' ? 'sessionToken' : 'accessKey';
  return { kind: 'user', arn, account, uniqueId: userId ?? '', credential, mfa: mfa ?? false };
}

function toSession(
  { roleArn, userId, serviceLinked }: VectorPrincipal,
  arn: Arn,
  account: AccountId
): Caller {
  return {
    kind: 'roleSession',
    arn,
    account,
    role: (roleArn ?? '') as Arn,
    roleId: userId?.split(':')[0] ?? '',
    session: arn.split('/').at(-1) ?? '',
    serviceLinked: serviceLinked ?? false,
    issued: null
  };
}
