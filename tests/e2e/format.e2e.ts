/** The page of the file format: text that needs no script, anchors that hold, examples that open. */
import { expect, rested, test } from './page.ts';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('everything can be read, and the index leads to a key', async ({ page }) => {
    await page.goto('/format/');
    await expect(page).toHaveTitle('The scenario file · Bouncer');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The scenario file');
    await page
      .getByRole('navigation', { name: 'On this page' })
      .getByRole('link', { name: 'identityProviders' })
      .click();
    await expect(page).toHaveURL(/#accounts\.identityProviders$/);
    await expect(page.getByRole('heading', { name: 'accounts.identityProviders' })).toBeInViewport();
  });

  test('an example unfolds by keyboard', async ({ page }) => {
    await page.goto('/format/');
    const example = page.locator('#example-organization');
    await expect(example.locator('pre')).toBeHidden();
    await example.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(example.locator('pre')).toBeVisible();
  });
});

for (const width of [1440, 1024, 390]) {
  test(`nothing is wider than a screen of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/format/');
    const reaches = await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
      return document.documentElement.scrollWidth;
    });
    expect(reaches).toBeLessThanOrEqual(width);
  });
}

test('every link within the page leads somewhere, and no anchor stands twice', async ({ page }) => {
  await page.goto('/format/');
  const { lost, doubled, count } = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    return {
      lost: links.map(({ hash }) => decodeURIComponent(hash.slice(1))).filter((id) => !ids.includes(id)),
      doubled: ids.filter((id, index) => ids.indexOf(id) !== index),
      count: links.length
    };
  });
  expect(lost).toEqual([]);
  expect(doubled).toEqual([]);
  expect(count).toBeGreaterThan(150);
});

test('the schema lies where the page says', async ({ page, request }) => {
  await page.goto('/format/');
  const href = await page.getByRole('link', { name: 'The JSON Schema' }).getAttribute('href');
  const answer = await request.get(new URL(href ?? '', page.url()).href);
  expect(await answer.json()).toMatchObject({ title: 'Bouncer scenario, format 1' });
});

test('each example opens on the desk', async ({ page }) => {
  await page.goto('/format/');
  const links = page.getByRole('link', { name: 'Open this in Bouncer' });
  const all = await links.evaluateAll((each) =>
    each.map((link) => ({
      href: link.getAttribute('href') ?? '',
      title: (link.getAttribute('aria-label') ?? '').replace('Open this in Bouncer: ', '')
    }))
  );
  expect(all.length).toBeGreaterThan(5);
  const from = page.url();
  for (const { href, title } of all) {
    await test.step(title, async () => {
      await page.goto(new URL(href, from).href);
      // One with a story has its title a second time, on the sheet that tells it.
      await expect(page.locator('header').getByText(title, { exact: true }).first()).toBeVisible();
      await rested(page);
    });
  }
});
