/** The facts of a request as dials: those that people ask for first, then whatever else its file says. */
import { isUnknown, type ContextValue, type Request } from '../engine/request.ts';

export type DialKind = 'clock' | 'network' | 'endpoint' | 'region' | 'tls' | 'mfa' | 'key';

export interface Dial {
  readonly kind: DialKind;
  /** The condition key in its usual spelling. */
  readonly key: string;
  readonly text: string;
  /** As the request carries it; empty unless known. */
  readonly value: string;
  readonly state: 'known' | 'absent' | 'unknown';
}

interface Shown {
  readonly kind: DialKind;
  readonly key: string;
  readonly noun: string;
  readonly say: (value: string) => string;
  /** How its absence reads; an empty text is not shown. */
  readonly absent: string;
}

const yes =
  (is: string, not: string) =>
  (value: string): string =>
    value === 'true' ? is : not;

const SHOWN: readonly Shown[] = [
  { kind: 'clock', key: 'aws:CurrentTime', noun: 'time', say: toInstant, absent: 'no time' },
  { kind: 'network', key: 'aws:SourceIp', noun: 'address', say: (value) => value, absent: 'no address' },
  { kind: 'endpoint', key: 'aws:SourceVpce', noun: 'endpoint', say: (value) => value, absent: '' },
  { kind: 'region', key: 'aws:RequestedRegion', noun: 'Region', say: (value) => value, absent: 'no Region' },
  { kind: 'tls', key: 'aws:SecureTransport', noun: 'TLS', say: yes('TLS', 'no TLS'), absent: 'no TLS fact' },
  {
    kind: 'mfa',
    key: 'aws:MultiFactorAuthPresent',
    noun: 'MFA',
    say: yes('with MFA', 'without MFA'),
    absent: 'no MFA fact'
  }
];

/**
 * The dials of a request. One for the endpoint is there where a call can come through one.
 *
 * @param hasEndpoints whether the world has VPC endpoints
 */
export function toDials({ context }: Pick<Request, 'context'>, hasEndpoints = false): readonly Dial[] {
  const shown = SHOWN.flatMap((one): readonly Dial[] => {
    const value = context.get(one.key.toLowerCase());
    if (value) return [{ kind: one.kind, key: one.key, ...standing(value, one) }];
    const text = one.absent === '' && hasEndpoints ? 'no endpoint' : one.absent;
    return text === '' ? [] : [{ kind: one.kind, key: one.key, text, value: '', state: 'absent' }];
  });
  const known = new Set([...SHOWN.map(({ key }) => key.toLowerCase()), ...echoesOf(context)]);
  const others = [...context].flatMap(([lower, value]): readonly Dial[] =>
    known.has(lower) || !isOwn(value)
      ? []
      : [
          {
            kind: 'key',
            key: value.key,
            ...standing(value, { noun: value.key, say: (text) => `${value.key} = ${text}` })
          }
        ]
  );
  return [...shown, ...others];
}

/** What is open only because another fact is: the time in its other notation, the age of MFA (KEY-43, KEY-20). */
function echoesOf(context: Request['context']): readonly string[] {
  const isOpen = (key: string) => {
    const value = context.get(key);
    return value !== undefined && isUnknown(value);
  };
  return [
    ...(isOpen('aws:currenttime') ? ['aws:epochtime'] : []),
    ...(isOpen('aws:multifactorauthpresent') ? ['aws:multifactorauthage'] : [])
  ];
}

function standing(
  value: ContextValue,
  { noun, say }: Pick<Shown, 'noun' | 'say'>
): Pick<Dial, 'text' | 'value' | 'state'> {
  if (isUnknown(value)) return { text: `${noun} left open`, value: '', state: 'unknown' };
  const told = value.values.join(', ');
  return { text: say(told), value: told, state: 'known' };
}

/** Whether the request's own lines in the file say it. */
function isOwn({ from }: ContextValue): boolean {
  return from.kind === 'request' && /^\/requests\/[^/]+\/(?:context|unknown)(?:\/|$)/.test(from.path ?? '');
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Tue 3 Mar 2026, 10:00Z`: always UTC, never the reader's own zone. */
export function toInstant(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const day = `${DAYS[at.getUTCDay()] ?? ''} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()}`;
  return `${day}, ${at.toISOString().slice(11, 16)}Z`;
}
