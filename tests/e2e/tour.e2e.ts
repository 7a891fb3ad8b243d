/** The walkthrough of the flagship: seven scenes by keys and by buttons, and what an edit makes of them. */
import type { Page } from '@playwright/test';
import { FLAGSHIP, current, expect, openToWrite, replaceLine, stateOf, test, write } from './page.ts';

const SCENES: readonly (readonly [title: string, request: string, step: string])[] = [
  ['Who is who', 'enter', 'asked'],
  ['The door names jenkins', 'enter', 'resource@prod-deploy/trust#PipelineMayEnter'],
  ['Jenkins may knock', 'enter', 'identity@jenkins/may-assume#MayKnock'],
  ['Two signatures', 'enter', 'verdict'],
  ['What the hat may do', 'deploy', 'identity@prod-deploy/deploy-web#UpdateWeb'],
  ['And nothing else', 'pass-admin', 'identity'],
  ['The roof over prod', 'wrong-region', 'scp@Workloads/DenyRegions#OnlyVirginia']
];

const tour = (page: Page) => page.getByRole('region', { name: 'Walkthrough' });

/** The scene stands there: its title, its request, its step, and no notice that something is gone. */
async function expectScene(page: Page, index: number): Promise<void> {
  const [title = '', request, step] = SCENES[index] ?? [];
  await expect(tour(page).getByRole('heading', { level: 2 })).toHaveText(title);
  await expect(tour(page)).toContainText(new RegExp(`${index + 1}\\s*/ 7`));
  await expect.poll(() => stateOf(page)).toEqual({ request, step });
  await expect(page.getByText(/not here any more/)).toHaveCount(0);
  await expect(tour(page).getByText('No longer true')).toHaveCount(0);
}

test('seven scenes by keys, and out again', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/`);
  const start = page.getByRole('button', { name: 'Walkthrough', exact: true });
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(tour(page)).toBeFocused();
  const keys = ['ArrowRight', 'PageDown', ' '];
  for (const index of SCENES.keys()) {
    await expectScene(page, index);
    await page.keyboard.press(keys[index % keys.length] ?? '');
  }
  await expectScene(page, 6);
  await page.keyboard.press('ArrowLeft');
  await expectScene(page, 5);
  const note = page.getByRole('complementary', { name: 'Note for the presenter' });
  await page.keyboard.press('n');
  await expect(note).toContainText('one deployment away');
  await page.keyboard.press('n');
  await expect(note).toBeHidden();
  await page.keyboard.press('Home');
  await expectScene(page, 0);
  await page.keyboard.press('Escape');
  await expect(tour(page)).toBeHidden();
  await expect(page).not.toHaveURL(/scene=/);
  await expect(start).toBeFocused();
});

test('seven scenes by buttons, and a link to one of them', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/`);
  await page.getByRole('button', { name: 'Walkthrough', exact: true }).click();
  const next = tour(page).getByRole('button', { name: 'Next' });
  for (const index of SCENES.keys()) {
    await expectScene(page, index);
    if (index < SCENES.length - 1) await next.click();
  }
  await expect(next).toBeDisabled();
  await tour(page).getByRole('button', { name: /^3: / }).click();
  await expectScene(page, 2);
  await tour(page).getByRole('button', { name: 'Back' }).click();
  await expectScene(page, 1);
  await page.reload();
  await expectScene(page, 1);
  await tour(page).getByRole('button', { name: 'Leave' }).click();
  await expect(tour(page)).toBeHidden();
});

test('left by a link’s own scene, one stands at the step that it showed', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?scene=3`);
  await expect(tour(page).getByRole('heading', { level: 2 })).toHaveText('Jenkins may knock');
  const count = await page.getByText(/^Step \d+ of \d+$/).textContent();
  await page.keyboard.press('Escape');
  await expect(tour(page)).toBeHidden();
  await expect(page.getByText(count ?? '', { exact: true })).toBeVisible();
  await expect(current(page).locator('button').first()).toBeFocused();
});

test('a scene that an edit has made untrue says so, and is true again after an undo', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/`);
  await page.getByRole('button', { name: 'Walkthrough', exact: true }).click();
  await tour(page).getByRole('button', { name: /^3: / }).click();
  await expectScene(page, 2);
  await replaceLine(await write(page, 'may-assume'), '"Effect": "Allow"', '"Effect": "Deny",');
  await expect(tour(page)).toContainText('This scene says allowed; the request is now explicitly denied.');
  const torn = tour(page).getByRole('button', { name: /, no longer true$/ });
  await expect(torn, 'all others come through that door').toHaveCount(7);
  // What is typed belongs to the text, be it a key of the walkthrough.
  await page.keyboard.type(' n');
  await expect(tour(page)).toContainText(/3\s*\/ 7/);
  for (let i = 0; i < 2; i++) await page.keyboard.press('Backspace');
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  while (await undo.isEnabled()) await undo.click();
  await expect(torn).toHaveCount(0);
  await expect(tour(page).getByText('No longer true')).toHaveCount(0);
});
