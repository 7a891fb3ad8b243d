/** A request as a sentence and as a handful of facts: what the request bar says. */
import type { Request } from '../engine/request.ts';
import { nameOf } from '../engine/match.ts';
import type { Words } from '../explain/words.ts';

export interface SayingPart {
  readonly kind: 'grammar' | 'name' | 'code';
  readonly text: string;
  /** The account a name is at home in; empty when it is not said. */
  readonly home: string;
  /** In full, for a tooltip. */
  readonly full: string;
}

const grammar = (text: string): SayingPart => ({ kind: 'grammar', text, home: '', full: '' });

/** `jenkins @tools in session build-42 asks for sts:AssumeRole on prod-deploy @prod`. */
export function toSaying(request: Request, words: Words): readonly SayingPart[] {
  const { caller } = request;
  const session = caller.kind === 'roleSession' ? caller.session : null;
  const parts: SayingPart[] = [toName(words.who(caller), nameOf(caller))];
  if (session !== null) {
    parts.push(grammar('in session'), { kind: 'code', text: session, home: '', full: nameOf(caller) });
  }
  parts.push(grammar('asks for'), { kind: 'code', text: request.action, home: '', full: request.action });
  if (request.resource !== '*') {
    parts.push(grammar('on'), toName(words.resource(request.resource), request.resource));
  }
  if (request.endpoint !== null) {
    parts.push(grammar('through'), {
      kind: 'code',
      text: request.endpoint,
      home: '',
      full: request.endpoint
    });
  }
  return parts;
}

function toName(text: string, full: string): SayingPart {
  const at = text.lastIndexOf('@');
  return at > 0
    ? { kind: 'name', text: text.slice(0, at), home: text.slice(at + 1), full }
    : { kind: 'name', text, home: '', full };
}

export interface Fact {
  readonly key: string;
  readonly text: string;
  readonly title: string;
  /** True for a fact the request does not carry. */
  readonly isAbsent: boolean;
}

/** The facts that people ask for first: when, from where, how, with which second factor. */
export function toFacts(request: Request): readonly Fact[] {
  const facts = SHOWN.map(({ key, noun, say, absent }) => {
    const value = request.context.get(key);
    const text =
      value === undefined ? absent : 'unknown' in value ? `${noun} left open` : say(value.values.join(', '));
    return { key, text, title: value?.key ?? key, isAbsent: value === undefined || 'unknown' in value };
  });
  return facts.filter(({ text }) => text !== '');
}

interface ShownFact {
  readonly key: string;
  readonly noun: string;
  readonly say: (value: string) => string;
  /** How its absence reads; an empty text is not shown. */
  readonly absent: string;
}

const SHOWN: readonly ShownFact[] = [
  { key: 'aws:currenttime', noun: 'time', say: toInstant, absent: '' },
  { key: 'aws:sourceip', noun: 'address', say: (value) => `from ${value}`, absent: '' },
  { key: 'aws:sourcevpce', noun: 'endpoint', say: (value) => `through ${value}`, absent: '' },
  { key: 'aws:requestedregion', noun: 'region', say: (value) => value, absent: 'no region' },
  {
    key: 'aws:securetransport',
    noun: 'TLS',
    say: (value) => (value === 'true' ? 'TLS' : 'without TLS'),
    absent: 'no TLS fact'
  },
  {
    key: 'aws:multifactorauthpresent',
    noun: 'MFA',
    say: (value) => (value === 'true' ? 'with MFA' : 'without MFA'),
    absent: 'no MFA fact'
  },
  { key: 'sts:externalid', noun: 'external id', say: (value) => `external id ${value}`, absent: '' }
];

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Tue 3 Mar 2026, 10:00Z`: always UTC, never the reader's own zone. */
function toInstant(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const day = `${DAYS[at.getUTCDay()] ?? ''} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()}`;
  return `${day}, ${at.toISOString().slice(11, 16)}Z`;
}
