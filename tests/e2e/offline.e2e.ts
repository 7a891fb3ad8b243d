/**
 * Once a page has loaded, the network may go: everything there is to do works, and nothing is asked for. Once the site is
 * installed, it opens without a network too, and a newer version waits until it is asked for.
 */
import type { Page } from '@playwright/test';
import { serveCopy } from './copies.ts';
import {
  FLAGSHIP,
  SCENARIOS,
  current,
  expect,
  fetchedAll,
  openToWrite,
  replaceLine,
  stateOf,
  test,
  verdicts,
  write,
  writing
} from './page.ts';

test('all that can be done works offline', async ({ page, context }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  await fetchedAll(page);
  await context.setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    // Chromium itself looks for the sign in its tab whenever the address changes.
    if (protocol.startsWith('http') && pathname !== '/favicon.svg') asked.push(request.url());
  });
  const before = await verdicts(page);

  await replaceLine(await write(page, 'DenyRegions'), '"Effect": "Deny"', '"Effect": "Allow",');
  await expect.poll(() => verdicts(page)).not.toEqual(before);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => verdicts(page)).toEqual(before);
  await page.getByRole('button', { name: 'Done', exact: true }).click();

  await page.keyboard.press('Home');
  await expect(current(page)).toContainText('1');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => stateOf(page).step).not.toBeNull();
  await page.getByRole('region', { name: 'Watches' }).getByRole('button').nth(1).click();
  await expect.poll(() => stateOf(page).request).toBe('enter');

  await page.getByRole('button', { name: 'Story', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('Two signatures are needed')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Walkthrough', exact: true }).click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'The door names jenkins' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'A link to this very scenario' })).toHaveValue(/#s=1\./);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the file' }).click()
  ]);
  expect(download.suggestedFilename()).toBe(`${FLAGSHIP}.yaml`);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const form = page.getByRole('form', { name: 'Add to this world' });
  await form.getByLabel('Name').fill('nora');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('treeitem', { name: /^nora\b/ })).toBeVisible();
  await page.getByRole('group', { name: 'Right column' }).getByRole('button', { name: 'File' }).click();
  await expect(page.getByRole('textbox', { name: /the whole file$/ })).toBeVisible();
  await page.getByRole('button', { name: 'change', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Does' })).toBeVisible();
  expect(asked).toEqual([]);
});

test.describe('installed', () => {
  test.use({ serviceWorkers: 'allow' });

  test('every page and scenario opens without a network, can be stepped and written', async ({
    page,
    context
  }) => {
    await page.goto('/');
    await installed(page);
    await withCatalogue(page);
    await context.setOffline(true);

    const statuses = await page.evaluate(async (names) => {
      const addresses = names.flatMap((name) => [`/s/${name}/?request=x`, `/scenarios/${name}.yaml`]);
      return Promise.all(addresses.map(async (address) => (await fetch(address)).status));
    }, SCENARIOS);
    expect(new Set(statuses)).toEqual(new Set([200]));
    for (const scenario of SCENARIOS.slice(0, 3)) {
      await page.goto(`/s/${scenario}/?request=whoever`);
      await expect(page.locator('[data-ready="true"]')).toBeVisible();
    }
    await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
    const before = await verdicts(page);
    await replaceLine(await write(page, 'DenyRegions'), '"Effect": "Deny"', '"Effect": "Allow",');
    await expect.poll(() => verdicts(page)).not.toEqual(before);
    const after = await verdicts(page);
    await expect.poll(() => page.url()).toContain('file=');
    await page.reload();
    await expect.poll(() => verdicts(page)).toEqual(after);
    await page.keyboard.press('Home');
    await expect(current(page)).toContainText('1');

    await page.goto('/new/');
    await page.getByRole('button', { name: 'Start from nothing' }).click();
    await expect(page.getByRole('button', { name: 'ask a question' })).toBeVisible();
    for (const [address, title] of [
      ['/format/', /^The scenario file/],
      ['/findings/', /Bouncer$/],
      ['/limits/', /Bouncer$/],
      ['/myths/', /^Myths/],
      ['/faq/', /^Questions/],
      ['/glossary/', /^Glossary/],
      ['/', /^Bouncer/]
    ] as const) {
      await page.goto(address);
      await expect(page).toHaveTitle(title);
    }
    await page.locator(`a[href*="s/${FLAGSHIP}"]`).first().click();
    await expect(page.locator('[data-ready="true"]')).toBeVisible();
  });

  test('the facts about every service are kept', async ({ page, context }) => {
    await page.goto('/limits/'); // a page without scripts installs nothing
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0
    );
    await page.goto('/');
    await installed(page);
    await withCatalogue(page);
    await context.setOffline(true);
    const facts = await page.evaluate(async () => (await fetch('/catalogue/s3.json')).status);
    expect(facts).toBe(200);
  });
});

