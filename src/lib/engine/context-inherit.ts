/**
 * What a hop takes over from the request it leads to: network, TLS and time, nothing that belongs to the
 * request's own action. A hop's own word counts before the request's.
 */
import type { World } from '../world/world.ts';
import { isClaim } from './context-claims.ts';
import type { Provider } from './context-claims.ts';
import { openKeys } from './context-open.ts';
import { pointer } from './context-value.ts';
import type { OpenFact, Sourced, WrittenFact } from './context-value.ts';
import type { HopFacts, RequestFacts } from './facts.ts';
import type { Provenance } from './request.ts';

const TRANSPORT: ReadonlySet<string> = new Set(['aws:securetransport', 'aws:useragent']);
const TIME: ReadonlySet<string> = new Set(['aws:currenttime', 'aws:epochtime']);
const NETWORK: ReadonlySet<string> = new Set([
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:vpcsourceip'
]);
/** Left open for the request, they are as open in its first hop, where the credentials are the same. */
const MFA: ReadonlySet<string> = new Set(['aws:multifactorauthpresent', 'aws:multifactorauthage']);

/** When the request is made, ms since 1970. */
export function requestClock(world: World, facts: RequestFacts): Sourced<number> {
  if (facts.at === null) return { value: world.now, from: UNSAID };
  return { value: facts.at, from: { kind: 'clock', path: pointer(facts.path, 'at') } };
}

const UNSAID: Provenance = { kind: 'clock', path: null };

/** When the hop is made: its own `at`, else the request's. */
export function hopClock(world: World, facts: RequestFacts, hop: HopFacts): Sourced<number> {
  if (hop.at === null) return requestClock(world, facts);
  return { value: hop.at, from: { kind: 'clock', path: pointer(hop.path, 'at') } };
}

/** The endpoint of the hop: its own, else the request's if that one serves STS. */
export function hopEndpoint(world: World, facts: RequestFacts, hop: HopFacts): Sourced<string> | null {
  if (hop.endpoint !== null) {
    return { value: hop.endpoint, from: { kind: 'hop', path: pointer(hop.path, 'endpoint') } };
  }
  if (facts.endpoint === null) return null;
  const serves = world.endpoints.get(facts.endpoint)?.services.includes('sts') ?? false;
  if (!serves) return null;
  return { value: facts.endpoint, from: { kind: 'request', path: pointer(facts.path, 'endpoint') } };
}

/** What is written of the hop: the request's lines that it takes over, a provider's claims, its own lines. */
export function hopWritten(
  world: World,
  facts: RequestFacts,
  hop: HopFacts,
  provider: Provider | null
): readonly WrittenFact[] {
  const own = hop.context.map((fact) => ({ ...fact, kind: 'hop' as const }));
  if (!facts.derive) return own;
  const inherited = facts.context.filter(
    ({ key }) => travels(world, facts, hop, key) || (provider !== null && isClaim(provider, key))
  );
  return [...inherited, ...own];
}

/** What the request leaves open and the hop shares; a line of the hop itself closes it. */
export function hopOpen(world: World, facts: RequestFacts, hop: HopFacts): readonly OpenFact[] {
  if (!facts.derive) return [];
  const closed = new Set(hop.context.map(({ key }) => key.toLowerCase()));
  const first = facts.assume[0] === hop;
  return openKeys(facts)
    .filter(({ key }) => !closed.has(key.toLowerCase()))
    .filter(
      ({ key }) =>
        travels(world, facts, hop, key) || (first && MFA.has(key.toLowerCase()) && hop.mfa !== true)
    );
}

/** Time travels unless the hop has its own; the network, when both go the same way. */
function travels(world: World, facts: RequestFacts, hop: HopFacts, key: string): boolean {
  const name = key.toLowerCase();
  if (TRANSPORT.has(name)) return true;
  if (TIME.has(name)) return hop.at === null;
  return NETWORK.has(name) && (hopEndpoint(world, facts, hop)?.value ?? null) === facts.endpoint;
}
