/** What stands at a verdict: its open facts, what it is made of, what would change it, and what is unwise in a file. */
import { FLAGSHIP, column, expect, openToWrite, replaceLine, test, verdicts, write } from './page.ts';

test('a way in which open facts may lie is taken, and taken back', async ({ page }) => {
  await openToWrite(page, '/s/mfa-that-isnt/?request=ravi-deletes');
  const before = await verdicts(page);
  const table = page.getByRole('region', { name: 'What the open facts decide' });
  await table
    .getByRole('button', { name: /^take these facts: / })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(table).toBeHidden();
  await expect(page.getByText(/^Allowed: /)).toBeVisible();
  await expect(
    page.getByRole('group', { name: 'Right column' }).locator('[aria-pressed="true"]')
  ).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => verdicts(page)).toEqual(before);
  await expect(table).toBeVisible();
});

test('an edit that flips the decision is applied by keyboard, and taken back', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  const before = await verdicts(page);
  await page.getByRole('button', { name: 'What would change it' }).press('Enter');
  const heading = page.getByRole('heading', { name: 'What would change it' });
  await expect(heading).toBeFocused();
  const first = page.getByRole('button', { name: 'Try it', exact: true }).first();
  await expect(first).toBeVisible({ timeout: 20_000 });
  await first.press('Enter');
  await page.getByRole('button', { name: 'Apply', exact: true }).press('Enter');
  await expect(heading).toBeFocused();
  await expect(page.getByText('The pipeline rolls out to Paris by mistake is allowed.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => verdicts(page)).toEqual(before);
});

test('a copy is two checks, and each line of its receipt leads to its verdict', async ({ page }) => {
  await openToWrite(page, '/s/home-folders/?request=omar-copies');
  const receipt = page.getByRole('region', { name: 'Receipt' });
  await expect(receipt).toContainText('CopyObject, 2 checks');
  await expect(receipt).toContainText(/Total\s*implicitly denied/);
  await expect(page.getByRole('region', { name: 'AWS would answer' })).toContainText('s3:GetObject');
  await receipt.getByRole('button', { name: /a copy reads its source/ }).press('Enter');
  await expect(page.getByText(/^Denied: no identity-based policy of omar@office/)).toBeVisible();
});

test('a problem is mended with one key', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=deploy`);
  const before = await verdicts(page);
  await replaceLine(await write(page, 'deploy-web'), '"Effect": "Allow"', '"Effect": "allow",');
  await expect.poll(() => verdicts(page)).not.toEqual(before);
  await page.getByRole('button', { name: 'Fix: Write Allow' }).first().press('Enter');
  await expect.poll(() => verdicts(page)).toEqual(before);
});

test('a finding is marked in the file and leads to its reason', async ({ page, context }) => {
  await openToWrite(page, '/s/mfa-that-isnt/');
  await column(page, 'File');
  const link = page.getByRole('list', { name: 'Findings' }).getByRole('link').first();
  const address = await link.getAttribute('href');
  const [reason] = await Promise.all([context.waitForEvent('page'), link.press('Enter')]);
  await reason.waitForLoadState();
  expect(new URL(reason.url()).hash).toBe(new URL(address ?? '', page.url()).hash);
  await expect(reason.locator('article:target')).toBeInViewport();
  await page.getByRole('list', { name: 'Findings' }).getByRole('button').first().click();
  await expect(page.locator('.cm-lintRange').first()).toBeVisible();
});
