/** A page that is read before it moves: what wakes it, what is pressed before it can answer, and that nothing else is asked. */
import { test as base, expect, type Page } from '@playwright/test';
import { FLAGSHIP, complaintsOf, current, stateOf } from './page.ts';

/** A page that nobody has touched yet, and which may not complain either. */
const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const complaints = complaintsOf(page, baseURL ?? '');
    await use(page);
    expect(complaints).toEqual([]);
  }
});

const address = `/s/${FLAGSHIP}/`;
const listens = (page: Page) => page.evaluate(() => 'bouncerEarly' in window);
const isAlive = (page: Page) => page.evaluate(() => document.querySelector('.canvas canvas') !== null);

test('a key pressed at once after the page has loaded moves the step', async ({ page }) => {
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForLoadState('load');
  await page.keyboard.press('Home');
  await expect.poll(() => stateOf(page).step).not.toBeNull();
  await expect(current(page)).toContainText('1');
});

test('keys pressed before any script has come are answered in order, each from where the last one led', async ({
  page
}) => {
  const open = await holdScripts(page);
  await page.goto(address);
  for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  expect(stateOf(page).step).toBeNull();
  open();
  await expect(page.getByText('Step 3 of 22', { exact: true })).toBeVisible();
  await expect.poll(() => stateOf(page).step).not.toBeNull();
});

test('a button pressed before any script has come is pressed once', async ({ page }) => {
  const open = await holdScripts(page);
  await page.goto(address);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  open();
  await expect(page.getByText('Step 21 of 22', { exact: true })).toBeVisible();
});

test('what is foretold on an exercise before any script has come is called once it has', async ({ page }) => {
  const open = await holdScripts(page);
  await page.goto('/exercises/7-05-carla-from-the-directory/');
  const predict = page.getByRole('region', { name: 'Predict' });
  await predict.getByText('Allowed', { exact: true }).click();
  await predict.getByRole('combobox', { name: 'Decided at' }).selectOption('an SCP');
  await predict.getByRole('button', { name: 'That is my call' }).click({ force: true }); // faint until the choice is heard of
  await page.keyboard.press('ArrowRight');
  await expect(predict).not.toContainText('you said');
  open();
  await expect(predict).toContainText('you said allowed');
  await expect(page.getByText(/^Step 2 of \d+$/)).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify(Object.values(localStorage)));
  expect(kept).toContain('scp');
});

test('what is typed after the key that opens the palette is written into it, and is no command', async ({
  page
}) => {
  const open = await holdScripts(page);
  await page.goto(address);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('em e');
  open();
  await expect(page.getByRole('combobox', { name: /^Search everything/ })).toHaveValue('em e');
  await page.keyboard.press('Escape');
  expect(new URL(page.url()).search).not.toContain('present');
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
});

/** Keeps every script from coming. @returns lets them come */
async function holdScripts(page: Page): Promise<() => void> {
  let open: () => void = () => {};
  const gate = new Promise<void>((go) => (open = go));
  await page.route('**/*.js', async (route) => {
    await gate;
    await route.continue();
  });
  return open;
}

declare global {
  interface Window {
    letTimePass: () => void;
  }
}

/** Stops a page's patience: no time makes it come alive, however slow the machine is. @returns lets time pass */
async function stopPatience(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const real = window.setTimeout.bind(window);
    const waiting: (() => void)[] = [];
    let isStopped = true;
    Object.assign(window, {
      setTimeout: (go: () => void, ms?: number) =>
        isStopped && (ms ?? 0) >= 1000 ? waiting.push(go) : real(go, ms),
      letTimePass: () => {
        isStopped = false;
        for (const go of waiting.splice(0)) go();
      }
    });
  });
  return () =>
    page.evaluate(() => {
      window.letTimePass();
    });
}

test('an exercise nobody touches waits', async ({ page }) => {
  const goOn = await stopPatience(page);
  await page.goto('/exercises/1-01-the-empty-badge/');
  expect(await listens(page)).toBe(true);
  await expect(page.getByRole('button', { name: 'Show a solution' })).toBeDisabled();
  await goOn();
  await expect(page.getByRole('button', { name: 'Show a solution' })).toBeEnabled({ timeout: 30_000 });
});

test('a page nobody touches waits, then comes alive by itself', async ({ page }) => {
  const goOn = await stopPatience(page);
  await page.goto(address);
  expect(await listens(page)).toBe(true);
  expect(await isAlive(page)).toBe(false);
  await goOn();
  await expect.poll(() => isAlive(page), { timeout: 30_000 }).toBe(true);
});

test('late letters and scripts are asked for once something is painted', async ({ page }) => {
  await page.goto(address);
  await expect.poll(() => isAlive(page), { timeout: 30_000 }).toBe(true);
  const early = await page.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < paint);
    return asked.map(({ name }) => new URL(name).pathname);
  });
  expect(early.length).toBeGreaterThan(0);
  expect(early.filter((path) => /\.js$|italic|-600-|plex-mono/.test(path))).toEqual([]);
});

test('what stands in for our italics gives way to them before any script has come', async ({ page }) => {
  await page.route('**/*.js', () => {});
  await page.goto(address);
  const isOurs = () =>
    page.evaluate(() =>
      [...document.fonts].some(
        ({ family, style, status, unicodeRange }) =>
          /Fraunces/.test(family) &&
          style === 'italic' &&
          status === 'loaded' &&
          /^U\+0+-FF/i.test(unicodeRange)
      )
    );
  await expect.poll(isOurs).toBe(true);
});

test('an address that names a step does not wait', async ({ page }) => {
  await stopPatience(page);
  await page.goto(`${address}?request=wrong-region`);
  await expect(page).toHaveTitle(/denied/i);
});

test('a reload does not wait', async ({ page }) => {
  await page.goto(address);
  await stopPatience(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeEnabled();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the graph is drawn and every letter comes', async ({ page }) => {
    const letters = page.waitForResponse(/ibm-plex-mono-latin-400-normal/);
    await page.goto(address);
    await expect(page.locator('.graph svg text', { hasText: 'customer-data' })).toBeVisible();
    await letters;
  });
});
