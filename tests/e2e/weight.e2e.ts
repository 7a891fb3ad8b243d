/** The weight of the built pages. A size is no clock: it is the same on every machine. */
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { pageWeights } from '../weight.ts';

const LIMIT = 60 * 1024;
const build = fileURLToPath(new URL('../../build', import.meta.url));

/** Pages that are text alone, or lead on. */
const STILL = ['exercises', 'faq', 'findings', 'format', 'glossary', 'limits', 'myths'].map(
  (page) => `${page}/index.html`
);

for (const { page, files, bytes } of pageWeights(build)) {
  test(`${page} loads at most 60 kB of scripts before anything happens`, () => {
    if (STILL.includes(page)) expect(files).toBe(0);
    else expect(files, 'a page without scripts is one that was not read').toBeGreaterThan(0);
    expect(bytes, `${files} files`).toBeLessThanOrEqual(LIMIT);
  });
}
