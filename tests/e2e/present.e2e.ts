/** Presenting: scenes over the whole window, names hidden unless one shows them, out to the page itself and back. */
import type { Locator, Page } from '@playwright/test';
import { violations } from './axe.ts';
import { FLAGSHIP, current, drawn, expect, openLarge, openToWrite, test, writing } from './page.ts';

const NAMES = /jenkins|prod\b|\btools\b|dana\b|1111 1111 1111|111111111111/i;

test('a link presents without names; live and back to the same scene; the names when asked for', async ({
  page
}) => {
  await page.goto(`/s/${FLAGSHIP}/?present=1&scene=4`);
  const stage = page.getByRole('main', { name: 'Presenting' });
  await expect(stage.getByRole('heading', { level: 1 })).toHaveText('Two signatures');
  await expect(stage.locator('.end .stamp')).toBeVisible();
  await expect(stage).toContainText('still true');
  expect(await page.locator('body').innerText()).not.toMatch(NAMES);
  expect(await page.title()).not.toMatch(NAMES);

  await page.keyboard.press('PageUp');
  await expect(stage).toContainText(/3 \/\s*of\s*7/);
  await page.keyboard.press('n');
  await expect(stage.getByRole('complementary', { name: 'Note for the presenter' })).toBeVisible();

  await page.keyboard.press('r');
  await expect(stage).toBeHidden();
  await expect(page.getByText('Live: this is the page itself')).toBeVisible();
  expect(await page.locator('body').innerText()).not.toMatch(NAMES);
  await expect(page).not.toHaveURL(/step=[^&]*jenkins/);
  await page.keyboard.press('Escape');
  await expect(stage).toContainText(/3 \/\s*of\s*7/);

  await page.keyboard.press('h');
  await expect(stage).toContainText('Jenkins may knock');
  await page.keyboard.press('Escape');
  await expect(stage).toBeHidden();
  await expect(page).not.toHaveURL(/present|redact|scene/);
});

