/**
 * What is wrong with a call before any policy is asked: credentials that are no good any more, and parameters that
 * STS refuses. Source: IAM User Guide, "Pass session tags in AWS STS"; STS API Reference, AssumeRole (EVAL-24,
 * STS-20, STS-21, STS-30, XACC-17).
 */
import type { World } from '../world/world.ts';
import type { Call } from './context-call.ts';
import { isAssumeRole } from './context-check.ts';
import type { HopFacts } from './facts.ts';
import { isUnknown, type Fault, type RequestContext } from './request.ts';

/** Seconds. */
const SHORTEST = 900;
const CHAINED = 3600;

const MOST_TAGS = 50;

const NOTHING = { code: null, asked: null, limit: null, name: null, tag: null } as const;

/** EVAL-24: an expired session, an inactive key, a permission set that nobody assigned to the caller. */
export function credentialFault({ by, at }: Call): Fault | null {
  if (by.unassigned !== undefined) return { ...NOTHING, rule: 'EVAL-24', name: by.unassigned };
  if (by.inactiveKey !== null) {
    return { ...NOTHING, rule: 'EVAL-24', code: 'InvalidClientTokenId', name: by.inactiveKey };
  }
  const isOver = by.expires !== null && at.value >= by.expires;
  return isOver ? { ...NOTHING, rule: 'EVAL-24', code: 'ExpiredToken' } : null;
}

/** What STS refuses of a hop: its duration, its tags. */
export function hopFault(world: World, hop: HopFacts, call: Call): Fault | null {
  return durationFault(world, hop, call) ?? faultOfTags(call, [...hop.tags.keys()], hop.transitive);
}

/** STS-20, XACC-17. A service's sessions are not bound to the role's maximum (STS-21). */
function durationFault(world: World, { role, duration }: HopFacts, { by }: Call): Fault | null {
  if (duration === null) return null;
  const fault = { ...NOTHING, code: 'ValidationError', asked: duration };
  if (duration < SHORTEST) return { ...fault, rule: 'STS-20', limit: SHORTEST };
  if (by.caller.kind === 'roleSession' && duration > CHAINED) {
    return { ...fault, rule: 'XACC-17', limit: CHAINED };
  }
  const known = world.principals.get(role);
  const limit = known?.kind === 'role' && by.caller.kind !== 'service' ? known.maxSessionDuration : duration;
  return duration > limit ? { ...fault, rule: 'STS-20', limit } : null;
}

/** STS-30 for an AssumeRole call that is the request itself. */
export function tagFault(call: Call, context: RequestContext): Fault | null {
  if (!isAssumeRole(call)) return null;
  const valuesOf = (key: string) => {
    const value = context.get(key);
    return value && !isUnknown(value) ? value.values : [];
  };
  return faultOfTags(call, valuesOf('aws:tagkeys'), valuesOf('sts:transitivetagkeys'));
}

/**
 * STS-30: at most 50 session tags, the inherited ones among them; keys unique without case; transitive keys are keys of
 * the call; an inherited key cannot be passed again. Of the last three AWS says that the call fails, not with what.
 */
function faultOfTags({ by }: Call, keys: readonly string[], transitive: readonly string[]): Fault | null {
  const fault = { ...NOTHING, rule: 'STS-30' };
  const inherited = by.tags.filter((tag) => tag.transitive).map(({ key }) => key.toLowerCase());
  const count = keys.length + inherited.length;
  if (count > MOST_TAGS) return { ...fault, code: 'ValidationError', asked: count, limit: MOST_TAGS };
  const passed = keys.map((key) => key.toLowerCase());
  const twice = keys.find((key, i) => passed.indexOf(key.toLowerCase()) < i);
  if (twice !== undefined) return { ...fault, name: twice, tag: 'twice' };
  const again = keys.find((key) => inherited.includes(key.toLowerCase()));
  if (again !== undefined) return { ...fault, name: again, tag: 'inherited' };
  const stray = transitive.find((key) => ![...passed, ...inherited].includes(key.toLowerCase()));
  return stray === undefined ? null : { ...fault, name: stray, tag: 'notPassed' };
}
