// A decoy is told by what a state does, however it is written; the start and what passes are none.
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/lib/exercise/apply.ts';
import { Decoys } from '../../src/lib/exercise/decoy.ts';
import { allow, parsed, policy, read, task } from './task.ts';

const STAR = read(allow('s3:GetObject', '*'));
const ALL = read(allow('s3:*', 'arn:aws:s3:::pictures/*'));
const DENY = allow('s3:GetObject', 'arn:aws:s3:::pictures/*').replace('Allow', 'Deny');
const DECOYS = `[{ name: star, says: s, edits: ${STAR} }, { name: all, says: s, edits: ${ALL} }]`;

/** The decoy that ana's inline policies come to. */
function decoyOf(ana: string, decoys = DECOYS): string | null {
  const start = parsed(task({ decoys }));
  const { scenario } = parsed(task({ decoys, ana }));
  return new Decoys(start.scenario, start.exercise).recognise(scenario)?.name ?? null;
}

describe('recognised', () => {
  test.each<[string, string, string | null]>([
    ['as it is written', `{ inline: { Read: ${policy(allow('s3:GetObject', '*'))} } }`, 'star'],
    ['written otherwise', `{ inline: { X: ${policy(allow('s3:Get*', 'arn:aws:s3:::*'))} } }`, 'star'],
    [
      'in two statements',
      `{ inline: { X: ${policy(allow('s3:GetObject', 'arn:aws:s3:::pictures/*'), allow('s3:Get*', 'arn:aws:s3:::contracts/*').replace('Read', 'Too'))} } }`,
      'star'
    ],
    [
      'the other one',
      `{ policies: [], inline: { X: ${policy(allow('s3:*', 'arn:aws:s3:::pictures/*'))} } }`,
      'all'
    ],
    ['neither', `{ inline: { X: ${policy(allow('s3:*', '*'))} } }`, null],
    ['what passes', `{ inline: { X: ${policy(allow('s3:GetObject', 'arn:aws:s3:::pictures/*'))} } }`, null],
    ['the start', '{}', null],
    ['the start with a policy that does nothing', `{ inline: { X: ${policy(allow('ec2:*', '*'))} } }`, null]
  ])('%s', (_what, ana, name) => {
    expect(decoyOf(ana)).toBe(name);
  });

  test('one that does as the start does, from a state that is written like it', () => {
    const decoys = `[{ name: put, says: s, edits: ${read(allow('s3:PutObject', 'arn:aws:s3:::pictures/*'))} }]`;
    expect(
      decoyOf(`{ inline: { Read: ${policy(allow('s3:PutObject', 'arn:aws:s3:::pictures/*'))} } }`, decoys)
    ).toBe('put');
    expect(decoyOf('{}', decoys)).toBeNull();
  });

  test('the kind of deny tells two apart', () => {
    const silent = `[{ at: /accounts/a/users/ana/inline/Read, set: ${policy(allow('s3:PutObject', '*'))} }]`;
    const decoys = `[{ name: silent, says: s, edits: ${silent} }, { name: denies, says: s, edits: ${read(DENY)} }]`;
    expect(decoyOf(`{ inline: { Y: ${policy(DENY)} } }`, decoys)).toBe('denies');
  });

  test('of two that do the same the nearer one', () => {
    const twice = read(
      allow('s3:GetObject', 'arn:aws:s3:::pictures/*'),
      allow('s3:Get*', '*').replace('Read', 'More')
    );
    const decoys = `[{ name: twice, says: s, edits: ${twice} }, { name: star, says: s, edits: ${STAR} }]`;
    expect(decoyOf(`{ inline: { Read: ${policy(allow('s3:GetObject', '*'))} } }`, decoys)).toBe('star');
  });
});

describe('edits keep the file as it is written', () => {
  const source = (text: string) => ({ name: 'task.yaml', text });

  test('comments, and all that is not edited', () => {
    const text = task()
      .replace('requests:', '# what is asked\nrequests:')
      .replace("id: '111111111111'", "id: '111111111111' # ours");
    const { exercise } = parsed(text);
    const { source: after } = applyEdits(source(text), exercise.solution.changes);
    expect(after.text).toContain('# what is asked\nrequests:');
    expect(after.text).toContain("id: '111111111111' # ours");
    expect(after.text.split('\nrequests:')[1]).toBe(text.split('\nrequests:')[1]);
  });

  test('a policy that is written as JSON goes on being JSON', () => {
    const json = `|\n          {\n            "Version": "2012-10-17",\n            "Statement": [\n              ${allow('s3:PutObject', '*')}\n            ]\n          }`;
    const text = task().replace(
      'users: { ana: {} }',
      `users:\n      ana:\n        inline:\n          Read: ${json.replaceAll('\n', '\n  ')}`
    );
    const { exercise } = parsed(text);
    const { scenario, source: after } = applyEdits(source(text), exercise.solution.changes);
    expect(after.text).toMatch(/Read: \|\n\s+\{\n\s+"Version": "2012-10-17"/);
    expect(scenario?.world.broken.size).toBe(0);
    expect(after.text).toContain('arn:aws:s3:::pictures/*"');
  });

  test('an edit that cannot be made changes nothing, and says why', () => {
    const text = task();
    const applied = applyEdits(source(text), [{ at: '/accounts/b/users/ana', remove: true }]);
    expect(applied).toMatchObject({ scenario: null, source: { text } });
    expect(applied.diagnostics.length).toBe(1);
  });
});
