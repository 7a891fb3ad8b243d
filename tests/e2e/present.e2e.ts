/** Presenting: scenes over the whole window, names hidden unless one shows them, out to the page itself and back. */
import { FLAGSHIP, expect, test } from './page.ts';

const NAMES = /jenkins|prod\b|\btools\b|dana\b|1111 1111 1111|111111111111/i;

test('a link presents without names; live and back to the same scene; the names when asked for', async ({
  page
}) => {
  await page.goto(`/s/${FLAGSHIP}/?present=1&scene=4`);
  const stage = page.getByRole('main', { name: 'Presenting' });
  await expect(stage.getByRole('heading', { level: 1 })).toHaveText('Two signatures');
  await expect(stage.locator('.end .stamp')).toBeVisible();
  await expect(stage).toContainText('still true');
  expect(await page.locator('body').innerText()).not.toMatch(NAMES);
  expect(await page.title()).not.toMatch(NAMES);

  await page.keyboard.press('PageUp');
  await expect(stage).toContainText(/3\s*\/\s*7|3\s*of\s*7/);
  await page.keyboard.press('n');
  await expect(stage.getByRole('complementary', { name: 'Note for the presenter' })).toBeVisible();

  await page.keyboard.press('r');
  await expect(stage).toBeHidden();
  await expect(page.getByText('Live: this is the page itself')).toBeVisible();
  expect(await page.locator('body').innerText()).not.toMatch(NAMES);
  await expect(page).not.toHaveURL(/step=[^&]*jenkins/);
  await page.keyboard.press('Escape');
  await expect(stage).toContainText(/3\s*\/\s*7|3\s*of\s*7/);

  await page.keyboard.press('h');
  await expect(stage).toContainText('jenkins');
  await page.keyboard.press('Escape');
  await expect(stage).toBeHidden();
  await expect(page).not.toHaveURL(/present|redact|scene/);
});