test('the key m presents at the scene one is at, and Escape leads back', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/`);
  await page.keyboard.press('m');
  const stage = page.getByRole('main', { name: 'Presenting' });
  await expect(stage).toBeVisible();
  const title = stage.getByRole('heading', { level: 1 });
  await page.keyboard.press('Home');
  await expect(title).toHaveText('Who is who');
  await page.keyboard.press('ArrowRight');
  await expect(title).not.toHaveText('Who is who');
  await page.keyboard.press('End');
  await expect(stage).toContainText(/7 \/\s*of\s*7/);
  await page.keyboard.press('Escape');
  await expect(stage).toBeHidden();
  await expect(page).not.toHaveURL(/present|redact|scene/);
});

test('the map of keys opens over a scene; with letters off its letters ask for nothing, the others do', async ({
  page
}) => {
  await page.goto(`/s/${FLAGSHIP}/?present=1&scene=4`);
  const stage = page.getByRole('main', { name: 'Presenting' });
  await expect(stage.locator('.end .stamp')).toBeVisible();
  await page.keyboard.press('?');
  const map = page.getByRole('dialog', { name: 'Keys' });
  await expect(map.getByRole('region', { name: 'Presenting' })).toContainText('Run it live');
  await map.getByRole('checkbox').first().click();
  await page.keyboard.press('Escape');
  await expect(map).toBeHidden();
  await page.keyboard.press('n');
  await expect(stage.getByRole('complementary', { name: 'Note for the presenter' })).toBeHidden();
  await page.keyboard.press('PageUp');
  await expect(stage).toContainText(/3 \/\s*of\s*7/);
});

test('a stepping is recorded, looked through, kept as scenes and taken back', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=deploy&step=hop1.signed`);
  await record(page);
  await expect(page.getByText('Recording: 1 step.')).toBeVisible();
  for (const count of [2, 3, 4]) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(`Recording: ${String(count)} steps.`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Scenes of the recording' });
  await expect(sheet.getByLabel('Title')).toHaveCount(4);
  expect(await violations(page)).toEqual([]);

  // Closing loses nothing.
  await page.keyboard.press('Escape');
  await expect(page.getByText('Recording: 4 steps.')).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();

  await sheet.getByRole('button', { name: 'Drop scene 2' }).click();
  await sheet.getByLabel('Title').first().fill('How it begins');
  await sheet.getByRole('button', { name: 'Add 3 scenes to the file' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText(/^Recording/)).toBeHidden();
  await expect.poll(() => writing(page)).toContain('How it begins');
  await page.getByRole('button', { name: 'Walkthrough' }).click();
  await expect(page.getByText(/1\s*\/\s*10|1 of 10/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Sandbox' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => writing(page)).not.toContain('How it begins');
});

test('while names are hidden, none of the file is anywhere on the page', async ({ page }) => {
  await page.goto(`/s/${FLAGSHIP}/?redact=1`);
  // Every request is decided anew under its made up names.
  await expect(page.locator('[data-ready="true"]')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Names, account numbers and ids are made up.')).toBeVisible();
  const told = new Set<string>();
  const columns = page.getByRole('group', { name: 'Right column' }).getByRole('button');
  for (let at = 0; at < (await columns.count()); at++) {
    await columns.nth(at).click();
    for (const text of await texts(page)) told.add(text);
  }
  await page.keyboard.press('Home');
  for (let step = 0; step < 12; step++) {
    for (const text of await texts(page)) told.add(text);
    await page.keyboard.press('Shift+ArrowRight');
  }
  expect(told.size).toBeGreaterThan(200);
  expect([...told].filter((text) => OWN.test(text))).toEqual([]);
});

test('an address written by hand tells no real name once they are hidden, and still leads there', async ({
  page
}) => {
  await page.goto(
    `/s/${FLAGSHIP}/?request=deploy&step=hop1.resource@prod-deploy/trust%23PipelineMayEnter&redact=1`
  );
  await expect(page).toHaveURL(/step=hop1\.resource@(?!prod-)\w+-deploy\/trust%23PipelineMayEnter&redact=1$/);
  await expect(current(page)).toContainText('Trust policy');
  // A number that the file does not have: nothing stands for it, so the address says nothing of it.
  await page.goto(`/s/${FLAGSHIP}/?request=deploy&step=scp@999999999999&redact=1`);
  await expect(page).toHaveURL(/\?request=deploy&redact=1$/);
});

test('the focus stays where it was while names are hidden and shown, and after presenting', async ({
  page
}) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=deploy&step=hop1.identity`);
  const banner = page.getByText('Names, account numbers and ids are made up.');
  const redact = page.getByRole('button', { name: 'Redact', exact: true });
  await redact.focus();
  await page.keyboard.press('Enter');
  await expect(banner).toBeVisible();
  await expect(redact).toBeFocused();
  await page.keyboard.press('x');
  await expect(banner).toBeHidden();
  await expect(redact).toBeFocused();

  const gate = current(page).getByRole('button').first();
  await gate.focus();
  await page.keyboard.press('x');
  await expect(banner).toBeVisible();
  await expect(gate).toBeFocused();
  await page.keyboard.press('x');
  await expect(banner).toBeHidden();

  const stage = page.getByRole('main', { name: 'Presenting' });
  const present = page.getByRole('button', { name: 'Present', exact: true });
  await present.focus();
  await page.keyboard.press('Enter');
  await expect(stage).toBeFocused();
  await page.keyboard.press('h');
  await expect(stage).toContainText(NAMES);
  await page.keyboard.press('Escape');
  await expect(stage).toBeHidden();
  await expect(present).toBeFocused();
});

test('while the names of a large world are being hidden, none of them is on the page or in the address', async ({
  page
}) => {
  await openLarge(page);
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/step=/);
  const place = () => [...new URL(page.url()).searchParams].filter(([key]) => key !== 'redact').join();
  const here = place();
  const numbers = new Set(
    (await texts(page)).flatMap((text) => text.match(/\d{4} \d{4} \d{4}|\d{12}/g) ?? [])
  );
  expect(numbers.size).toBeGreaterThan(5);
  const isTelling = (text: string) => LARGE.test(text) || [...numbers].some((each) => text.includes(each));
  // The worker that hides them is kept waiting for its script.
  let come = () => {};
  const waited = new Promise<void>((resolve) => (come = resolve));
  await page.route(/reading-worker/, async (route) => {
    await waited;
    await route.continue();
  });
  await page.keyboard.press('x');
  await expect(page.getByText('Hiding the names…')).toBeVisible();
  const busy = await texts(page);
  expect(busy.filter(isTelling)).toEqual([]);
  await expect(page).not.toHaveURL(/request=|step=/);
  // There is a way back from waiting, to where one was.
  await page.getByRole('button', { name: 'Show real names' }).click();
  await expect(page).not.toHaveURL(/redact/);
  await expect.poll(place).toBe(here);

  await page.keyboard.press('x');
  await expect(page.getByText('Hiding the names…')).toBeVisible();
  come();
  await expect(page.getByText('Names, account numbers and ids are made up.')).toBeVisible({
    timeout: 30_000
  });
  const told = await texts(page);
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter(isTelling)).toEqual([]);
  await expect(page).toHaveURL(/step=/);
  await page.keyboard.press('x');
  await expect.poll(place).toBe(here);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a scene, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`/s/${FLAGSHIP}/?present=1&scene=4`);
    await expect(page.locator('.present .end .stamp')).toBeVisible();
    await page.keyboard.press('n');
    expect(await violations(page)).toEqual([]);
  });
}

test('on paper every scene has a page', async ({ page }) => {
  await page.goto(`/s/${FLAGSHIP}/?present=1&scene=4`);
  await expect(page.locator('.present .end .stamp')).toBeVisible();
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(7);
});

test('on paper a scenario is whole: nothing of the screen, no words over the road, all of the drawing', async ({
  page
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(`/s/${FLAGSHIP}/?request=deploy`);
  const canvas = page.locator('section.graph [data-ready="true"]');
  await expect(canvas).toBeVisible();
  const before = await boxOf(canvas.locator('canvas').first());
  const handle = page.locator('.paper .drawer > button');
  await expect(handle).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(handle).toBeHidden();
  await drawn(page);
  const [drawing, panel] = [await boxOf(canvas), await boxOf(page.locator('section.graph'))];
  expect(drawing.height).toBeGreaterThanOrEqual(before.height);
  expect(drawing.height).toBeLessThan(before.height + 60); // it does not grow and grow
  expect(drawing.y + drawing.height).toBeLessThanOrEqual(panel.y + panel.height);
  const road = await boxOf(page.locator('.ribbon .road'));
  const said = await boxOf(page.getByText(/^Allowed: the inline policy deploy-web lets/).first());
  expect(said.y).toBeGreaterThanOrEqual(road.y + road.height);
});

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('nothing to measure');
  return box;
}

/** Every name, id and number that the file made up for itself, as words. */
const OWN =
  /(?<![a-z])(jenkins|prod|production|dana|intern|payer|acme|customer|build-42|devops|workloads|infrastructure)(?![a-z])|(\d)\2{3}[ -]?\2{4}[ -]?\2{4}|o-acme|r-ac01|ou-ac01/i;

/** Names of the large organization. */
const LARGE = /(?<![a-z])(jenkins|data-prod|web-prod|data-dev|data-stage)(?![a-z])/i;

/** What the page says: its texts, titles, labels, values. */
function texts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, style')) said.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['title', 'aria-label', 'aria-description', 'alt', 'placeholder']) {
        said.push(element.getAttribute(name) ?? '');
      }
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        said.push(element.value);
    }
    return said.filter((text) => text.trim() !== '');
  });
}

async function record(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox', { name: 'Search everything' });
  await field.fill('record');
  await page.getByRole('option', { name: /^Record your stepping/ }).click();
}
