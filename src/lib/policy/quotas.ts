/**
 * How long a policy may be (GRAM-20, GRAM-22 to GRAM-24; MAL-20; QUO-01 to QUO-03, QUO-12 to QUO-16, QUO-20).
 * Sources: IAM User Guide, "IAM and AWS STS quotas"; Organizations User Guide, "Quotas"; guides of the services.
 */
import type { AwsError, Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/diagnostics.ts';
import { isNull, type Tree } from '../source/tree.ts';
import { packedTooLarge, tooLarge, tooMany } from './diagnostics-kind.ts';
import type { PolicyKind } from './document-kind.ts';
import { isNumberOrBoolean } from './reading.ts';
import { serviceOf, type Setting } from './setting.ts';

interface Limit {
  readonly most: number;
  /** What AWS counts: characters without white space, all characters, or bytes of UTF-8. */
  readonly counts: 'ink' | 'characters' | 'bytes';
  readonly of: string;
  readonly aws: AwsError;
  /** As far as the quota can be raised; as `most` where it cannot. */
  readonly raised: number;
}

function limit(
  most: number,
  counts: Limit['counts'],
  of: string,
  aws: readonly [code: string, message: string | null],
  raised = most
): Limit {
  return { most, counts, of, aws: { code: aws[0], message: aws[1] }, raised };
}

const MANAGED = limit(6144, 'ink', 'a managed policy', [
  'LimitExceeded',
  'Cannot exceed quota for PolicySize: 6144'
]);
const ORGANIZATIONS = 'ConstraintViolationException';

/** Inline policies count together, see {@link inlineLimit}. */
const LIMITS: Readonly<Partial<Record<PolicyKind, Limit>>> = {
  managed: MANAGED,
  boundary: MANAGED,
  session: limit(2048, 'characters', 'a session policy', [
    'ValidationError',
    "1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must have length less than or equal to 2048"
  ]),
  trust: limit(
    2048,
    'ink',
    'a trust policy',
    ['LimitExceeded', 'Cannot exceed quota for ACLSizePerRole: 2048'],
    4096
  ),
  scp: limit(10_240, 'characters', 'a service control policy', [ORGANIZATIONS, null]), // QUO-13
  rcp: limit(5120, 'characters', 'a resource control policy', [ORGANIZATIONS, null]), // QUO-14
  endpoint: limit(20_480, 'characters', 'an endpoint policy', ['InvalidPolicyDocument', null])
};

const KB = 1024;

/** QUO-16, by the service prefix of the resource. Those of SNS and Lambda are inferred. */
const SERVICES: ReadonlyMap<string, Limit> = new Map(
  Object.entries<Limit>({
    s3: limit(20 * KB, 'bytes', 'a bucket policy', [
      'MalformedPolicy',
      'Policy exceeds the maximum allowed document size.'
    ]),
    sqs: limit(8192, 'bytes', 'a queue policy', ['OverLimit', null]),
    sns: limit(30 * KB, 'bytes', 'a topic policy', ['InvalidParameter', null]),
    kms: limit(32 * KB, 'bytes', 'a key policy', ['LimitExceededException', null]),
    lambda: limit(20 * KB, 'bytes', 'a function policy', ['PolicyLengthExceededException', null]),
    secretsmanager: limit(20 * KB, 'bytes', 'a secret policy', ['InvalidParameterException', null])
  })
);

/**
 * Whether a document is longer than AWS takes.
 *
 * @param setting its text counts where it is kept; of a document written as data, the shortest JSON that says it
 */
export function sizeProblems(tree: Tree, at: Place, setting: Setting): Diagnostic[] {
  const found = limitOf(setting);
  if (!found) return [];
  const size = setting.text === null ? sizeOfTree(tree, found.counts) : sizeOf(setting.text, found.counts);
  if (size <= found.most) return [];
  const { most, raised, of, aws } = found;
  const message = `${of} takes ${count(most, found.counts)}, this one has ${size.toLocaleString('en-US')}`;
  return [tooLarge(at, message, { isFixed: size > raised, help: helpOf(most, raised), aws })];
}

function helpOf(most: number, raised: number): string {
  if (raised === most) return 'split it, or say the same with fewer words';
  return `AWS can raise this quota to ${raised.toLocaleString('en-US')}; else say the same with fewer words`;
}

function count(most: number, counts: Limit['counts']): string {
  const number = most.toLocaleString('en-US');
  if (counts === 'bytes') return `${number} bytes`;
  return counts === 'ink' ? `${number} characters besides white space` : `${number} characters`;
}

function limitOf(setting: Setting): Limit | undefined {
  return setting.kind === 'resource' ? SERVICES.get(serviceOf(setting) ?? '') : LIMITS[setting.kind];
}

const encoder = new TextEncoder();

function sizeOf(text: string, counts: Limit['counts']): number {
  if (counts === 'bytes') return encoder.encode(text).length;
  return counts === 'ink' ? inkOf(text) : text.length;
}

function sizeOfTree(tree: Tree, counts: Limit['counts']): number {
  return counts === 'ink' ? inkIn(tree) : sizeOf(compact(tree), counts);
}

/** QUO-20: characters that are no white space. */
export function inkOf(text: string): number {
  return text.replaceAll(/\s/g, '').length;
}

/** What JSON writes as it is. */
const PLAIN = /^[\w:/*?.@+=,-]*$/;

/** QUO-20: of a document; of one written as data the shortest JSON of it counts, which nobody has to write for that. */
export function inkIn(tree: Tree): number {
  switch (tree.kind) {
    case 'text':
      return tree.quoted && PLAIN.test(tree.text) ? tree.text.length + 2 : inkOf(compact(tree));
    case 'list':
      return tree.items.reduce((sum, item) => sum + inkIn(item), 1 + Math.max(1, tree.items.length));
    case 'map':
      return tree.entries.reduce(
        (sum, { key, value }) => sum + inkOf(JSON.stringify(key)) + 1 + inkIn(value),
        1 + Math.max(1, tree.entries.length)
      );
  }
}

/** The shortest JSON of a document. */
export function compact(tree: Tree): string {
  switch (tree.kind) {
    case 'text':
      if (isNull(tree)) return 'null';
      return isNumberOrBoolean(tree) ? tree.text : JSON.stringify(tree.text);
    case 'list':
      return `[${tree.items.map(compact).join(',')}]`;
    case 'map':
      return `{${tree.entries.map(({ key, value }) => `${JSON.stringify(key)}:${compact(value)}`).join(',')}}`;
  }
}

/** QUO-01: what the inline policies of one user, group or role may have in all, characters besides white space. */
const INLINE = { user: 2048, group: 5120, role: 10_240 } as const;

export type Carrier = keyof typeof INLINE;

/**
 * Whether the inline policies of somebody are too long together.
 *
 * @param at the policy with which they became so
 * @param size of all up to that one, see {@link inkOf}
 * @param name of who carries them, as AWS names them in its answer
 */
export function inlineSizeProblem(
  at: Place,
  carrier: Carrier,
  name: string,
  size: number
): Diagnostic | null {
  const most = INLINE[carrier];
  if (size <= most) return null;
  const number = size.toLocaleString('en-US');
  const message = `the inline policies of a ${carrier} take ${count(most, 'ink')} in all, with this one they have ${number}`;
  return tooLarge(at, message, {
    isFixed: true,
    help: 'make it a managed policy, which counts by itself',
    aws: {
      code: 'LimitExceeded',
      message: `Maximum policy size of ${String(most)} bytes exceeded for ${carrier} ${name}`
    }
  });
}

/** Of SCPs and RCPs at one root, OU or account (QUO-13, QUO-14). */
const CONTROLS = { scp: 10, rcp: 5 } as const;

/** Whether more SCPs or RCPs hang at one level than AWS attaches. @param at one too many */
export function controlsProblem(at: Place, type: 'scp' | 'rcp', total: number): Diagnostic | null {
  const most = CONTROLS[type];
  if (total <= most) return null;
  const name = type.toUpperCase();
  const message = `${String(most)} ${name}s hang at one level at most, here are ${String(total)}`;
  return tooMany(at, message, {
    help: type === 'rcp' ? 'RCPFullAWSAccess counts; join some of the others' : 'join some of them',
    aws: { code: 'ConstraintViolationException', message: null }
  });
}

/** What a session may be made with. Lengths in characters. */
export interface SessionSize {
  readonly policy: number;
  readonly arns: readonly string[];
  /** Keys and values of its tags together. */
  readonly tags: number;
}

const SESSION = 2048;
const SESSION_ARNS = 10;

/**
 * AWS packs policies and tags of a session in a way it does not document, and refuses what is too large then. Our
 * choice: from here on we say that it may be.
 */
const PACKED = 4096;

/** GRAM-22, QUO-12: what is too much for one session. Source: STS API Reference, AssumeRole. */
export function sessionProblems(at: Place, { policy, arns, tags }: SessionSize): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const plain = policy + arns.reduce((sum, arn) => sum + arn.length, 0);
  if (arns.length > SESSION_ARNS) {
    const message = `a session takes ${String(SESSION_ARNS)} managed policies, here are ${String(arns.length)}`;
    found.push(tooMany(at, message, { aws: { code: 'ValidationError', message: null } }));
  }
  if (plain > SESSION && policy <= SESSION) {
    const message = `a session policy and the ARNs beside it take ${String(SESSION)} characters, here are ${String(plain)}`;
    found.push(tooLarge(at, message, { isFixed: true, aws: { code: 'ValidationError', message: null } }));
  }
  if (plain + tags > PACKED) {
    found.push(packedTooLarge(at));
  }
  return found;
}

/** QUO-04. @param raised as far as AWS raises the quota; over that nothing is stored */
const ATTACHED: Readonly<Record<Carrier, { readonly most: number; readonly raised: number }>> = {
  user: { most: 10, raised: 20 },
  role: { most: 10, raised: 20 },
  group: { most: 10, raised: 10 }
};

/** Whether somebody carries more managed policies than AWS attaches. @param at the first one too many */
export function attachedProblem(at: Place, carrier: Carrier, total: number): Diagnostic | null {
  const { most, raised } = ATTACHED[carrier];
  if (total <= most) return null;
  const message = `a ${carrier} carries ${String(most)} managed policies, here are ${String(total)}`;
  const help = raised > most ? `AWS can raise this quota to ${String(raised)}` : 'join some of them into one';
  const quota =
    carrier === 'group' ? 'PoliciesPerGroup' : carrier === 'user' ? 'PoliciesPerUser' : 'PoliciesPerRole';
  const aws = { code: 'LimitExceeded', message: `Cannot exceed quota for ${quota}: ${String(most)}` };
  const problem = tooMany(at, message, { help, aws });
  return total > raised ? problem : { ...problem, severity: 'warning' };
}
