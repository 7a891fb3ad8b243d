/** The paper on the whole page: pointing both ways, changing by choosing, and what differs from the start. */
import type { Locator } from '@playwright/test';
import { FLAGSHIP, column, expect, openToWrite, stateOf, test, verdicts } from './page.ts';

const STEP = 'resource@prod-deploy/trust#PipelineMayEnter:Principal';
const AT = `/s/${FLAGSHIP}/?request=enter&detail=elements&step=${encodeURIComponent(STEP)}`;
const ENTERS = 'Jenkins puts on the hat of prod-deploy';

/** A picture of something once it has stopped changing. */
async function still(what: Locator): Promise<Buffer> {
  let seen = await what.screenshot();
  await expect
    .poll(async () => {
      const before = seen;
      seen = await what.screenshot();
      return seen.equals(before);
    })
    .toBe(true);
  return seen;
}

test('a chip lights its text and the drawing, the text its chip, and a line leads to its step', async ({
  page
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openToWrite(page, AT);
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  const paper = page.getByRole('region', { name: 'Policy', exact: true });
  const json = page.getByRole('region', { name: /as JSON$/ });
  const graph = page.getByRole('region', { name: 'Graph', exact: true });
  const unlit = await still(graph);
  await paper.getByRole('button', { name: /^Principal / }).hover();
  await expect(json.locator('.pointed', { hasText: 'jenkins' }).first()).toBeVisible();
  await expect.poll(async () => (await graph.screenshot()).equals(unlit)).toBe(false);

  await json.getByText('"sts:AssumeRole"').hover();
  await expect(paper.getByRole('button', { name: /^Action / })).toHaveClass(/\blit\b/);

  await json.getByRole('button', { name: /: Action of PipelineMayEnter$/ }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => stateOf(page).step).toBe(STEP.replace('Principal', 'Action'));
});

test('the cursor lights what it stands in, in the policy being written and in the whole file', async ({
  page
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openToWrite(page, AT);
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  const graph = page.getByRole('region', { name: 'Graph', exact: true });
  const drawn = () => graph.screenshot();

  const paper = page.getByRole('region', { name: 'Policy', exact: true });
  await paper.getByRole('button', { name: 'Edit' }).click();
  const policy = paper.getByRole('textbox', { name: /, as JSON$/ });
  await policy.press('ControlOrMeta+End');
  const written = await still(graph);
  await policy.locator('.cm-line', { hasText: '"Principal"' }).click();
  await expect.poll(async () => (await drawn()).equals(written)).toBe(false);
  await policy.press('ControlOrMeta+End');
  await expect.poll(async () => (await drawn()).equals(written)).toBe(true);

  await column(page, 'File');
  const file = page.getByRole('textbox', { name: /the whole file$/ });
  // The column takes half of the screen now, and the drawing finds its place in the rest.
  await still(graph);
  await file.press('ControlOrMeta+Home');
  const read = await still(graph);
  // The editor holds the lines in sight: down to the policy that lets jenkins knock.
  const knock = file.locator('.cm-line', { hasText: 'MayKnock' }).first();
  for (let times = 0; times < 20 && !(await knock.isVisible()); times++) await file.press('PageDown');
  await knock.click();
  await expect.poll(async () => (await drawn()).equals(read)).toBe(false);
  await file.press('ControlOrMeta+Home');
  await expect.poll(async () => (await drawn()).equals(read)).toBe(true);
});

test('a change by choosing keeps the step, turns the verdict, and is undone by one undo', async ({
  page
}) => {
  await openToWrite(page, AT);
  const before = await verdicts(page);
  await page.getByRole('button', { name: 'Change PipelineMayEnter' }).click();
  const sheet = page.getByRole('dialog', { name: 'Change the statement' });
  await sheet.getByRole('button', { name: 'Deny', exact: true }).click();
  await expect.poll(async () => (await verdicts(page))[ENTERS]).not.toBe(before[ENTERS]);
  await sheet.getByRole('button', { name: 'Done' }).click();
  expect(stateOf(page)).toEqual({ request: 'enter', step: STEP });

  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await undo.click();
  await expect.poll(() => verdicts(page)).toEqual(before);
  await expect(undo).toBeDisabled();
  expect(stateOf(page).step).toBe(STEP);
});

test('d shows what differs from the start, and each place goes back alone', async ({ page }) => {
  await openToWrite(page, AT);
  const before = await verdicts(page);
  await page.getByRole('button', { name: 'Change PipelineMayEnter' }).click();
  const sheet = page.getByRole('dialog', { name: 'Change the statement' });
  await sheet.getByRole('button', { name: 'Deny', exact: true }).click();
  await expect.poll(async () => (await verdicts(page))[ENTERS]).not.toBe(before[ENTERS]);
  await sheet.getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('d');
  const changes = page.getByRole('region', { name: 'What differs from the start' });
  await expect(changes).toContainText('1 statement changed');
  await expect(changes.getByRole('button', { name: ENTERS })).toBeVisible();
  await changes.getByRole('button', { name: /^Take this back/ }).click();
  await expect(changes).toContainText('Nothing differs from the start.');
  await expect.poll(() => verdicts(page)).toEqual(before);
});
