/** What every file of the project keeps to: a header, a length, a lockfile that names no host. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const FILES = [
  ...filesBelow('src', /\.(ts|js|svelte|css)$/),
  ...filesBelow('tests', /\.(ts|js)$/),
  ...filesBelow('scripts', /\.js$/),
  ...readdirSync(ROOT).filter((name) => /\.(ts|js)$/.test(name))
];

test('every file says at its head what it is for, in one to five lines', () => {
  const silent = FILES.filter((file) => {
    const lines = (headerOf(read(file)) ?? '').split('\n').filter((line) => /\w/.test(line));
    return lines.length < 1 || lines.length > 5;
  });
  expect(silent).toEqual([]);
});

test('no file has more than 300 lines, no component more than 150', () => {
  const long = FILES.filter((file) => {
    const lines = read(file).trimEnd().split('\n').length;
    return lines > (file.endsWith('.svelte') ? 150 : 300);
  });
  expect(long).toEqual([]);
});

test('the lockfile names no host to install from', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { resolved?: string; link?: boolean }>;
  };
  const resolved = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined);
  expect(resolved.map(([name]) => name)).toEqual([]);
  expect(read('package-lock.json')).not.toMatch(/registry\.|localhost|127\.0\.0\.1/);
});

test('no barrel stands in src/lib', () => {
  expect(FILES.filter((file) => /^src\/lib\/.*\/index\.ts$/.test(file))).toEqual([]);
});

test('user text is never HTML', () => {
  const unsafe = FILES.filter(
    (file) => file.startsWith('src/') && /\{@html|\binnerHTML\b|\bouterHTML\b/.test(read(file))
  );
  expect(unsafe).toEqual([]);
});

function filesBelow(folder: string, wanted: RegExp): readonly string[] {
  const start = join(ROOT, folder);
  return readdirSync(start, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !/(?:^|\/)(?:__snapshots__|node_modules)\//.test(file))
    .sort();
}

/** The comment that a file begins with; in a component also the one its first script begins with. */
function headerOf(text: string): string | null {
  const match =
    /^(?:<script\b[^>]*>\s*)?(?:#!.*\n)?(?:\/\*\*?([\s\S]*?)\*\/|<!--([\s\S]*?)-->|((?:\/\/.*\n)+))/.exec(
      text
    );
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? null);
}
