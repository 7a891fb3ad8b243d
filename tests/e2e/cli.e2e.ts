/** The command line as README has it, from the bundle that the build made. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const cwd = fileURLToPath(new URL('../..', import.meta.url));

for (const [line, words] of [
  ['npx --no bouncer help', 'Usage:'],
  ['npx --no bouncer check scenarios', ' passed, 0 failed'],
  ['npx bouncer check scenarios --format json', '"failed": 0']
] as const) {
  test(line, () => {
    const { status, stdout } = spawnSync(line, { cwd, shell: true, encoding: 'utf8' });
    expect(stdout).toContain(words);
    expect(status).toBe(0);
  });
}
