/** Request facts from a few words, for tests that need no scenario file: what is not said is absent. */
import { asArn } from '../../src/lib/world/arn.ts';
import type {
  ContextFact,
  HopFacts,
  PrincipalFacts,
  RequestFacts,
  SessionFacts
} from '../../src/lib/engine/facts.ts';
import type { KnownValue, Request } from '../../src/lib/engine/request.ts';

type Tags = Readonly<Record<string, string>>;
/** A key with one text, a list, or null to remove it. */
type Context = Readonly<Record<string, string | readonly string[] | null>>;

export type SaidHop = Partial<Omit<HopFacts, 'role' | 'tags' | 'context'>> & {
  readonly role: string;
  readonly tags?: Tags;
  readonly context?: Context;
};
export type SaidSession = Partial<Omit<SessionFacts, 'tags'>> & { readonly tags?: Tags };
export type SaidRequest = Partial<
  Omit<
    RequestFacts,
    'principal' | 'session' | 'assume' | 'resources' | 'requestTags' | 'context' | 'passes' | 'onBehalfOf'
  >
> & {
  readonly principal?: PrincipalFacts;
  readonly session?: SaidSession;
  readonly assume?: readonly SaidHop[];
  readonly resource?: string | readonly string[];
  readonly requestTags?: Tags;
  readonly context?: Context;
  readonly passes?: string;
  readonly onBehalfOf?: string;
};

const PATH = '/requests/r';

/** Facts of a request `r`; anonymous s3:GetObject on `*` unless said otherwise. */
export function factsOf(said: SaidRequest): RequestFacts {
  const { resource = '*', passes, onBehalfOf, session, assume = [], ...rest } = said;
  const resources = typeof resource === 'string' ? [resource] : resource;
  return {
    id: 'r',
    principal: { kind: 'anonymous' },
    credential: null,
    mfa: null,
    action: 's3:GetObject',
    via: [],
    sourceAccount: null,
    endpoint: null,
    at: null,
    unknown: [],
    derive: true,
    path: PATH,
    ...rest,
    session: session ? toSession(session) : null,
    assume: assume.map(toHop),
    resources: resources.map(asArn),
    requestTags: toMap(rest.requestTags),
    passes: passes === undefined ? null : asArn(passes),
    onBehalfOf: onBehalfOf === undefined ? null : asArn(onBehalfOf),
    context: toContext(rest.context, PATH)
  };
}

/** Shorthands for principals. */
export const user = (arn: string): PrincipalFacts => ({ kind: 'user', arn: asArn(arn) });
export const role = (arn: string): PrincipalFacts => ({ kind: 'role', arn: asArn(arn) });

/** The values of a key: a text, a list where it is multivalued, undefined where it is missing, `unknown` if open. */
export function valueOf(request: Request | undefined, key: string): string | readonly string[] | undefined {
  const value = request?.context.get(key.toLowerCase());
  if (!value) return undefined;
  if (!('values' in value)) return 'unknown';
  return value.multivalued ? value.values : value.values[0];
}

/** A known value of the context with all that is said of it. */
export function knownOf(request: Request | undefined, key: string): KnownValue | undefined {
  const value = request?.context.get(key.toLowerCase());
  return value && 'values' in value ? value : undefined;
}

function toSession(said: SaidSession): SessionFacts {
  return {
    name: null,
    kind: 'role',
    policies: null,
    transitive: [],
    sourceIdentity: null,
    issuedAt: null,
    duration: null,
    taskPolicy: null,
    ...said,
    tags: toMap(said.tags)
  };
}

function toHop(said: SaidHop, index: number): HopFacts {
  const path = `${PATH}/assume/${String(index)}`;
  return {
    session: null,
    externalId: null,
    transitive: [],
    sourceIdentity: null,
    policies: null,
    duration: null,
    mfa: null,
    endpoint: null,
    at: null,
    path,
    ...said,
    role: asArn(said.role),
    tags: toMap(said.tags),
    context: toContext(said.context, path)
  };
}

function toContext(said: Context | undefined, path: string): readonly ContextFact[] {
  return Object.entries(said ?? {}).map(([key, value]) => ({
    key,
    values: typeof value === 'string' ? [value] : value,
    multivalued: Array.isArray(value),
    path: `${path}/context/${key.replaceAll('/', '~1')}`
  }));
}

function toMap(tags: Tags | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(tags ?? {}));
}
