// Every statement of every shipped scenario as a sentence, and the sentences that are easily got wrong.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readsAs } from '../../src/lib/explain/reads-as.ts';
import type { Bearing, ReadsAs } from '../../src/lib/explain/reads-as-part.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { locate } from '../../src/lib/policy/locate.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { World } from '../../src/lib/world/world.ts';
import { document, type Said } from '../support/document.ts';
import { WORLD } from './world.ts';

const folder = new URL('../../scenarios/', import.meta.url);

function worldOf(name: string): World {
  const { value } = parseScenario({ name, text: readFileSync(new URL(name, folder), 'utf8') });
  if (!value) throw new Error(`${name} cannot be read`);
  return value.world;
}

/** How each policy of a world hangs, as the page has it. */
function bearings(world: World): readonly (Bearing & { readonly id: string })[] {
  const words = toWords(world);
  return [...world.papers.values()].map(({ id, origin }) => {
    const held = world.attachments.filter(({ policy }) => policy === id);
    return { id, type: held[0]?.type ?? null, origin, targets: held.map(({ target }) => target), words };
  });
}

function textOf({ parts }: ReadsAs): string {
  return parts.map(({ text }) => text).join('');
}

const spoken = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => {
    const world = worldOf(name);
    return bearings(world).flatMap((bearing) => {
      const policy = [...world.policies].find(([id]) => id === bearing.id)?.[1];
      return (policy?.statements ?? []).map((statement) => ({
        at: `${name} ${bearing.id}${statement.path}`,
        policy,
        statement,
        read: readsAs(statement, bearing)
      }));
    });
  });

describe('every statement of the shipped scenarios', () => {
  test('there are many', () => {
    expect(spoken.length).toBeGreaterThan(40);
  });

  test.each(spoken)('$at is one sound sentence', ({ statement, read }) => {
    const text = textOf(read);
    expect(text).toMatch(/^(?:Let|Never let|Leave room for) \S.*[^ .]\.$/);
    expect(text).not.toMatch(/ {2}|undefined|\bnull\b| ,|,,| \.|\n/);
    expect(text.startsWith('Never')).toBe(statement.effect === 'Deny');
    expect(text).toMatch(statement.conditions.length > 0 ? / when / : /^(?!.* when )/);
  });

  test.each(spoken)('$at says each element it has, once, with its place', ({ statement, policy, read }) => {
    const said = read.parts.flatMap(({ element }) => element ?? []);
    const has = [
      'Effect',
      ...(statement.principal ? ['Principal'] : []),
      'Action',
      ...(statement.resource ? ['Resource'] : []),
      ...statement.conditions.map(() => 'Condition')
    ];
    expect(said).toEqual(has);
    for (const { path } of read.parts)
      if (path !== null) expect(policy && locate(policy, path), path).not.toBeNull();
  });

  test.each(spoken)('$at leaves no value out of what can be read on', ({ statement, read }) => {
    const all = new Set(read.parts.flatMap((part) => part.all));
    for (const { text } of [...statement.action.patterns, ...(statement.resource?.patterns ?? [])])
      expect(all).toContain(text);
  });
});

const words = toWords(WORLD);
const DANA = 'arn:aws:iam::111111111111:user/dana';
const PLAIN: Bearing = { type: 'identity', origin: 'inline', targets: [DANA], words };
const BUCKET: Bearing = { ...PLAIN, type: 'resource', origin: 'resource', targets: ['arn:aws:s3:::app'] };
const TRUST: Bearing = {
  ...BUCKET,
  origin: 'trust',
  targets: ['arn:aws:iam::222222222222:role/deploy']
};
const SCP: Bearing = { ...PLAIN, type: 'scp', origin: 'scp', targets: [] };
const ONE = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } as const;
const NO = { Effect: 'Deny', Resource: '*' } as const;

function say(said: Said, bearing: Bearing = PLAIN) {
  const [statement] = document([said]).statements;
  if (!statement) throw new Error('no statement');
  const read = readsAs(statement, bearing);
  return { text: textOf(read), notes: read.notes.join(' '), read };
}

