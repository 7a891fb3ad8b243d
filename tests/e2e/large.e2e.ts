/** Large files: nobody waits for one that is being read, and whoever doesn't want to wait stops it. */
import { writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { expect, replaceLine, test, verdicts, write, writing } from './page.ts';

interface Chosen {
  /** Fulfilled when the page says that it is reading the file, however shortly. */
  readonly said: Promise<boolean>;
}

/** Lays a file on the empty table. */
async function choose(page: Page, name: string, text: string, info: TestInfo): Promise<Chosen> {
  const path = info.outputPath(name);
  writeFileSync(path, text);
  await page.goto('/new/');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
  const said = page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.body.textContent.includes('Reading the file…')) return;
          observer.disconnect();
          resolve(true);
        }).observe(document.body, { childList: true, subtree: true });
      })
  );
  await page.getByLabel('Scenario or policy files').setInputFiles(path);
  return { said };
}

const allow = (Sid: string, ...resources: readonly string[]) => ({
  Version: '2012-10-17',
  Statement: [{ Sid, Effect: 'Allow', Action: 's3:GetObject', Resource: resources }]
});

const range = (length: number) => Array.from({ length }, (_, at) => at);

/** A scenario whose policies, no two alike, fill almost 20 MB; the one that counts has a size that AWS stores. */
function hugeJson(): string {
  const objects = range(90).map((at) => `arn:aws:s3:::reports/${String(at).padStart(1000, '0')}`);
  const others = Object.fromEntries(range(190).map((at) => [`P${at}`, allow(`Read${at}`, ...objects)]));
  const policies = { ...others, Read: allow('Read', 'arn:aws:s3:::reports/*') };
  const main = { id: '111111111111', users: { alice: { policies: ['Read'] } }, policies };
  const read = { principal: 'main:user/alice', action: 's3:GetObject', resource: objects[7] };
  return JSON.stringify({ bouncer: 1, title: 'Huge', accounts: { main }, requests: { read } }, null, 1);
}

/** A scenario of 1.5 MB: one policy that counts among many that nobody has. */
function longYaml(): string {
  const block = (...resources: readonly string[]) =>
    JSON.stringify(allow('Read', ...resources), null, 2).replaceAll(/^/gm, ' '.repeat(8));
  const other = block(`arn:aws:s3:::${'x'.repeat(3000)}/*`);
  const others = range(450).map((at) => `      P${at + 1}: |\n${other}\n`);
  return `bouncer: 1
title: Long
accounts:
  main:
    id: "111111111111"
    users:
      alice:
        policies: [P0]
    policies:
      P0: |
${block('arn:aws:s3:::reports/*')}
${others.join('')}requests:
  read:
    title: Alice reads
    principal: main:user/alice
    action: s3:GetObject
    resource: arn:aws:s3:::reports/q1
`;
}

const reading = (page: Page) => page.getByRole('status').filter({ hasText: 'Reading the file…' });

test('a JSON file of 20 MB is read while the page answers', async ({ page }, info) => {
  const text = hugeJson();
  expect(text.length / 2 ** 20).toBeGreaterThan(15);
  await choose(page, 'huge.json', text, info);
  await expect(reading(page)).toBeVisible();
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expect(reading(page), 'it was still read when the page answered').toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => verdicts(page), { timeout: 30_000 }).toEqual({ read: 'allowed' });
});

test('a reading that takes long is stopped', async ({ page }, info) => {
  await choose(page, 'huge.json', hugeJson(), info);
  await reading(page).getByRole('button', { name: 'Stop' }).click();
  await expect(reading(page)).toBeHidden();
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('a YAML file of 1.5 MB is marked while it is read, and can be written in', async ({ page }, info) => {
  const text = longYaml();
  expect(text.length / 2 ** 20).toBeGreaterThan(1.4);
  const { said } = await choose(page, 'long.yaml', text, info);
  expect(await said).toBe(true);
  await expect.poll(() => verdicts(page), { timeout: 30_000 }).toEqual({ 'Alice reads': 'allowed' });
  await replaceLine(await write(page, 'P0'), '"Effect": "Allow"', '"Effect": "Deny",');
  await expect
    .poll(() => verdicts(page), { timeout: 30_000 })
    .toEqual({ 'Alice reads': 'explicitly denied' });
  await expect.poll(() => writing(page)).toContain('Deny');
});
