/** Presenting: scenes over the whole window, names hidden unless one shows them, out to the page itself and back. */
import { FLAGSHIP, expect, openToWrite, test } from './page.ts';

const NAMES = /jenkins|prod\b|\btools\b|dana\b|1111 1111 1111|111111111111/i;

test('a link presents without names; live and back to the same scene; the names when asked for', async ({
  page
}) => {
  await page.goto(`/s/${FLAGSHIP}/?present=1&scene=4`);
  const stage = page.getByRole('main', { name: 'Presenting' });
  await expect(stage.getByRole('heading', { level: 1 })).toHaveText('Two signatures');
  await expect(stage.getByText('ALLOWED')).toBeVisible();
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

test('a walk is recorded, and its scenes are kept in the file', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=enter`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('record your stepping');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Recording: 1 step\./)).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.getByText(/Recording: 2 steps/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Scenes of the recording' });
  await sheet.getByRole('button', { name: 'Drop scene 1' }).click();
  await sheet.getByRole('textbox', { name: 'Title' }).fill('How it begins');
  await sheet.getByRole('button', { name: 'Add 1 scene to the file' }).click();
  await page.getByRole('button', { name: 'Walkthrough', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Walkthrough' })).toContainText(/\/ 8/);
});
