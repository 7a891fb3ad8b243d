/** What is drawn over the graph at a step, in words for the rows of the outline: by the id of a node, an edge or a band. */
import { keyWords } from './keys.ts';
import type { Credential, LevelSays, Marks, Stamped, Way } from './mark.ts';

type Told = readonly [id: string, words: string];

/** Every mark of a moment except keys that have not been read, which the row says as conditions. Empty for none. */
export function toldBy(marks: Marks | null): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  if (!marks) return told;
  for (const [id, words] of [...tellEnds(marks), ...tellPolicies(marks), ...tellWay(marks)]) {
    const before = told.get(id);
    told.set(id, before === undefined ? words : `${before}; ${words}`);
  }
  return told;
}

function* tellEnds({ credential, rings, fence, stamp }: Marks): Generator<Told> {
  if (credential) yield [credential.node, CREDENTIALS[credential.kind]];
  for (const id of rings) if (id !== credential?.node) yield [id, id === rings[0] ? 'asks' : 'is asked for'];
  if (fence)
    yield [fence.node, `its permissions boundary ${fence.isClosed ? 'stops this' : 'lets this through'}`];
  if (stamp) yield [stamp.node, STAMPS[stamp.decision]];
}

function* tellPolicies({ reading, levels, blinks }: Marks): Generator<Told> {
  if (reading !== null) yield [reading, 'being read'];
  for (const [band, says] of levels) yield [band, LEVELS[says]];
  for (const id of blinks) yield [id, 'counted among the policies that apply'];
}

function* tellWay({ traveller, doorway, way, keys }: Marks): Generator<Told> {
  if (traveller) yield [traveller.edge, `${traveller.name} goes this way`];
  if (doorway) yield [doorway.account, `the request came in through ${doorway.endpoint}`];
  for (const [edge, own] of keys)
    for (const key of own) if (key.state !== 'unread') yield [edge, `key ${keyWords(key)}`];
  if (way) yield [way.to, `${way.label} ${WAYS[way.kind]}`];
}

const CREDENTIALS: Readonly<Record<Credential, string>> = {
  booklet: 'signs with a long-term key',
  card: 'signed in at the console',
  visa: 'signs with temporary credentials',
  badge: 'signs as a service or an identity provider',
  none: 'signs with nothing'
};

const LEVELS: Readonly<Record<LevelSays, string>> = {
  yes: 'lets this request through',
  silent: 'silent on this request',
  denied: 'denies this request',
  open: 'hangs on an unknown fact'
};

const WAYS: Readonly<Record<Way['kind'], string>> = {
  desire: 'is wanted here',
  ghost: 'is missing here',
  stopped: 'is stopped here by an explicit deny'
};

const STAMPS: Readonly<Record<Stamped, string>> = {
  allowed: 'stamped allowed',
  implicitDeny: 'stamped denied, nobody said yes',
  explicitDeny: 'stamped denied, a Deny matches',
  allowedWhen: 'stamped allowed when a condition holds',
  conditional: 'stamped conditional',
  undecided: 'stamped undecided'
};
