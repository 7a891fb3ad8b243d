/** The browser for the tests is found, and unpacked where the system has none. */
import { fileURLToPath } from 'node:url';
import { chromium as engine } from 'playwright';
import { expect, test } from 'vitest';
import { chromium } from '../chromium.ts';

const HERE = fileURLToPath(import.meta.url);

test('what CHROMIUM_PATH names comes first', async () => {
  expect((await chromium(HERE, ['/usr/bin/env'])).executablePath).toBe(HERE);
});

test('CHROMIUM_PATH that names nothing is said, not passed over', async () => {
  await expect(chromium('/no/such/browser', [HERE])).rejects.toThrow('CHROMIUM_PATH names no file');
});

test('an installed browser is taken, the first one found', async () => {
  expect((await chromium('', ['/no/such/browser', HERE])).executablePath).toBe(HERE);
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'with no browser on the system the packaged one starts and draws a page',
  { timeout: 60_000 },
  async () => {
    const browser = await engine.launch(await chromium('', []));
    try {
      const page = await browser.newPage();
      await page.setContent('<h1 style="font: 40px sans-serif">Bouncer</h1>');
      const box = await page.locator('h1').boundingBox();
      expect(box?.height).toBeGreaterThan(30);
    } finally {
      await browser.close();
    }
  }
);
