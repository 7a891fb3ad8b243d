/**
 * How much JavaScript a page of the build loads before anybody does anything: the scripts its HTML names and all
 * they import statically, gzipped one by one. What is imported later does not count.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PageWeight {
  /** Path below the build, e.g. `s/read-one-bucket/index.html`. */
  readonly page: string;
  readonly files: number;
  /** Gzipped bytes. */
  readonly bytes: number;
}

/** Every page of a build, heaviest first. @throws when there is no build */
export function pageWeights(build: string): readonly PageWeight[] {
  const sizes = new Map<string, number>();
  return readdirSync(build, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((page) => {
      const files = closure(build, scriptsOf(readFileSync(join(build, page), 'utf8')));
      return {
        page,
        files: files.length,
        bytes: files.reduce((sum, file) => sum + sizeOf(build, file, sizes), 0)
      };
    })
    .sort((a, b) => b.bytes - a.bytes || (a.page < b.page ? -1 : 1));
}

/** Paths below the build of all scripts that a page names: preloaded ones, and those its inline script imports. */
function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/["'][^"']*?(_app\/immutable\/[^"']+\.js)["']/g)].map(([, path = '']) => path);
}

function closure(build: string, roots: readonly string[]): readonly string[] {
  const seen = new Set(roots);
  for (const file of seen) {
    for (const imported of staticImports(readFileSync(join(build, file), 'utf8'))) {
      seen.add(new URL(imported, `file:///${file}`).pathname.slice(1));
    }
  }
  return [...seen];
}

/** `import … from "./a.js"`, `import "./a.js"`, `export … from "./a.js"`; not `import("./a.js")`. */
function staticImports(code: string): readonly string[] {
  const found = code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g);
  return [...found].map(([, path = '']) => path);
}

function sizeOf(build: string, file: string, known: Map<string, number>): number {
  const size = known.get(file) ?? gzipSync(readFileSync(join(build, file)), { level: 9 }).length;
  known.set(file, size);
  return size;
}
