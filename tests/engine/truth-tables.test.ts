// Tables 5.2, 5.3, 6.1 and 6.2 in full: every form of naming a caller, every silence, at home and abroad.
import { describe, expect, test } from 'vitest';
import {
  ABROAD,
  CALLERS,
  decide,
  FORMS,
  HOME,
  TARGETS,
  toVector,
  type CallerName,
  type FormName,
  type Mark,
  type Situation,
  type TargetName
} from './truth-world.ts';

const MARKS: readonly Mark[] = ['-', 'A', 'n'];
const NONE: readonly Mark[] = ['-'];

/** Who has which policies: users have no session policies, the nameless have none at all. */
const PAPERS: Readonly<Record<CallerName, readonly (readonly Mark[])[]>> = {
  user: [MARKS, MARKS, NONE],
  session: [MARKS, MARKS, MARKS],
  federated: [MARKS, MARKS, MARKS],
  root: [NONE, NONE, NONE],
  service: [NONE, NONE, NONE],
  provider: [NONE, NONE, NONE],
  anonymous: [NONE, NONE, NONE]
};

/** How a form reaches a caller, in the words of table 5.2; a form that is not listed does not reach it. */
type Reach = 'direct' | 'limited' | 'account' | 'alone' | 'none';
const REACH: Readonly<Record<CallerName, Partial<Record<FormName, Reach>>>> = {
  user: {
    user: 'direct',
    userId: 'direct',
    account: 'account',
    accountRoot: 'account',
    star: 'direct',
    awsStar: 'direct'
  },
  session: {
    role: 'limited',
    roleId: 'limited',
    session: 'direct',
    account: 'account',
    accountRoot: 'account',
    star: 'direct',
    awsStar: 'direct'
  },
  federated: {
    user: 'limited',
    federated: 'direct',
    account: 'account',
    accountRoot: 'account',
    star: 'direct',
    awsStar: 'direct'
  },
  root: { account: 'alone', accountRoot: 'alone', star: 'alone', awsStar: 'alone' },
  service: { service: 'alone', star: 'alone', awsStar: 'alone' },
  provider: { provider: 'alone', star: 'alone', awsStar: 'alone' },
  anonymous: { star: 'alone', awsStar: 'alone' }
};

/** reach, identity, boundary, session (each mark that the row covers), result. The first row that fits counts. */
type Row = readonly [Reach | 'any', string, string, string, 'allowed' | 'implicitDeny'];

/** Table 5.3 for resources like queues. A GetFederationToken session without session policy has none to lean on. */
const AT_HOME: readonly Row[] = [
  ['direct', '-An', '-An', '-An', 'allowed'],
  ['alone', '-', '-', '-', 'allowed'],
  ['limited', '-An', '-A', '-A', 'allowed'],
  ['limited', '-An', 'n', '-An', 'implicitDeny'],
  ['limited', '-An', '-An', 'n', 'implicitDeny'],
  ['account', 'A', '-A', '-A', 'allowed'],
  ['account', '-An', '-An', '-An', 'implicitDeny'],
  ['none', 'A', '-A', '-A', 'allowed'],
  ['none', '-An', '-An', '-An', 'implicitDeny']
];
/** EVAL-21, EVAL-22: the same, but the door must have spoken. */
const AT_THE_DOOR: readonly Row[] = [['none', '-An', '-An', '-An', 'implicitDeny'], ...AT_HOME];
/** Table 6.1. */
const FROM_ABROAD: readonly Row[] = [
  ['none', '-An', '-An', '-An', 'implicitDeny'],
  ['alone', '-', '-', '-', 'allowed'],
  ['any', 'A', '-A', '-A', 'allowed'],
  ['any', '-An', '-An', '-An', 'implicitDeny']
];

function expected(rows: readonly Row[], situation: Situation, reach: Reach): string {
  // EVAL-19: for federated users no session policy is as good as a silent one.
  const session = situation.caller === 'federated' && situation.session === '-' ? 'n' : situation.session;
  const row = rows.find(
    ([whom, i, b, s]) =>
      (whom === 'any' || whom === reach) &&
      i.includes(situation.identity) &&
      b.includes(situation.boundary) &&
      s.includes(session)
  );
  if (!row) throw new Error(`no row for ${JSON.stringify(situation)}`);
  return row[4];
}

/** What no table decides: roots rule at home (EVAL-17), and STS takes some calls from nobody (STS-04, 06, 07). */
function exception({ caller, target, owner }: Situation): string | null {
  if (caller === 'root' && target === 'queue' && owner === HOME) return 'allowed';
  const isRefused = ['root', 'federated', 'provider', 'anonymous'].includes(caller);
  return target === 'trust' && isRefused ? 'implicitDeny' : null;
}

