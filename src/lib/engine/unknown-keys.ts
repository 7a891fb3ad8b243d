/**
 * What is known of a key nobody has said: whether every request has it, whether it is a list, and which keys say
 * something of each other. Source: IAM User Guide, "AWS global condition context keys" (KEY-01, KEY-20 to KEY-43).
 */
import { GLOBAL_KEYS } from '../catalog/global-keys.ts';
import { isMultivalued } from './context-key.ts';
import type { Facts } from './expression.ts';
import { isUnknown, type Request, type RequestContext } from './request.ts';

/** KEY-43: every request has them. */
const ALWAYS: ReadonlySet<string> = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:securetransport',
  'aws:useragent',
  'aws:requestedregion',
  'aws:viaawsservice'
]);

/** KEY-01: whoever is an IAM principal has them. */
const OF_PRINCIPALS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:userid',
  'aws:principalisawsservice'
]);

const MFA_PRESENT = 'aws:multifactorauthpresent';
const MFA_AGE = 'aws:multifactorauthage';
const CURRENT_TIME = 'aws:currenttime';
const EPOCH_TIME = 'aws:epochtime';
const SOURCE_IP = 'aws:sourceip';
const BEHIND_ENDPOINT = [
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'aws:sourcevpcarn',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths'
];

/** Keys that say something of each other: what one is, the others may not be. */
export const RELATED: readonly (readonly string[])[] = [
  [MFA_PRESENT, MFA_AGE],
  [CURRENT_TIME, EPOCH_TIME],
  [SOURCE_IP, ...BEHIND_ENDPOINT],
  ['aws:viaawsservice', 'aws:calledvia', 'aws:calledviafirst', 'aws:calledvialast']
];

/** Whether the request may lack the key. */
export function mayBeMissing(key: string, { caller, action, endpoint, context }: Request): boolean {
  if (ALWAYS.has(key)) return false;
  if (OF_PRINCIPALS.has(key)) return !('arn' in caller);
  if (key === 'sts:rolesessionname') return !/^sts:assumerole/i.test(action);
  if (key === 'iam:passedtoservice') return action.toLowerCase() !== 'iam:passrole';
  if (key === SOURCE_IP) return endpoint !== null || caller.kind === 'service' || isEndpointSaid(context);
  if (caller.kind !== 'roleSession') return true;
  // KEY-20, KEY-21: what AssumeRole gives says of MFA yes or no, and any session says when it began.
  return key === MFA_PRESENT ? caller.issued !== 'AssumeRole' : key !== 'aws:tokenissuetime';
}

/** KEY-32: without an endpoint there is an address. */
function isEndpointSaid(context: RequestContext): boolean {
  return BEHIND_ENDPOINT.some((key) => context.has(key));
}

/** Whether a value of the key is a list; of a key nobody lists, whether policies read it as one. */
export function isList(key: string, readAsSet: boolean): boolean {
  return isMultivalued(key) || (readAsSet && !isListed(key));
}

/** Keys of AWS with one value each, other than lists; a set operator on them still reads one value. */
function isListed(key: string): boolean {
  return typeOf(key) !== null;
}

/** The type AWS gives the key; null for keys of services, which are not listed here. */
export function typeOf(key: string): string | null {
  return TYPES.get(key) ?? TYPES.get(key.slice(0, key.indexOf('/') + 1)) ?? null;
}

const TYPES: ReadonlyMap<string, string> = new Map(
  GLOBAL_KEYS.map((each) => [each.key.toLowerCase(), each.type])
);

/** Whether a choice of facts can be a request: what AWS documents of keys that exclude or imply each other. */
export function isPossible(facts: Facts, request: Request): boolean {
  const known = (key: string): readonly string[] | null | undefined => {
    if (facts.has(key)) return facts.get(key);
    const value = request.context.get(key);
    return value === undefined ? null : isUnknown(value) ? undefined : value.values;
  };
  return (
    fitsMfa(known, facts, request) &&
    fitsTime(known) &&
    fitsNetwork(known, facts, request) &&
    fitsForwarding(known)
  );
}

/** Undefined is not settled yet. */
type Known = (key: string) => readonly string[] | null | undefined;

/** KEY-20: an age exists exactly when MFA was used. A request that is silent on one of them says nothing of it. */
function fitsMfa(known: Known, facts: Facts, { context }: Request): boolean {
  const isSaid = (key: string) => facts.has(key) || context.has(key);
  const present = known(MFA_PRESENT);
  const age = known(MFA_AGE);
  if (!isSaid(MFA_PRESENT) || !isSaid(MFA_AGE) || present === undefined || age === undefined) return true;
  return (present?.[0]?.toLowerCase() === 'true') === (age !== null);
}

/** KEY-43: both say the same second. */
function fitsTime(known: Known): boolean {
  const time = known(CURRENT_TIME)?.[0];
  const epoch = known(EPOCH_TIME)?.[0];
  if (time === undefined || epoch === undefined) return true;
  return Math.floor(Date.parse(time) / 1000) === Math.floor(Number(epoch));
}

/** KEY-32, KEY-33: an address without an endpoint, or an endpoint's keys without an address. */
function fitsNetwork(known: Known, facts: Facts, { endpoint, caller }: Request): boolean {
  const isThere = (key: string) => known(key) !== null && known(key) !== undefined;
  const isBehind = endpoint !== null || BEHIND_ENDPOINT.some(isThere);
  if (isThere(SOURCE_IP) && isBehind) return false;
  const [vpc, vpce] = [known('aws:sourcevpc'), known('aws:sourcevpce')];
  // Only what the request leaves open is held to this: of what it does not mention it may just not speak.
  if (facts.has('aws:sourcevpc') && facts.has('aws:sourcevpce') && (vpc === null) !== (vpce === null))
    return false;
  if (facts.get(SOURCE_IP) !== null || isBehind || caller.kind === 'service') return true;
  return vpc === undefined || vpce === undefined;
}

/** KEY-40: who is called on somebody's behalf was called via a service. */
function fitsForwarding(known: Known): boolean {
  const forwarded = known('aws:viaawsservice');
  if (forwarded === undefined || forwarded === null) return true;
  const via = ['aws:calledvia', 'aws:calledviafirst', 'aws:calledvialast'].map(known);
  const isForwarded = forwarded[0]?.toLowerCase() === 'true';
  if (via.includes(undefined)) return true;
  return isForwarded || via.every((value) => (value ?? []).length === 0);
}
