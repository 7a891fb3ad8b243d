/** Names under their shapes: broken at their joints, shortened only beyond two lines, never two of them alike. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captionLines, captionsApart, wrapParts } from '../../src/lib/graph/caption.ts';
import { captioned } from '../../src/lib/graph/captions.ts';
import { MAX_LABEL, textWidth } from '../../src/lib/graph/label.ts';
import { unlistedPrincipal } from '../../src/lib/graph/nodes.ts';
import { newWorld } from '../../src/lib/world/new-world.ts';

describe('lines', () => {
  test.each([
    ['', []],
    ['dana', ['dana']],
    ['AmazonEC2ReadOnlyAccess', ['AmazonEC2', 'ReadOnlyAccess']],
    ['AmazonEC2FullAccess', ['AmazonEC2', 'FullAccess']],
    ['AdministratorAccess', ['Administrator', 'Access']],
    ['my-app-bucket-archive', ['my-app-', 'bucket-archive']],
    ['everything within Glass', ['everything', 'within Glass']],
    ['AROAEXAMPLEOLDJENKINS', ['AROAEXAMPL', 'EOLDJENKINS']],
    ['/teams/blue/2024invoices', ['/teams/blue/', '2024invoices']]
  ])('%s', (text, lines) => {
    expect(captionLines(text)).toEqual(lines);
  });

  test('what is too long for two begins as it begins and ends as it ends', () => {
    const [first = '', second = ''] = captionLines(
      'AWSServiceRoleForSomethingLong-with-a-tail-and-more-of-it'
    );
    expect(first).toBe('AWSServiceRole');
    expect(second).toMatch(/^ForSom.*….*of-it$/);
  });

  test('at most two lines, no wider than there is room, and all of a text that is not shortened', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const lines = captionLines(text);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(MAX_LABEL);
        const isWhole = !lines.some((line) => line.includes('…'));
        if (isWhole) expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
      { seed: 11, numRuns: 400 }
    );
  });

  test('a name of a million letters is done in no time', () => {
    expect(captionLines('ab-'.repeat(400_000)).length).toBe(2);
  });
});

describe('apart', () => {
  const [x, y] = ['x'.repeat(60), 'y'.repeat(60)];

  test.each([
    ['names that differ where they are shortened', [`${x}a${y}`, `${x}b${y}`]],
    [
      'three of them, two of which differ later',
      [`${x}a${y}`, `${x}b${y}`, `${x}a${'y'.repeat(30)}k${'y'.repeat(29)}`]
    ],
    ['one that is the beginning of the other', [`${x}${y}`, `${x}${y}${y}`]]
  ])('%s', (_, names) => {
    expect(new Set(names.map((name) => captionLines(name).join())).size).toBeLessThan(names.length);
    const apart = captionsApart([...names, 'dana']);
    expect([...apart.keys()].sort()).toEqual([...names].sort());
    const drawn = names.map((name) => (apart.get(name) ?? []).join('\n'));
    expect(new Set(drawn).size).toBe(names.length);
    for (const line of drawn.flatMap((lines) => lines.split('\n')))
      expect(textWidth(line)).toBeLessThanOrEqual(MAX_LABEL);
  });

  test('whatever the names, none of two different ones reads like the other', () => {
    const long = fc.array(fc.constantFrom('a', 'b', 'Team', '-'), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(fc.array(long, { minLength: 2, maxLength: 6 }), (parts) => {
        const names = [...new Set(parts.map((part) => part.join('')))];
        const apart = captionsApart(names);
        const drawn = names.map((name) => (apart.get(name) ?? captionLines(name)).join('\n'));
        expect(new Set(drawn).size).toBe(names.length);
      }),
      { seed: 5, numRuns: 300 }
    );
  });
});

describe('permission sets', () => {
  const role = (account: string, suffix: string) =>
    `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_PowerUser_${suffix}`;
  const power = role('111111111111', 'f4d79f816d7e8369');
  const world = newWorld(0);
  const nodeOf = (arn: string) => ({ ...unlistedPrincipal(world, arn), box: arn.slice(13, 25) });

  test('a role of one is called so, in every account; the name stays beside it', () => {
    const nodes = captioned([nodeOf(power), nodeOf(role('222222222222', 'aaaaaaaaaaaaaaaa'))]);
    expect(nodes.map(({ label }) => label)).toEqual(['PowerUser', 'PowerUser']);
    expect(nodes[0]?.whole).toBe('AWSReservedSSO_PowerUser_f4d79f816d7e8369');
  });

  test('two of one set in one account are called by their names', () => {
    const nodes = captioned([nodeOf(power), nodeOf(role('111111111111', 'aaaaaaaaaaaaaaaa'))]);
    expect(nodes.map(({ label, whole }) => [label, whole])).toEqual([
      ['AWSReservedSSO_PowerUser_f4d79f816d7e8369', undefined],
      ['AWSReservedSSO_PowerUser_aaaaaaaaaaaaaaaa', undefined]
    ]);
    expect(new Set(nodes.map(({ caption, label }) => (caption ?? captionLines(label)).join('\n'))).size).toBe(
      2
    );
  });
});

describe('where a name may wrap in a list', () => {
  test.each([
    ['prod-deploy', 'prod-deploy'],
    ['AmazonS3ReadOnlyAccess', 'Amazon|S3|Read|Only|Access'],
    ['arn:aws:iam::111111111111:role/ci/deploy', 'arn:|aws:|iam::|111111111111:|role/|ci/|deploy'],
    ['customer-data-2024-archive', 'customer-|data-|2024-|archive'],
    ['\u202edetrevni si siht, all of it', '\u202edetrevni si siht, all of it'], // cut, its pieces would read backwards
    ['مرحبا (12:30) שלום', 'مرحبا (12:30) שלום']
  ])('%s: %s', (name, parts) => {
    expect(wrapParts(name).join('|')).toBe(parts);
  });
});
