/** The bundled command, as a shell runs it: alone in a folder, without node_modules. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { version } from '../../package.json';
import { bundle } from '../../scripts/bundle.js';
import { folder, scenario } from './run.ts';

let home: { path: string; remove: () => void };
let file = '';

beforeAll(async () => {
  home = folder({ 'package.json': '{ "type": "module" }', 'good.yaml': scenario('allowed', 'implicitDeny') });
  file = await bundle({ entry: 'src/cli/bouncer.ts', folder: home.path, name: 'cli.js' });
}, 60_000);

afterAll(() => home.remove());

function shell(argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(file, argv, { encoding: 'utf8', cwd: home.path });
  return { status, stdout, stderr };
}

test('it is executable and knows its version', () => {
  expect(shell(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('it checks, and hands its exit code on', () => {
  expect(shell(['check', 'good.yaml'])).toMatchObject({ status: 0, stderr: '' });
  expect(shell(['check', 'gone.yaml'])).toMatchObject({ status: 2, stderr: '' });
  expect(shell(['chekc'])).toMatchObject({ status: 2, stdout: '' });
});

test('a pipe that closes early is no fault', () => {
  writeFileSync(
    join(home.path, 'keys.yaml'),
    Array.from({ length: 20_000 }, (_, i) => `key${i}: v\n`).join('')
  );
  const { stderr } = spawnSync('sh', ['-c', `"${file}" check keys.yaml --format json | head -n 1`], {
    encoding: 'utf8',
    cwd: home.path
  });
  expect(stderr).toBe('');
});
