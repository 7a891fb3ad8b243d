/**
 * Runs at the end of `npm ci`: makes SvelteKit's types and the catalogue of services, and bundles the command line, so
 * that `npx bouncer` works at once. Where the build tools are not installed there is nothing to prepare, and that is no failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const kit = join(ROOT, 'node_modules/@sveltejs/kit/svelte-kit.js');
const hasTools =
  existsSync(kit) && existsSync(join(ROOT, 'node_modules/vite')) && existsSync(join(ROOT, 'src'));

if (hasTools) {
  const own = ['catalogue.js', 'bundle.js'].map((name) => [join(ROOT, 'scripts', name)]);
  for (const script of [[kit, 'sync'], ...own]) {
    const { status } = spawnSync(process.execPath, script, {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit']
    });
    if (status !== 0) process.exit(status ?? 1);
  }
}
