/** Every problem of a scenario file: a function each, from facts to diagnostic. Codes are permanent. */
import { abridge, type Diagnostic } from '../source/diagnostic.ts';
import { join } from '../source/pointer.ts';
import { nearest } from '../source/suggest.ts';
import type { SourceRange } from '../source/text.ts';
import { isNull, type Tree, type TreeEntry, type TreeMap, type TreeText } from '../source/tree.ts';

/** Where a problem is. */
export interface Place {
  readonly range: SourceRange;
  readonly path: string;
}

function place(at: Place): Place {
  return { range: at.range, path: at.path };
}

function error(code: string, message: string, at: Place, help?: string): Diagnostic {
  const base = {
    code: `scenario/${code}`,
    severity: 'error',
    message: abridge(message),
    ...place(at)
  } as const;
  return help === undefined ? base : { ...base, help: abridge(help) };
}

/** The key of an entry as a place. */
function keyOf(map: TreeMap, entry: TreeEntry): Place {
  return { range: entry.keyRange, path: join(map.path, entry.key) };
}

function didYouMean(word: string, candidates: readonly string[], otherwise?: string): string | undefined {
  const near = word.length > 100 ? null : nearest(word, likely(word, candidates));
  if (near !== null) return `did you mean \`${near}\`?`;
  return otherwise;
}

/** Of very many candidates only a few that begin alike: a huge file full of wrong names must not hang. */
function likely(word: string, candidates: readonly string[]): readonly string[] {
  if (candidates.length <= 400) return candidates;
  return candidates.filter((candidate) => candidate.startsWith(word.slice(0, 2))).slice(0, 20);
}

/** The first few of many names. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => `\`${name}\``);
  return names.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ');
}

export function unknownKey(map: TreeMap, entry: TreeEntry, known: readonly string[]): Diagnostic {
  const help = didYouMean(
    entry.key,
    known,
    `the keys here are ${known.map((key) => `\`${key}\``).join(', ')}`
  );
  return error('unknown-key', `unknown key \`${entry.key}\``, keyOf(map, entry), help);
}

export function missingKey(map: TreeMap, key: string, expected: string): Diagnostic {
  const first = map.entries[0];
  const range = first ? { ...map.range, to: first.keyRange.to } : map.range;
  return error('missing-key', `key \`${key}\` is missing`, { range, path: map.path }, `it takes ${expected}`);
}

export function invalidKey(entry: TreeEntry, expected: string): Diagnostic {
  const at = { range: entry.keyRange, path: entry.value.path };
  return error('invalid-key', `\`${entry.key}\` is not ${expected}`, at);
}

/** @param help how what stands there is written instead, where that can be told */
export function wrongKind(tree: Tree, expected: string, help?: string): Diagnostic {
  return error('wrong-kind', `expected ${expected}, found ${kindOf(tree)}`, tree, help);
}

function kindOf(tree: Tree): string {
  if (isNull(tree)) return 'nothing';
  if (tree.kind === 'text') return `\`${short(tree.text)}\``;
  return tree.kind === 'list' ? 'a list' : 'a map';
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** @param help as in {@link wrongKind} */
export function invalidValue(at: TreeText, expected: string, help?: string): Diagnostic {
  return error('invalid-value', `\`${short(at.text)}\` is not ${expected}`, at, help);
}

export function unknownWord(at: TreeText, words: readonly string[]): Diagnostic {
  const help = didYouMean(at.text, words, `use ${words.map((word) => `\`${word}\``).join(', ')}`);
  return error('invalid-value', `unknown value \`${short(at.text)}\``, at, help);
}

export function outOfRange(at: TreeText, min: number, max: number): Diagnostic {
  const help = max === Number.MAX_SAFE_INTEGER ? `${min} is the least` : `it goes from ${min} to ${max}`;
  return error('out-of-range', `\`${at.text}\` is out of range`, at, help);
}

export function notModelled(map: TreeMap, entry: TreeEntry): Diagnostic {
  return notModelledAt(keyOf(map, entry), `\`${entry.key}\``);
}

/** @param what named with backticks, e.g. `` `grants` `` */
function notModelledAt(at: Place, what: string): Diagnostic {
  return {
    code: 'scenario/not-modelled',
    severity: 'warning',
    message: `${what} is read, but changes no decision`,
    ...place(at)
  };
}

/** S3 would not store the policy: BlockPublicPolicy is in force for its bucket (SVC-13). */
export function publicPolicyBlocked(at: Place): Diagnostic {
  return {
    code: 'world/public-policy-blocked',
    severity: 'warning',
    message: 'the policy is public and BlockPublicPolicy is on: S3 answers PutBucketPolicy with AccessDenied',
    help: 'a policy that was there before stays; name principals, or hold it to fixed values of a key such as `aws:SourceVpce`',
    ...place(at)
  };
}

export function deprecatedKey(map: TreeMap, entry: TreeEntry, instead: string): Diagnostic {
  return {
    code: 'scenario/deprecated-key',
    severity: 'warning',
    message: `\`${entry.key}\` is deprecated`,
    help: `write ${instead}`,
    ...keyOf(map, entry)
  };
}

