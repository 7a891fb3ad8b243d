/** SvelteKit: a static site under a strict content security policy; runes everywhere. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: {
    runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true)
  },
  kit: {
    adapter: adapter({ fallback: '404.html' }),
    inlineStyleThreshold: 131_072, // a sheet costs more by its request than by its letters
    typescript: {
      config: (config) => ({
        ...config,
        include: [...config.include, '../*.js', '../*.ts', '../scripts/*.js']
      })
    },
    // Registered by src/routes/updating.ts, after the first paint. What does not change is no newer version.
    serviceWorker: { register: false },
    version: { name: versionOf('src', 'static', 'scenarios', 'package-lock.json', 'svelte.config.js') },
    // Everything the page needs is in the build: no foreign origin, no script but Kit's own and app.html's.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', `sha256-${hashOf(scriptOf('src/app.html'))}`],
        'style-src': ['self', 'unsafe-inline'], // cytoscape puts its style sheet into the page
        'img-src': ['self', 'data:'],
        'font-src': ['self', 'data:'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['none']
      }
    }
  }
};

/**
 * What app.html does before anything is painted.
 *
 * @param {string} page below the root of the project
 */
function scriptOf(page) {
  const html = readFileSync(new URL(page, import.meta.url), 'utf8');
  return /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? '';
}

/**
 * @param {string} script
 * @returns {string} as a content security policy names it
 */
function hashOf(script) {
  return createHash('sha256').update(script).digest('base64');
}

/**
 * The same name for the same files, whenever and wherever they are built.
 *
 * @param {readonly string[]} sources below the root of the project
 */
function versionOf(...sources) {
  const hash = createHash('sha256');
  const root = fileURLToPath(new URL('.', import.meta.url));
  const files = sources.flatMap((source) => {
    if (statSync(join(root, source)).isFile()) return [source];
    const names = readdirSync(join(root, source), { recursive: true, encoding: 'utf8' });
    return names.map((name) => join(source, name));
  });
  for (const file of files.sort()) {
    const stat = statSync(join(root, file), { throwIfNoEntry: false });
    if (stat?.isFile()) hash.update(`${file}\0${stat.size}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
