/** Addresses that nobody meant: the page stands somewhere sensible, says nothing in the console, and can be used. */
import { FLAGSHIP, current, expect, open, stateOf, test } from './page.ts';

const LONG = 'x'.repeat(6000);

const QUERIES: readonly string[] = [
  ...['?', '?request', '?request=', '?step=', '?detail=', '?request=&step=&detail='],
  ...['?request=constructor', '?request=__proto__&step=__proto__&detail=__proto__', '?step=toString'],
  ...['?request=%00', '?step=%00&detail=%00', '?request=%E0%A4%A', '?request=%', '?step=%FF%FE'],
  ...['?request=<script>alert(1)</script>', '?step=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E'],
  ...['?request=deploy&request=gone', '?step=verdict?', '?step=?', '?step=%3F%3F', '?step=verdict%0A'],
  ...['?detail=Elements', '?detail=elements&step=nowhere', '?detail=layers&detail=elements', '?other=1'],
  ...[`?request=${LONG}`, `?step=${LONG}`, `?detail=${LONG}`, '?request=%F0%9F%99%82&step=%E2%80%AE'],
  ...['#nowhere', '#%00', '?request=gone#<b>', '?step=[id="x"]', '?step=a%22b\\%5D']
];

// A few at a time: a page for each would take longer than all other tests together.
for (let from = 0; from < QUERIES.length; from += 9) {
  test(`a sensible place is found, ${from + 1} and following`, async ({ page }) => {
    for (const query of QUERIES.slice(from, from + 9)) {
      await test.step(query.slice(0, 60), async () => {
        await open(page, FLAGSHIP, query);
        await expect(page.locator('.stamp').first()).toBeVisible();
        await expect(current(page).getByRole('button').first()).toBeVisible(); // its place has no size
        expect(await page.locator('script:not([src])', { hasText: 'alert(1)' }).count()).toBe(0);
        // And the page works: a step back is a step of a request that exists.
        await page.keyboard.press('ArrowLeft');
        await expect.poll(() => stateOf(page).step, query).toMatch(/^[\w@.:/#~?=-]{1,200}$/);
        expect(stateOf(page).request ?? '').toMatch(/^[\w.-]*$/);
      });
    }
  });
}

test('an address that leads nowhere says so', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL: baseURL ?? '' });
  const uncaught: string[] = [];
  page.on('pageerror', (error) => uncaught.push(error.message));
  for (const path of ['/s/gone/', '/s/', '/nowhere', '/s/constructor/', '/s/%3Cscript%3E/', '/s/x/y']) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: 'All scenarios' })).toBeVisible();
  }
  expect(uncaught).toEqual([]);
  await page.close();
});
