/**
 * The keys a request leaves open, and those that are open with them because both say the same thing: the time in two
 * notations (KEY-43), MFA and its age (KEY-20).
 */
import { pointer, type OpenFact } from './context-value.ts';
import type { RequestFacts } from './facts.ts';

const WITH: ReadonlyMap<string, string> = new Map([
  ['aws:currenttime', 'aws:EpochTime'],
  ['aws:epochtime', 'aws:CurrentTime'],
  ['aws:multifactorauthpresent', 'aws:MultiFactorAuthAge']
]);

const NONE: readonly OpenFact[] = [];

/** A key that the request writes stays as it is written, whatever is open beside it. */
export function openKeys({ unknown, context, path, derive }: RequestFacts): readonly OpenFact[] {
  if (unknown.length === 0) return NONE;
  const said = new Set([...unknown, ...context.map(({ key }) => key)].map((key) => key.toLowerCase()));
  return unknown.flatMap((key, i): readonly OpenFact[] => {
    const at = pointer(path, 'unknown', String(i));
    const other = derive ? WITH.get(key.toLowerCase()) : undefined;
    const isOpenToo = other !== undefined && !said.has(other.toLowerCase());
    return isOpenToo
      ? [
          { key, path: at },
          { key: other, path: at }
        ]
      : [{ key, path: at }];
  });
}
