/** The requests of a file as a table says them: what is expected, what is, what decided. */
import { splitBy, type By } from '../scenario/by.ts';
import type { Expectation } from '../scenario/scenario.ts';
import type { Flipped } from './ticker.ts';
import { toVerdictWords } from './verdict-sign.ts';
import type { Watch } from './watches.ts';

/** How an expectation reads; a file that expects nothing says so. */
export function expectWords(expected: Expectation | null): string {
  switch (expected) {
    case null:
      return 'nothing';
    case 'denied':
      return 'denied either way';
    case 'conditional':
      return 'hangs on open facts';
    default:
      return toVerdictWords(expected);
  }
}

/** How it ends: for a request that hangs on open facts, on what. */
export function nowWords({ case: { request }, outcome, condition }: Watch): string {
  if (request === null) return 'has an error';
  return condition === null ? toVerdictWords(outcome) : `allowed when ${condition}`;
}

const LAYERS: Readonly<Record<string, string>> = {
  authentication: 'the credentials',
  sts: 'a rule of AWS STS',
  root: 'the rule for root users',
  rcp: 'RCP',
  scp: 'SCP',
  endpoint: 'endpoint policy',
  resource: 'resource-based policy',
  grant: 'grant',
  acl: 'ACL',
  publicAccessBlock: 'Block Public Access',
  identity: 'identity-based policy',
  boundary: 'permissions boundary',
  session: 'session policy'
};

/** What decided: `SCP DenyRegions at Workloads, statement OnlyVirginia`; two yeses are two. Empty where nothing did. */
export function deciderWords({ by, outcome }: Pick<Watch, 'by' | 'outcome'>): string {
  const parts = by.flatMap((text) => splitBy(text) ?? []).map(partWords);
  const isSilent = outcome === 'implicitDeny' && parts.length > 0;
  return `${isSilent ? 'no Allow: ' : ''}${[...new Set(parts)].join(' and ')}`;
}

function partWords({ type, level, policy, sid }: By): string {
  const layer = LAYERS[type] ?? type;
  const named = policy === null ? layer : `${layer} ${policy}`;
  return `${named}${level === null ? '' : ` at ${level}`}${sid === null ? '' : `, statement ${sid}`}`;
}

/**
 * Whether a flip deserves a bold word: a request that the file wants otherwise, or, where it wants nothing, one that
 * opens. Those that come to what is expected are none.
 */
export function isDangerous({ after }: Pick<Flipped, 'after'>, expected: Expectation | null): boolean {
  if (expected === null) return after === 'allowed';
  const isDenied = after === 'implicitDeny' || after === 'explicitDeny';
  return expected === 'denied' ? !isDenied : expected !== after;
}
