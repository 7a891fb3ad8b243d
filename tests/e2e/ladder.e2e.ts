/** The first page's map and what one has done: walked by keys, told, saved, forgotten, taken in again. */
import { expect, test } from './page.ts';
import { openTask, standing } from './exercise.ts';

test('the map is walked by arrows, Home and End, and Enter opens the exercise', async ({ page }) => {
  await page.goto('/');
  const map = page.getByRole('group', { name: 'Map of the exercises' });
  const example = page.getByRole('region', { name: 'An example, step by step' });
  await expect(example.locator('.punctuation').first()).toBeVisible(); // from then on the page listens
  const first = map.getByRole('link', { name: /^1\.1 / });
  await first.focus();
  await expect(first).toHaveAttribute('tabindex', '0');
  await page.keyboard.press('ArrowRight');
  await expect(map.getByRole('link', { name: /^1\.2 / })).toBeFocused();
  await page.keyboard.press('End');
  await expect(map.locator('[data-number]').last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/exercises\/1-01-the-empty-badge\/?$/);
});

test('the address above the exercises leads to their map', async ({ page }) => {
  await page.goto('/exercises/');
  await expect(page).toHaveURL(/\/#map$/);
  await expect(page.getByRole('group', { name: 'Map of the exercises' })).toBeInViewport();
});

test('what is solved is told, saved as a file, forgotten, and taken in again', async ({ page }, info) => {
  await openTask(page, '1-01-the-empty-badge');
  await page.getByRole('button', { name: 'Show a solution' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take this over' }).first().click();
  await expect(standing(page)).toContainText('Solved');

  await page.goto('/');
  const progress = page.getByRole('region', { name: 'Your progress' });
  const place = page
    .getByRole('group', { name: 'Map of the exercises' })
    .getByRole('link', { name: /^1\.1 / });
  await expect(progress).toContainText('1 of 53 exercises done');
  await expect(place).toHaveAccessibleName(/, done$/);

  const saving = page.waitForEvent('download');
  await progress.getByRole('button', { name: 'Save as a file' }).click();
  const file = info.outputPath('progress.json');
  await (await saving).saveAs(file);

  const files = page.getByRole('list', { name: 'Files on this device' });
  await expect(files).toContainText('your attempt at exercise 1.1');
  await expect(files.getByRole('link')).toHaveAttribute('href', /\/exercises\/1-01-/);
  await progress.getByRole('button', { name: 'Forget all of it' }).click();
  await progress.getByRole('button', { name: 'Keep it' }).click();
  await expect(progress).toContainText('1 of 53');
  await progress.getByRole('button', { name: 'Forget all of it' }).click();
  await progress.getByRole('button', { name: 'Yes, forget all of it' }).click();
  await expect(progress).toContainText('0 of 53 exercises done');
  await expect(place).toHaveAccessibleName(/, to do$/);
  await expect(progress).toContainText('All progress is forgotten, and the attempt kept here is removed.');
  await expect(files.getByRole('listitem')).toHaveCount(0);

  await page.getByLabel('A file of progress').setInputFiles({
    name: 'notes.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{}')
  });
  await expect(progress).toContainText('notes.json holds no progress of Bouncer');
  await page.getByLabel('A file of progress').setInputFiles(file);
  await expect(progress).toContainText('1 of 53 exercises done');
  await page.reload();
  await expect(progress).toContainText('1 of 53 exercises done');
});
