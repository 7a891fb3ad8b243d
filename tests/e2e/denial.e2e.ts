/** Denials pasted where pastes are taken: on the first page and the empty table, over an open world, and into the box behind the button. */
import type { Page } from '@playwright/test';
import { expect, open, stateOf, test, verdicts } from './page.ts';

const SAID =
  'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::123456789012:user/John is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::reports/q1.csv" because no identity-based policy allows the s3:PutObject action';

/** Puts a text on the clipboard and pastes it where nobody types. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.locator('body').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Control+v');
}

test('on the empty table it becomes a world with the refused call as its request', async ({ page }) => {
  await page.goto('/new/');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
  await paste(page, SAID);
  await expect(page).toHaveURL(/[?&]file=\w+/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('AWS refused s3:PutObject');
  await expect.poll(async () => Object.values(await verdicts(page))).toEqual(['implicitly denied']);
});

test('on the first page it becomes such a world as well', async ({ page }) => {
  await page.goto('/');
  const example = page.getByRole('region', { name: 'An example, step by step' });
  await expect(example.locator('.punctuation').first()).toBeVisible(); // from then on it listens
  await paste(page, SAID);
  await expect(page).toHaveURL(/\/new\/\?file=\w+/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('AWS refused s3:PutObject');
});

test('over an open world it is recognised, read, and asked at the step that decides', async ({ page }) => {
  await open(page, 'read-one-bucket');
  await expect(page.getByRole('button', { name: 'Denied?' })).toBeEnabled();
  await paste(page, SAID);
  const sheet = page.getByRole('dialog', { name: 'What AWS refused' });
  await expect(sheet.getByLabel('Action')).toHaveValue('s3:PutObject');
  await expect(sheet.getByLabel('Resource')).toHaveValue('arn:aws:s3:::reports/q1.csv');
  await expect(sheet.getByText('no allow in an identity-based policy')).toBeVisible();
  await expect(
    sheet.getByText('account account-9012; user John in account-9012, without policies')
  ).toBeVisible();
  await sheet.getByRole('button', { name: 'Ask it here' }).click();
  await expect(sheet).toBeHidden();
  await expect.poll(() => stateOf(page)).toEqual({ request: 'denied', step: 'identity' });
  await expect(
    page.getByText(
      /This file comes to the same: the silence of an identity-based policy\. But what was added/
    )
  ).toBeVisible();
});

test('what is no denial is said to be none, and nothing is asked', async ({ page }) => {
  await open(page, 'read-one-bucket');
  await page.getByRole('button', { name: 'Denied?' }).click();
  const sheet = page.getByRole('dialog', { name: 'What AWS refused' });
  await sheet.getByRole('textbox').fill('The quick brown fox');
  await expect(sheet.getByText('No denial is found in this text.')).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Ask it here' })).toHaveCount(0);
});
