// The law, clause by clause: what breaks it, and where that is told.
import { describe, expect, test } from 'vitest';
import { NO_CATALOGUE } from '../../src/lib/catalog/catalogue.ts';
import { checkAll } from '../../src/lib/exercise/check.ts';
import { holdToLaw } from '../../src/lib/exercise/law.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { textAt } from '../../src/lib/source/text.ts';
import { allow, INLINE, parsed, policy, read, task, type Parts } from './task.ts';

const SEE = allow('s3:GetObject', 'arn:aws:s3:::pictures/*');
const MORE = allow('s3:PutObject', 'arn:aws:s3:::contracts/*').replace('Read', 'Write');

/** Code and underlined text of each problem, the text cut short. */
function broken(parts: Parts): readonly string[] {
  const { scenario, diagnostics } = parsed(task(parts));
  const law = holdToLaw(scenario, diagnostics);
  return (law?.problems ?? []).map(({ code, range }) => `${code} ${textAt(range).slice(0, 40)}`);
}

test('a sound exercise keeps it, and says what each part fails on', () => {
  const { scenario, diagnostics } = parsed(task());
  expect(diagnostics).toEqual([]);
  expect(holdToLaw(scenario, diagnostics)).toEqual({
    start: { passes: false, fails: ['see'], why: ['`see` is implicitDeny, expected allowed'] },
    solution: { passes: true, fails: [], why: [] },
    alternatives: [],
    decoys: [
      { name: 'star', passes: false, fails: ['spy'], why: ['`spy` is allowed, expected implicitDeny'] }
    ],
    statements: [{ statement: 'a:user/ana/Read#Read', kind: 'added', fails: ['see'] }],
    measured: { par: 1, moves: 0 },
    problems: [],
    ok: true
  });
});

test('a file without exercise has none', () => {
  const { scenario } = parsed(task());
  expect(holdToLaw({ ...scenario, exercise: null }, [])).toBeNull();
});

describe('what breaks it', () => {
  test.each<[string, Parts, readonly string[]]>([
    [
      'a start that passes',
      { goals: '[spy]', probes: '[drop]', decoys: '[]' },
      [
        'exercise/start-passes [spy]',
        'exercise/statement-not-needed [{ at: /accounts/a/users/ana/inline/Read'
      ]
    ],
    [
      'a solution that does not solve it',
      { solution: read(allow('s3:PutObject', 'arn:aws:s3:::pictures/*')) },
      ['exercise/does-not-solve [{ at: /accounts/a/users/ana/inline/Read']
    ],
    [
      'an alternative that does not solve it',
      { alternatives: `[{ name: other, edits: ${read(allow('s3:GetObject', '*'))} }]` },
      ['exercise/does-not-solve { name: other, edits: [{ at: /accounts/a']
    ],
    [
      'a decoy that passes',
      { decoys: `[{ name: fine, says: s, edits: ${read(SEE)} }]` },
      ['exercise/decoy-passes { name: fine, says: s, edits: [{ at: /ac']
    ],
    [
      'a statement that nothing needs',
      { solution: read(SEE, MORE), par: '2' },
      ['exercise/statement-not-needed [{ at: /accounts/a/users/ana/inline/Read']
    ],
    [
      'an edit that cannot be made',
      { solution: `[{ at: ${INLINE}/Read, remove: true }]` },
      ['exercise/cannot-edit /accounts/a/users/ana/inline/Read']
    ],
    [
      'an edit of what is locked',
      { edit: '[{ at: /accounts/a/users/ana/tags }]', decoys: '[]' },
      ['exercise/locked /accounts/a/users/ana/inline/Read']
    ],
    [
      'an edit of another kind than is allowed',
      { edit: `[{ at: ${INLINE}, only: remove }]`, decoys: '[]' },
      ['exercise/only /accounts/a/users/ana/inline/Read']
    ],
    [
      'an edit that AWS would not store',
      { decoys: `[{ name: bad, says: s, edits: ${read('{ "Effect": "Maybe" }')} }]` },
      ['exercise/edit-breaks { name: bad, says: s, edits: [{ at: /acc']
    ],
    ['a par that is not what the solution takes', { par: '3' }, ['exercise/wrong-par 3']],
    ['moves that nobody makes', { moves: '1' }, ['exercise/wrong-moves 1']],
    [
      'an error that the start does not have',
      { more: '  startErrors: [policy/invalid-effect]' },
      ['exercise/no-start-error [policy/invalid-effect]']
    ]
  ])('%s', (_what, parts, problems) => {
    expect(broken(parts)).toEqual(problems);
  });

  test('what a solution takes away need not be needed', () => {
    const ana = `{ inline: { Read: ${policy(MORE)} } }`;
    expect(broken({ ana, solution: read(SEE.replace('"Read"', '"Look"')), par: '2', decoys: '[]' })).toEqual(
      []
    );
  });
});

