/**
 * From what a scenario says of a request to the request itself: the world contributes what it knows to the
 * context, hops and further checks become requests of their own. Asks nothing about policies.
 */
import { asArn } from '../world/arn.ts';
import type { Arn, World } from '../world/world.ts';
import { assumeAction, assumed, hopKeys, providerKeys, providerOf } from './context-assume.ts';
import type { Call } from './context-call.ts';
import { bearRole, passRole, sessionActions, tagOnCreate } from './context-check.ts';
import { isClaim } from './context-claims.ts';
import { toCredentials } from './context-credentials.ts';
import type { Credentials } from './context-credentials.ts';
import { contextOf } from './context-derive.ts';
import { credentialFault, hopFault, tagFault } from './context-fault.ts';
import { hopClock, hopEndpoint, hopOpen, hopWritten, requestClock } from './context-inherit.ts';
import { openKeys } from './context-open.ts';
import { many, pointer, tagKeys } from './context-value.ts';
import type { WrittenFact } from './context-value.ts';
import type { HopFacts, RequestFacts } from './facts.ts';
import { lower } from './lower.ts';
import { furtherCalls } from './receipt.ts';
import { isUnknown } from './request.ts';
import type { Fault, KnownValue, Provenance, Request, RequestContext } from './request.ts';

/**
 * The request that these facts describe, its context complete, with its hops and checks. Never throws: an ARN
 * that the world does not list tells what it can. A session nobody names is called after its role.
 *
 * Source: iam-semantics part 4, "Building the context from a modelled world – order".
 */
export function toRequest(world: World, facts: RequestFacts): Request {
  return requestOf(world, facts, false);
}

/**
 * The same request with contexts that work out what is asked of them, for those who ask and keep nothing. Unlike a
 * `Map` such a context cannot be sent to a worker.
 */
export function toLazyRequest(world: World, facts: RequestFacts): Request {
  return requestOf(world, facts, true);
}

function requestOf(world: World, facts: RequestFacts, lazy: boolean): Request {
  const hops = facts.assume.length === 0 ? NO_HOPS : takeHops(world, facts, lazy);
  const call = requestCall(world, facts, hops.at(-1)?.gives ?? firstCredentials(world, facts), lazy);
  const context = contextOf(world, call);
  const checks = furtherChecks(world, facts, call, context);
  const request = plain(facts.id, call, context, {
    hops:
      hops.length === 0 ? NONE : hops.map((hop, i) => hopRequest(world, `${facts.id}/hop/${String(i)}`, hop)),
    checks: checks.length === 0 ? NONE : toChecks(facts.id, checks)
  });
  const { operation } = facts;
  const named = operation === undefined ? request : { ...request, operation };
  return withFault(named, credentialFault(call) ?? tagFault(call, context));
}

const NONE: readonly Request[] = [];
const NO_HOPS: readonly Hop[] = [];
const NO_CALLS: readonly Call[] = [];

/** What the same call needs besides; for nearly every request nothing. */
function furtherChecks(
  world: World,
  facts: RequestFacts,
  call: Call,
  context: RequestContext
): readonly Check[] {
  const others = facts.resources.length < 2 ? NO_CALLS : otherCalls(facts, call);
  const calls = others.length === 0 ? [call] : [call, ...others];
  const tagging = facts.requestTags.size === 0 && call.parameters.length === 0 ? NO_CALLS : taggingOf(calls);
  const passed = facts.passes === null ? NO_CALLS : passing(world, call, facts.passes);
  const session = sessionChecks(call, context);
  const further = furtherCalls(world, facts, calls);
  if (others.length + tagging.length + passed.length + session.length + further.length === 0) return [];
  const toCheck = (each: Call): Check => ({ call: each, context: contextOf(world, each) });
  return [...[...others, ...tagging, ...passed].map(toCheck), ...session, ...further.map(toCheck)];
}

function otherCalls(facts: RequestFacts, call: Call): readonly Call[] {
  return facts.resources.slice(1).map((resource) => onOther(facts, call, resource));
}

function taggingOf(calls: readonly Call[]): readonly Call[] {
  return calls.flatMap((each) => tagOnCreate(each) ?? []);
}

/** A call on its next resource; re-encryption asks for something else of the key it writes with (ACT-08). */
function onOther({ operation }: RequestFacts, call: Call, resource: Arn): Call {
  return operation === 'ReEncrypt' ? { ...call, action: 'kms:ReEncryptTo', resource } : { ...call, resource };
}

/** The role passed; and the service it is passed to, which must be trusted with it (XACC-16). */
function passing(world: World, call: Call, role: Arn): readonly Call[] {
  const pass = passRole(call, role);
  const bearer = contextOf(world, pass).get('iam:passedtoservice');
  const service = bearer && !isUnknown(bearer) ? bearer.values[0] : undefined;
  return service === undefined ? [pass] : [pass, bearRole(pass, service)];
}

interface Hop {
  readonly facts: HopFacts;
  readonly call: Call;
  /** The session it ends in. */
  readonly gives: Credentials;
}

/** A check shares everything with its call but action, resource or context. */
interface Check {
  readonly call: Call;
  readonly context: RequestContext;
}

function firstCredentials(world: World, facts: RequestFacts): Credentials {
  const [first] = facts.assume;
  const clock = first ? hopClock(world, facts, first) : requestClock(world, facts);
  return toCredentials(world, facts, clock.value);
}

