/** What a wrong address may have meant, and what a search among all pages finds. */
import { expect, test } from 'vitest';
import { toNear } from '../../src/lib/workbench/near.ts';

const LINKS = [
  ['From tools to production', '/s/tools-to-production/'],
  ['One user, one bucket', '/s/read-one-bucket/'],
  ['A function and one bucket', '/s/lambda-reads-one-bucket/'],
  ['Your own world', '/new/'],
  ['All scenarios', '/']
].map(([title = '', href = '']) => ({ title, more: '', href }));

test.each([
  ['/s/tool-to-production/', '', ['/s/tools-to-production/']],
  ['/s/read-one-buckets/', '', ['/s/read-one-bucket/']],
  ['/old/bucket', '', ['/s/read-one-bucket/', '/s/lambda-reads-one-bucket/']],
  ['/s/nothing-like-it/', '', []],
  ['/', '', []],
  ['/%E0%A4%A', '', []],
  ['/s/tool-to-production/', 'ONE bucket', ['/s/read-one-bucket/', '/s/lambda-reads-one-bucket/']],
  ['/s/tool-to-production/', 'lambda user', []],
  ['/s/x/', '  ', []]
])('%s with "%s" leads to %j', (path, sought, expected) => {
  expect(toNear(LINKS, path, sought).map(({ href }) => href)).toEqual(expected);
});
