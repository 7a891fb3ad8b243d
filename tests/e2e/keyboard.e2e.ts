/** The whole job without a mouse, and a keyboard that is never lost: after every action something in sight has the focus. */
import type { Page } from '@playwright/test';
import { FLAGSHIP, drawn, expect, open, stateOf, test, verdicts } from './page.ts';

/** What comes late may come very late on a busy machine, milliseconds. */
const LATE = 30_000;

/** Where the keyboard stands: the panel, and what it is called. */
async function standing(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    const isNowhere = at === null || at === document.body;
    return {
      isSeen: !isNowhere && at.checkVisibility({ visibilityProperty: true }),
      region: at?.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? null,
      name: (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim().slice(0, 60)
    };
  });
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Opens the flagship with all that comes late: what writes, and what keys open. */
async function ready(page: Page): Promise<void> {
  await page.goto(`/s/${FLAGSHIP}/`);
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeEnabled({ timeout: LATE });
  await openKeys(page, '?');
  await closeKeys(page);
}

const keyMap = (page: Page) => page.getByRole('dialog', { name: 'Keys' });

/** What opens the map of keys may come late; pressed once more while the map is open, the key would be typed into it. */
async function openKeys(page: Page, key: string): Promise<void> {
  await expect(async () => {
    if (!(await keyMap(page).isVisible())) await press(page, key);
    await expect(keyMap(page)).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: LATE });
}

/** Closed means gone from the page, not only out of sight. */
async function closeKeys(page: Page): Promise<void> {
  await press(page, 'Escape');
  await expect(page.locator('dialog[aria-label="Keys"]')).toHaveCount(0);
}