test('a start with a broken policy fails, though every request would hold', () => {
  const { scenario, diagnostics } = parsed(
    task({
      users: `, ben: { inline: { Old: ${policy('{ "Effect": "Maybe" }')} } }`,
      goals: '[spy]',
      probes: '[drop]',
      edit: '[{ at: /accounts/a/users/ben/inline }]',
      solution: '[{ at: /accounts/a/users/ben/inline/Old, remove: true }]',
      par: '0',
      decoys: '[]',
      more: '  startErrors: [policy/invalid-effect, policy/missing-element]'
    })
  );
  const law = holdToLaw(scenario, diagnostics);
  expect(law).toMatchObject({ start: { passes: false, fails: ['broken a:user/ben/Old'] }, ok: true });
});

test('an exercise is one more thing that holds, or does not', () => {
  const sound = parsed(task());
  expect(checkAll(sound.scenario, [])).toMatchObject({ passed: 1, failed: 0, exercise: { mutants: null } });
  const unsound = parsed(task({ par: '9' }));
  expect(checkAll(unsound.scenario, [])).toMatchObject({ passed: 0, failed: 1, exercise: { ok: false } });
});

describe('nonsense is told, and never thrown', () => {
  test.each([
    'exercise:',
    'exercise: []',
    'exercise: { brief: b }',
    'exercise: { brief: b, edit: x, goals: y, solution: z }',
    'exercise: { brief: b, edit: [{}], goals: [{}], solution: [{}], decoys: [{}], alternatives: [{}], survivors: [{}] }',
    'exercise: { brief: b, edit: [{ at: "" }], goals: [see], solution: [{ at: "", remove: true }] }',
    'exercise: { brief: b, edit: [{ at: "" }], goals: [see], solution: [{ at: "", set: x }] }',
    'exercise: { brief: b, edit: [{ at: "" }], goals: [see], solution: [{ at: "", set: }] }',
    'exercise: { brief: b, edit: [{ at: "" }], goals: [see], solution: [{ at: /exercise, remove: true }] }',
    'exercise: { brief: b, edit: [{ at: /accounts/a/- }], goals: [see], solution: [{ at: /accounts/a/-, set: 1 }] }',
    'exercise: { brief: b, edit: [{ at: /accounts }], goals: [see], solution: [{ at: /accounts, remove: true }] }',
    'exercise: { brief: b, edit: [], goals: [{ unreachable: [x, y] }, { state: "/~9//", equals: z }], solution: [] }',
    'exercise: { brief: b, edit: [{ at: /title }], goals: [see, see], probes: [nobody], solution: [{ at: /title/x/y, set: {} }] }'
  ])('%s', (exercise) => {
    const text = `${task().split('exercise:')[0] ?? ''}${exercise}\n`;
    const { value, diagnostics } = parseScenario({ name: 'task.yaml', text });
    const report = value && checkAll(value, diagnostics, { catalogue: NO_CATALOGUE });
    const problems = [...diagnostics, ...(report?.exercise?.problems ?? [])];
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('what is said of it, in words', () => {
  test.each<[string, Parts, readonly [string, string]]>([
    [
      'a par too high',
      { par: '2' },
      ['`par` is 2, but the solution adds, changes or removes 1 statement', 'write `par: 1`']
    ],
    [
      'a par too low',
      { par: '0' },
      ['`par` is 0, but the solution adds, changes or removes 1 statement', 'write `par: 1`']
    ],
    [
      'moves too many',
      { moves: '1' },
      ['`moves` is 1, but the solution makes 0 structural edits', 'write `moves: 0`']
    ],
    [
      'a misspelled term',
      { more: '  teaches: [statement, implict deny]' },
      ['the glossary has no term `implict deny`', 'did you mean `implicit deny`?']
    ],
    [
      'a term of its own',
      { more: '  teaches: [hamlet]' },
      ['the glossary has no term `hamlet`', 'name terms as the glossary does, or leave them out']
    ],
    ['terms of the glossary', { more: '  teaches: [statement]' }, ['', '']]
  ])('%s', (_what, parts, [message, help]) => {
    const { scenario, diagnostics } = parsed(task(parts));
    const terms = ['implicit deny', 'statement'];
    const found = checkAll(scenario, diagnostics, { terms }).exercise?.problems[0];
    expect([found?.message ?? '', found?.help ?? '']).toEqual([message, help]);
  });
});
