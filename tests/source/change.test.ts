/** Changes of a file: what is written, and that every byte around it stays. */
import { describe, expect, test } from 'vitest';
import { applyChanges, type Change } from '../../src/lib/source/change.ts';
import { ADDING } from './change-cases-add.ts';
import { JSON_CASES, REFUSED, YAML_CASES } from './change-cases.ts';

const change = (name: string, text: string, changes: readonly Change[]) => {
  const { value, diagnostics } = applyChanges({ name, text }, changes);
  return diagnostics.length > 0 ? diagnostics.map(({ code, path }) => `${code} ${path}`) : value;
};

describe('YAML', () => {
  test.each([...ADDING, ...YAML_CASES])('%s', (_name, before, changes, after) => {
    expect(change('a.yaml', before, changes)).toBe(after);
  });

  test.each([...ADDING, ...YAML_CASES])('%s, with CRLF', (_name, before, changes, after) => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(change('a.yaml', crlf(before), changes)).toBe(crlf(after));
  });
});

describe('JSON', () => {
  test.each(JSON_CASES)('%s', (_name, before, changes, after) => {
    expect(change('a.json', before, changes)).toBe(after);
  });
});

describe('what cannot be', () => {
  test.each(REFUSED)('%j %j', (text, changes, problems) => {
    expect(change('a.yaml', text, changes)).toEqual(problems);
  });
});