test('from the first Tab to the verdict, into the policy, changed, undone and shared by keys alone', async ({
  page
}) => {
  await ready(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press(page, 'Home', 'ArrowRight', 'ArrowRight');
  await expect.poll(() => stateOf(page).step).not.toBeNull();
  await press(page, 'End', 'g', 'g');
  await expect.poll(async () => (await standing(page)).region).toBe('graph');
  await press(page, 'g', 'p');
  await expect.poll(async () => (await standing(page)).region).toBe('paper');
  const before = await verdicts(page);
  await press(page, 'e');
  await expect(page.locator('.cm-content')).toBeFocused();
  await press(page, 'Control+A', 'Delete');
  await page.keyboard.insertText('{"Version":"2012-10-17","Statement":[]}');
  await expect.poll(async () => verdicts(page)).not.toEqual(before);
  await press(page, 'Escape');
  await expect.poll(async () => (await standing(page)).isSeen).toBe(true);
  for (let i = 0; i < 6; i++) await press(page, 'Control+z');
  await expect.poll(async () => verdicts(page)).toEqual(before);
  await press(page, 'Control+k');
  await page.keyboard.type('take it along');
  await press(page, 'Enter');
  await expect(page.getByRole('dialog', { name: 'Take it along' })).toBeVisible();
});

test('whatever is done by keys, something in sight has the focus', async ({ page }) => {
  test.slow();
  await ready(page);
  const walks: readonly (readonly string[])[] = [
    ['g', 'o'],
    ['ArrowDown', 'ArrowDown', 'Enter'],
    ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'],
    ['End', 'Enter'],
    ['F6'],
    ['F6'],
    ['Shift+F6'],
    ['g', 'w'],
    ['ArrowLeft'],
    ['n'],
    ['Shift+N'],
    ['g', 'b'],
    ['Home'],
    ['Shift+ArrowRight'],
    [']'],
    ['ArrowRight', 'ArrowRight'],
    ['[', '['],
    ['g', 'p'],
    ['e'],
    ['Escape'],
    ['w'],
    ['Escape'],
    ['q'],
    ['Escape'],
    ['1'],
    ['1'],
    ['2'],
    ['Escape'],
    ['3'],
    ['3'],
    ['Control+k'],
    ['Escape'],
    ['/'],
    ['Escape'],
    ['?'],
    ['Escape'],
    ['Control+z'],
    ['g', 'r']
  ];
  for (const walk of walks) {
    await press(page, ...walk);
    await drawn(page); // what goes, goes a frame later
    await expect.poll(async () => (await standing(page)).isSeen, { message: walk.join(' ') }).toBe(true);
  }
});

test('whoever leaves a policy goes on stepping by keys, also where the next step has no such policy', async ({
  page
}) => {
  await ready(page);
  await press(page, 'g', 'p');
  await expect.poll(async () => (await standing(page)).region).toBe('paper');
  await press(page, 'e');
  await expect(page.locator('.cm-content')).toBeFocused();
  await press(page, 'Escape');
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
  await press(page, 'Home');
  await expect(page.getByText(/^Step 1 of \d+$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
  await expect.poll(async () => (await standing(page)).isSeen).toBe(true);
  await press(page, 'ArrowRight');
  await expect(page.getByText(/^Step 2 of \d+$/)).toBeVisible();
});

test('the first Tabs skip to the request and to the verdict', async ({ page }) => {
  await ready(page);
  await page.goto(`/s/${FLAGSHIP}/`);
  await expect(page.locator('[data-ready="true"]')).toBeVisible({ timeout: LATE });
  await press(page, 'Tab');
  await expect(page.getByRole('button', { name: 'To the request' })).toBeFocused();
  await press(page, 'Enter');
  await expect.poll(async () => (await standing(page)).region).toBe('request');
});

test('another request is not called out as another page', async ({ page }) => {
  await open(page, FLAGSHIP);
  await press(page, 'n');
  await expect.poll(() => stateOf(page).request).not.toBeNull();
  await expect(page.locator('#svelte-announcer')).toBeHidden();
});

test('a panel that is put away on a narrow screen is shown when one goes to it', async ({ page }) => {
  await ready(page);
  await page.setViewportSize({ width: 1024, height: 768 });
  await press(page, 'g', 'o');
  await expect.poll(() => standing(page)).toMatchObject({ region: 'outline', isSeen: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await press(page, 'Escape');
  for (const [key, region] of [
    ['p', 'paper'],
    ['b', 'ribbon']
  ] as const) {
    await press(page, 'g', key);
    await expect.poll(() => standing(page)).toMatchObject({ region, isSeen: true });
  }
});

test('however the map of keys or the palette ends, the focus is where it was', async ({ page }) => {
  await ready(page);
  const opener = page.getByRole('button', { name: 'Keys', exact: true });
  const ends = {
    Close: () => page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click(),
    'a click beside it': () => page.mouse.click(3, 450),
    Escape: () => page.keyboard.press('Escape'),
    'a command that opens nothing': async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill('Light, dark');
      await page.keyboard.press('Enter');
    }
  };
  for (const [how, end] of Object.entries(ends)) {
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog'), how).toBeVisible();
    await end();
    await expect(page.getByRole('dialog'), how).toBeHidden();
    await expect(opener, how).toBeFocused();
  }
});

test("a key pressed in the moment after Escape is the page's, and may open the same again", async ({
  page
}) => {
  await ready(page);
  await openKeys(page, '?');
  // The browser tells that a dialog is closed only after it is: in between, the next keys may come.
  await page.evaluate(async () => {
    const dialog = document.querySelector('dialog:modal') as HTMLDialogElement;
    const soon = () => new Promise<void>((resolve) => queueMicrotask(resolve));
    const press = (key: string) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const told = new Promise((resolve) => dialog.addEventListener('close', resolve));
    dialog.dispatchEvent(new Event('cancel'));
    for (let i = 0; i < 3; i++) await soon();
    dialog.close();
    press('End');
    press('?');
    await told;
    await soon();
  });
  await expect(keyMap(page)).toBeVisible();
  await expect(page).toHaveURL(/step=verdict/);
});

test('keys that somebody chose are there after a reload, and the old one is free', async ({ page }) => {
  await ready(page);
  await openKeys(page, '?');
  await keyMap(page)
    .getByRole('button', { name: /Keys of “The map of keys”/ })
    .click();
  await press(page, 'j');
  await closeKeys(page);
  await page.reload();
  await openKeys(page, 'j');
  await closeKeys(page);
  await press(page, '?');
  await expect(keyMap(page)).toBeHidden();
});
