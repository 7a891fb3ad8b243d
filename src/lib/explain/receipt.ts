/**
 * One call as a receipt: the call at the top, a line for each authorization that AWS asks for it with why it is asked, the
 * total at the bottom (ACT-07). Each line names the verdict it leads to.
 */
import type { Request } from '../engine/request.ts';
import type { Evaluation } from '../engine/trace.ts';
import { operationOf } from '../catalog/operations.ts';
import type { Words } from './words.ts';

export interface ReceiptLine {
  /** Id of its verdict. */
  readonly id: string;
  readonly outcome: Evaluation['outcome'];
  readonly action: string;
  /** In words; `anything` for an action without a resource. */
  readonly resource: string;
  /** Why it is asked: a few words that begin small. */
  readonly why: string;
}

export interface Receipt {
  /** The operation called: `CopyObject`; the action where it is no operation. */
  readonly call: string;
  readonly lines: readonly ReceiptLine[];
  /** The decision over all. */
  readonly total: Evaluation['outcome'];
}

/** Null for a call that is one authorization. */
export function receiptOf(evaluation: Evaluation, words: Words): Receipt | null {
  const { request, checks } = evaluation;
  if (checks.length === 0) return null;
  const own = ownOutcome(evaluation);
  return {
    call: request.operation ?? operationOf(request.action) ?? request.action,
    lines: [
      toLine(evaluation, words, { outcome: own, why: 'what is called' }),
      ...checks.map((check) =>
        toLine(check, words, { outcome: check.outcome, why: whyAsked(request, check.request) })
      )
    ],
    total: evaluation.outcome
  };
}

function toLine(
  { id, request }: Evaluation,
  words: Words,
  said: Pick<ReceiptLine, 'outcome' | 'why'>
): ReceiptLine {
  return { id, action: request.action, resource: words.resource(request.resource), ...said };
}

/**
 * What the call itself comes to, its checks apart: a verdict that a check has blocked was allowed by itself, one that
 * hangs on open facts hangs on them unless all of these are a check's.
 */
function ownOutcome({ outcome, decidedBy, checks }: Evaluation): Evaluation['outcome'] {
  if (decidedBy.kind === 'blocked' && checks.some(({ id }) => id === decidedBy.step)) return 'allowed';
  return outcome;
}

/** Why AWS asks for a check besides a call; a few words. */
function whyAsked(call: Request, check: Request): string {
  const name = check.action.toLowerCase();
  const known = REASONS.get(name);
  if (isBehind(call, check)) return 'the bucket behind the access point must allow it too';
  if (name === call.action.toLowerCase()) return 'the same call on its next resource';
  if (known !== undefined) return known;
  if (name === 'sts:assumerole') return 'the service must be trusted with the role it is handed';
  if (name.startsWith('kms:')) return `the ${keeper(call)} is encrypted with this key`;
  return /:(?:tag\w+|createtags|putobjecttagging)$/.test(name) ? 'it is made with tags' : 'the call needs it';
}

/** SVC-16 */
function isBehind(call: Request, check: Request): boolean {
  const isThrough = call.resource.includes(':accesspoint/');
  return isThrough && check.action === call.action && /^arn:[^:]*:s3:::/.test(check.resource);
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['iam:passrole', 'a role is handed to the service'],
  ['sts:tagsession', 'the session is given tags'],
  ['sts:setsourceidentity', 'the session carries a source identity'],
  ['s3:getobject', 'a copy reads its source'],
  ['s3:getobjecttagging', 'the source of the copy has tags'],
  ['kms:reencryptto', 're-encryption writes with this key']
]);

/** What of the call is encrypted. */
function keeper({ action }: Request): string {
  const service = action.slice(0, action.indexOf(':')).toLowerCase();
  const nouns: Readonly<Record<string, string>> = {
    s3: 'object',
    secretsmanager: 'secret',
    sqs: 'queue',
    sns: 'topic',
    kinesis: 'stream'
  };
  return nouns[service] ?? 'resource';
}

/** The receipt as lines of text; empty for a call that is one authorization. */
export function receiptText(evaluation: Evaluation, words: Words): readonly string[] {
  const receipt = receiptOf(evaluation, words);
  if (receipt === null) return [];
  const decided = (outcome: Evaluation['outcome']) => outcome ?? 'undecided';
  const widths = [0, 1, 2].map((i) =>
    Math.max(...receipt.lines.map((line) => columns(line)[i]?.length ?? 0))
  );
  return [
    `${receipt.call} is ${String(receipt.lines.length)} checks:`,
    ...receipt.lines.map((line) => {
      const cells = columns(line).map((cell, i) => cell.padEnd(widths[i] ?? 0));
      return `  ${cells.join('  ')}  ${line.why}`;
    }),
    `  total: ${decided(receipt.total)}`
  ];
}

function columns({ outcome, action, resource }: ReceiptLine): readonly string[] {
  return [outcome ?? 'undecided', action, resource];
}
