/** What every test of the built site shares: a page that may not complain, and the scenarios there are. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** Names of the shipped scenarios, which are their addresses. */
export const SCENARIOS = readdirSync(fileURLToPath(new URL('../../scenarios', import.meta.url)))
  .filter((name) => /\.ya?ml$/.test(name))
  .map((name) => name.replace(/\.ya?ml$/, ''));

export const FLAGSHIP = 'tools-to-production';

/**
 * A page whose console stays silent and which asks nobody but its own origin; checked when the test is over. Somebody is
 * there from the start: a page waits for a sign of that.
 */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    await page.addInitScript(() => {
      addEventListener('load', () => dispatchEvent(new Event('pointermove')));
    });
    const complaints = complaintsOf(page, baseURL ?? '');
    await use(page);
    expect(complaints).toEqual([]);
  }
});

/** What a page has to complain about from now on: its console, answers that are errors, requests to others. */
export function complaintsOf(page: Page, own: string): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Where a test keeps the service worker out, Playwright says so in the page's name.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== own) complaints.push(`foreign request: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Whoever leaves a page leaves what it was fetching; what the policy of the page forbids is told by the console,
    // and a browser without scripts, which fetches none either, calls it the same.
    if (!['net::ERR_ABORTED', 'csp'].includes(reason)) complaints.push(`${reason}: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

export { expect };

/** What `test.use` is given for a phone in one hand, upright; sizes in CSS pixels. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

/** Opens a scenario and waits until its graph is drawn, i.e. until everything that loads late is there. */
export async function open(page: Page, scenario: string, query = ''): Promise<void> {
  await page.goto(`/s/${scenario}/${query}`);
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
}

/** Waits until a page that can be written in has fetched all that it needs from then on: facts about services come last. */
export async function fetchedAll(page: Page): Promise<void> {
  const quiet = () => {
    const all = performance.getEntriesByType('resource').filter((each) => 'responseEnd' in each);
    const isLast = all.some(({ name }) => /\/catalogue\/(?!index)/.test(name));
    const last = Math.max(...all.map(({ startTime, duration }) => startTime + duration));
    return isLast && performance.now() - last > 1000;
  };
  await expect.poll(() => page.evaluate(quiet), { timeout: 30_000 }).toBe(true);
}

/** Until what was asked for last has been drawn: two frames, however long they take. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            done();
          });
        });
      })
  );
}

/** What the URL says of the state. */
export function stateOf(page: Page): { request: string | null; step: string | null } {
  const { searchParams } = new URL(page.url());
  return { request: searchParams.get('request'), step: searchParams.get('step') };
}

/** The step that the road marks as the present one. */
export function current(page: Page) {
  return page.getByRole('list', { name: 'Steps of the evaluation' }).locator('[aria-current="step"]');
}

/** Opens a page and waits until it can be written in: what that takes comes after the first paint. */
export async function openToWrite(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeEnabled();
}

/** Waits until a page that can be written in asks for nothing more: who leaves early breaks off what loads late. */
export async function rested(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeEnabled();
  await page.waitForLoadState('networkidle');
}

/** Makes the large organization on the empty table and waits until its graph is drawn. */
export async function openLarge(page: Page): Promise<void> {
  await page.goto('/new/');
  const make = page.getByRole('button', { name: /^A large organization/ });
  await expect(make).toBeEnabled();
  await make.click();
  await panel(page, 'Graph');
  await expect(page.locator('[data-ready="true"]')).toBeVisible({ timeout: 30_000 });
}

/** Verdicts by the title of their request, as the strip of watches says them. */
export async function verdicts(page: Page): Promise<Readonly<Record<string, string>>> {
  const rows = await page
    .getByRole('region', { name: 'Watches' })
    .getByRole('listitem')
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.map((button): [string, string] => [
        button.textContent.trim().replace(/\s*not as expected$/, ''),
        button.querySelector('[role="img"]')?.getAttribute('aria-label') ?? ''
      ])
    );
  return Object.fromEntries(rows);
}

/** A file as the device keeps it. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Pointer and text of each policy that is being typed. */
  readonly drafts: readonly (readonly [string, string])[];
}

/** The files that the device keeps for the page's origin; asks for nothing that is not there. */
export async function kept(page: Page): Promise<readonly Kept[]> {
  return page.evaluate(async () => {
    const found = await indexedDB.databases();
    if (!found.some(({ name }) => name === 'bouncer')) return [];
    const request = indexedDB.open('bouncer');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('the store cannot be opened'));
    });
    const all = database.transaction('files').objectStore('files').getAll();
    const files = await new Promise<unknown[]>((resolve, reject) => {
      all.onsuccess = () => resolve(all.result);
      all.onerror = () => reject(new Error('the store cannot be read'));
    });
    database.close();
    const known = files as { id: string; name: string; text: string; drafts: Map<string, string> }[];
    return known.map(({ id, name, text, drafts }) => ({ id, name, text, drafts: [...drafts] }));
  });
}

/** Text and typed texts of the one file that is kept. */
export async function writing(page: Page): Promise<string> {
  const [file] = await kept(page);
  return file ? JSON.stringify([file.text, file.drafts]) : '';
}

/** Lays a document that applies on the table, once the list of those of the request has it. */
export async function lay(page: Page, name: string): Promise<void> {
  const list = page.getByLabel('Documents that apply');
  const option = list.locator('option', { hasText: `· ${name},` }).first();
  await expect(option).toBeAttached();
  await list.selectOption({ label: (await option.textContent()) ?? name });
}

/** Lays a document that applies on the table and opens it for writing. @returns its text */
export async function write(page: Page, name: string): Promise<Locator> {
  await lay(page, name);
  const paper = page.getByRole('region', { name: 'Policy', exact: true });
  const edit = paper.getByRole('button', { name: /^(Edit|Write JSON)$/ }); // on a phone, Edit is choosing
  const text = paper.getByRole('textbox', { name: new RegExp(`\\b${name}, as JSON$`) });
  await expect(edit.or(text)).toBeVisible();
  if (await edit.isVisible()) await edit.click(); // one who writes goes on writing in the next document
  await text.click();
  return text;
}

/** Puts one line near the top of a text in place of another; a text of the editor holds the lines in sight alone. */
export async function replaceLine(text: Locator, old: string, line: string): Promise<void> {
  await text.press('Control+Home');
  await text.locator('.cm-line', { hasText: old }).first().click();
  await text.page().keyboard.press('End');
  await text.page().keyboard.press('Shift+Home');
  await text.page().keyboard.insertText(line);
}

/** The right column's switch. */
export async function column(page: Page, name: 'Policy' | 'Who or what' | 'File'): Promise<void> {
  await page.getByRole('group', { name: 'Right column' }).getByRole('button', { name }).click();
}

export type PanelName = 'Path' | 'Paper' | 'Ask' | 'Graph' | 'Outline';

/** Below 900 px a panel at a time is shown: three by tabs, graph and outline opened over the path. */
export async function panel(page: Page, name: PanelName): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) >= 900) return;
  const isOpened = name === 'Graph' || name === 'Outline';
  const tabs = page.getByRole('group', { name: 'Panels' });
  await tabs.getByRole('button', { name: isOpened ? 'Path' : name }).click();
  if (isOpened) await page.locator('.open').getByRole('button', { name }).click();
}

/** A tool of the top bar; where it is too narrow for all of them it stands in the menu. */
export async function tool(page: Page, name: string): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) < 1280)
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.locator('.topbar').getByRole('button', { name, exact: true }).click();
}
