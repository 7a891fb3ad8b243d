/** The first page: an example that the HTML already shows, every scenario, files dropped, kept and opened again. */
import type { Page } from '@playwright/test';
import { SCENARIOS, drawn, expect, rested, test } from './page.ts';

declare global {
  interface Window {
    /** How far things on the page have moved by themselves, as the browser scores it, and how to ask for all of it. */
    shifted: number;
    shiftedSoFar: () => number;
  }
}

const example = (page: Page) => page.getByRole('region', { name: 'An example, step by step' });
const yourFiles = (page: Page) => page.getByRole('region', { name: 'Your files' });

const POLICY =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::mine/*"}]}';

/** Goes to the first page and waits until it listens: the example is coloured by what comes with that. */
async function come(page: Page): Promise<void> {
  await page.goto('/');
  await expect(example(page).locator('.punctuation').first()).toBeVisible();
}

/** Chooses files as the dialog would. */
async function choose(page: Page, ...files: readonly { name: string; text: string }[]): Promise<void> {
  await page
    .getByLabel('Scenario or policy files')
    .setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }))
    );
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the first step of the example and all scenarios are there', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why was it allowed? Why was it not?');
    await expect(example(page).getByText('An anonymous caller asks')).toBeVisible();
    await expect(example(page).getByText('"ForEverybody"')).toBeVisible();
    for (const name of SCENARIOS) {
      // Some lie on the map as well.
      await expect(page.locator(`.chapter a[href$="/s/${name}"]`)).toHaveCount(1);
    }
  });
});

test('the example is stepped to its verdict by keyboard alone, for each question', async ({ page }) => {
  await come(page);
  for (const [question, decision] of [
    ['Can a stranger read my bucket?', 'allowed'],
    ['Can Dana change a report?', 'implicitDeny'],
    ['Can the administrator delete it?', 'explicitDeny']
  ] as const) {
    const button = example(page).getByRole('button', { name: question });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
    await expect(example(page).locator(`.stamp.${decision}`)).toBeVisible();
  }
});

test('the world of the example can be changed', async ({ page }) => {
  await come(page);
  await example(page).getByRole('link', { name: 'Change this world' }).click();
  await expect(page).toHaveURL(/\/new\/?\?example=stranger/);
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
});

test('a policy is put into a world, kept, and opened again from the list; removed, it is gone', async ({
  page
}) => {
  await come(page);
  await expect(yourFiles(page)).toHaveCount(0);
  await choose(page, { name: 'reader.json', text: POLICY });
  await expect(page).toHaveURL(/\/new\/?\?file=\w+/);
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  await rested(page);
  const address = page.url();

  await come(page);
  await yourFiles(page).getByRole('link').click();
  await expect(page).toHaveURL(address);
  await rested(page);

  await come(page);
  await yourFiles(page)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(yourFiles(page).getByRole('link')).toHaveCount(0);
  await yourFiles(page).getByRole('button', { name: 'Bring it back' }).click();
  await expect(yourFiles(page).getByRole('link')).toHaveCount(1);
});

test('several scenarios are a file each', async ({ page }) => {
  await come(page);
  await choose(
    page,
    { name: 'a.yaml', text: 'bouncer: 1\ntitle: One\naccounts:\n  a: { id: "111111111111" }\n' },
    { name: 'b.yaml', text: 'bouncer: 1\ntitle: Two\naccounts:\n  a: { id: "111111111111" }\n' }
  );
  await expect(page).toHaveURL(/\/new\/?\?file=/);
  await rested(page);
  await come(page);
  await expect(yourFiles(page).getByRole('link', { name: /One|Two/ })).toHaveCount(2);
});

test('what is neither scenario nor policy is told, and nothing is kept', async ({ page }) => {
  await come(page);
  await choose(page, { name: 'a.txt', text: 'milk' }, { name: 'b.txt', text: 'eggs' });
  await expect(page.getByRole('status').filter({ hasText: 'Nothing was opened' })).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  await expect(yourFiles(page)).toHaveCount(0);
});

for (const width of [1440, 1024, 390, 360]) {
  test(`nothing moves and nothing is wider than a screen of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.addInitScript(() => {
      const heard = new PerformanceObserver((list) => add(list.getEntries()));
      const add = (entries: readonly PerformanceEntry[]) => {
        for (const entry of entries) window.shifted += 'value' in entry ? Number(entry.value) : 0;
      };
      window.shifted = 0;
      window.shiftedSoFar = () => {
        add(heard.takeRecords());
        return window.shifted;
      };
      heard.observe({ type: 'layout-shift' });
    });
    await come(page);
    await page.evaluate(async () => (await document.fonts.ready).size);
    await drawn(page);
    const { shift, reaches } = await page.evaluate(() => ({
      shift: window.shiftedSoFar(),
      reaches: document.documentElement.scrollWidth
    }));
    expect(shift, 'fonts may break a line elsewhere as they come, no more').toBeLessThan(0.1);
    expect(reaches).toBeLessThanOrEqual(width);
  });
}
