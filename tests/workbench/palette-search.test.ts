/** What the palette finds, and in which order. */
import { expect, test } from 'vitest';
import { cut, rank, type Findable } from '../../src/lib/workbench/palette-search.ts';
import { withRecent } from '../../src/lib/workbench/palette-items.ts';
import { placeAfter } from '../../src/lib/workbench/palette-walk.ts';

const item = (title: string, more = ''): Findable => ({ id: title, title, more });

const ITEMS = [
  item('To the verdict', 'go to'),
  item('Share', 'link'),
  item('prod-deploy', 'role in prod'),
  item('deploy-web', 'policy in prod'),
  item('deploy', 'request, allowed'),
  item('redeploys', 'role in tools'),
  item('dana', 'user in tools')
];

const titles = (text: string, recent: readonly string[] = []) =>
  rank(ITEMS, text, { recent, most: 40 }).map((found) => found.item.title);

test.each([
  ['deploy', ['deploy', 'deploy-web', 'prod-deploy', 'redeploys']], // whole, beginning, word, part
  ['DEPLOY', ['deploy', 'deploy-web', 'prod-deploy', 'redeploys']],
  ['prod deploy', ['prod-deploy', 'deploy-web']],
  ['role tools', ['redeploys']],
  ['pdep', ['prod-deploy']], // scattered
  ['verd', ['To the verdict']],
  ['zzz', []],
  ['d zzz', []]
])('%s', (text, found) => {
  expect(titles(text)).toEqual(found);
});

test('without a text what was used last stands first, then all in their order', () => {
  expect(titles('', ['dana', 'Share']).slice(0, 3)).toEqual(['dana', 'Share', 'To the verdict']);
});

test('of two that fit alike the one used last is first', () => {
  const pair = [item('alpha one'), item('alpha two')];
  const first = (recent: readonly string[]) => rank(pair, 'alpha', { recent, most: 2 })[0]?.item.title;
  expect([first([]), first(['alpha two'])]).toEqual(['alpha one', 'alpha two']);
});

test('letters that are scattered over a whole sentence are no find', () => {
  expect(rank([item('RCPs do not cover ecs actions, so none is asked')], 'verd', { most: 1 })).toEqual([]);
});

test.each([
  ['theme', "The MFA check that isn't"],
  ['redact', 'Dana reads a backup with her key'],
  ['undo', 'What Bouncer does not know']
])('%s is no abbreviation of %s', (text, title) => {
  expect(rank([item(title)], text, { most: 1 })).toEqual([]);
});

test.each([
  ['dply', 'deploy', 1],
  ['rp', 'roles/prod', 1],
  ['wtsf', 'What would stop this, and for whom', 0] // too far apart
])('%s as an abbreviation of %s: %i', (text, title, count) => {
  expect(rank([item(title)], text, { most: 1 })).toHaveLength(count);
});

test('another word for it finds a command, behind what is called so', () => {
  const pair = [{ ...item('Light or dark'), also: 'theme colours' }, item('theme-bucket')];
  expect(rank(pair, 'theme', { most: 2 }).map((each) => each.item.title)).toEqual([
    'theme-bucket',
    'Light or dark'
  ]);
  expect(rank(pair, 'ours', { most: 2 })).toEqual([]);
});

test('what stands aside comes after whatever fits, and is still found', () => {
  const pair = [{ ...item('deploy is allowed'), isAside: true }, item('redeploys')];
  const found = rank(pair, 'deploy', { most: 2 }).map((each) => each.item.title);
  expect(found).toEqual(['redeploys', 'deploy is allowed']);
});

test('what of a title was written is told apart, overlaps as one', () => {
  const [found] = rank([item('prod-deploy')], 'dep prod deploy', { most: 1 });
  expect(found?.spans).toEqual([
    [0, 4],
    [5, 11]
  ]);
  expect(cut('prod-deploy', found?.spans ?? [])).toEqual([
    { text: 'prod', isFound: true },
    { text: '-', isFound: false },
    { text: 'deploy', isFound: true }
  ]);
});

test('a title that is longer in small letters is not cut', () => {
  expect(cut('İstanbul', [[0, 2]])).toEqual([{ text: 'İstanbul', isFound: false }]);
});

test('ten thousand things and a long word are answered with no more than is asked for', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => item(`role-${i}`, `role in account ${i % 97}`));
  expect(rank(many, 'role 99', { most: 40 })).toHaveLength(40);
  expect(rank(many, 'x'.repeat(5000), { most: 40 })).toEqual([]);
});

test('what was used stands first, once, and few of them', () => {
  expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a']);
  expect(withRecent('abcdefghijklm'.split(''), 'z')).toHaveLength(12);
});

test.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['PageDown', 0, 3, 2],
  ['PageUp', 2, 3, 0],
  ['Home', 2, 3, null],
  ['ArrowDown', 0, 0, null]
])('%s from %i of %i is %s', (key, active, count, to) => {
  expect(placeAfter(key, active, count)).toBe(to);
});
