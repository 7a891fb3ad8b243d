/** The main job: load a scenario, step a request to its end, click an edge, follow a link, press back. */
import type { Page } from '@playwright/test';
import { FLAGSHIP, SCENARIOS, current, drawn, expect, open, stateOf, test } from './page.ts';

for (const scenario of SCENARIOS) {
  test(`${scenario} loads on its verdict, which the HTML already shows`, async ({ page, request }) => {
    const html = await (await request.get(`/s/${scenario}/`)).text();
    const verdict = /class="[^"]*\bstamp\b/;
    expect(html).toMatch(verdict);
    await open(page, scenario);
    await expect(page.locator('.stamp').first()).toBeVisible();
    expect(stateOf(page)).toEqual({ request: null, step: null });
  });

  test(`${scenario} is stepped to its end by keyboard`, async ({ page }) => {
    await open(page, scenario);
    await page.keyboard.press('Home');
    await expect.poll(() => stateOf(page).step).not.toBeNull();
    const steps = await stepToEnd(page);
    expect(steps.length).toBeGreaterThan(4);
    expect(new Set(steps).size, 'no step comes twice').toBe(steps.length);
    expect(steps.at(-1)).toMatch(/verdict$/);
    await expect(page.locator('.stamp').first()).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => stateOf(page).step).toBe(steps.at(-2));
  });
}

test('a link to a deep step opens as deep as that, and says nothing is missing', async ({ page }) => {
  const step = 'hop1.resource@prod-deploy/trust#PipelineMayEnter';
  await page.goto(`/s/${FLAGSHIP}/?request=deploy&step=${encodeURIComponent(step)}`);
  const looks = (detail: string) => page.getByRole('button', { name: detail, pressed: true });
  await expect(looks('statements')).toBeVisible();
  await expect(page.getByText(/is not here any more/)).toHaveCount(0);
  await page.keyboard.press('[');
  await expect(looks('gates')).toBeVisible();
  await expect.poll(() => stateOf(page).step).toBe('hop1.resource');
  await expect(page.getByText(/is not here any more/)).toHaveCount(0);
});

test('keys pressed one upon the other lead on from each other', async ({ page }) => {
  await open(page, FLAGSHIP);
  for (const key of ['Home', ...Array<string>(5).fill('ArrowRight'), 'ArrowLeft'])
    await page.keyboard.press(key);
  await expect(page.getByText('Step 5 of 22', { exact: true })).toBeVisible();
  await expect(current(page)).toContainText('5');
});

/** Presses the right arrow until the last step that the page counts. @returns the ids of the steps, in order */
async function stepToEnd(page: Page): Promise<readonly (string | null)[]> {
  const steps = [stateOf(page).step];
  const count = page.getByText(/^Step \d+ of \d+$/);
  const total = Number(/of (\d+)/.exec((await count.textContent()) ?? '')?.[1]);
  expect(total, 'the film has an end').toBeLessThan(80);
  while (steps.length < total) {
    const before = page.url();
    await page.keyboard.press('ArrowRight');
    await expect(page).not.toHaveURL(before);
    await expect(count).toHaveText(`Step ${steps.length + 1} of ${total}`);
    steps.push(stateOf(page).step);
  }
  return steps;
}

test('clicking an edge opens what makes it', async ({ page }) => {
  await open(page, FLAGSHIP);
  const paper = page.getByRole('region', { name: 'Policy', exact: true });
  const edges = await edgesOf(page);
  expect(edges.length).toBeGreaterThan(3);
  const before = await paper.innerText();
  const url = page.url();
  const opened: string[] = [];
  for (const { x, y } of edges) {
    await page.mouse.click(x, y);
    await drawn(page);
    if (page.url() !== url || (await paper.innerText()) !== before) opened.push(await paper.innerText());
  }
  expect(opened.length, 'some edge opened a policy').toBeGreaterThan(0);
  expect(opened.some((text) => text.includes('"Statement"') || text.includes('Statement'))).toBe(true);
});

/** Where the edges are on the screen, at their middles. */
async function edgesOf(page: Page): Promise<readonly { x: number; y: number }[]> {
  return page.evaluate(() => {
    const canvas = [...document.querySelectorAll('[data-ready="true"]')][0];
    if (!canvas) return [];
    // cytoscape leaves its instance on the element it draws in.
    const { cy } = (canvas as unknown as { _cyreg: { cy: { edges(): unknown[] } } })._cyreg;
    const edges = cy.edges() as { renderedMidpoint(): { x: number; y: number } }[];
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [...edges]
      .map((edge) => edge.renderedMidpoint())
      .filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height)
      .map(({ x, y }) => ({ x: left + x, y: top + y }));
  });
}

test('a link restores request and step, also after a reload', async ({ page }) => {
  await open(page, FLAGSHIP);
  await page.getByRole('region', { name: 'Watches' }).getByRole('button').nth(1).click();
  await expect.poll(() => stateOf(page).request).not.toBeNull();
  await page.keyboard.press('Home');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => stateOf(page).step).not.toBeNull();
  const link = page.url();
  const shown = ((await current(page).textContent()) ?? '').replace(/\s+/g, ' ').trim();
  await page.reload();
  await expect(current(page)).toHaveText(shown);
  expect(page.url()).toBe(link);
  const other = await page.context().newPage();
  await other.goto(link);
  await expect(current(other)).toHaveText(shown);
  await other.close();
});

test('back goes through requests, not through steps', async ({ page }) => {
  await open(page, FLAGSHIP);
  const watches = page.getByRole('region', { name: 'Watches' }).getByRole('button');
  await watches.nth(1).click();
  await expect(watches.nth(1)).toHaveAttribute('aria-current', 'true');
  const second = stateOf(page).request;
  await watches.nth(2).click();
  await expect(watches.nth(2)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.goBack();
  await expect(watches.nth(1)).toHaveAttribute('aria-current', 'true');
  expect(stateOf(page).request).toBe(second);
  await page.goForward();
  await expect(watches.nth(2)).toHaveAttribute('aria-current', 'true');
});

test('a stale link lands on the scenario and says so', async ({ page }) => {
  await open(page, FLAGSHIP, '?request=gone&step=nowhere');
  await expect(page.locator('.stamp').first()).toBeVisible();
});

test('the home page leads to every scenario', async ({ page }) => {
  await page.goto('/');
  for (const scenario of SCENARIOS) {
    await expect(page.locator(`a[href$="s/${scenario}/"], a[href$="s/${scenario}"]`).first()).toBeVisible();
  }
});
