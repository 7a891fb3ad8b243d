/** What may flip a decision, smallest first: proposals out of the trace, none of which has been asked yet. */
import type { Evaluation } from '../engine/trace.ts';
import { POLICY_TYPES, type PolicyType } from '../world/world.ts';
import { blocking, partsOf, typesOf, type Asked } from './asked.ts';
import { byCredential, byRole, turn, withoutEndpoint } from './facts.ts';
import { grant } from './grant.ts';
import { denies, lift } from './lift.ts';
import type { Candidate } from './report.ts';
import { allows, deny, revoke } from './revoke.ts';
import { settings } from './settings.ts';
import type { Stand } from './stand.ts';

/** Proposals for one request, smallest first, each change once. */
export function propose(
  stand: Stand,
  id: string,
  evaluation: Evaluation,
  wanted: 'allowed' | 'denied'
): readonly Candidate[] {
  const parts = wanted === 'allowed' ? blocking(stand, id, evaluation) : partsOf(stand, id, evaluation);
  const found = parts.flatMap((asked) => (wanted === 'allowed' ? toAllow(asked) : toDeny(asked)));
  const seen = new Set<string>();
  return found
    .filter(({ changes }) => {
      const key = JSON.stringify(changes);
      return seen.has(key) ? false : seen.add(key);
    })
    .toSorted((a, b) => a.size - b.size);
}

function toAllow(asked: Asked): readonly Candidate[] {
  const { decidedBy } = asked.evaluation;
  if (decidedBy.kind === 'explicitDeny') {
    return [
      ...turn(asked, 'Deny', false),
      ...denies(asked).flatMap((step) => lift(asked, step)),
      ...withoutEndpoint(asked),
      ...settings(asked)
    ];
  }
  if (decidedBy.kind !== 'noAllow') return [];
  const types = missing(asked);
  return [
    ...turn(asked, 'Allow', true),
    ...(decidedBy.by === 'sts' ? byCredential(asked) : []),
    ...types.flatMap((type) => grant(asked, type)),
    ...(types.includes('endpoint') ? withoutEndpoint(asked) : []),
    ...(types.includes('resource') ? byRole(asked) : []),
    ...settings(asked)
  ];
}

const TYPES: ReadonlySet<string> = new Set(POLICY_TYPES);

/** The types whose Allow is missing. At home a resource's Allow stands in for the caller's own (EVAL-10). */
function missing({ evaluation }: Asked): readonly PolicyType[] {
  const { decidedBy, junction } = evaluation;
  if (decidedBy.kind !== 'noAllow' || !isType(decidedBy.by)) return [];
  const { by } = decidedBy;
  const others: readonly PolicyType[] =
    by === 'identity' && junction === 'or' ? ['resource'] : by === 'resource' ? silentBeside(evaluation) : [];
  return [by, ...others];
}

function isType(by: string): by is PolicyType {
  return TYPES.has(by);
}

/** At a door the caller's own account may be trusted already, and only its policy be missing (EVAL-21). */
function silentBeside(evaluation: Evaluation): readonly PolicyType[] {
  const resource = typesOf(evaluation).find(({ type }) => type === 'resource');
  return resource?.grant === 'account' ? ['identity'] : [];
}

function toDeny(asked: Asked): readonly Candidate[] {
  return [
    ...turn(asked, 'Allow', false),
    ...turn(asked, 'Deny', true),
    ...allows(asked).flatMap((step) => revoke(asked, step)),
    ...deny(asked)
  ];
}
