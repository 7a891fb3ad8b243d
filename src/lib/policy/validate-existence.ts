/** Principals of a policy that do not exist (GRAM-13, MAL-19). Who exists is told by whoever knows the world. */
import type { Diagnostic } from '../source/diagnostic.ts';
import { unknownPrincipal } from './diagnostics-kind.ts';
import type { PolicyDocument } from './document.ts';
import { placeOf } from './node-place.ts';
import { principalAnswer } from './validate-principal.ts';

/** A user or role by its ARN. Roles that AWS makes itself are left out: a file need not list them. */
const NAMED = /^arn:[\w-]+:iam::(\d{12}):(?:user\/.+|role\/(?!aws-service-role\/|aws-reserved\/).+)$/;

/**
 * Every principal named in a document that is known not to exist, with paths from the root of the document.
 *
 * @param lacks whether the account is known, and has no user or role of that ARN
 */
export function unknownPrincipalProblems(
  { statements }: PolicyDocument,
  lacks: (arn: string, account: string) => boolean
): Diagnostic[] {
  return statements.flatMap(({ principal }) =>
    (principal?.entries ?? []).flatMap((entry) => {
      const account = entry.type === 'AWS' ? NAMED.exec(entry.value)?.[1] : undefined;
      if (account === undefined || !lacks(entry.value, account)) return [];
      return [unknownPrincipal(placeOf(entry), entry.value, principalAnswer(entry))];
    })
  );
}
