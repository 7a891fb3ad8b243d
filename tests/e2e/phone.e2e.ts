/** A phone in one hand: stepping by swiping, changing a policy and a fact by tapping, and back; all of it in reach. */
import type { Locator, Page } from '@playwright/test';
import { violations } from './axe.ts';
import { openTask } from './exercise.ts';
import { FLAGSHIP, PHONE, expect, panel, stateOf, test, verdicts } from './page.ts';

test.use(PHONE);

const foot = (page: Page) => page.getByRole('group', { name: 'Stepping' }).last();

/** Opens a scenario and waits until it can be written in. */
async function openPhone(page: Page, scenario: string, query = ''): Promise<void> {
  await page.goto(`/s/${scenario}/${query}`);
  await expect(foot(page).getByRole('button', { name: 'Edit' })).toBeEnabled();
}

/** Draws a finger over the page, in steps as a hand does. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]) {
  const client = await page.context().newCDPSession(page);
  const at = (share: number) => [
    { x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share }
  ];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const share of [0.2, 0.4, 0.6, 0.8, 1])
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}

async function box(locator: Locator) {
  const found = await locator.boundingBox();
  if (!found) throw new Error('nothing to measure');
  return { top: found.y, bottom: found.y + found.height };
}

test('a swipe to the left steps on, to the right back; up and down scrolls', async ({ page }) => {
  await openPhone(page, FLAGSHIP, '?request=enter');
  await foot(page).getByRole('button', { name: 'Step through' }).tap();
  await expect(foot(page)).toContainText('1 of');
  await drag(page, [300, 400], [90, 410]);
  await expect(foot(page)).toContainText('2 of');
  await drag(page, [90, 410], [300, 400]);
  await expect(foot(page)).toContainText('1 of');
  await page.setViewportSize({ width: 390, height: 700 }); // the first step fits on a longer phone
  await drag(page, [200, 560], [215, 280]);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(20);
  await expect(foot(page)).toContainText('1 of');
});

for (const [request, stretch] of [
  ['deploy', 'the first hop'],
  ['customer-data', 'a denial at home']
] as const) {
  test(`${stretch} fits between request and foot, and stands still while one steps`, async ({ page }) => {
    await openPhone(page, FLAGSHIP, `?request=${request}`);
    await page.locator('.detail select').selectOption('elements');
    await expect(page).toHaveURL(/detail=elements/);
    const road = page.locator('.road');
    const wanted = await box(road);
    expect(wanted.bottom).toBeLessThanOrEqual((await box(page.locator('.stage > .foot'))).top);
    await foot(page).getByRole('button', { name: 'Step through' }).tap();
    for (let i = 0; i < 12; i++) {
      expect((await box(road)).top).toBeCloseTo(wanted.top, 0);
      await foot(page).getByRole('button', { name: 'Step', exact: true }).tap();
    }
  });
}

test('a denial becomes an answer by tapping alone, and goes back', async ({ page }) => {
  await openPhone(page, FLAGSHIP, '?request=customer-data');
  await expect(page.locator('.end .stamp')).toContainText('DENIED');
  await panel(page, 'Paper');
  await page.getByRole('button', { name: 'Change UpdateWeb' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Change the statement' });
  await choose(sheet, 'Action', 's3:GetObject', 's3:GetObject');
  await choose(sheet, 'Resource', 'customer-data/', 'arn:aws:s3:::customer-data/*');
  await sheet.getByRole('button', { name: 'Done' }).tap();
  await panel(page, 'Path');
  await expect(page.locator('.end .stamp')).toContainText('ALLOWED');
  const undo = page.getByRole('button', { name: /^Undo/ });
  await undo.tap();
  await undo.tap();
  await expect(page.locator('.end .stamp')).toContainText('DENIED');
});

test('swiped to a statement, Edit changes it by choosing: the verdict is seen to fall and to come back, no text is opened', async ({
  page
}) => {
  await openPhone(page, FLAGSHIP, '?request=deploy&step=identity?&detail=statements');
  for (let i = 0; i < 4 && stateOf(page).step?.endsWith('#UpdateWeb') !== true; i++) {
    const before = page.url();
    await drag(page, [300, 400], [90, 410]);
    await expect.poll(() => page.url()).not.toBe(before);
  }
  const at = stateOf(page).step;
  expect(at).toContain('/deploy-web#UpdateWeb');
  await foot(page).getByRole('button', { name: 'Edit' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Change the statement' });
  await expect(sheet.getByRole('heading', { name: 'UpdateWeb' })).toBeVisible();
  await expect(sheet.getByRole('status').first()).toContainText('allowed');
  await choose(sheet, 'Action', 'ecs:StopT', 'ecs:StopTask');
  await sheet.getByRole('button', { name: 'Remove ecs:UpdateService' }).tap();
  await expect(sheet.getByRole('status').first()).toContainText('implicitly denied');
  await expect(sheet.getByRole('status').first()).toContainText('+0 −1');
  await sheet.getByRole('button', { name: 'Done' }).tap();
  const sentence = page
    .locator('.ribbon')
    .getByText(/^Statement UpdateWeb .* (does not match|allows nothing)/)
    .first();
  await expect(sentence).toBeVisible(); // on the same step, which now reads otherwise
  await foot(page).getByRole('button', { name: 'Edit' }).tap();
  const back = sheet.getByRole('button', { name: 'Take back the last edit' });
  await back.tap();
  await expect(sheet.getByRole('status').first()).toContainText('allowed');
  await back.tap();
  await expect(sheet.getByRole('button', { name: 'Remove ecs:StopTask' })).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Done' }).tap();
  await expect(sentence).toHaveCount(0);
  expect(stateOf(page).step).toBe(at);
  await expect(page.locator('.policy-editor')).toHaveCount(0);
});

test('the text is one press away: from the statement, and beside the name of its policy', async ({
  page
}) => {
  await openPhone(page, FLAGSHIP, '?request=deploy');
  await foot(page).getByRole('button', { name: 'Edit' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Write JSON' }).tap();
  const text = page.getByRole('textbox', { name: /deploy-web, as JSON$/ });
  await expect(text).toBeFocused();
  await page.locator('.policy-editor').getByRole('button', { name: 'Done' }).tap();
  const paper = page.getByRole('region', { name: 'Policy', exact: true });
  await paper.getByRole('button', { name: 'Write JSON' }).tap();
  await expect(text).toBeVisible();
});

test('an exercise is edited by choosing from its path, too', async ({ page }) => {
  await openTask(page, '1-05-where-a-star-stops', '?request=read-region&step=identity');
  await panel(page, 'Path');
  await foot(page).getByRole('button', { name: 'Edit' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Change the statement' });
  await choose(sheet, 'Resource', 'arn:aws:s3:::reports/2026/*', 'arn:aws:s3:::reports/2026/*');
  await sheet.getByRole('button', { name: 'Remove arn:aws:s3:::reports*', exact: true }).tap();
  await sheet.getByRole('button', { name: 'Done' }).tap();
  await expect(page.getByRole('region', { name: 'How it stands' })).toContainText('Solved');
  await expect(page.locator('.policy-editor')).toHaveCount(0);
});

/** Adds a value to an element of a statement: taps the field, writes, takes what the list offers. */
async function choose(sheet: Locator, element: string, typed: string, value: string): Promise<void> {
  const field = sheet.getByRole('combobox', { name: `Add to ${element}` });
  await field.tap();
  await field.fill(typed);
  const said = new RegExp(`^${value.replace(/[.*+?]/g, '\\$&')}( |$)`); // what it does is said after it
  const option = sheet.page().getByRole('option', { name: said });
  if (await option.count()) await option.tap();
  else {
    await field.fill(value);
    await field.press('Enter');
  }
  await expect(sheet.getByRole('button', { name: `Remove ${value}` })).toBeVisible();
}

