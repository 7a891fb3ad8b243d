// Whoever says only "edit" means the statement on show, else the one that came nearest to a match.
import { expect, test } from 'vitest';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { parseJson } from '../../src/lib/source/json.ts';
import { toChanging } from '../../src/lib/workbench/changing.ts';
import type { Sheet } from '../../src/lib/workbench/sheet.ts';
import { toStatement, type Chip, type SheetStatement } from '../../src/lib/workbench/sheet-statements.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const TEXT = JSON.stringify({ Version: '2012-10-17', Statement: [statement, statement, statement] });

const tree = parseJson({ name: 'p.json', text: TEXT }).value;
const document = tree && parsePolicy(tree).value;

/** The three statements, each with so many parts that match. */
function fared(...counts: readonly number[]): readonly SheetStatement[] {
  return (document?.statements ?? []).map((each, at) => ({
    ...toStatement(each, null, new Set()),
    chips: (['P', 'A', 'R'] as const).map((letter, place): Chip => ({
      letter,
      name: 'Action',
      state: place < (counts[at] ?? 0) ? 'match' : 'noMatch',
      stepId: null,
      at: null
    }))
  }));
}

function sheet(statements: readonly SheetStatement[], current: SheetStatement | null): Sheet {
  return {
    policy: asPolicyId('p'),
    target: null,
    type: null,
    text: TEXT,
    problems: [],
    statements,
    current,
    mark: null,
    asked: null,
    struck: [],
    isDeciding: false
  };
}

test.each([
  ['the one on show, however the others fared', [3, 0, 0], 1, '/Statement/1'],
  ['the one of which most matches', [1, 0, 2], null, '/Statement/2'],
  ['the first of several as near', [0, 2, 2], null, '/Statement/1'],
  ['the first where none was asked', [0, 0, 0], null, '/Statement/0']
])('%s', (_, counts, at, path) => {
  const statements = fared(...counts);
  const current = at === null ? null : (statements[at] ?? null);
  expect(toChanging(sheet(statements, current))).toEqual({ policy: 'p', path, element: null });
});

test('a policy that cannot be read has none', () => {
  expect(toChanging(sheet([], null))).toBeNull();
});
