/** What the page says of an attempt at an exercise: what is unlocked, and what became of the last edit. */
import { ALLOWED } from '../exercise/diagnostics.ts';
import type { Locked } from '../exercise/editable.ts';
import type { Exercise, Unlocked, Way } from '../exercise/exercise.ts';
import type { Grade } from '../exercise/grade.ts';
import { split } from '../source/pointer.ts';
import type { GoalRow } from './attempt-rows.ts';
import type { Stop } from './attempt-stop.ts';

/** What a sentence at the foot of the page is about. */
export interface Feedback {
  readonly kind: 'start' | 'broken' | 'locked' | 'decoy' | 'goals' | 'probes' | 'solved';
  readonly text: string;
  /** Where to look; null where there is nothing to step to. */
  readonly stop: Stop | null;
}

export interface Standing {
  readonly exercise: Exercise;
  readonly grade: Grade;
  /** Whether anything was changed. */
  readonly isChanged: boolean;
  /** Places that were changed and are not unlocked, or not for that. */
  readonly locked: readonly Pick<Locked, 'at' | 'only'>[];
  readonly decoy: Way | null;
  /** Names of policies that cannot be read. */
  readonly broken: readonly string[];
  /** Title of the request that is to be foretold: how it ends is not told before. */
  readonly asked: string | null;
  /** The first goal or probe that is not met. */
  readonly failing: GoalRow | null;
  readonly stop: Stop | null;
  /** Statements and structural edits so far. */
  readonly score: string;
}

export function toFeedback(standing: Standing): Feedback {
  const { grade, isChanged, locked, decoy, broken, asked, failing, stop, score } = standing;
  const [shut] = locked;
  if (shut !== undefined) return { kind: 'locked', text: lockedText(shut), stop: null };
  const [name] = broken;
  if (name !== undefined) {
    return { kind: 'broken', text: `${name} is no policy that AWS would store. Mend it first.`, stop: null };
  }
  if (grade.passes)
    return { kind: 'solved', text: `Solved${score === '' ? '' : `, in ${score}`}.`, stop: null };
  if (!isChanged) return { kind: 'start', text: startText(asked, failing), stop };
  if (decoy !== null && decoy.says !== '') return { kind: 'decoy', text: decoy.says, stop };
  return grade.meetsGoals
    ? { kind: 'probes', text: probesText(grade, failing), stop }
    : { kind: 'goals', text: goalsText(grade, failing, stop), stop };
}

function lockedText({ at, only }: Pick<Locked, 'at' | 'only'>): string {
  const place = placeWords(at);
  const law = only === null ? `does not unlock ${place}` : `lets ${place} only be ${ALLOWED[only]}`;
  return `This exercise ${law}. Undo that, and the rest counts.`;
}

function startText(asked: string | null, failing: GoalRow | null): string {
  if (asked !== null) return `Before you step: how does “${asked}” end?`;
  if (failing === null) return 'Step through the requests, then edit what is unlocked.';
  return `“${failing.title}” ${failing.wants || 'does not hold yet'}. Step to the gate that decides it.`;
}

function goalsText({ goals }: Grade, failing: GoalRow | null, stop: Stop | null): string {
  const met = goals.filter(({ isMet }) => isMet).length;
  const tally = `${met} of ${goals.length} ${goals.length === 1 ? 'goal holds' : 'goals hold'}.`;
  if (failing === null) return tally;
  const reason = stop === null ? '' : `: ${stop.reason}`;
  return `${tally} “${failing.title}” ${failing.wants || 'must hold'}${reason}.`;
}

function probesText({ goals, probes }: Grade, failing: GoalRow | null): string {
  const missed = probes.filter(({ isMet }) => !isMet).length;
  const all = goals.length === 1 ? 'The goal holds' : `All ${goals.length} goals hold`;
  const name = failing === null ? '' : ` “${failing.title}” ${failing.wants}.`;
  return `${all}, but ${missed === 1 ? 'one probe does' : `${missed} probes do`} not.${name}`;
}

/** Something unlocked, in words: what it belongs to and what it is. */
export interface UnlockedPlace {
  readonly at: string;
  readonly words: string;
}

/** What resources are called, by their ARNs. */
type Resources = ReadonlyMap<string, { readonly name: string }>;

export function unlockedPlaces(
  edit: readonly Unlocked[],
  resources: Resources = NAMELESS
): readonly UnlockedPlace[] {
  return edit.map(({ at, only }) => ({
    at,
    words: `${placeWords(at, resources)}${only === null ? '' : ONLY[only]}`
  }));
}

const NAMELESS: Resources = new Map();

const ONLY = { remove: ': remove only', add: ': add only', change: ': change only' } as const;

const KINDS: Readonly<Record<string, string>> = {
  inline: 'inline policies',
  trust: 'trust policy',
  boundary: 'permissions boundary',
  policies: 'managed policies',
  groups: 'groups',
  policy: 'policy',
  tags: 'tags',
  scps: 'SCPs',
  rcps: 'RCPs',
  session: 'session policy',
  document: 'document',
  blockPublicAccess: 'Block Public Access'
};

/** `jenkins · trust policy`, of a JSON Pointer into a scenario file. */
export function placeWords(pointer: string, resources: Resources = NAMELESS): string {
  const keys = split(pointer);
  const [section, ...rest] = keys;
  if (section === 'identityCenter') return `Identity Center${rest[0] === undefined ? '' : ` · ${rest[0]}`}`;
  if (section === 'organizations') return organizationWords(rest);
  if (section === 'requests')
    return `the request ${rest[0] ?? ''} · ${KINDS[rest.at(-1) ?? ''] ?? 'what it asks'}`;
  if (section !== 'accounts') return keys.length === 0 ? 'the file' : keys.join(' · ');
  return accountWords(rest, resources);
}

function organizationWords([name = '', ...keys]: readonly string[]): string {
  const units = keys.flatMap((key, i) => (keys[i - 1] === 'units' ? [key] : []));
  const kind = keys.find((key) => key === 'scps' || key === 'rcps');
  const at = keys.indexOf(kind ?? '');
  const policy = kind !== undefined && keys[0] === kind ? keys[at + 1] : undefined;
  const where = units.at(-1) ?? (keys[0] === 'root' ? 'root' : name);
  if (policy !== undefined) return `${kind === 'rcps' ? 'RCP' : 'SCP'} ${policy}`;
  return `${where}${kind === undefined ? '' : ` · ${KINDS[kind] ?? kind}`}`;
}

function accountWords(
  [account = '', section, name, ...keys]: readonly string[],
  resources: Resources
): string {
  if (section === undefined) return `account ${account}`;
  if (name === undefined || section === 'scps' || section === 'rcps') return ofKind(account, section);
  if (section === 'policies') return `policy ${name}`;
  const [kind, policy] = keys;
  const whose = section === 'resources' ? resourceName(name, resources) : name;
  return kind === 'inline' && policy !== undefined ? `${whose} · ${policy}` : ofKind(whose, kind);
}

/** Whose, and what of theirs. */
function ofKind(whose: string, kind: string | undefined): string {
  return kind === undefined ? whose : `${whose} · ${KINDS[kind] ?? kind}`;
}

function resourceName(arn: string, resources: Resources): string {
  return (resources.get(arn)?.name ?? arn.split(':').slice(5).join(':')) || arn;
}
