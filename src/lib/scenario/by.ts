/**
 * What must have decided a request: `TYPE[@LEVEL][/POLICY[#SID]]`, e.g. `scp@Workloads/DenyRegions#NoAbroad`.
 * The ids of a trace's steps are of the same form, so one is compared with the other.
 */
import type { TreeText } from '../source/tree.ts';
import { nearest } from '../source/suggest.ts';
import { invalidBy } from './diagnostics.ts';
import { BY_TYPES } from './format-requests.ts';
import type { Log } from './shape.ts';

export interface By {
  readonly type: string;
  readonly level: string | null;
  readonly policy: string | null;
  readonly sid: string | null;
}

/** Takes the form apart; null for a text that has not that form. */
export function splitBy(text: string): By | null {
  const match = /^([A-Za-z]+)(?:@([^/#]+))?(?:\/([^#]+)(?:#(.+))?)?$/.exec(text);
  if (!match) return null;
  const [, type = '', level = null, policy = null, sid = null] = match;
  return { type, level, policy, sid };
}

/** Reads a request's `by`; says in the log what is wrong with it. */
export function parseBy(at: TreeText, log: Log): By | null {
  const by = splitBy(at.text);
  if (by === null) {
    log.push(invalidBy(at, 'write `TYPE[@LEVEL][/POLICY[#SID]]`, e.g. `scp@Workloads/DenyRegions`'));
    return null;
  }
  if (BY_TYPES.some((type) => type === by.type)) return by;
  const near = nearest(by.type, BY_TYPES);
  const types = BY_TYPES.map((type) => `\`${type}\``).join(', ');
  log.push(invalidBy(at, near === null ? `the types are ${types}` : `did you mean \`${near}\`?`));
  return null;
}

/** Whether what decided is what was expected; what the expectation leaves out may be anything. */
export function fitsBy(expected: By, actual: By): boolean {
  return (
    expected.type === actual.type &&
    (expected.level === null || expected.level === actual.level) &&
    (expected.policy === null || expected.policy === actual.policy) &&
    (expected.sid === null || expected.sid === actual.sid)
  );
}
