/** What every test of the built site shares: a page that may not complain, and the scenarios there are. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';

/** Names of the shipped scenarios, which are their addresses. */
export const SCENARIOS = readdirSync(fileURLToPath(new URL('../../scenarios', import.meta.url)))
  .filter((name) => /\.ya?ml$/.test(name))
  .map((name) => name.replace(/\.ya?ml$/, ''));

export const FLAGSHIP = 'tools-to-production';

/** A page whose console stays silent and which asks nobody but its own origin; checked when the test is over. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== baseURL)
        complaints.push(`foreign request: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
    await use(page);
    expect(complaints).toEqual([]);
  }
});

export { expect };

/** Opens a scenario and waits until its graph is drawn, i.e. until everything that loads late is there. */
export async function open(page: Page, scenario: string, query = ''): Promise<void> {
  await page.goto(`/s/${scenario}/${query}`);
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
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
