/** JSON as YAML: the same data under the name of the other format. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasErrors } from '../../src/lib/source/diagnostic.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { toYaml } from '../../src/lib/share/to-yaml.ts';
import { toPlain } from '../../src/lib/source/plain.ts';
import { readTree } from '../../src/lib/source/read.ts';

const plainOf = (name: string, text: string) => toPlain(readTree({ name, text }).value!);

test.each(readdirSync('scenarios').filter((file) => file.endsWith('.yaml')))(
  '%s survives JSON and back',
  (file) => {
    const plain = plainOf(file, readFileSync(`scenarios/${file}`, 'utf8'));
    const { value } = toYaml({ name: 'world.json', text: JSON.stringify(plain) });
    expect(value?.name).toBe('world.yaml');
    expect(plainOf('world.yaml', value!.text)).toEqual(plain);
    expect(hasErrors(parseScenario(value!).diagnostics)).toBe(false);
  }
);

test('YAML stays as it is', () => {
  const source = { name: 'world.yaml', text: 'a: [1' };
  expect(toYaml(source).value).toBe(source);
});

test.each(['', '{', '{"a": 1, "a": 2}', '[1,]'])('%j is no JSON, and the reader says why', (text) => {
  const { value, diagnostics } = toYaml({ name: 'world.json', text });
  expect(value).toBeNull();
  expect(diagnostics.length).toBeGreaterThan(0);
});