export function unsupportedVersion(at: TreeText): Diagnostic {
  const help =
    'this Bouncer reads format 1; a newer one may read it all. Read as format 1, each part that is not known is listed at its place';
  return {
    ...error('unsupported-version', `format version \`${short(at.text)}\` is not supported`, at, help),
    fix: { title: 'read it as format 1', behaviour: 'changed', changes: [{ at: at.path, set: '1' }] }
  };
}

/** @param limit how many are listed */
export function tooManyProblems(at: Place, limit: number): Diagnostic {
  const start = { range: { ...at.range, to: Math.min(at.range.from + 1, at.range.to) }, path: at.path };
  const help = `the first ${limit} are listed; is this a scenario file?`;
  return error('too-many-problems', `the file has more than ${limit} problems`, start, help);
}

/** @param kind with its article: `a group` */
export function unknownReference(
  at: TreeText,
  kind: string,
  candidates: readonly string[],
  name = at.text
): Diagnostic {
  const known = candidates.length > 0 ? `there are ${some(candidates)}` : 'there is none';
  return error(
    'unknown-reference',
    `\`${short(name)}\` is not ${kind} of this file`,
    at,
    didYouMean(name, candidates, known)
  );
}

export function unknownManagedPolicy(at: TreeText, candidates: readonly string[]): Diagnostic {
  return error(
    'unknown-managed-policy',
    `no AWS managed policy \`${short(at.text)}\` is bundled`,
    at,
    didYouMean(at.text, candidates, 'write its document under `policies` and refer to it by name')
  );
}

/** @param candidates `sso:USER/PERMISSIONSET@alias` of everybody who has a permission set somewhere */
export function unassigned(at: TreeText, candidates: readonly string[]): Diagnostic {
  const known = candidates.length > 0 ? `assigned are ${some(candidates)}` : 'nobody is assigned anything';
  return error(
    'unassigned',
    `\`${short(at.text)}\` is no user with that permission set in that account`,
    at,
    didYouMean(at.text, candidates, `${known}; add an assignment under \`identityCenter\``)
  );
}

export function invalidPrincipal(at: TreeText, help: string): Diagnostic {
  return error('invalid-principal', `\`${short(at.text)}\` is not a principal`, at, help);
}

export function unknownTask(at: TreeText, arns: readonly string[]): Diagnostic {
  const help = didYouMean(at.text, arns, `AssumeRoot takes ${some(arns)}`);
  return error('unknown-task-policy', `\`${short(at.text)}\` is no task policy of AWS`, at, help);
}

export function unknownAccessKey(at: TreeText, user: string, keys: readonly string[]): Diagnostic {
  return error(
    'unknown-reference',
    `\`${short(at.text)}\` is no access key of \`${user}\``,
    at,
    didYouMean(at.text, keys, `its keys are ${some(keys)}`)
  );
}

export function invalidCredential(at: TreeText, words: readonly string[]): Diagnostic {
  const known = words.map((word) => `\`${word}\``).join(', ');
  return error(
    'invalid-value',
    `\`${short(at.text)}\` is not a credential`,
    at,
    didYouMean(at.text, words, `use ${known} or an access key id, \`AKIA…\``)
  );
}

export function invalidResource(at: TreeText): Diagnostic {
  return error(
    'invalid-resource',
    `\`${short(at.text)}\` is not a resource`,
    at,
    'write an ARN, `alias:NAME` of a listed resource, `alias:role/NAME` or `*`'
  );
}

export function invalidBy(at: TreeText, help: string): Diagnostic {
  return error('invalid-by', `\`${short(at.text)}\` says no deciding policy`, at, help);
}

/** @param what with its article: `an account id` */
export function duplicate(at: Place, what: string, name: string, first: string): Diagnostic {
  return error('duplicate', `${what} \`${short(name)}\` is used twice`, at, `it is already at ${first}`);
}

export function notPlaced(at: Place, account: string, organization: string): Diagnostic {
  return error(
    'account-not-placed',
    `account \`${account}\` manages \`${organization}\` but stands nowhere in its tree`,
    at,
    'list it under `accounts` of the root or of a unit'
  );
}

export function notAMember(at: Place, account: string, organization: string): Diagnostic {
  return error(
    'account-not-placed',
    `account \`${account}\` stands nowhere in the tree of \`${organization}\``,
    at,
    'list it under `accounts` of the root or of a unit'
  );
}

export function placedTwice(at: Place, account: string): Diagnostic {
  return error(
    'account-placed-twice',
    `account \`${account}\` stands in more than one place of an organization`,
    at,
    'an account is in one organization, under one parent'
  );
}

export function noOrganization(at: Place, key: string, account: string): Diagnostic {
  return error(
    'no-organization',
    `\`${key}\` on account \`${account}\`, which is in no organization`,
    at,
    'list the account under `organizations`'
  );
}

export function clash(at: Place, message: string, help: string): Diagnostic {
  return error('conflict', message, at, help);
}

export function unlistedBucket(at: Place, arn: string, account: string | null): Diagnostic {
  const owner = account === null ? 'no account of this file' : `the caller's account ${account}`;
  return {
    code: 'world/unlisted-bucket',
    severity: 'warning',
    message: `\`${short(arn)}\` is listed by no account; it is taken to belong to ${owner}`,
    help: 'list it under `resources` of the account that owns it',
    ...place(at)
  };
}
