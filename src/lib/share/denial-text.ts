/**
 * The sentences of a denial, out of a text of any shape: what the command line, SDKs, CloudFormation and Terraform put
 * around them is skipped. Every search goes forward once, so the time grows with the text and no faster.
 * Source: IAM User Guide, "Troubleshoot access denied error messages" (MSG-01 to MSG-12).
 */
import { isRefusingCode, layerNamed, type Layer } from './denial-words.ts';

/** What a text says; null for what it does not. */
export interface Said {
  /** An ARN, a service's name, `anonymous`. */
  readonly principal: string | null;
  readonly action: string | null;
  /** As written: an ARN, a name, `*`. */
  readonly resource: string | null;
  readonly layer: Layer | null;
  readonly kind: 'explicit' | 'implicit' | null;
  readonly policyArn: string | null;
}

export const NOTHING_SAID: Said = {
  principal: null,
  action: null,
  resource: null,
  layer: null,
  kind: null,
  policyArn: null
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&'
};

/** One line, without colours, frames, escapes and entities: as AWS sent it. */
export function unwrapped(text: string): string {
  return text
    .replaceAll(/\u001B\[[0-9;]*m/g, '') // eslint-disable-line no-control-regex -- terminals' colours
    .replaceAll(/[\u2500-\u257F]+/g, ' ') // Terraform's frame
    .replaceAll(/\\(?:r?\\n|[rnt])/g, ' ')
    .replaceAll(/\\{1,3}"/g, '"')
    .replaceAll(/&(?:quot|#34|#39|apos|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const NOT_AUTHORIZED = 'is not authorized to perform';

/** The first denial of a line. */
export function readSentence(line: string): Said {
  const at = line.search(/is not authorized to perform/i);
  if (at < 0) return readConsole(line) ?? readShort(line);
  const before = line.slice(Math.max(0, at - 2100), at).trimEnd();
  const rest = line.slice(at + NOT_AUTHORIZED.length).replace(/^\s*:?\s*/, '');
  const action = /^[A-Za-z0-9-]+:[A-Za-z0-9*]+/.exec(rest)?.[0] ?? null;
  const after = rest.slice(action?.length ?? 0);
  return { ...readReason(after), principal: principalBefore(before), action, resource: resourceIn(after) };
}

/** The last word before the verb; `User:` stands before it, but not in every text. */
function principalBefore(before: string): string | null {
  const word = (before.slice(before.lastIndexOf(' ') + 1) || before).replaceAll(/^["'(]+|["')]+$/g, '');
  const bare = word.replace(/^User:/i, '');
  if (/^arn:/.test(bare) || /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(bare)) return bare;
  if (/^anonymous$/i.test(bare)) return 'anonymous';
  return null;
}

/** What ends a resource that stands without quotes: ARNs of objects may hold blanks. */
const ENDS =
  / because (?:no|public)|, because no| with an explicit deny|\.? Go to https:|\. Encoded auth| \(Service: | \(RequestToken| status code: |[,;] (?:status code|request id)| \[/i;

/** Longer than an ARN of AWS with the words behind it. */
const LONGEST_RESOURCE = 2400;

function resourceIn(after: string): string | null {
  const on = /^ ?,? ?on (?:the )?resource(?:s|\(s\))?: ?/i.exec(after);
  if (!on) return null;
  const rest = after.slice(on[0].length, on[0].length + LONGEST_RESOURCE);
  const quote = /^["'`]/.exec(rest)?.[0];
  if (quote !== undefined) {
    const end = rest.indexOf(quote, 1);
    return end > 1 ? rest.slice(1, end) : null;
  }
  const end = rest.search(ENDS);
  const named = end < 0 ? (/^\S*/.exec(rest)?.[0] ?? '') : rest.slice(0, end);
  const bare = named.replace(/(?:["'`)}\]>]|[.,;:](?!\S))+$/, '').replace(/<.*$/, '');
  return bare === '' ? null : bare;
}

type Reason = Pick<Said, 'layer' | 'kind' | 'policyArn'>;
const NO_REASON: Reason = { layer: null, kind: null, policyArn: null };

/** Why, as far as it is said: MSG-01, MSG-02, and the setting of Block Public Access that S3 names. */
function readReason(after: string): Reason {
  const silent = /because no ([A-Za-z][A-Za-z -]{0,40}?) allows? /.exec(after);
  if (silent?.[1] !== undefined) {
    return { layer: layerNamed(silent[1]), kind: 'implicit', policyArn: null };
  }
  const denied =
    /with an explicit deny(?: in (an? [A-Za-z][A-Za-z -]{0,40}|the [A-Za-z][A-Za-z -]{0,40}))?/i.exec(after);
  if (denied) return readDeny(denied[1] ?? '', after.slice(denied.index + denied[0].length));
  if (/setting in S3 Block Public Access/i.test(after)) {
    return { layer: 'publicAccessBlock', kind: 'explicit', policyArn: null };
  }
  return NO_REASON;
}

function readDeny(words: string, rest: string): Reason {
  const kind = /^(?:an?|the) (?:[a-z-]+ ){0,3}(?:policy|policies|boundary)/i.exec(words)?.[0] ?? words.trim();
  const arn = /^: ?["']?(arn:[^\s"',;]{1,2048})/.exec(rest)?.[1] ?? null;
  const policyArn = arn?.replace(/[.)\]]+$/, '') ?? null;
  return { layer: layerNamed(kind), kind: 'explicit', policyArn };
}

/** The AWS console tells the same as a list of fields. */
function readConsole(line: string): Said | null {
  const action = /\bAction: ?([A-Za-z0-9-]+:[A-Za-z0-9]+)/.exec(line)?.[1] ?? null;
  if (action === null) return null;
  const resource = /\bOn resource(?:s|\(s\))?: ?(\S{1,2048})/i.exec(line)?.[1] ?? null;
  const principal = /\bUser: ?(arn:\S{1,2048}|anonymous)/.exec(line)?.[1] ?? null;
  const context = /\bContext: ?(.{0,300})/.exec(line)?.[1] ?? '';
  const reason = readReason(`because ${context.replace(/^because /, '')}`);
  return { principal, action, resource, ...(reason.kind === null ? readReason(`with ${context}`) : reason) };
}

/** Texts that name no caller (MSG-12), and those of services that have their own words. */
function readShort(line: string): Said {
  const federated = /Not authorized to perform:? ?(sts:\w+)/i.exec(line)?.[1];
  if (federated !== undefined) return { ...NOTHING_SAID, action: federated };
  if (line.includes('Roles may not be assumed by root accounts')) {
    return { ...NOTHING_SAID, action: 'sts:AssumeRole' };
  }
  const queue =
    /Access to the resource https?:\/\/(?:sqs\.)?([a-z0-9-]{4,30})\.(?:queue\.)?amazonaws\.com(?:\.cn)?\/(\d{12})\/([\w.-]{1,80}) is denied/.exec(
      line
    );
  if (queue) {
    const [, region = '', account = '', name = ''] = queue;
    return { ...NOTHING_SAID, resource: `arn:aws:sqs:${region}:${account}:${name.replace(/\.$/, '')}` };
  }
  if (/refers to a customer master key|Access to KMS is not allowed/i.test(line)) {
    return { ...NOTHING_SAID, action: 'kms:Decrypt' };
  }
  return NOTHING_SAID;
}

/** Whom the words around the sentence name as having refused what. */
export interface Wrapping {
  readonly code: string | null;
  readonly operation: string | null;
  /** As the SDK or the log calls it. */
  readonly service: string | null;
}

/** Where an error code stands, as the command line, Go, Java, XML and CloudFormation print it. */
const CODES: readonly RegExp[] = [
  /error (?:occurred )?\(([\w.]{1,80})\)/i,
  /api error (\w{1,80})/,
  /Error ?Code: ([\w.]{1,80})/,
  /<Code>([\w.]{1,80})<\/Code>/,
  /\bHandlerErrorCode: (\w{1,80})/
];

/** Error code, operation and service as the command line and the SDKs print them (MSG-09). */
export function readWrapping(line: string): Wrapping {
  const go = /operation error ([\w ]{1,60}): (\w{1,80})/.exec(line);
  const called = /when calling the (\w{1,80}) operation/.exec(line);
  const java = /\(Service: ([\w ]{1,60})[;,]/.exec(line);
  const codes = CODES.flatMap((form) => form.exec(line)?.[1] ?? []);
  return {
    code: codes[0] ?? codeAmong(line),
    operation: called?.[1] ?? go?.[2] ?? null,
    service: go?.[1] ?? java?.[1] ?? null
  };
}

/** A word of the text that is a refusing error code. */
function codeAmong(line: string): string | null {
  for (const [word] of line.matchAll(/[A-Za-z][\w.]{5,60}/g)) {
    const bare = word.slice(word.lastIndexOf('#') + 1).replace(/\.+$/, '');
    if (/[a-z][A-Z]/.test(bare) && isRefusingCode(bare)) return bare;
  }
  return null;
}

/** What EC2 encoded (MSG-10); null where nothing is. */
export function readEncoded(line: string): string | null {
  const at = line.search(/Encoded authorization failure message:/i);
  if (at < 0) return null;
  const blob = /^[^:]*: ?([\w+/=-]*)/.exec(line.slice(at))?.[1] ?? '';
  return blob;
}

/** The id with which Access Troubleshooter knows the refusal (MSG-08). */
export function readAuthorizationId(line: string): string | null {
  return /authorization id: ?([\w-]{8,80})/i.exec(line)?.[1] ?? null;
}
