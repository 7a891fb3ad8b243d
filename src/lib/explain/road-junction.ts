/**
 * How the two lanes of a road join, and the lesson of it: the word in the sign, the reason below it, the question a
 * reader asks there with its answer and rules, and the one by-pass. Bare names only; it knows no world.
 */
import type { Evaluation, Grant, Junction, PolicyTypeStep, RuleId } from '../engine/trace.ts';
import { isBypassed, isDirect, isLimited } from './bypass.ts';
import { layerOf } from './context.ts';
import { doorKind } from './door.ts';

export interface RoadJunction {
  readonly kind: Junction;
  readonly word: string;
  /** Below the sign: `two accounts: both must say yes`. */
  readonly reason: string;
  /** Who spoke, once both lanes are read; empty where nobody let the caller in. */
  readonly outcome: string;
  /** Whether the door hands the question to the caller's account instead of naming the caller. */
  readonly isHandedOver: boolean;
  readonly lesson: Lesson;
}

/** A question and its answer, with the rules it rests on, the first of them foremost. */
export interface Lesson {
  readonly question: string;
  readonly answer: readonly string[];
  readonly rules: readonly RuleId[];
}

/** The track past the silence of layers on the caller's side (EVAL-11, EVAL-12, EVAL-14). */
export interface RoadBypass {
  /** Id of the gate it leaves the lower lane at. */
  readonly from: string;
  /** Ids of the gates it goes past. */
  readonly past: readonly string[];
  /** Whether the call needed it: one of these gates is silent. */
  readonly isUsed: boolean;
  /** In a few words, and in full. */
  readonly words: string;
  readonly why: string;
}

/** How the lanes of an evaluation join. */
export function junctionOf(evaluation: Evaluation): RoadJunction {
  const { junction: kind } = evaluation;
  const isHandedOver = kind === 'door' && layerOf(evaluation, 'resource')?.grant === 'account';
  const said = { outcome: outcomeOf(evaluation), isHandedOver, lesson: lessonOf(evaluation) };
  return { kind, ...SIGNS[kind](evaluation), ...said };
}

type Sign = (evaluation: Evaluation) => { readonly word: string; readonly reason: string };

const SIGNS: Readonly<Record<Junction, Sign>> = {
  and: () => ({ word: 'AND', reason: 'two accounts: both must say yes' }),
  or: (evaluation) => ({
    word: 'OR',
    reason: hasCeiling(evaluation) ? 'one yes will do, within every ceiling' : 'one account: one yes will do'
  }),
  door: () => ({ word: 'DOOR', reason: 'the door must speak: for you, or to your account' }),
  resource: ({ request }) => ({
    word: 'ALONE',
    reason:
      request.caller.kind === 'root'
        ? 'root abroad: the door alone decides'
        : 'no papers of its own: the door alone decides'
  }),
  root: () => ({ word: 'ROOT', reason: 'the root user needs no paper at home' })
};

function hasCeiling({ steps }: Evaluation): boolean {
  return steps.some(
    (step) => step.kind === 'policyType' && !isGiver(step) && step.outcome !== 'notApplicable'
  );
}

function isGiver(step: PolicyTypeStep): boolean {
  return step.type === 'identity' || step.type === 'resource';
}

/** Who let the caller in: only what the layers themselves found. */
function outcomeOf(evaluation: Evaluation): string {
  const door = layerOf(evaluation, 'resource');
  const isOpen = door?.outcome === 'allowed';
  const isLet = layerOf(evaluation, 'identity')?.outcome === 'allowed';
  switch (evaluation.junction) {
    case 'and':
      return BOTH[`${isOpen} ${isLet}`];
    case 'or':
      return BOTH_AT_HOME[`${isOpen && door.grant !== 'account'} ${isLet}`];
    case 'door':
      if (!isOpen) return '';
      return door.grant === 'account' ? 'it hands the question over' : 'it names you';
    case 'resource':
      return isOpen ? 'the door says yes' : '';
    case 'root':
      return '';
  }
}

/** The door's word first, then the caller's side. */
type Words = Readonly<Record<`${boolean} ${boolean}`, string>>;
const BOTH: Words = {
  'true true': 'both say yes',
  'true false': 'only the door says yes',
  'false true': 'only the caller’s side says yes',
  'false false': 'neither says yes'
};
const BOTH_AT_HOME: Words = {
  ...BOTH,
  'true false': 'the door says yes',
  'false true': 'its own papers say yes'
};

/** Null where nothing is gone past: other junctions, and grants that boundary and session policy limit (EVAL-13). */
export function bypassOf(evaluation: Evaluation): RoadBypass | null {
  const door = layerOf(evaluation, 'resource');
  if (!door || door.outcome !== 'allowed' || evaluation.junction !== 'or' || !isDirect(door.grant))
    return null;
  const past = (['identity', 'boundary', 'session'] as const).flatMap(
    (type) => layerOf(evaluation, type) ?? []
  );
  if (past.length === 0) return null;
  const [words, why] = BYPASSES[door.grant] ?? ['by-pass', ''];
  return {
    from: door.id,
    past: past.map(({ id }) => id),
    isUsed: past.some((step) => isBypassed(step, evaluation)),
    words,
    why
  };
}

