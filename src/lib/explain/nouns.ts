/** What policy types are called, and how words join into sentences. Knows no step. */
import type { PolicyType } from '../world/world.ts';

/** AWS's name for one policy of a type, without article. */
export const TYPE_NOUN: Readonly<Record<PolicyType, string>> = {
  scp: 'SCP',
  rcp: 'RCP',
  endpoint: 'VPC endpoint policy',
  resource: 'resource-based policy',
  identity: 'identity-based policy',
  boundary: 'permissions boundary',
  session: 'session policy'
};

/** The same for several. */
export const TYPE_NOUNS: Readonly<Record<PolicyType, string>> = {
  scp: 'SCPs',
  rcp: 'RCPs',
  endpoint: 'VPC endpoint policies',
  resource: 'resource-based policies',
  identity: 'identity-based policies',
  boundary: 'permissions boundaries',
  session: 'session policies'
};

/** `one`, `two` … for small numbers; figures from 13. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
  return `${words[n] ?? String(n)} ${n === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c`; more than four are cut: `a, b, c and 3 more`. */
export function list(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const shown = items.length > 4 ? [...items.slice(0, 3), `${String(items.length - 3)} more`] : items;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** Ends a sentence and begins it with a capital, unless it begins with somebody's name. */
export function sentence(text: string): string {
  const ordinary =
    /^(?:the|an?|all|no|none|not|nothing|what|both|session|account|federated|group|identity|statement|whether|in|by|every|neither|nobody|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) /;
  const begun = ordinary.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
}

/** Letters of a sentence that still reads as one line. */
const LONGEST = 160;

/** The longer text if it reads as one line, else the shorter one, which leaves out what was said before. */
export function fitting(long: string, short: string): string {
  return long.length <= LONGEST ? long : short;
}
