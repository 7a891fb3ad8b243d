/** Myths, questions and terms: each leads to a request at the step that shows it, and exercises lead to their terms. */
import { expect, test } from './page.ts';

test('a myth runs: the world opens at the request and the step', async ({ page }) => {
  await page.goto('/myths/#tuesdays');
  const myth = page.getByRole('article').filter({ hasText: 'on Tuesdays from nine to five' });
  await myth.getByRole('link', { name: /^Run it .*a week later.*implicitly denied$/ }).click();
  await expect(page).toHaveURL(/\/new\/\?example=one-tuesday&request=next-tuesday&step=/);
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  await expect(page.getByText(/Statement NineToFive .* allows nothing here/).first()).toBeVisible();
});

test('a question runs in a scenario, the first page and the palette lead to it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: /^Questions that are asked/ }).click();
  await page
    .getByRole('link', { name: 'One policy allows, another denies. Which one wins?' })
    .first()
    .click();
  await expect(page).toHaveURL(/\/faq\/#allow-and-deny$/);
  await page.getByRole('link', { name: /^Run it Ada, whom two policies let in/ }).click();
  await expect(page).toHaveURL(/\/s\/deny-beats-allow\/\?request=ada-reads-payroll&step=denySweep$/);
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('glossary of');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/glossary\/?$/);
});

test('terms lead to each other, and on a phone the letters lead to terms', async ({ page }) => {
  await page.goto('/glossary/');
  const terms = page.getByRole('navigation', { name: 'Terms' });
  await terms.getByRole('link', { name: 'trust policy' }).click();
  await expect(page.locator('#trust-policy')).toBeInViewport();
  await page.locator('#trust-policy').getByRole('link', { name: 'external id' }).click();
  await expect(page.locator('#external-id')).toBeInViewport();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(terms.getByRole('link', { name: 'trust policy' })).toBeHidden();
  await terms.getByRole('link', { name: 'W', exact: true }).click();
  await expect(page.locator('#wildcard')).toBeInViewport();
});

test('a rule in the margin leads to the rule', async ({ page }) => {
  await page.goto('/myths/#scps-bind-everybody');
  await page.locator('#scps-bind-everybody').getByRole('link', { name: 'SVC-30' }).click();
  await expect(page).toHaveURL(/\/limits\/?#SVC-30$/);
  await expect(page.locator('#SVC-30')).toBeVisible();
});

test('the debrief of an exercise leads to its terms, and back to where one was', async ({ page }) => {
  await page.goto('/exercises/1-03-not-yet-a-policy/');
  await page.getByRole('button', { name: 'Show a solution' }).click();
  await page.getByRole('button', { name: 'Take this over' }).first().click();
  const debrief = page.getByRole('button', { name: 'Debrief' });
  await debrief.click();
  await page.getByRole('link', { name: 'policy document' }).click();
  await expect(page).toHaveURL(/\/glossary\/#policy-document$/);
  await expect(page.locator('#policy-document')).toBeInViewport();
  await page.goBack();
  await expect(debrief).toBeVisible();
});
