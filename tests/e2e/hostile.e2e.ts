/** Hostile texts stay texts on every page and in every panel, at every width: nothing runs, nothing is pushed aside. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { toPayload } from '../../src/lib/share/link.ts';
import { holds, watch } from '../support/hostile-page.ts';
import { MEAN, RLO, TEXTS } from '../support/hostile-texts.ts';
import { crowdScenario, meanScenario, toFile } from '../support/hostile.ts';
import { expect, panel, test, tool } from './page.ts';

test.beforeEach(async ({ page }) => {
  test.setTimeout(240_000); // every text is drawn and measured after every step
  page.setDefaultTimeout(15_000);
  await watch(page);
});

async function lay(page: Page, text: string, name = 'mean.yaml'): Promise<void> {
  await page.goto('/new/');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(page.getByRole('region', { name: 'Request' })).toBeVisible({ timeout: 30_000 });
}

async function column(page: Page, name: RegExp): Promise<void> {
  await panel(page, 'Paper');
  await page.getByRole('group', { name: 'Right column' }).getByRole('button', { name }).click();
}

/** The requests of the strip, without what stands at its end. */
const watches = (page: Page) =>
  page.getByRole('region', { name: 'Watches' }).getByRole('listitem').getByRole('button');

/** Something is on the table, or it is said why not. */
async function told(page: Page): Promise<void> {
  const table = page.getByRole('region', { name: /^(?:Request|File)$/ });
  await expect(page.getByRole('status').filter({ hasText: /./ }).or(table).first()).toBeVisible({
    timeout: 30_000
  });
}

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844]
] as const) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height } });

    test('every request, at every level of detail', async ({ page }) => {
      await lay(page, toFile(meanScenario()));
      await panel(page, 'Path');
      for (const at of [0, 1, 6, 9, 10, 13, 17, 20, 24]) {
        await panel(page, 'Ask');
        await watches(page).nth(at).click();
        await panel(page, 'Path');
        await holds(page, `request ${at}`);
      }
      await panel(page, 'Ask');
      await watches(page).nth(19).click();
      await panel(page, 'Path');
      for (const name of ['gates', 'statements', 'matches']) {
        await look(page, name);
        await page.keyboard.press('Home');
        for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
        await holds(page, `${name}, stepped`);
      }
      await panel(page, 'Ask');
      await page.getByRole('button', { name: /^all \d+ facts$/ }).click();
      await holds(page, 'all facts');
      await panel(page, 'Ask'); // on a phone the facts stand on the paper
      await page.getByRole('button', { name: 'change', exact: true }).click();
      await holds(page, 'the form');
    });

    test('who and what, the file, the tools, the walkthrough, what is kept', async ({ page }) => {
      await lay(page, toFile(meanScenario()));
      for (const name of [/^constructor/, /^toString/, /^broken/, /algo/, /img src/]) {
        await panel(page, 'Outline');
        const drawer = page.locator('.outline').getByRole('button', { name: 'Outline' });
        if (width === 1024 && (await drawer.getAttribute('aria-expanded')) === 'false') await drawer.click();
        await page.getByRole('treeitem', { name }).first().click();
        if (width === 1024) await drawer.click();
        await holds(page, `outline ${String(name)}`);
        await column(page, /^Who or what/);
        await holds(page, `sheet ${String(name)}`);
      }
      await column(page, /^File/);
      await expect(page.locator('.cm-content')).toBeVisible();
      await holds(page, 'the file and its problems');
      await column(page, /^Policy/);
      await panel(page, 'Graph');
      await holds(page, 'the graph');
      await panel(page, 'Path'); // on a phone the graph covers the tools
      for (const name of ['Add', 'Share', 'Story']) {
        await tool(page, name);
        await expect(page.locator('dialog[open]')).toBeVisible();
        await holds(page, name);
        await page.keyboard.press('Escape');
      }
      await tool(page, 'Walkthrough');
      for (let scene = 0; scene < TEXTS.length; scene += 3) {
        await holds(page, `scene ${scene}`);
        for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
      }
      await page.goto('/');
      await expect(page.getByRole('list', { name: 'Files on this device' })).toBeVisible();
      await holds(page, 'the first page');
      await page.goto('/new/');
      await page.getByRole('button', { name: 'Show my files' }).click();
      await expect(page.getByRole('list', { name: 'Files on this device' })).toBeVisible();
      await holds(page, 'the page for an own world');
    });
  });
}

