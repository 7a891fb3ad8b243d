/** What differs between two files: by what they say, in the words of the house, and never more than one can read. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences } from '../../src/lib/share/changes.ts';
import { lineDiff } from '../../src/lib/share/line-diff.ts';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const SHIPPED = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const text = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

const ALLOW = '{ "Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*" }';
const BASE = `
bouncer: 1
title: T
accounts:
  prod:
    id: '111111111111'
    scps: [FullAWSAccess]
    roles:
      deploy:
        trust: |
          { "Version": "2012-10-17",
            "Statement": [ { "Sid": "Enter", "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" } ] }
        inline: { Read: { Version: '2012-10-17', Statement: [${ALLOW}] } }
    resources:
      arn:aws:s3:::b: { policy: { Statement: { Effect: Allow } } }
requests:
  r: { principal: a, action: b, context: { aws:x: null, aws:y: [a, b] } }
layout: { n: { x: 1, y: 2 }, m: { x: 3, y: 4 } }
`;

/** Each difference on a line. */
function told(change: (base: string) => string): readonly string[] {
  const { list, more } = differences({ name: 'a.yaml', text: BASE }, { name: 'b.yaml', text: change(BASE) });
  expect(more).toBe(0);
  return list.map(({ kind, title, before, after }) => `${kind} ${title}: ${before ?? '–'} → ${after ?? '–'}`);
}

const swap = (from: string, to: string) => (base: string) => {
  expect(base).toContain(from);
  return base.replaceAll(from, to);
};

test.each<[string, string, string, readonly string[]]>([
  ['a text', 'title: T', 'title: U', ['changed title: T → U']],
  [
    'a token of a policy in a block',
    '"Principal": "*"',
    '"Principal": { "AWS": "222222222222" }',
    [
      'changed prod › role deploy › trust policy › statement Enter › Principal: * → {\n  "AWS": "222222222222"\n}'
    ]
  ],
  [
    'one more in a list',
    '["s3:GetObject"]',
    '["s3:GetObject", "s3:PutObject"]',
    ['added prod › role deploy › policy Read › statement Read › Action › item 2: – → s3:PutObject']
  ],
  [
    'one instead of another in a list',
    '[FullAWSAccess]',
    '[Other]',
    ['added prod › SCP 1: – → Other', 'removed prod › SCP 1: FullAWSAccess → –']
  ],
  [
    'a statement before another',
    `[${ALLOW}]`,
    `[{ "Sid": "New", "Effect": "Deny" }, ${ALLOW}]`,
    ['added prod › role deploy › policy Read › statement New: – → {\n  "Sid": "New",\n  "Effect": "Deny"\n}']
  ],
  [
    'a resource policy',
    'Effect: Allow }',
    'Effect: Deny }',
    ['changed prod › arn:aws:s3:::b › resource policy › Statement › Effect: Allow → Deny']
  ],
  [
    'a word that is no null any more',
    'aws:x: null',
    "aws:x: 'null'",
    ['changed request r › aws:x: null → null']
  ],
  [
    'a context key',
    'aws:y: [a, b]',
    'aws:z: c',
    ['added request r › aws:z: – → c', 'removed request r › aws:y: [\n  "a",\n  "b"\n] → –']
  ],
  [
    'a policy that is no JSON any more',
    '"Action": "sts:AssumeRole" } ]',
    '"Action": "sts:AssumeRole" ]',
    [expect.stringMatching(/^changed prod › role deploy › trust policy: \{\n {2}"Version"/) as string]
  ],
  [
    'however many places',
    'x: 1, y: 2 }, m: { x: 3',
    'x: 9, y: 9 }, m: { x: 9',
    [expect.stringMatching(/^changed places in the drawing: /) as string]
  ]
])('%s', (_name, from, to, expected) => {
  expect(told(swap(from, to))).toEqual(expected);
});

describe('no difference', () => {
  test.each<[string, (base: string) => string]>([
    ['none', (base) => base],
    ['line ends and comments', (base) => `# hello\r\n${base.replaceAll('\n', '\r\n')}`],
    ['quotes', swap('title: T', "title: 'T'")],
    [
      'a policy in a block or out of it',
      swap(
        `{ Version: '2012-10-17', Statement: [${ALLOW}] }`,
        `'{"Version":"2012-10-17","Statement":[${ALLOW}]}'`
      )
    ],
    ['the indentation of a policy', swap('"Statement": [ {', '"Statement": [\n            {')],
    ['the order of keys', swap('principal: a, action: b', 'action: b, principal: a')]
  ])('%s', (_name, change) => {
    expect(told(change)).toEqual([]);
  });

  test.each(SHIPPED)('%s and itself with a comment', (name) => {
    const before = { name, text: text(name) };
    expect(differences(before, { name, text: `${before.text}\n# more\n` })).toEqual({ list: [], more: 0 });
  });
});

test('a file that cannot be read differs as a whole', () => {
  const { list } = differences({ name: 'a.yaml', text: BASE }, { name: 'a.yaml', text: 'a: [' });
  expect(list).toEqual([
    {
      pointer: '',
      kind: 'changed',
      title: 'the whole file, which cannot be read',
      before: BASE,
      after: 'a: [',
      back: null
    }
  ]);
});

test('after the first 200 they are only counted', () => {
  const keys = (value: string) =>
    Array.from({ length: 350 }, (_, at) => `k${String(at)}: ${value}`).join('\n');
  const { list, more } = differences(
    { name: 'a.yaml', text: keys('a') },
    { name: 'b.yaml', text: keys('b') }
  );
  expect([list.length, more]).toEqual([200, 150]);
});

test('very long lists with nothing in common end', () => {
  const list = (start: number) =>
    JSON.stringify(Array.from({ length: 100_000 }, (_, at) => `x${String(start + at)}`));
  const found = differences({ name: 'a.json', text: list(0) }, { name: 'b.json', text: list(200_000) });
  expect(found.list).toHaveLength(200);
});

describe('laws', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const asFile = (data: unknown) => ({ name: 'x.json', text: JSON.stringify(data) });

  test('none from a file to itself, however it is laid out', () => {
    fc.assert(
      fc.property(value, (data) => {
        const pretty = { name: 'x.json', text: JSON.stringify(data, null, 3) };
        expect(differences(asFile(data), pretty)).toEqual({ list: [], more: 0 });
      })
    );
  });

  test('there and back: what was added is removed, as many as before', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const count = (x: unknown, y: unknown, kind: string) =>
          differences(asFile(x), asFile(y)).list.filter((one) => one.kind === kind).length;
        expect(count(a, b, 'added')).toBe(count(b, a, 'removed'));
        expect(count(a, b, 'changed')).toBe(count(b, a, 'changed'));
      })
    );
  });
});

