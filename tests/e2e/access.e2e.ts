/** Accessibility of the built pages, in both colour schemes: axe finds nothing serious. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { SCENARIOS, expect, open, test } from './page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const colorScheme of ['light', 'dark'] as const) {
  for (const scenario of [null, ...SCENARIOS]) {
    test(`${scenario ?? 'home'}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      if (scenario === null) await page.goto('/');
      else await open(page, scenario);
      expect(await violations(page)).toEqual([]);
      if (scenario === null) {
        const example = page.getByRole('region', { name: 'An example, step by step' });
        await expect(example.locator('.string').first()).toBeVisible(); // from then on it listens
        await example.getByRole('button', { name: 'Step' }).focus();
        await page.keyboard.press('End');
        await expect(example.locator('.stamp')).toBeVisible();
        expect(await violations(page)).toEqual([]);
        return;
      }
      // Also in the middle of the film, where other things are shown than on the verdict.
      await page.keyboard.press('Home');
      for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
      expect(await violations(page)).toEqual([]);
    });
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`format, ${colorScheme}, ${width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/format/#accounts.users');
      expect(await violations(page)).toEqual([]);
    });
  }
}

/** Serious and critical ones: rule, and where. */
async function violations(page: Parameters<typeof open>[0]): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } };
    return axe.run();
  });
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