test.describe('another version of the site', () => {
  test.use({ serviceWorkers: 'allow' });

  test('is offered, waits, and comes with a reload that loses nothing', async ({ browser }) => {
    const site = await serveCopy();
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await openToWrite(page, `${site.address}s/${FLAGSHIP}/?request=wrong-region`);
      await installed(page);
      const other = await context.newPage();
      await other.goto(site.address);
      site.renew('next');
      await update(page);

      const offer = page.getByText('A newer Bouncer is here.');
      await expect(offer).toBeVisible({ timeout: 30_000 });
      await replaceLine(await write(page, 'DenyRegions'), '"Effect": "Deny"', '"Effect": "Allow",');
      await expect.poll(() => writing(page)).toContain('Allow');
      const after = await verdicts(page);
      const third = await context.newPage();
      await third.goto(site.address);
      await expect(third).toHaveTitle(/^Bouncer/);
      // As long as nobody asks, every tab is of one version.
      await expect(third.locator('html')).not.toHaveAttribute('data-edition');
      await third.getByRole('button', { name: 'Later' }).click();
      await expect(third.getByText('A newer Bouncer is here.')).toBeHidden();
      await third.close();

      await page.getByRole('button', { name: 'Reload', exact: true }).click();
      await expect(offer).toBeHidden();
      await expect.poll(() => verdicts(page)).toEqual(after);
      await expect(other.getByText('Another tab loaded a newer Bouncer.')).toBeVisible();
      await expect(other.locator('html')).not.toHaveAttribute('data-edition');
      await other.getByRole('button', { name: 'Reload', exact: true }).click();
      await expect(other.locator('html')).toHaveAttribute('data-edition', 'next');
    } finally {
      await context.close();
      await site.close();
    }
  });

  test('a site below a folder installs there, and without a network a wrong address is told', async ({
    browser
  }) => {
    const site = await serveCopy('/tools/bouncer');
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(site.address);
      await installed(page);
      expect(await scopes(page)).toEqual([site.address]);
      await context.setOffline(true);
      await page.goto(`${site.address}s/${FLAGSHIP}/`);
      await expect(page.locator('[data-ready="true"]')).toBeVisible();
      const answer = await page.goto(`${site.address}s/no-such-thing/`);
      expect(answer?.status()).toBe(404);
    } finally {
      await context.close();
      await site.close();
    }
  });
});

test('where no service worker can be had the page says nothing of it and works', async ({ page }) => {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'));
  });
  await openToWrite(page, `/s/${FLAGSHIP}/`);
  await page.keyboard.press('End');
  await expect.poll(() => stateOf(page).step).not.toBeNull();
});

/** Once the site is kept and the page is under its service worker. */
async function installed(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 50_000 })
    .toBe('activated');
}

/** Once the facts about all services are kept too: they come last, the last of them by name last of all. */
async function withCatalogue(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/catalogue/xray.json')) !== undefined), {
      timeout: 50_000
    })
    .toBe(true);
}

/** What the browser does by itself once in a while. */
async function update(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
}

async function scopes(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)
  );
}
