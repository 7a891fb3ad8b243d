/** Turning a dial: what a fact can be set to, and the one edit of the file that sets it. */
import type { Edit, Ground } from '../edit/edit.ts';
import { planned } from '../edit/edit.ts';
import { clearFact, setFact, setField, type TextField } from '../edit/request.ts';
import { isMultivalued } from '../engine/context-key.ts';
import type { Checked } from '../source/diagnostic.ts';
import type { World } from '../world/world.ts';
import type { Dial } from './dials.ts';
import { toValues, valueOffers, type Offer } from './request-edit.ts';

/** A value, that it is not there, that nobody knows, or whatever it is when the file says nothing. */
export type Turn = { readonly value: string } | 'absent' | 'unknown' | 'given';

/** Facts that have a field of their own in the file; what follows from it goes by that field. */
const FIELDS: Readonly<Partial<Record<Dial['kind'], TextField>>> = {
  clock: 'at',
  endpoint: 'endpoint',
  mfa: 'mfa'
};

/** The edit that turns a dial, or what speaks against it. */
export function planDial(ground: Ground, id: string, { kind, key }: Dial, turn: Turn): Checked<Edit> {
  const field = FIELDS[kind];
  if (turn === 'given' || (turn === 'absent' && kind === 'endpoint')) {
    return both(cleared(ground, id, key), field === undefined ? null : setField(ground, id, field, ''));
  }
  if (turn === 'absent' || turn === 'unknown') return setFact(ground, id, key, turn);
  if (field === undefined || kind === 'mfa') {
    return setFact(ground, id, key, toValues(turn.value, isMultivalued(key)));
  }
  return both(setField(ground, id, field, turn.value), cleared(ground, id, key));
}

/** Null where the file says nothing of the key. */
function cleared(ground: Ground, id: string, key: string): Checked<Edit> | null {
  const edit = clearFact(ground, id, key);
  return edit.value === null ? null : edit;
}

/** Two edits of different places as one; called as the first that does something. */
function both(...edits: readonly (Checked<Edit> | null)[]): Checked<Edit> {
  const failed = edits.find((each) => each?.value === null);
  if (failed) return failed;
  const made = edits.flatMap((each) => each?.value ?? []);
  const first = made.find(({ changes }) => changes.length > 0) ?? made[0];
  return planned(
    first?.title ?? '',
    made.flatMap(({ changes }) => changes)
  );
}

/** What a dial can be set to, beside being absent or open. */
export function dialOffers(world: World, { kind, key }: Dial): readonly Offer[] {
  switch (kind) {
    case 'tls':
      return [
        { value: 'true', hint: 'the call comes over TLS' },
        { value: 'false', hint: 'it does not' }
      ];
    case 'mfa':
      return [
        { value: 'true', hint: 'the caller gave a second factor' },
        { value: 'false', hint: 'the caller gave none' }
      ];
    case 'endpoint':
      return [...world.endpoints.values()].map(({ id, vpc }) => ({ value: id, hint: vpc }));
    case 'network':
      return addressOffers(world, key);
    case 'region':
      return regionOffers(world, key);
    default:
      return valueOffers(world, key);
  }
}

const HINTS: ReadonlyMap<string, string> = new Map([
  ['10.0.0.5', 'a private address'],
  ['203.0.113.7', 'some address of the internet'],
  ['198.51.100.20', 'another one']
]);

/** Of a range that policies name, an address inside; then the usual ones. */
function addressOffers(world: World, key: string): readonly Offer[] {
  const offers = valueOffers(world, key).map(({ value }): Offer => {
    const inside = insideOf(value);
    return { value: inside, hint: inside === value ? (HINTS.get(value) ?? '') : `in ${value}` };
  });
  return [...new Map(offers.toReversed().map((offer) => [offer.value, offer])).values()].reverse();
}

/** The first address of a range that is a host's; anything else as it is. */
function insideOf(range: string): string {
  const match = /^(\d+\.\d+\.\d+)\.(\d+)\/(\d+)$/.exec(range);
  if (!match) return range.replace(/\/\d+$/, '');
  const [, net = '', last = '', bits = ''] = match;
  return Number(bits) >= 31 ? `${net}.${last}` : `${net}.${Math.min(Number(last) + 1, 254)}`;
}

/** Regions that are offered wherever no policy names one. */
const REGIONS: readonly Offer[] = [
  { value: 'us-east-1', hint: 'N. Virginia' },
  { value: 'us-west-2', hint: 'Oregon' },
  { value: 'eu-west-1', hint: 'Ireland' },
  { value: 'eu-central-1', hint: 'Frankfurt' },
  { value: 'eu-west-3', hint: 'Paris' },
  { value: 'ap-southeast-2', hint: 'Sydney' },
  { value: 'ap-northeast-1', hint: 'Tokyo' }
];

function regionOffers(world: World, key: string): readonly Offer[] {
  const usual = new Map(REGIONS.map((offer) => [offer.value, offer]));
  const named = valueOffers(world, key).filter(({ value }) => !usual.has(value));
  return [...named, ...REGIONS];
}

/** What a dial is about, in a line. */
export const DIAL_WORDS: Readonly<Record<Dial['kind'], string>> = {
  clock: 'When the call is made, in UTC.',
  network: 'The address the call comes from.',
  endpoint: 'The VPC endpoint the call comes through; its policy is asked as well.',
  region: 'The Region that is called.',
  tls: 'Whether the call is encrypted on its way.',
  mfa: 'Whether the caller’s credentials were made with a second factor.',
  key: 'A condition key of this request.'
};
