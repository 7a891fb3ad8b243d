/** Redaction: nothing of the names is left, every request is decided as before, and the same name is the same fake. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isTelling } from '../../src/lib/share/redact-names.ts';
import { hiding, redact, showing, type Redacted } from '../../src/lib/share/redact.ts';
import type { Fakery } from '../../src/lib/share/redact-words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { ParsedScenario } from '../../src/lib/scenario/scenario.ts';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const textOf = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');

function redacted(text: string, fakery: Fakery = 'words', name = 'own.yaml'): Redacted {
  const made = redact({ name, text }, fakery);
  if (made === null) throw new Error('no tree');
  return made;
}

function read(text: string): ParsedScenario {
  const { value } = parseScenario({ name: 'own.yaml', text });
  if (value === null) throw new Error('no scenario');
  return value;
}

/** Everything in a world that has a name of its owner's. */
function namesOf({ world }: ParsedScenario): readonly string[] {
  return [
    ...[...world.accounts.values()].flatMap(({ id, alias }) => [id, alias]),
    ...[...world.principals.values()].flatMap((each) => ('name' in each ? each.name : [])),
    ...[...world.groups.values()].map(({ name }) => name)
  ];
}

describe.each(FILES)('%s', (file) => {
  const text = textOf(file);
  const made = redacted(text);

  test('reads as well as before, with a fake of the same length for every name', () => {
    expect(made.source.text).toHaveLength(text.length);
    const [was, is] = [read(text), read(made.source.text)];
    expect(is.cases.map((each) => each.diagnostics.length)).toEqual(
      was.cases.map((each) => each.diagnostics.length)
    );
    expect(is.world.principals.size).toBe(was.world.principals.size);
    expect(is.world.policies.size).toBe(was.world.policies.size);
  });

  test('has no name left in it, comments and prose included', () => {
    for (const name of namesOf(read(text))) {
      for (const [word] of name.matchAll(/[A-Za-z]{4,}|\d{12}/g)) {
        if (!isTelling(word) || name.startsWith('AWSServiceRole')) continue;
        const left = new RegExp(`(?<![A-Za-z0-9])${word}(?![A-Za-z0-9])`).exec(made.source.text);
        const around = left && made.source.text.slice(left.index - 30, left.index + 40);
        expect(around, name).toBeNull();
      }
    }
  });

  test('is the same again, and leads back', () => {
    expect(redacted(text).source.text).toBe(made.source.text);
    const [hide, show] = [hiding(made.names), showing(made.names)];
    for (const id of read(text).world.principals.keys()) expect(show(hide(id))).toBe(id);
  });

  test('can be sent, and says the same names over there', () => {
    const [here, there] = [made.names, structuredClone(made.names)].map(hiding);
    const fakes = [...read(made.source.text).world.principals.keys()];
    for (const id of read(text).world.principals.keys()) {
      expect(there?.(id)).toBe(here?.(id));
      expect(fakes).toContain(here?.(id));
    }
  });
});
