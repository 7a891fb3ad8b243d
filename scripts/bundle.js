/** Bundles TypeScript into one self-contained file, because Node 20 runs none. By itself: the command line. */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles one entry with all it imports.
 *
 * @param {{ entry: string, folder: string, name: string, external?: readonly string[] }} what paths from the root of
 *   the project, or absolute; `external` packages stay imports
 * @returns {Promise<string>} the file
 */
export async function bundle({ entry, folder, name, external = [] }) {
  const outDir = join(folder.startsWith('/') ? '' : ROOT, folder);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: [...external] },
    build: {
      ssr: entry,
      target: 'node20',
      outDir,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: name, banner: '#!/usr/bin/env node', codeSplitting: false } }
    }
  });
  const file = join(outDir, name);
  chmodSync(file, 0o755);
  return file;
}

/**
 * Bundles a program, runs it from the root of the project, and ends this process as it ended.
 *
 * @param {Parameters<typeof bundle>[0]} what
 * @param {readonly string[]} [words] what the program is told
 */
export async function run(what, words = process.argv.slice(2)) {
  const file = await bundle(what);
  const { status } = spawnSync(process.execPath, [file, ...words], { cwd: ROOT, stdio: 'inherit' });
  process.exit(status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundle({ entry: 'src/cli/bouncer.ts', folder: 'dist', name: 'cli.js' });
}
