/** Axe finds nothing in what can be opened over the main screen, at 1440 and at 390 pixels, in both colour schemes. */
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { FLAGSHIP, expect, openLarge, panel, test } from './page.ts';

/** What is opened by a key, and the name of what it opens. */
const BY_KEY = [
  ['Control+k', 'All commands'],
  ['/', 'Search'],
  ['?', 'Keys'],
  ['Shift+b', 'Breakpoints']
] as const;

const WIDTHS = [
  [1440, 900],
  [390, 844]
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of WIDTHS) {
    const on = `${colorScheme}, ${width} wide`;

    test.describe(on, () => {
      test.use({ viewport: { width, height }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test(`what keys open, ${on}`, async ({ page }) => {
        test.slow();
        await openFlagship(page);
        for (const [key, name] of BY_KEY) {
          await page.keyboard.press(key);
          await expect(page.getByRole('dialog')).toBeVisible();
          expect.soft(await violations(page), name).toEqual([]);
          await page.keyboard.press('Escape');
          await expect(page.getByRole('dialog')).toBeHidden();
        }
      });

      test(`a statement, a fact and the requests, ${on}`, async ({ page }) => {
        test.slow();
        await openFlagship(page);
        await panel(page, 'Paper');
        await page.getByRole('button', { name: 'Change UpdateWeb' }).click();
        const sheet = page.getByRole('dialog', { name: 'Change the statement' });
        await expect(sheet).toBeVisible();
        expect.soft(await violations(page), 'a statement').toEqual([]);
        await sheet.getByRole('button', { name: 'Deny', exact: true }).click();
        await sheet.getByRole('button', { name: 'Done' }).click();
        // Where one panel shows at a time it is out of sight.
        if (width >= 900) {
          await page.getByRole('button', { name: /since your edit/ }).click();
          await expect(page.getByRole('dialog', { name: 'What your edits flipped' })).toBeVisible();
          expect.soft(await violations(page), 'the ticker').toEqual([]);
          await page.keyboard.press('Escape');
        }
        await page.keyboard.press('d');
        await expect(page.getByRole('region', { name: 'What differs from the start' })).toBeVisible();
        expect.soft(await violations(page), 'the difference').toEqual([]);
        await panel(page, 'Ask');
        await page.getByRole('list', { name: 'Facts' }).getByRole('button', { name: /MFA/ }).click();
        await expect(page.getByRole('button', { name: /^left open/ })).toBeVisible();
        expect.soft(await violations(page), 'a dial').toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /as a table$/ }).click();
        await expect(page.getByRole('dialog', { name: 'All requests' })).toBeVisible();
        expect.soft(await violations(page), 'the table of requests').toEqual([]);
      });

      test(`the graph, its legend and a line, ${on}`, async ({ page }) => {
        test.slow();
        await openFlagship(page);
        await panel(page, 'Graph');
        await expect(page.locator('[data-ready="true"]')).toBeVisible();
        expect.soft(await violations(page), 'the graph').toEqual([]);
        const entry = page.getByRole('list', { name: 'Legend' }).getByRole('button').first();
        await entry.focus();
        await expect(page.getByRole('tooltip')).toBeVisible();
        expect.soft(await violations(page), 'an entry of the legend').toEqual([]);
        await entry.press('Enter');
        await entry.blur();
        expect.soft(await violations(page), 'an entry taken out').toEqual([]);
        await entry.press('Enter');
        await tapEdge(page, 'edge');
        if (width < 900) return; // there the paper that made the line opens
        await expect(page.getByRole('region', { name: 'About this line' })).toBeVisible();
        expect.soft(await violations(page), 'a line').toEqual([]);
      });

      test(`a bundle of a large organization, ${on}`, async ({ page }) => {
        test.slow();
        await openLarge(page);
        expect.soft(await violations(page), 'the organization').toEqual([]);
        await page.getByRole('button', { name: /org$/ }).click();
        await expect(page.locator('[data-tile]')).toHaveCount(40);
        await tapEdge(page, '.bundle.way');
        await expect(page.getByRole('region', { name: /tools.*web-prod/ })).toBeVisible();
        expect.soft(await violations(page), 'the bundle').toEqual([]);
      });
    });
  }
}

async function openFlagship(page: Page): Promise<void> {
  await page.goto(`/s/${FLAGSHIP}/?request=deploy`);
  await expect(
    page.getByRole('button', { name: 'Edit', exact: true }).locator('visible=true').first()
  ).toBeEnabled({ timeout: 20_000 });
}

/** Chooses the first line of a kind, as a press on the canvas does. */
async function tapEdge(page: Page, selector: string): Promise<void> {
  await page.locator('[data-ready="true"]').evaluate((canvas, selector) => {
    interface Core {
      edges(selector: string): { first(): { emit(name: string): void } };
    }
    const { _cyreg } = canvas as unknown as { readonly _cyreg: { readonly cy: Core } };
    _cyreg.cy.edges(selector).first().emit('tap');
  }, selector);
}