describe('what is easily read otherwise', () => {
  const when = (Condition: NonNullable<Said['Condition']>) =>
    say({ ...ONE, Condition }).text.split('only when ')[1];

  test.each([
    // COND-10 to COND-13: what a missing key does
    [{ StringEquals: { k: 'a' } }, 'k is a.'],
    [{ StringNotEquals: { k: 'a' } }, 'k is not a (or is missing).'],
    [{ StringNotEquals: { k: ['a', 'b'] } }, 'k is none of a or b (or is missing).'],
    [{ StringEqualsIfExists: { k: 'a' } }, 'k is a (or is missing).'],
    [{ Null: { k: 'true' } }, 'k is missing.'],
    [{ Null: { k: 'false' } }, 'k is there.'],
    [{ Null: { k: ['true', 'false'] } }, 'k is there or missing.'],
    // COND-15
    [{ 'ForAllValues:Null': { k: 'true' } }, 'anything holds of k.'],
    [{ 'ForAnyValue:Null': { k: 'true' } }, 'what never holds of k.'],
    // COND-50 to COND-57
    [{ 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, 'every value of k is a or b (or there is none).'],
    [{ 'ForAllValues:StringNotEquals': { k: ['a', 'b'] } }, 'no value of k is a or b.'],
    [{ 'ForAnyValue:StringEquals': { k: ['a', 'b'] } }, 'some value of k is a or b.'],
    [{ 'ForAnyValue:StringNotEquals': { k: ['a', 'b'] } }, 'some value of k is none of a or b.'],
    [{ 'ForAnyValue:StringLikeIfExists': { k: 'a*' } }, 'some value of k is like a* (or there is none).'],
    // COND-16
    [{ StringEquals: { k: [] } }, 'k is one of an empty list.'],
    // Wildcards count only where they stand, and only for Like (COND-20, COND-21).
    [{ StringLike: { k: 'a' } }, 'k is a.'],
    [{ StringLike: { k: 'a*' } }, 'k is like a*.'],
    [{ NumericLessThan: { 'aws:MultiFactorAuthAge': '60' } }, 'aws:MultiFactorAuthAge is under 60.'],
    [
      { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
      'the caller’s address lies outside of 10.0.0.0/8 (or is missing).'
    ],
    [{ ArnLike: { 'aws:PrincipalArn': DANA } }, 'the caller’s ARN is dana@tools.'],
    [{ Bool: { a: 'true' }, StringEquals: { b: 'c' } }, 'a is true, and b is c.'],
    [{ Odd: { k: 'a' } }, 'k meets Odd a.']
  ])('%j', (condition, told) => {
    expect(when(condition as NonNullable<Said['Condition']>)).toBe(told);
  });

  test.each<[string, Said, Bearing, string, RegExp | null]>([
    [
      'ACT-06 Deny',
      { ...NO, NotAction: ['iam:*', 'sts:*'] },
      SCP,
      'Never let anyone below do anything but iam:* and sts:* on anything.',
      /only spared/
    ],
    [
      'ACT-06 Allow',
      { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
      PLAIN,
      'Let dana@tools do anything but iam:* on anything.',
      /every other action/
    ],
    [
      'RES-08',
      { Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::app/*' },
      PLAIN,
      'Let dana@tools call s3:* on anything but everything in app.',
      /every other resource/
    ],
    [
      'PRIN-21',
      { ...NO, NotPrincipal: { AWS: DANA }, Action: '*' },
      BUCKET,
      'Never let anyone but dana, a user of tools, do anything on anything.',
      null
    ],
    [
      'PRIN-20',
      { ...ONE, NotPrincipal: { AWS: DANA } },
      BUCKET,
      'Let everyone but dana, a user of tools, call s3:GetObject on anything.',
      /not listed is let in/
    ],
    [
      'PRIN-01',
      { ...ONE, Principal: '*' },
      BUCKET,
      'Let everyone call s3:GetObject on anything.',
      /strangers/
    ],
    [
      'PRIN-02',
      { ...ONE, Principal: { AWS: '111111111111' } },
      BUCKET,
      'Let account tools call s3:GetObject on anything.',
      /its own policies/
    ],
    [
      'PRIN-02 Deny',
      { ...NO, Action: 's3:*', Principal: { AWS: 'arn:aws:iam::111111111111:root' } },
      BUCKET,
      'Never let anyone of account tools call s3:* on anything.',
      null
    ],
    [
      'EVAL-18b',
      ONE,
      { ...PLAIN, type: 'boundary' },
      'Leave room for dana@tools to call s3:GetObject on anything.',
      null
    ],
    ['GRAM-14', { ...ONE, Action: [] }, PLAIN, 'Let dana@tools do nothing on anything.', /empty/],
    [
      'SVC-01',
      { Effect: 'Allow', Principal: { AWS: DANA }, Action: ['sts:AssumeRole', 'sts:TagSession'] },
      TRUST,
      'Let dana, a user of tools, become deploy, with sts:TagSession.',
      null
    ],
    [
      'VAR-01',
      { ...ONE, Resource: 'arn:aws:s3:::app/${aws:username}/*' },
      PLAIN,
      'Let dana@tools call s3:GetObject on app/${aws:username}/*.',
      /filled in/
    ]
  ])('%s', (_, said, bearing, text, note) => {
    const told = say(said, bearing);
    expect(told.text).toBe(text);
    if (note === null) expect(told.notes).toBe('');
    else expect(told.notes).toMatch(note);
  });

  test('a long list is cut, and can be read on', () => {
    const Action = Array.from({ length: 9 }, (_, at) => `s3:Get${String(at)}`);
    const { text, read } = say({ ...ONE, Action });
    expect(text).toContain('s3:Get0, s3:Get1, s3:Get2 and 6 more');
    expect(read.parts.find(({ element }) => element === 'Action')?.all).toEqual(Action);
  });
});

describe('the management account below an SCP', () => {
  const exempt = ['111111111111'];
  test.each([
    ['a Deny', { Effect: 'Deny', Action: 's3:*', Resource: '*' }, exempt, true],
    ['an Allow of some actions', ONE, exempt, true],
    ['an Allow of everything', { Effect: 'Allow', Action: '*', Resource: '*' }, exempt, false],
    ['no management account', ONE, [], false]
  ] as const)('%s', (_, said, ids, isSaid) => {
    const { notes } = say(said, { ...SCP, exempt: ids });
    expect(notes.includes('is exempt: it is the management account.')).toBe(isSaid);
  });
});
