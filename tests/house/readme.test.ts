/** What the documents say is so: examples run, links lead somewhere, the quoted table is the table. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BESIDE_LIB, ROOMS } from '../../rooms.js';
import { checkScenario } from '../../src/lib/scenario/check.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { run } from '../cli/run.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const README = read('README.md');
const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md'];

/** Fenced blocks of a language, in order. */
function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, found, block = '']) =>
    found === language ? [block] : []
  );
}

test('README quotes the table of rooms', () => {
  const rows = Object.entries(ROOMS).map(([room, { holds, imports }]) => [
    `\`${BESIDE_LIB.includes(room) ? 'src' : 'src/lib'}/${room}\``,
    holds,
    imports.join(', ') || '–'
  ]);
  const quoted = /<!-- rooms -->([\s\S]*)<!-- \/rooms -->/.exec(README)?.[1] ?? '';
  const cells = quoted
    .trim()
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    );
  expect(cells).toEqual(rows);
});

describe('commands', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const lines = DOCUMENTS.flatMap((file) => blocks(read(file), 'sh')).flatMap((block) =>
    block.trim().split('\n')
  );
  const bouncer = lines.filter((line) => line.startsWith('npx --no bouncer '));

  test('there are some of each kind', () => {
    expect(lines).toContain('npm ci && npm start');
    expect(lines).toContain('npm ci && npm test');
    expect(bouncer.length).toBeGreaterThanOrEqual(4);
  });

  // Some fifty exercises are held to their law, which takes a busy machine its time.
  test.each(bouncer)('%s', { timeout: 120_000 }, (line) => {
    const { code, out, err } = run(line.split(' ').slice(3));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toBe('');
  });

  test('what npm is asked to run is a script', () => {
    const named = [...README.matchAll(/npm run (\w+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(Object.keys(scripts)).toEqual(
      expect.arrayContaining(['start', 'test', 'dev', 'build', 'check', 'bench'])
    );
  });

  test('nothing else is told to be typed', () => {
    const known = /^(npm ci && npm (start|test)|npx --no bouncer .*)$/;
    expect(lines.filter((line) => !known.test(line))).toEqual([]);
  });
});

describe('scenarios in the text', () => {
  const examples = DOCUMENTS.flatMap((file) => blocks(read(file), 'yaml').map((text) => ({ file, text })));

  test.each(examples)('$file: an example without problems, all of whose requests hold', ({ file, text }) => {
    const { value, diagnostics } = parseScenario({ name: `${file}.yaml`, text });
    expect(diagnostics).toEqual([]);
    if (value === null) throw new Error('no scenario');
    const { requests, passed } = checkScenario(value, []);
    expect(requests.filter(({ ok }) => ok !== true)).toEqual([]);
    expect(passed).toBeGreaterThan(0);
  });

  test.each(DOCUMENTS.flatMap((file) => blocks(read(file), 'json')))('JSON: %s', (text) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
});

test.each(DOCUMENTS)('every link and picture in %s leads to a file', (file) => {
  const links = [...read(file).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  const dead = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(ROOT, link)));
  expect(dead).toEqual([]);
});
