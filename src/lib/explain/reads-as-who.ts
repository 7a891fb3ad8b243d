/** Who a statement speaks of: its Principal in the names of this world, else whoever carries the policy. */
import type { PrincipalElement, PrincipalEntry } from '../policy/document.ts';
import { splitArn, splitSessionArn } from '../world/arn.ts';
import { list } from './nouns.ts';
import { between, type Bearing, type Read, type ReadPart } from './reads-as-part.ts';
import type { Words } from './words.ts';

/** The Principal or NotPrincipal. */
export function readPrincipal(element: PrincipalElement, bearing: Bearing, isDeny: boolean): Read {
  const { words, type: kind } = bearing;
  const { entries, negated, path } = element;
  const all = entries.map(({ type, value }) => (type === '*' ? '*' : `${type} ${value}`));
  const part = (text: string): ReadPart => ({ text, element: 'Principal', path, all });
  // GRAM-14
  if (entries.length === 0) {
    return { parts: [part(negated ? 'anyone' : 'nobody')], notes: ['The list of principals is empty.'] };
  }
  const isEveryone = entries.some(({ type, value }) => type === '*' || (type === 'AWS' && value === '*'));
  const named = isEveryone
    ? everyone(isDeny)
    : list(
        entries.map((entry) => entryWords(entry, words, { isAlone: entries.length === 1, isDeny })),
        isDeny ? 'or' : 'and'
      );
  if (negated) {
    return {
      parts: [part(`${isDeny ? 'anyone' : 'everyone'} but ${named}`)],
      notes: isDeny ? [] : ['Everyone who is not listed is let in, people outside of your accounts too.'] // PRIN-20
    };
  }
  return { parts: [part(named)], notes: isDeny || kind !== 'resource' ? [] : notesOn(entries, isEveryone) };
}

function everyone(isDeny: boolean): string {
  return isDeny ? 'anyone' : 'everyone';
}

/** PRIN-01, PRIN-02 with EVAL-16. */
function notesOn(entries: readonly PrincipalEntry[], isEveryone: boolean): readonly string[] {
  if (isEveryone) return ['Everyone includes strangers and callers without any credentials.'];
  return entries.some((entry) => accountOf(entry) !== null)
    ? ['Naming an account leaves the choice to it: its own policies must allow as well.']
    : [];
}

interface How {
  readonly isAlone: boolean;
  readonly isDeny: boolean;
}

/** PRIN-02 to PRIN-04g. */
function entryWords(entry: PrincipalEntry, words: Words, how: How): string {
  const { type, value } = entry;
  switch (type) {
    case 'AWS': {
      const account = accountOf(entry);
      if (account === null) return arnWords(value, words, how.isAlone);
      return `${how.isDeny ? 'anyone of ' : ''}account ${words.account(account)}`;
    }
    case 'Service':
      return `the service ${words.value(value)}`;
    case 'Federated':
      return `whoever ${words.principal(value)} vouches for`;
    case 'CanonicalUser':
      return `the canonical user ${words.value(value).slice(0, 12)}…`;
    case '*':
      return 'everyone';
  }
}

function accountOf({ type, value }: PrincipalEntry): string | null {
  if (type !== 'AWS') return null;
  if (/^\d{12}$/.test(value)) return value;
  const arn = splitArn(value);
  return arn?.resource === 'root' ? arn.account : null;
}

/** `jenkins, a role of tools`; several of them, or a session, go by their short names. */
function arnWords(value: string, words: Words, isAlone: boolean): string {
  const arn = splitArn(value);
  if (!arn) return words.value(value);
  const kind = /^(user|role)\//.exec(arn.resource)?.[1];
  if (!isAlone || kind === undefined || splitSessionArn(value)) return words.principal(value);
  return `${words.bare(value)}, a ${kind} of ${words.account(arn.account)},`;
}

/** Who carries a policy without a Principal: written nowhere in it. */
export function readHolder({ type, targets, words }: Bearing, isDeny: boolean): Read {
  return { parts: [between(holder(type, targets, words, isDeny))], notes: [] };
}

function holder(type: Bearing['type'], targets: readonly string[], words: Words, isDeny: boolean): string {
  const anyone = everyone(isDeny);
  if (type === 'scp') {
    const levels = list(targets.map((target) => words.target(target)));
    return levels === '' ? `${anyone} below` : `${anyone} under ${levels}`;
  }
  if (type === 'session') return 'this session';
  if (targets.length === 0) return 'whoever carries this';
  return list(
    targets.map((target) =>
      words.target(target).startsWith('group ')
        ? `${anyone} in ${words.target(target)}`
        : words.target(target)
    ),
    isDeny ? 'or' : 'and'
  );
}
