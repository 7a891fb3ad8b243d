/** An exercise in each of its states, wide, middling and on a phone: axe finds nothing, nothing runs over the edge. */
import { sound } from './axe.ts';
import { openPlace, openTask, policyAfter, policyAt, standing, taskOf, typeWhole } from './exercise.ts';
import { PHONE, expect, panel, test } from './page.ts';

const VIEWS = [
  [1440, 900, 'light'],
  [1024, 768, 'dark'],
  [390, 844, 'light'],
  [390, 844, 'dark']
] as const;

for (const [width, height, colorScheme] of VIEWS) {
  test.describe(`${width} wide, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test(`a small one from its start to the debrief, ${width} wide, ${colorScheme}`, async ({ page }) => {
      await openTask(page, '1-01-the-empty-badge');
      await sound(page, 'the start');
      await page.getByRole('radio', { name: 'Allowed' }).check({ force: true });
      await page.getByRole('button', { name: 'That is my call' }).click();
      await panel(page, 'Ask');
      await expect(page.getByRole('region', { name: 'Predict' })).toContainText('Not so');
      await page.getByRole('button', { name: 'Hint 3' }).click();
      await sound(page, 'a wrong prediction, three hints');
      await page.getByRole('button', { name: 'Show a solution' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await sound(page, 'the solution');
      await page.getByRole('dialog').getByRole('button', { name: 'Take this over' }).first().click();
      await expect(standing(page)).toContainText('Solved');
      await sound(page, 'solved');
      await standing(page).getByRole('button', { name: 'Debrief' }).click();
      await sound(page, 'the debrief');
    });
  });
}

test('a larger one: start, a thing that is unlocked, the foot of a decoy', async ({ page }) => {
  const task = taskOf('4-06-passing-the-hat');
  await openTask(page, '5-02-tools-to-production');
  await sound(page, 'the start');
  await openPlace(page, 2);
  await expect(page.getByRole('article', { name: 'role prod-deploy' })).toBeVisible();
  await sound(page, 'a thing');
  await openTask(page, task.name);
  await openPlace(page);
  const [decoy] = task.exercise.decoys;
  if (!decoy) throw new Error('no decoy');
  await typeWhole(page, policyAfter(task, decoy, policyAt(task, task.exercise.edit[0]?.at ?? '')));
  await expect(standing(page).getByRole('button', { name: 'Step there' })).toBeVisible();
  await sound(page, 'a decoy');
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('what one may touch is as large as a finger, and the task begins in the upper third', async ({
    page
  }) => {
    for (const name of ['1-01-the-empty-badge', '5-02-tools-to-production']) {
      await openTask(page, name);
      const small = await page
        .locator('.ex-head, .ex-task, .foot')
        .getByRole('button')
        .evaluateAll((buttons) =>
          buttons.flatMap((button) => {
            const { width, height } = button.getBoundingClientRect();
            const isSeen = button.checkVisibility() && width > 0;
            return isSeen && (width < 43.5 || height < 43.5)
              ? [`${button.textContent.trim()} ${width}×${height}`]
              : [];
          })
        );
      expect(small, name).toEqual([]);
      const brief = await page.getByRole('region', { name: 'Brief' }).boundingBox();
      expect(brief?.y ?? 999, name).toBeLessThan(844 / 3);
    }
  });
});
