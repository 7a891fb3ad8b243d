/** Names under their shapes: broken at their joints, shortened only beyond two lines, never two of them alike. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captionLines, captionsApart } from '../../src/lib/graph/caption.ts';
import { captioned } from '../../src/lib/graph/captions.ts';
import { MAX_LABEL, textWidth } from '../../src/lib/graph/label.ts';
import { plainNode } from '../../src/lib/graph/nodes.ts';
import { permissionSetOf } from '../../src/lib/graph/permission-set.ts';

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
  const role = (account: string, set: string, suffix: string, region = '') =>
    `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/${region}AWSReservedSSO_${set}_${suffix}`;
  const power = role('111111111111', 'PowerUser', 'f4d79f816d7e8369');

  test.each([
    [power, 'PowerUser'],
    [role('111111111111', 'Read_Only', '0123456789abcdef', 'eu-west-1/'), 'Read_Only'],
    ['arn:aws:iam::111111111111:role/AWSReservedSSO_PowerUser_f4d79f816d7e8369', null],
    ['arn:aws:iam::111111111111:role/PowerUser', null]
  ])('%s', (arn, set) => {
    expect(permissionSetOf(arn)).toBe(set);
  });

  const nodeOf = (arn: string) =>
    plainNode('role', arn, arn.slice(arn.lastIndexOf('/') + 1), { box: arn.slice(13, 25) });

  test('a role of one reads as it, in every account; its label stays its name', () => {
    const other = role('222222222222', 'PowerUser', 'aaaaaaaaaaaaaaaa');
    const nodes = captioned([nodeOf(power), nodeOf(other)]);
    expect(nodes.map(({ caption }) => caption)).toEqual([['PowerUser'], ['PowerUser']]);
    expect(nodes[0]?.label).toBe('AWSReservedSSO_PowerUser_f4d79f816d7e8369');
  });

  test('two of one set in one account read as their names', () => {
    const twin = role('111111111111', 'PowerUser', 'aaaaaaaaaaaaaaaa');
    const nodes = captioned([nodeOf(power), nodeOf(twin)]);
    expect(nodes.map(({ caption }) => caption?.join() ?? captionLines('').join())).not.toContain('PowerUser');
  });
});
