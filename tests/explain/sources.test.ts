// Every rule that the engine cites leads to a page, or says that it is ours.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleSource } from '../../src/lib/explain/sources.ts';

const ENGINE = join(import.meta.dirname, '../../src/lib/engine');
const cited = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap(
    (file) =>
      readFileSync(join(ENGINE, file), 'utf8').match(
        /'(?:GRAM|ACT|RES|VAR|PRIN|COND|EVAL|XACC|STS|KEY|SVC|MSG)-\d+[a-z]?'/g
      ) ?? []
  )
  .map((quoted) => quoted.slice(1, -1));

test('the engine cites rules', () => {
  expect(new Set(cited).size).toBeGreaterThan(20);
});

test.each([...new Set(cited)].sort().map((rule) => [rule]))('%s has a source', (rule) => {
  const source = ruleSource(rule);
  expect(source?.title).toBeTruthy();
  expect(source?.url ?? 'https://docs.aws.amazon.com/').toMatch(
    /^https:\/\/docs\.aws\.amazon\.com\/[\w/-]*(?:\.html)?$/
  );
});

test.each([
  ['COND-11', 'IAM User Guide: Condition operators'],
  [
    'COND-60',
    'IAM User Guide: Single-valued vs. multivalued context keys (not documented by AWS: our choice)'
  ],
  ['VAR-09', 'not documented by AWS: our choice'],
  ['COND-24', 'not documented by AWS: inferred'],
  ['EVAL-22', 'AWS KMS Developer Guide: Key policies in AWS KMS']
])('%s: %s', (rule, title) => {
  expect(ruleSource(rule)?.title).toBe(title);
});

test('what is no rule has no source', () => {
  expect(ruleSource('X-99')).toBeNull();
});