/** The caller of each hop is the session that the one before it gave. */
function takeHops(world: World, facts: RequestFacts, lazy: boolean): readonly Hop[] {
  const hops: Hop[] = [];
  for (const hop of facts.assume) {
    const by = hops.at(-1)?.gives ?? firstCredentials(world, facts);
    const call = hopCall(world, facts, hop, by, lazy);
    hops.push({ facts: hop, call, gives: assumed(world, hop, call) });
  }
  return hops;
}

function hopCall(world: World, facts: RequestFacts, hop: HopFacts, by: Credentials, lazy: boolean): Call {
  const provider = providerOf(world, by);
  return {
    action: assumeAction(world, by),
    resource: hop.role,
    by,
    at: hopClock(world, facts, hop),
    endpoint: hopEndpoint(world, facts, hop),
    via: { value: [], from: { kind: 'hop', path: null } },
    code: { value: hop.mfa === true, from: { kind: 'hop', path: pointer(hop.path, 'mfa') } },
    parameters: [...providerKeys(world, by), ...hopKeys(hop)],
    written: hopWritten(world, facts, hop, provider),
    open: hopOpen(world, facts, hop),
    derive: facts.derive,
    lazy
  };
}

function requestCall(world: World, facts: RequestFacts, by: Credentials, lazy: boolean): Call {
  return {
    action: facts.action,
    resource: facts.resources[0] ?? asArn('*'),
    by,
    at: requestClock(world, facts),
    endpoint: facts.endpoint === null ? null : { value: facts.endpoint, from: saidOf(facts, 'endpoint') },
    via: facts.via.length === 0 ? DIRECT : { value: facts.via, from: saidOf(facts, 'via') },
    code: hasCode(facts) ? { value: true, from: saidOf(facts, 'mfa') } : NO_CODE,
    parameters: requestKeys(world, facts, by),
    written: requestWritten(world, facts),
    open: openKeys(facts),
    derive: facts.derive,
    lazy
  };
}

const UNSAID: Provenance = { kind: 'request', path: null };
const DIRECT: Call['via'] = { value: [], from: UNSAID };
const NO_CODE: Call['code'] = { value: false, from: UNSAID };

function saidOf(facts: RequestFacts, key: string): Provenance {
  return { kind: 'request', path: pointer(facts.path, key) };
}

/** An MFA code passed with AssumeRole itself (XACC-11). */
function hasCode({ assume, mfa, credential, action }: RequestFacts): boolean {
  return (
    mfa === true && assume.length === 0 && credential === 'accessKey' && lower(action) === 'sts:assumerole'
  );
}

/** Tags in the request (KEY-39), and what follows from an identity provider that calls. */
function requestKeys(world: World, facts: RequestFacts, by: Credentials): readonly KnownValue[] {
  const { requestTags: tags, path } = facts;
  if (tags.size === 0) return providerKeys(world, by);
  const from = (...keys: readonly string[]): Provenance => ({
    kind: 'request',
    path: pointer(path, 'requestTags', ...keys)
  });
  return [
    ...providerKeys(world, by),
    ...tagKeys('aws:RequestTag', tags, from),
    many('aws:TagKeys', [...tags.keys()], from())
  ];
}

/** What the request writes; claims that its first hop was made with belong to that hop (KEY-55, KEY-56). */
function requestWritten(world: World, facts: RequestFacts): readonly WrittenFact[] {
  const written = facts.context;
  if (facts.assume.length === 0 || !facts.derive) return written;
  const provider = providerOf(world, firstCredentials(world, facts));
  if (!provider) return written;
  return written.filter((fact) => !isClaim(provider, fact.key));
}

function hopRequest(world: World, id: string, { call, facts: hop }: Hop): Request {
  const context = contextOf(world, call);
  const request = plain(id, call, context, {
    hops: NONE,
    checks: toChecks(id, sessionChecks(call, context))
  });
  return withFault(request, credentialFault(call) ?? hopFault(world, hop, call));
}

function withFault(request: Request, fault: Fault | null): Request {
  return fault === null ? request : { ...request, fault };
}

function sessionChecks(call: Call, context: RequestContext): readonly Check[] {
  const actions = sessionActions(call, context);
  return actions.length === 0 ? NO_CHECKS : actions.map((action) => ({ call: { ...call, action }, context }));
}

const NO_CHECKS: readonly Check[] = [];

function toChecks(id: string, checks: readonly Check[]): readonly Request[] {
  return checks.map(({ call, context }, i) => plain(`${id}/check/${String(i)}`, call, context, ALONE));
}

type Around = Pick<Request, 'hops' | 'checks'>;

const ALONE: Around = { hops: NONE, checks: NONE };

/** One request. A forward access session and a passed role don't come through the endpoint. */
function plain(id: string, call: Call, context: RequestContext, { hops, checks }: Around): Request {
  const throughEndpoint =
    call.via.value.length === 0 && call.action !== 'iam:PassRole' && call.by.caller.kind !== 'service';
  return {
    id,
    caller: call.by.caller,
    action: call.action,
    resource: call.resource,
    context,
    endpoint: throughEndpoint ? (call.endpoint?.value ?? null) : null,
    sessionPolicies: call.by.policies,
    hops,
    checks
  };
}
