/** What axe finds in a page as it stands, and whether all of it is within the window. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Of any impact: rule, and where. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const read = () =>
    page.evaluate(() => {
      const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } };
      return axe.run();
    });
  // It breaks off where something it has met leaves the page meanwhile; what it finds is never asked twice.
  const results = await read().catch(read);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`)
  );
}

/** Axe finds nothing, and nothing is wider than the window. Goes on after a failure. @param state named by it */
export async function sound(page: Page, state: string): Promise<void> {
  expect.soft(await violations(page), state).toEqual([]);
  const isTooWide = () => document.documentElement.scrollWidth > window.innerWidth;
  expect.soft(await page.evaluate(isTooWide), state).toBe(false);
}
