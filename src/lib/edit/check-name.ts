/** Whether a name may be given to something new: none of AWS's is refused, none of the file's is taken twice. */
import { arnKey, iamName } from '../scenario/format-common.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { asAccountId } from '../world/arn.ts';
import type { World } from '../world/world.ts';
import { idTaken, invalidName, nameTaken } from './diagnostics.ts';

/** As the format's `accounts` has it; an alias holds no `:` or `/`. */
const ALIAS = { pattern: /^[A-Za-z][A-Za-z0-9_-]*$/, says: 'an alias: letters, digits, - and _' };
const ID = { pattern: /^[0-9]{12}$/, says: 'an account id: twelve digits' };
const REQUEST = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
  says: 'an id: letters, digits, - _ and .'
};
const ANY = { pattern: /\S/, says: 'a name' };

export const NAMES = { iam: iamName, alias: ALIAS, arn: arnKey, request: REQUEST, any: ANY } as const;

/**
 * What is wrong with a name, if anything.
 *
 * @param what with its article: `a user`
 * @param taken the names that are given already; null-safe to compare, as IAM compares names without case
 */
export function checkName(
  typed: string,
  form: keyof typeof NAMES,
  { what, taken, home }: { readonly what: string; readonly taken: readonly string[]; readonly home: string }
): readonly Diagnostic[] {
  const { pattern, says } = NAMES[form];
  if (!pattern.test(typed)) return [invalidName(typed, says)];
  // Source: IAM User Guide, "IAM identifiers": names are unique within an account, whatever their case.
  const isSame = form === 'iam' ? sameInIam : (a: string, b: string) => a === b;
  return taken.some((other) => isSame(other, typed)) ? [nameTaken(typed, what, home)] : [];
}

function sameInIam(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** What is wrong with the id of a new account, if anything. */
export function checkAccountId(world: World, typed: string): readonly Diagnostic[] {
  if (!ID.pattern.test(typed)) return [invalidName(typed, ID.says, 'id')];
  const other = world.accounts.get(asAccountId(typed));
  return other ? [idTaken(typed, other.alias)] : [];
}