test('a policy is written, a crowd is asked', async ({ page }) => {
  await lay(page, toFile(crowdScenario()), `${MEAN.image}${RLO}.yaml`);
  await expect(watches(page)).toHaveCount(300);
  await watches(page).nth(299).click();
  await holds(page, 'the last request of the crowd');
  await column(page, /^Policy/);
  await page.locator('.write').click();
  await page.locator('.cm-content').focus();
  await page.keyboard.insertText(`${MEAN.image}${RLO}${MEAN.script}`);
  await holds(page, 'a broken policy');
  await column(page, /^File/);
  await holds(page, 'its problem in the file');
});

test('links with hostile names, fields and drafts open; broken ones say so', async ({ page }) => {
  const text = toFile(meanScenario());
  const drafts = new Map([
    ['/accounts/constructor/policies/Many', MEAN.image],
    ['/__proto__/constructor', MEAN.script]
  ]);
  const whole = await toPayload({
    name: `${RLO}${MEAN.image}`,
    base: MEAN.script,
    text,
    isJson: false,
    drafts
  });
  const broken = await toPayload({
    name: MEAN.proto,
    base: '__proto__',
    text: `{${MEAN.image}`,
    isJson: false,
    drafts
  });
  const stray = '&request=__proto__&step=%3Cimg%20src=x%3E%E2%80%AE&scene=9999&detail=__proto__';
  for (const payload of [
    `${whole}${stray}`,
    broken,
    whole.slice(0, -9),
    `9.${MEAN.image}`,
    `1.${RLO}.x.y`,
    '%00',
    MEAN.script
  ]) {
    await page.goto('/format/');
    await page.goto(`/new/#s=${payload}`);
    await told(page);
    await holds(page, `link ${payload.slice(0, 30)}`);
  }
});

test('addresses with hostile values lead somewhere sensible', async ({ page }) => {
  for (const name of ['file', 'example', 'request', 'step', 'scene']) {
    for (const value of [MEAN.image, MEAN.turned, MEAN.step, '../../x\u0000'])
      for (const path of name === 'file' ? ['/new/', '/s/tools-to-production/'] : ['/new/']) {
        await page.goto(`${path}?${name}=${encodeURIComponent(value)}`);
        if (path === '/new/') await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
        else await expect(page.getByRole('button', { name: 'change', exact: true })).toBeVisible();
        await holds(page, `${path}?${name}=${value}`);
      }
  }
});

test('hostile texts that are no scenario are told of', async ({ page }) => {
  await page.goto('/new/');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
  const large = {
    name: `${RLO}${MEAN.image}.yaml`,
    mimeType: 'text/html',
    buffer: Buffer.alloc(3_000_000, 'W')
  };
  await page.locator('input[type=file]').setInputFiles(large);
  await expect(page.getByRole('status').filter({ hasText: /./ }).first()).toBeVisible();
  await holds(page, 'a file too large');
  for (const text of [
    MEAN.script,
    MEAN.turned,
    MEAN.word,
    `bouncer: "${MEAN.image}"`,
    `{"Version": "${RLO}", "Statement": "<b>"}`,
    '{'.repeat(5000)
  ]) {
    await page.goto('/new/');
    await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
    await page.getByRole('textbox', { name: 'Paste a policy or a scenario' }).fill(text);
    await page.getByRole('button', { name: 'Look at it' }).click();
    await told(page);
    await holds(page, `pasted ${text.slice(0, 30)}`);
  }
});

test('every built page forbids scripts but its own', () => {
  const build = fileURLToPath(new URL('../../build/', import.meta.url));
  const pages = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html')
  );
  expect(pages.length).toBeGreaterThan(4);
  for (const name of pages) {
    const html = readFileSync(`${build}${name}`, 'utf8');
    const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? '';
    expect(scripts, name).toMatch(/^'self'(?: 'sha256-[\w+/=]+')*$/);
    for (const directive of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'none'",
      "connect-src 'self'"
    ])
      expect(policy, name).toContain(directive);
  }
});

/** At a level of detail; on a narrow screen it is chosen from a list. */
async function look(page: Page, name: string): Promise<void> {
  const list = page.locator('.detail select');
  if (await list.isVisible()) await list.selectOption({ label: name });
  else await page.getByRole('group', { name: 'Level of detail' }).getByRole('button', { name }).click();
}