test('a fact is left open in a sheet at the bottom; the stamp says when', async ({ page }) => {
  await openPhone(page, 'mfa-that-isnt');
  await panel(page, 'Ask');
  const before = await verdicts(page);
  const dial = page.getByRole('list', { name: 'Facts' }).getByRole('button', { name: /MFA/ });
  await dial.tap();
  const sheet = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: /^left open/ }) });
  await expect.poll(async () => Math.round((await box(sheet)).bottom)).toBe(844);
  await sheet.getByRole('button', { name: /^left open/ }).tap();
  await expect(dial).toContainText('left open');
  await panel(page, 'Path');
  await expect(page.locator('.end .stamp')).toContainText('ALLOWED WHEN');
  await page.getByRole('button', { name: /^Undo/ }).tap();
  await panel(page, 'Ask');
  await expect.poll(() => verdicts(page)).toEqual(before);
});

test('nothing is lost at 320 pixels, nor where everything is twice as large', async ({ page }) => {
  for (const [width, height] of [
    [320, 568],
    [640, 400],
    [844, 390]
  ] as const) {
    await page.setViewportSize({ width, height });
    await openPhone(page, FLAGSHIP, '?request=deploy');
    for (const name of ['Paper', 'Ask', 'Graph', 'Outline', 'Path'] as const) {
      await panel(page, name);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
    const edit = await foot(page).getByRole('button', { name: 'Edit' }).boundingBox();
    expect((edit?.x ?? 0) + (edit?.width ?? 999)).toBeLessThanOrEqual(width);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing at all, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await openPhone(page, FLAGSHIP, '?request=deploy');
    for (const name of ['Path', 'Paper', 'Ask', 'Graph', 'Outline'] as const) {
      await panel(page, name);
      expect(await violations(page), name).toEqual([]);
    }
    await panel(page, 'Paper');
    await page.getByRole('button', { name: 'Change UpdateWeb' }).tap();
    await expect(page.getByRole('dialog', { name: 'Change the statement' })).toBeVisible();
    expect(await violations(page), 'a statement').toEqual([]);
    await page.keyboard.press('Escape');
    await panel(page, 'Ask');
    await page.getByRole('list', { name: 'Facts' }).getByRole('button', { name: /MFA/ }).tap();
    expect(await violations(page), 'a dial').toEqual([]);
    expect(stateOf(page).request).toBe('deploy');
  });
}
