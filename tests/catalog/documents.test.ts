// Every bundled AWS managed policy is one that IAM would store: it reads and is valid by our own rules.
import { expect, test } from 'vitest';
import { managedPolicy, managedPolicyNames } from '../../src/lib/catalog/managed.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { validatePolicy } from '../../src/lib/policy/validate.ts';
import { parseJson } from '../../src/lib/source/json.ts';

test.each([...managedPolicyNames()])('%s reads and is valid', (name) => {
  const text = JSON.stringify(managedPolicy(name)?.document, null, 2);
  const tree = parseJson({ name, text });
  const { value, diagnostics } = tree.value ? parsePolicy(tree.value) : { value: null, diagnostics: [] };
  const found = [...tree.diagnostics, ...diagnostics, ...(value ? validatePolicy(value, 'managed') : [])];
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(value?.statements.length).toBeGreaterThan(0);
});
