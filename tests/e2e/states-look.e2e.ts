/**
 * Every state of the screen that is not the usual one, on a wide screen and on a phone, light and dark: it says what it
 * is, axe finds nothing, nothing runs over the edge. With SHOTS set to a folder a picture of each is kept there.
 */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sound } from './axe.ts';
import { FLAGSHIP, column, expect, openLarge, panel, replaceLine, test, write } from './page.ts';

const ONE = readFileSync(
  fileURLToPath(new URL('../../scenarios/read-one-bucket.yaml', import.meta.url)),
  'utf8'
);

const LAKE = `bouncer: 1
title: A table in the lake
accounts:
  lake:
    id: '111111111111'
    users:
      ana:
        inline:
          reads: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: 'glue:GetTable', Resource: '*' }] }
requests:
  asks:
    principal: lake:user/ana
    action: glue:GetTable
    resource: arn:aws:glue:us-east-1:111111111111:table/sales/orders
`;

/** How each is reached, and what it says. */
const STATES: readonly (readonly [name: string, reach: (page: Page) => Promise<void>])[] = [
  [
    'nothing loaded',
    async (page) => {
      await page.goto('/new/');
      await expect(page.getByRole('button', { name: 'Start from nothing' })).toBeEnabled();
    }
  ],
  [
    'a file that cannot be read',
    async (page) => {
      await openReady(page, `/s/${FLAGSHIP}/`);
      await panel(page, 'Paper');
      await column(page, 'File');
      await page.getByRole('textbox', { name: /the whole file$/ }).click();
      await page.keyboard.press('Control+Home');
      await page.keyboard.insertText('{{');
      const banner = page.getByRole('status').filter({ hasText: 'cannot be read since your last change' });
      await expect(banner).toBeVisible();
    }
  ],
  [
    'a policy that AWS refuses',
    async (page) => {
      await deny(page, 'Perhaps');
      await column(page, 'File');
      await expect(page.getByRole('img', { name: 'AWS refuses this' }).first()).toBeVisible();
    }
  ],
  [
    'an authority that is not modelled',
    async (page) => {
      await paste(page, LAKE);
      await expect(page.getByText(/^Allowed, unless Lake Formation objects: /)).toBeVisible();
      const road = page.getByRole('list', { name: 'Steps of the evaluation' });
      await expect(road.getByText('not modelled here')).toBeVisible();
    }
  ],
  [
    'a fact left open',
    async (page) => {
      await openReady(page, '/s/mfa-that-isnt/');
      await panel(page, 'Ask');
      const facts = page.getByRole('list', { name: 'Facts' });
      await facts.getByRole('button', { name: /MFA/ }).click();
      await page.getByRole('button', { name: /^left open/ }).click();
      await expect(facts.getByRole('button', { name: /MFA left open/ })).toBeVisible();
      await panel(page, 'Path');
      await expect(page.getByText(/^Allowed when /).first()).toBeVisible();
    }
  ],
  [
    'a link of a newer version',
    async (page) => {
      await page.goto('/new/#s=9.12.abcdef.H4sIAAAAAAAA');
      const told = page.getByRole('status').filter({ hasText: 'This link cannot be opened' });
      await expect(told).toBeVisible();
    }
  ],
  [
    'a newer format',
    async (page) => {
      await paste(page, ONE.replace(/^bouncer: 1/m, 'bouncer: 2'));
      const problems = page.getByRole('list', { name: 'Problems' });
      await expect(problems).toContainText('format version 2 is not supported');
    }
  ],
  [
    'a verdict that an edit elsewhere flipped',
    async (page) => {
      await deny(page, 'Allow');
      await panel(page, 'Ask');
      await expect(page.getByRole('button', { name: /since your edit/ })).toBeVisible();
    }
  ],
  [
    'a full device',
    async (page) => {
      await page.addInitScript(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('no room', 'QuotaExceededError');
        };
      });
      await deny(page, 'Allow');
      const told = page.getByRole('status').filter({ hasText: 'There is no room left on this device' });
      await expect(told).toBeVisible();
    }
  ],
  [
    'a file beyond the limit',
    async (page) => {
      await page.goto('/new/');
      await expect(page.getByRole('button', { name: 'Start from nothing' })).toBeEnabled();
      const buffer = Buffer.alloc(3 * 1024 * 1024, 'a: b\n');
      await page
        .getByLabel('Scenario or policy files')
        .first()
        .setInputFiles({ name: 'huge.yaml', mimeType: 'text/yaml', buffer });
      await expect(page.getByText(/is larger than \d+ MB/)).toBeVisible();
    }
  ],
  ['a large organization', openLarge]
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844]
  ] as const) {
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({ viewport: { width, height }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      for (const [name, reach] of STATES) {
        test(`${name}, ${colorScheme}, ${width} wide`, async ({ page }) => {
          test.slow();
          await reach(page);
          await keepShot(page, `${name}-${width}-${colorScheme}`);
          await sound(page, name);
        });
      }
    });
  }
}

async function keepShot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}.png` });
}

/** Until it can be written in: told by Share, which on a narrow screen stands in the menu, and there by Edit. */
async function openReady(page: Page, address: string): Promise<void> {
  const isWide = (page.viewportSize()?.width ?? 0) >= 900;
  await page.goto(address);
  const button = page.getByRole('button', { name: isWide ? 'Share' : 'Edit', exact: true });
  await expect(button.locator('visible=true').first()).toBeEnabled({ timeout: 20_000 });
}

/** Writes another effect into the SCP that denies by region. */
async function deny(page: Page, effect: string): Promise<void> {
  await openReady(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  await panel(page, 'Paper');
  await replaceLine(await write(page, 'DenyRegions'), '"Effect": "Deny"', `"Effect": "${effect}",`);
}

async function paste(page: Page, text: string): Promise<void> {
  await page.goto('/new/');
  await expect(page.getByRole('button', { name: 'Start from nothing' })).toBeEnabled();
  await page.getByLabel('Paste a policy or a scenario').fill(text);
  await page.getByRole('button', { name: 'Look at it' }).click();
}
