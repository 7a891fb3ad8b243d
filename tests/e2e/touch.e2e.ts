/** A finger on the graph: a long press takes hold of a node, anything shorter moves the whole. Larger text, fewer panels. */
import type { Locator, Page } from '@playwright/test';
import { FLAGSHIP, PHONE, expect, kept, panel, test } from './page.ts';

/** Longer than cytoscape takes for a long press, milliseconds. */
const LONG = 800;

const ADMIN = 'arn:aws:iam::222222222222:role/admin';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where the middle of a node is, CSS pixels of the page. */
async function placeOf(canvas: Locator, id: string): Promise<Place> {
  const box = await canvas.boundingBox();
  const { x, y } = await canvas.evaluate((element, wanted) => {
    interface Core {
      getElementById(id: string): { renderedPosition(): { readonly x: number; readonly y: number } };
    }
    const { _cyreg } = element as unknown as { readonly _cyreg: { readonly cy: Core } };
    const { x, y } = _cyreg.cy.getElementById(wanted).renderedPosition();
    return { x, y };
  }, id);
  return { x: x + (box?.x ?? 0), y: y + (box?.y ?? 0) };
}

/** Puts a finger down, waits, which is what a long press is, draws it by so much, and lifts it. */
async function press(page: Page, { x, y }: Place, wait: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Place[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [{ x, y }]);
  await page.waitForTimeout(wait);
  for (const by of [8, 16, 24, 32]) await touch('touchMove', [{ x: x - by, y: y + by }]);
  await touch('touchEnd', []);
  await client.detach();
}

for (const viewport of [PHONE.viewport, { width: 768, height: 1024 }]) {
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport, hasTouch: true });

    test('a long press takes hold of a node; a stroke moves the whole and writes nothing', async ({
      page
    }) => {
      await page.goto(`/s/${FLAGSHIP}/`);
      await expect(page.getByRole('button', { name: 'Edit', exact: true }).last()).toBeEnabled();
      await panel(page, 'Graph');
      const canvas = page.locator('[data-ready="true"]');
      await expect(canvas).toBeVisible();
      const undo = page.getByRole('button', { name: /^Undo/ });
      await press(page, await placeOf(canvas, ADMIN), 0);
      expect(await kept(page)).toEqual([]);
      await press(page, await placeOf(canvas, ADMIN), LONG);
      await expect.poll(async () => (await kept(page))[0]?.text ?? '').toMatch(/^layout:/m);
      await panel(page, 'Path');
      await undo.tap();
      await expect.poll(async () => (await kept(page))[0]?.text ?? 'layout:').not.toMatch(/^layout:/m);
    });
  });
}

test('larger text gets the narrower design, in which nothing runs over the edge', async ({ page }) => {
  await page.goto(`/s/${FLAGSHIP}/`);
  const tabs = page.getByRole('group', { name: 'Panels' });
  const drawer = page.getByRole('button', { name: 'Outline', exact: true });
  await expect(tabs).toBeHidden();
  for (const [percent, isOneAtATime] of [
    [130, false],
    [150, false],
    [200, true]
  ] as const) {
    await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), percent);
    await expect(tabs).toBeVisible({ visible: isOneAtATime });
    await expect(drawer.locator('visible=true').first()).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${percent} %`).toBeLessThanOrEqual(0);
    const canvas = await page.locator('section.graph [data-ready="true"]').boundingBox();
    expect(canvas?.height ?? 0, `the graph at ${percent} %`).toBeGreaterThan(percent === 200 ? 400 : 240);
  }
});
