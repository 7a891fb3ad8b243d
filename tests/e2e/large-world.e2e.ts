/** A large organization: made on the page, folded, unfolded, its bundles listed, narrowed, searched. */
import type { Page } from '@playwright/test';
import { expect, kept, openLarge, test } from './page.ts';

// Where something lies is asked once and clicked at: nothing may glide meanwhile.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

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

/** What the test asks of a canvas: cytoscape's core, behind its element. */
interface Core {
  edges(selector: string): {
    first(): { renderedMidpoint(): { readonly x: number; readonly y: number } };
  };
}

/** The section `layout` of the one file that is kept. */
async function layoutOf(page: Page): Promise<unknown> {
  const [file] = await kept(page);
  return file && (JSON.parse(file.text) as { readonly layout?: unknown }).layout;
}

/** A place on the page at which the canvas has the first line of a kind. */
async function onLine(page: Page, selector: string) {
  return page.locator('[data-ready="true"]').evaluate((canvas, wanted) => {
    const { _cyreg } = canvas as unknown as { readonly _cyreg: { readonly cy: Core } };
    const { left, top } = canvas.getBoundingClientRect();
    const { x, y } = _cyreg.cy.edges(wanted).first().renderedMidpoint();
    return { x: left + x, y: top + y };
  }, selector);
}

async function middleOf(page: Page, account: string) {
  const box = await tile(page, account).locator('.wall').boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

test('a tile opens with two clicks, the file keeps it so, and undo folds it again', async ({ page }) => {
  await openLarge(page);
  await page.getByRole('button', { name: 'Fit the graph' }).click();
  const { x, y } = await middleOf(page, 'payer');
  await page.mouse.dblclick(x, y);
  await expect(tile(page, 'payer')).toHaveCount(0);
  await expect.poll(() => layoutOf(page), { timeout: 30_000 }).toEqual({ payer: { folded: false } });
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(tile(page, 'payer')).toHaveCount(1, { timeout: 30_000 });
});

test('a tile is moved like a node, and the file keeps its place', async ({ page }) => {
  await openLarge(page);
  await page.getByRole('button', { name: 'Fit the graph' }).click();
  const { x, y } = await middleOf(page, 'payer');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y - 12, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => layoutOf(page), { timeout: 30_000 }).toHaveProperty('payer.x', expect.any(Number));
  await expect(tile(page, 'payer')).toHaveCount(1);
});

test('a click on a line of many opens its list, and the list can be opened again', async ({ page }) => {
  await openLarge(page);
  await page.getByRole('button', { name: /org$/ }).click();
  await expect(page.locator('[data-tile]')).toHaveCount(40);
  await page.getByRole('button', { name: 'Fit the graph' }).click();
  const list = page.getByRole('region', { name: /tools.*web-prod/ });
  for (const time of ['first', 'second']) {
    const { x, y } = await onLine(page, '.bundle.way');
    await page.mouse.click(x, y);
    await expect(list, time).toBeVisible();
    await list.getByRole('button', { name: 'Close the list' }).click();
    await expect(list, time).toBeHidden();
  }
});

test('the small map leads to where it is pressed, and follows the pointer', async ({ page }) => {
  await openLarge(page);
  const map = page.locator('[data-minimap]');
  const view = map.locator('.view');
  const left = async () => Number(await view.getAttribute('x'));
  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.8, y + height / 2);
  await page.mouse.down();
  await expect.poll(left).toBeGreaterThan(300);
  const before = await left();
  await page.mouse.move(x + width * 0.4, y + height / 2, { steps: 3 });
  await page.mouse.up();
  await expect.poll(left).toBeLessThan(before);
});

test('the lens leaves the way of the request, by a key and by its button', async ({ page }) => {
  await openLarge(page);
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Lens' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.far').first()).toBeAttached();
  await page.getByRole('button', { name: 'Lens' }).click();
  await expect(page.locator('.far')).toHaveCount(0);
});

test('who is near shows statements, and a statement leads to its text', async ({ page }) => {
  await openLarge(page);
  await page.getByRole('button', { name: /statement$/ }).click();
  const line = page.locator('[data-choice]').filter({ hasText: 's3:PutObject' }).first();
  await expect(line).toBeAttached();
  await line.dispatchEvent('click');
  await expect(page.getByRole('heading', { name: /The inline policy roll/ })).toBeVisible();
});

test('what is found is shown, wherever it was folded', async ({ page }) => {
  await openLarge(page);
  await expect(tile(page, 'search-prod')).toHaveCount(1);
  await page.keyboard.press('/');
  await page.keyboard.type('service-5 search-prod');
  await expect(page.getByRole('option', { name: /service-5.*search-prod/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(tile(page, 'search-prod')).toHaveCount(0);
});
