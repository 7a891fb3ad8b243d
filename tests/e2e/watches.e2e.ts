/** What an edit flips is told and taken back where it is told; a fact left open makes the verdict a condition. */
import { FLAGSHIP, expect, openToWrite, stateOf, test, verdicts } from './page.ts';

test('a word of the sentence is changed, the ticker tells what flipped, and takes it back', async ({
  page
}) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=enter`);
  const before = await verdicts(page);
  await page.getByRole('button', { name: 'prod-deploy @prod' }).click();
  const sheet = page.getByRole('dialog', { name: 'Change prod-deploy' });
  await expect(sheet.getByRole('combobox', { name: 'On' })).toBeFocused();
  await page.keyboard.insertText('prod:role/admin');
  await page.keyboard.press('Enter');
  await expect(sheet).toBeHidden();
  await expect
    .poll(async () => (await verdicts(page))['Jenkins puts on the hat of prod-deploy'])
    .toBe('implicitly denied');
  await page.getByRole('button', { name: /^\+0 −1 since your edit/ }).click();
  const told = page.getByRole('dialog', { name: 'What your edits flipped' });
  await expect(told.getByText('Let enter act on prod:role/admin')).toBeVisible();
  await told.getByRole('button', { name: 'Take it back' }).click();
  await expect.poll(() => verdicts(page)).toEqual(before);
  await expect(told.getByText('Every request ends as it did at the start.')).toBeVisible();
});

test('a dial left open makes the verdict a condition, and back', async ({ page }) => {
  await openToWrite(page, '/s/mfa-that-isnt/');
  const dial = (name: RegExp) => page.getByRole('list', { name: 'Facts' }).getByRole('button', { name });
  const watches = Object.keys(await verdicts(page));
  const first = watches[0] ?? '';
  await dial(/MFA/).click();
  await page.getByRole('button', { name: /^left open/ }).click();
  await expect(dial(/MFA left open/)).toBeVisible();
  await expect.poll(async () => (await verdicts(page))[first]).toMatch(/^allowed when .*MFA/);
  await dial(/MFA left open/).click();
  await page.getByRole('button', { name: /^as it comes/ }).click();
  await expect(dial(/MFA left open/)).toHaveCount(0);
});

test('n and Shift+N go through the requests', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=deploy`);
  await page.keyboard.press('n');
  await expect.poll(() => stateOf(page).request).toBe('enter');
  await page.keyboard.press('Shift+N');
  await expect.poll(() => stateOf(page).request).toBe('deploy');
});

test('all requests stand in a table, where one expects what it is now', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=enter`);
  await page.getByRole('button', { name: /as a table$/ }).click();
  const table = page.getByRole('dialog', { name: 'All requests' });
  await expect(table.getByText('10 requests; 10 of 10 as expected')).toBeVisible();
  await table.getByRole('button', { name: 'New request' }).click();
  await expect(table.getByText('11 requests; 10 of 10 as expected')).toBeVisible();
  await table.getByRole('button', { name: /^expect this/ }).click();
  await expect(table.getByText('11 requests; 11 of 11 as expected')).toBeVisible();
});
