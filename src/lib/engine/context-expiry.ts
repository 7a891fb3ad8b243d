/**
 * Until when credentials are good. Source: IAM User Guide, "Compare AWS STS credentials", durations (8.2, EVAL-24).
 * All times ms since 1970, all spans seconds.
 */
import type { User } from '../world/world.ts';
import type { Sourced } from './context-value.ts';
import type { RequestFacts } from './facts.ts';
import type { UserCaller } from './request.ts';

/** The default of GetSessionToken and GetFederationToken for users. */
export const TOKEN = 43_200;
/** The default of AssumeRole, and of both token calls for root users. */
export const HOUR = 3600;
/** Default and limit of AssumeRoot. */
const TASK = 900;

/** When a session ends that begins at `issued`, with a default for one that does not say how long it lasts. */
export function expiryOf({ session }: RequestFacts, issued: number, usual: number): number {
  return issued + (session?.duration ?? usual) * 1000;
}

/** When an AssumeRoot session ends (EVAL-17c). */
export function taskExpiry(facts: RequestFacts, issued: number): number {
  return Math.min(expiryOf(facts, issued, TASK), issued + TASK * 1000);
}

/** When a user's credential ends; null for keys, and for the console, which renews its own. */
export function tokenExpiry(
  credential: UserCaller['credential'],
  facts: RequestFacts,
  issued: Sourced<number> | null
): number | null {
  return credential === 'sessionToken' && issued ? expiryOf(facts, issued.value, TOKEN) : null;
}

/** EVAL-24: the key that the request names, or any where all that the user has are inactive; else null. */
export function inactiveKeyOf(user: User | null, { credential, accessKey }: RequestFacts): string | null {
  const keys = user?.accessKeys;
  if (!keys || credential !== 'accessKey') return null;
  if (accessKey !== undefined) return keys.get(accessKey) === false ? accessKey : null;
  return [...keys.values()].includes(true) ? null : ([...keys.keys()][0] ?? null);
}
