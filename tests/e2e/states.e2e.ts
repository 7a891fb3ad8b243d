/** What is shown where there is nothing, or something is wrong: never a blank page, always a way on. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  FLAGSHIP,
  column,
  expect,
  open,
  openToWrite,
  replaceLine,
  stateOf,
  test,
  verdicts,
  write
} from './page.ts';

const ONE = readFileSync(
  fileURLToPath(new URL('../../scenarios/read-one-bucket.yaml', import.meta.url)),
  'utf8'
);

test('nothing loaded: questions to run, a place to paste, scenarios to copy', async ({ page }) => {
  await page.goto('/new/');
  await expect(page.getByRole('button', { name: 'Start from nothing' })).toBeEnabled();
  await expect(page.getByLabel('Paste a policy or a scenario')).toBeVisible();
  const questions = page.locator('a[href*="example="]');
  expect(await questions.count()).toBe(3);
  for (const address of await questions.evaluateAll((links) =>
    links.map((link) => (link as HTMLAnchorElement).href)
  )) {
    await page.goto(address);
    await expect(page.locator('[data-ready="true"]')).toBeVisible();
    expect(stateOf(page).request).toBe(new URL(address).searchParams.get('request'));
    await expect(page.getByText('The address names a request')).toBeHidden();
  }
});

test('a file that cannot be read: the last good world stays, with its time and a way to the problem', async ({
  page
}) => {
  await openToWrite(page, `/s/${FLAGSHIP}/`);
  const before = await verdicts(page);
  await column(page, 'File');
  const text = page.getByRole('textbox', { name: /the whole file$/ });
  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('{{');
  const banner = page.getByRole('status').filter({ hasText: 'cannot be read since your last change' });
  await expect(banner.locator('time')).toHaveText(/\d/);
  await expect(page.getByRole('list', { name: 'Problems' }).getByRole('listitem').first()).toBeVisible();
  expect(await verdicts(page)).toEqual(before);
  await banner.getByRole('button', { name: 'Undo' }).click();
  await expect(banner).toBeHidden();
});

test('a policy that AWS refuses and one that it stores have different signs', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  await replaceLine(await write(page, 'DenyRegions'), '"Effect": "Deny"', '"Effect": "Perhaps",');
  await column(page, 'File');
  await expect(page.getByRole('img', { name: 'AWS refuses this' }).first()).toBeVisible();
});

test('a newer format says what it is and can be read as far as it is known', async ({ page }) => {
  await paste(page, ONE.replace(/^bouncer: 1/m, 'bouncer: 2'));
  const problems = page.getByRole('list', { name: 'Problems' });
  await expect(problems).toContainText('format version 2 is not supported');
  await problems.getByRole('button', { name: /^Fix/ }).click();
  await expect(page.locator('[data-ready="true"]')).toBeVisible({ timeout: 20_000 });
  expect(Object.keys(await verdicts(page)).length).toBeGreaterThan(0);
});

for (const [state, hash, words] of [
  ['cut off', '#s=1.99999.abcdef.H4sIAAAAAAAA', /the end of the link is missing/],
  ['of a newer version', '#s=9.12.abcdef.H4sIAAAAAAAA', /This link cannot be opened/]
] as const) {
  test(`a link that is ${state} says so, and the table can be used`, async ({ page }) => {
    await page.goto(`/new/${hash}`);
    await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
    await page.getByRole('button', { name: 'Start from nothing' }).click();
    await expect(page.getByRole('button', { name: 'ask a question' })).toBeVisible();
  });
}

test('a world of one account and nobody in it, without a request', async ({ page }) => {
  await page.goto('/new/');
  await page.getByRole('button', { name: 'Start from nothing' }).click();
  await expect(page.getByText('Nothing is asked yet.')).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^main/ })).toBeVisible();
});

test('an address that names no request of the scenario is told', async ({ page }) => {
  await open(page, FLAGSHIP, '?request=nope');
  await expect(page.getByText('The address names a request that this scenario does not have.')).toBeVisible();
});

test('an address that names a scene alone shows where the scene stands', async ({ page }) => {
  await open(page, FLAGSHIP, '?scene=3');
  await expect(page.getByText(/^The address names/)).toBeHidden();
  const alone = await page.getByText(/^Step \d+ of \d+$/).textContent();
  await page.goto(`/s/${FLAGSHIP}/?scene=2`);
  await page.getByRole('region', { name: 'Walkthrough' }).getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(/^Step \d+ of \d+$/)).toHaveText(alone ?? '');
  expect(alone).not.toBe('Step 22 of 22');
});

test('an address that names no scene of the walkthrough is told, and shows the last', async ({ page }) => {
  await open(page, FLAGSHIP, '?scene=999');
  await expect(page.getByText(/^The address names a scene that the walkthrough does not have/)).toBeVisible();
});

test('a device that keeps nothing is told, and everything else works', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
  });
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  const before = await verdicts(page);
  await replaceLine(await write(page, 'DenyRegions'), '"Effect": "Deny"', '"Effect": "Allow",');
  await expect.poll(() => verdicts(page)).not.toEqual(before);
});

test('very long names stay in their places', async ({ page }) => {
  await paste(page, ONE.replace(/^title: .*/m, `title: ${'Long'.repeat(60)} name`));
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the verdict can be read, and the page says why it stands still', async ({ page }) => {
    await page.goto(`/s/${FLAGSHIP}/`);
    // A search by text passes over this element.
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.getByText(/^Allowed: the inline policy deploy-web lets/)).toBeVisible();
  });
});

test.describe('a wrong address', () => {
  test('finds what was meant and what is looked for', async ({ browser, baseURL }) => {
    // Its status is what it should be, so that it is no complaint here.
    const page = await browser.newPage();
    const answer = await page.goto(`${baseURL ?? ''}/s/tool-to-production/`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'Was it this?' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'From tools to production' })).toBeVisible();
    await page.getByRole('searchbox').fill('one bucket');
    await expect(page.getByRole('heading', { name: 'Found' })).toBeVisible();
    await page.close();
  });
});

async function paste(page: Page, text: string): Promise<void> {
  await page.goto('/new/');
  await expect(page.getByRole('button', { name: 'Start from nothing' })).toBeEnabled();
  await page.getByLabel('Paste a policy or a scenario').fill(text);
  await page.getByRole('button', { name: 'Look at it' }).click();
}