describe('line by line', () => {
  const show = (before: string, after: string) =>
    lineDiff(before, after).map((line) =>
      line.kind === 'skipped'
        ? `… ${String(line.count)}`
        : `${{ same: ' ', added: '+', removed: '-' }[line.kind]}${line.text}`
    );

  test.each([
    ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['', 'a', ['+a']],
    ['a\n', '', ['-a']],
    ['a\r\nb', 'a\nb\n', ['… 2']],
    ['1\n2\n3\n4\n5\n6\n7', '1\n2\n3\n4\n5\n6\n7\n8', ['… 5', ' 6', ' 7', '+8']],
    ['a\nb\nc\na\nb\nb\na', 'c\nb\na\nb\na\nc', ['-a', '-b', ' c', '+b', ' a', ' b', '-b', ' a', '+c']]
  ])('%j to %j', (before, after, expected) => {
    expect(show(before, after)).toEqual(expected);
  });

  test('what stays and goes is the first text, what stays and comes the second', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const diff = lineDiff(a.join('\n'), b.join('\n'));
        const length = (kind: string) =>
          diff.reduce((sum, line) => {
            if (line.kind === 'skipped') return sum + line.count;
            return sum + (line.kind === 'same' || line.kind === kind ? 1 : 0);
          }, 0);
        expect([length('removed'), length('added')]).toEqual([a.length, b.length]);
        for (const line of diff) {
          if (line.kind === 'removed') expect(a).toContain(line.text);
          if (line.kind === 'added') expect(b).toContain(line.text);
        }
      })
    );
  });

  test('of a long line the beginning is shown', () => {
    expect(lineDiff('', 'x'.repeat(10_000))).toEqual([{ kind: 'added', text: `${'x'.repeat(500)}…` }]);
  });

  test('long texts with nothing in common are cut', () => {
    const long = (char: string) =>
      Array.from({ length: 50_000 }, (_, at) => `${char}${String(at)}`).join('\n');
    const diff = lineDiff(long('a'), long('b'));
    expect(diff).toHaveLength(201);
    expect(diff.at(-1)).toEqual({ kind: 'skipped', count: 99_800 });
  });
});