const TABLES: readonly (readonly [string, TargetName, string, readonly Row[]])[] = [
  ['5.3 a queue at home', 'queue', HOME, AT_HOME],
  ['5.3 a key at home', 'key', HOME, AT_THE_DOOR],
  ['6.2 a role at home', 'trust', HOME, AT_THE_DOOR],
  ['6.1 a queue abroad', 'queue', ABROAD, FROM_ABROAD],
  ['6.1 a key abroad', 'key', ABROAD, FROM_ABROAD],
  ['6.2 a role abroad', 'trust', ABROAD, FROM_ABROAD]
];

const callers = Object.keys(CALLERS) as CallerName[];
const forms = [null, ...(Object.keys(FORMS) as FormName[])];

function* situations(caller: CallerName, target: TargetName, owner: string): Generator<Situation> {
  const [identities = [], boundaries = [], sessions = []] = PAPERS[caller];
  for (const form of forms)
    for (const identity of identities)
      for (const boundary of boundaries)
        for (const session of sessions) yield { caller, target, owner, form, identity, boundary, session };
}

describe.each(TABLES)('%s', (_name, target, owner, rows) => {
  test.each(callers.map((caller) => [caller]))('%s', (caller) => {
    for (const situation of situations(caller, target, owner)) {
      const reach = situation.form === null ? 'none' : (REACH[caller][situation.form] ?? 'none');
      const isProviderAbroad = caller === 'provider' && owner === ABROAD; // XACC-14
      const isNameless = PAPERS[caller][0] === NONE && reach === 'none';
      const usual = isNameless || isProviderAbroad ? 'implicitDeny' : expected(rows, situation, reach);
      const { outcome, rule } = decide(toVector(situation));
      expect({ ...situation, outcome, rule }).toEqual({
        ...situation,
        outcome: exception(situation) ?? usual,
        rule
      });
    }
  });
});

test('the token of a provider opens the roles of its own account only (XACC-14)', () => {
  const ask = (owner: string) => {
    const vector = toVector({
      caller: 'provider',
      target: 'trust',
      owner,
      form: 'provider',
      identity: '-',
      boundary: '-',
      session: '-'
    });
    const action = 'sts:AssumeRoleWithWebIdentity';
    const resource = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: FORMS.provider, Action: action }]
    };
    return decide({
      ...vector,
      policies: { ...vector.policies, resource },
      request: { ...vector.request, action }
    });
  };
  expect(ask(HOME)).toMatchObject({ outcome: 'allowed', rule: 'XACC-14' });
  expect(ask(ABROAD).outcome).toBe('implicitDeny');
});

describe('the rule that decided', () => {
  const usual = { owner: HOME, identity: 'n', boundary: '-', session: '-' } as const;
  test.each([
    ['EVAL-11', { ...usual, caller: 'user', target: 'queue', form: 'user' }],
    ['EVAL-12', { ...usual, caller: 'session', target: 'queue', form: 'session' }],
    ['EVAL-13', { ...usual, caller: 'session', target: 'queue', form: 'role' }],
    ['EVAL-13', { ...usual, caller: 'session', target: 'queue', form: 'role', session: 'n' }],
    ['EVAL-14', { ...usual, caller: 'federated', target: 'queue', form: 'federated' }],
    ['EVAL-14', { ...usual, caller: 'user', target: 'queue', form: 'star' }],
    ['EVAL-15', { ...usual, caller: 'federated', target: 'queue', form: 'user', session: 'A' }],
    ['EVAL-15', { ...usual, caller: 'federated', target: 'key', form: 'user' }],
    ['EVAL-16', { ...usual, caller: 'user', target: 'queue', form: 'account', identity: 'A' }],
    ['EVAL-17', { ...usual, caller: 'root', target: 'queue', form: null, identity: '-' }],
    ['EVAL-18', { ...usual, caller: 'service', target: 'queue', form: 'service', identity: '-' }],
    ['EVAL-18b', { ...usual, caller: 'user', target: 'queue', form: null, identity: 'A', boundary: 'n' }],
    ['EVAL-19', { ...usual, caller: 'session', target: 'queue', form: null, identity: 'A', session: 'n' }],
    ['EVAL-21', { ...usual, caller: 'session', target: 'trust', form: 'role' }],
    ['EVAL-22', { ...usual, caller: 'root', target: 'key', form: null, identity: '-' }],
    ['XACC-01', { ...usual, caller: 'user', target: 'queue', form: 'user', identity: 'A', owner: ABROAD }],
    ['XACC-07', { ...usual, caller: 'root', target: 'key', form: 'account', identity: '-', owner: ABROAD }],
    ['XACC-09', { ...usual, caller: 'user', target: 'trust', form: 'account', identity: 'A', owner: ABROAD }],
    ['XACC-12', { ...usual, caller: 'service', target: 'trust', form: 'service', identity: '-' }]
  ] as const satisfies readonly (readonly [string, Situation])[])('%s', (rule, situation) => {
    expect(decide(toVector(situation)).rule).toBe(rule);
  });
});

test('every table asks for something', () => {
  expect(new Set(TABLES.map(([, target]) => TARGETS[target].action)).size).toBe(3);
});
