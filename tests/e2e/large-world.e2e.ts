/** A large organization: made on the page, folded, unfolded, its bundles listed, narrowed, searched. */
import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';

async function openLarge(page: Page): Promise<void> {
  await page.goto('/new/');
  const open = page.getByRole('button', { name: /^A large organization/ });
  await expect(open).toBeEnabled();
  await open.click();
  await expect(page.locator('[data-ready="true"]')).toBeAttached({ timeout: 30_000 });
}

const tile = (page: Page, account: string) =>
  page.locator('[data-tile]').filter({ has: page.locator('.name', { hasText: new RegExp(`^${account}$`) }) });

test('opens with everything folded that the request is not about, and says so', async ({ page }) => {
  await openLarge(page);
  await expect(page.getByText('Folded: everything off the request’s path')).toBeVisible();
  await expect(page.getByText(/^40 accounts, /)).toBeVisible();
  await expect(page.locator('[data-tile]')).toHaveCount(38);
  await expect(page.locator('[data-minimap]')).toBeVisible();
  await page.getByRole('button', { name: /org$/ }).click();
  await expect(page.locator('[data-tile]')).toHaveCount(40);
  await expect(page.getByText('Folded: every account')).toBeVisible();
});

test('an account is unfolded and folded by itself', async ({ page }) => {
  await openLarge(page);
  await expect(tile(page, 'data-prod')).toHaveCount(1);
  await page.getByRole('treeitem', { name: /^data-prod \d/ }).click();
  // In the outline a letter leads to the next row that begins with it.
  await page.getByRole('treeitem', { name: /^data-prod \d/ }).blur();
  await page.keyboard.press('o');
  await expect(tile(page, 'data-prod')).toHaveCount(0);
  await expect(page.getByText('Folded: 37 accounts')).toBeVisible();
  await page.keyboard.press('o');
  await expect(tile(page, 'data-prod')).toHaveCount(1);
});

test('only what fits a filter is drawn', async ({ page }) => {
  await openLarge(page);
  await page.getByRole('combobox', { name: 'OU' }).selectOption({ label: 'Security' });
  await expect(page.locator('[data-tile]')).toHaveCount(2);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.locator('[data-tile]')).toHaveCount(38);
});

test('a bundle opens as a list, in which each line can be chosen', async ({ page }) => {
  await openLarge(page);
  await page.getByRole('button', { name: /org$/ }).click();
  await expect(page.locator('[data-tile]')).toHaveCount(40);
  await page.locator('[data-ready="true"]').evaluate((canvas) => {
    interface Core {
      edges(selector: string): { first(): { emit(name: string): void } };
    }
    const { _cyreg } = canvas as unknown as { readonly _cyreg: { readonly cy: Core } };
    _cyreg.cy.edges('.bundle.way').first().emit('tap');
  });
  const list = page.getByRole('region', { name: /tools.*web-prod/ });
  await expect(list.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(list.getByText('Names one role. On the request’s path.')).toBeVisible();
  await expect(list.getByText(/break-glass trusts all of tools/)).toBeVisible();
  await expect(list.getByRole('heading', { name: 'Other lines' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
});