const PAST =
  'so what the caller’s own policies, boundary and session policy leave out does not count; only a Deny would.';

const BYPASSES: Readonly<Partial<Record<Grant, readonly [words: string, why: string]>>> = {
  user: ['by-pass: it names the user itself', `The resource’s policy names the user itself, ${PAST}`],
  session: ['by-pass: it names this very session', `The resource’s policy names this very session, ${PAST}`],
  everyone: ['by-pass: it lets everyone in', `The resource’s policy lets everyone in, ${PAST}`]
};

function lessonOf(evaluation: Evaluation): Lesson {
  switch (evaluation.junction) {
    case 'and':
      return ABROAD;
    case 'or':
      return atHome(evaluation);
    case 'door':
      return doorKind(evaluation.request) === 'key' ? KEY : TRUST;
    case 'resource':
      return alone(evaluation);
    case 'root':
      return ROOT;
  }
}

/** XACC-01 to XACC-04. */
const ABROAD: Lesson = {
  question: 'Why is one yes not enough?',
  answer: [
    'Caller and resource are of two accounts, and neither decides for the other. The resource’s account says who may come in, the caller’s account says what its own people may ask for. Both have to allow it.',
    'However the resource’s policy names the caller, in person or by account, the caller’s own policies must allow the call too. A Deny on either side ends it.'
  ],
  rules: ['XACC-01', 'XACC-03', 'XACC-02']
};

/** EVAL-10 to EVAL-16. */
function atHome(evaluation: Evaluation): Lesson {
  const grant = layerOf(evaluation, 'resource')?.grant ?? null;
  const answer = [
    'Caller and resource are of one account, and either side may speak for it: an Allow in the caller’s identity-based policies or in the resource’s policy is enough.',
    'SCPs, RCPs, a permissions boundary and a session policy are ceilings: they never allow anything by themselves, and what they leave out stays out.'
  ];
  if (isDirect(grant)) {
    return {
      question: 'What is the by-pass?',
      answer: [...answer, BYPASSES[grant]?.[1] ?? ''],
      rules: ['EVAL-10', grant === 'user' ? 'EVAL-11' : grant === 'session' ? 'EVAL-12' : 'EVAL-14']
    };
  }
  if (isLimited(evaluation)) {
    return {
      question: 'Why not past the boundary?',
      answer: [
        ...answer,
        grant === 'issuer'
          ? 'The resource’s policy names the user who issued the session: no identity-based policy is needed, but a boundary and a session policy must allow it as well.'
          : 'The resource’s policy names the role, not the session: no identity-based policy is needed, but a boundary and a session policy must allow it as well.'
      ],
      rules: ['EVAL-10', grant === 'issuer' ? 'EVAL-15' : 'EVAL-13']
    };
  }
  return { question: 'Why is one yes enough?', answer, rules: ['EVAL-10', 'EVAL-18b'] };
}

/** EVAL-21: a role's trust policy. */
const TRUST: Lesson = {
  question: 'Why must the door speak?',
  answer: [
    'Nobody becomes a role unless its trust policy says so: no administrator, not even the root user.',
    'At home the trust policy may name you, and then its word is enough. Or it names your account: then it hands the question over, and your own policies must allow sts:AssumeRole.'
  ],
  rules: ['EVAL-21', 'EVAL-16']
};

/** EVAL-22: a KMS key's policy. */
const KEY: Lesson = {
  question: 'Why must the door speak?',
  answer: [
    'Nobody uses a KMS key unless its key policy says so: no administrator, not even the root user of its account.',
    'The key policy may name you, and then its word is enough. Or it names your account: then it hands the question over, and your own policies must allow the call. A grant is an Allow besides.'
  ],
  rules: ['EVAL-22', 'SVC-04']
};

/** EVAL-18, XACC-07, XACC-12, XACC-14. */
function alone({ request }: Evaluation): Lesson {
  const question = 'Why does the door alone decide?';
  const { caller } = request;
  if (caller.kind === 'root') {
    return {
      question,
      answer: [
        'A root user has no identity-based policies. In its own account it needs none; in another account the resource’s policy has to let it in.'
      ],
      rules: ['XACC-07']
    };
  }
  return {
    question,
    answer: [
      'AWS services, identity providers and anonymous callers have no identity-based policies, so nothing on their side could allow or refuse. The resource’s policy has to let them in, within the RCPs above it.'
    ],
    rules: ['EVAL-18']
  };
}

/** EVAL-17. */
const ROOT: Lesson = {
  question: 'Why does root need no paper?',
  answer: [
    'The root user of an account may do everything in it. No identity-based policy has to allow it, and no permissions boundary limits it.',
    'What can stop it: an SCP, an RCP, an endpoint policy, or a Deny in the resource’s own policy.'
  ],
  rules: ['EVAL-17']
};
