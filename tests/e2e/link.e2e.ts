/** A scenario inside a link: what was shared is what opens, what was spoilt on its way is told, no server sees it. */
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { checksum } from '#lib/share/checksum.ts';
import {
  FLAGSHIP,
  column,
  complaintsOf,
  current,
  expect,
  kept,
  openToWrite,
  replaceLine,
  test,
  stateOf,
  verdicts,
  write
} from './page.ts';

/** The link as the box to share shows it. */
async function shared(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'A link to this very scenario' });
  await expect(field).not.toHaveValue('');
  return field.inputValue();
}

test('a link opens elsewhere on the same request, step and texts, and says what it changes', async ({
  page,
  context,
  browser,
  baseURL
}) => {
  const own = baseURL ?? '';
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  await replaceLine(await write(page, 'DenyRegions'), '"us-east-1"', '"eu-west-3"');
  await expect
    .poll(() => verdicts(page))
    .toMatchObject({ 'The pipeline rolls out to Paris by mistake': 'implicitly denied' });
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Step 4 of \d+$/)).toBeVisible();
  await expect.poll(() => stateOf(page).step).not.toBeNull();
  const [before, step] = [await verdicts(page), await current(page).textContent()];
  const link = await shared(page);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('The link is copied.')).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  const said = (await page.getByText(/in [\d,]+ characters/).innerText()).match(/in ([\d,]+) characters/);
  expect(Number(said?.[1]?.replaceAll(',', ''))).toBe(new URL(link).hash.length);
  expect(link.startsWith(`${own}/new/#s=1.`)).toBe(true);

  const elsewhere = await browser.newContext({ baseURL: own, viewport: { width: 1440, height: 900 } });
  const other = await elsewhere.newPage();
  const complaints = complaintsOf(other, own);
  const asked: string[] = [];
  other.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await openToWrite(other, link);
  await expect.poll(() => verdicts(other)).toEqual(before);
  await expect(current(other)).toHaveText((step ?? '').replace(/\s+/g, ' ').trim());
  await expect(other.getByRole('combobox', { name: 'Request', exact: true })).toHaveValue('wrong-region');
  await expect(other.getByText('2 things differ from the scenario as shipped.')).toBeVisible();
  await other.getByRole('button', { name: 'What it changes' }).click();
  const changes = other.getByRole('dialog', { name: 'What this link changes' });
  await expect(changes).toContainText('DenyRegions');
  await expect(changes.locator('.removed')).toContainText(['us-east-1']);
  await expect(changes.locator('.added')).toContainText(['eu-west-3']);
  await other.keyboard.press('Escape');
  expect(await kept(other), 'nothing is kept before a change').toEqual([]);
  const payload = new URL(link).hash.slice(3, 60);
  expect(asked.filter((each) => each.includes(payload) || each.includes('#s='))).toEqual([]);

  await other.keyboard.press('End');
  await replaceLine(await write(other, 'DenyRegions'), '"eu-west-3"', '"eu-west-1"');
  await expect(other).toHaveURL(/\/new\/?\?file=\w+/);
  expect(complaints).toEqual([]);
  await elsewhere.close();
});

test('what is half typed goes along', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  await replaceLine(await write(page, 'DenyRegions'), '"Effect": "Deny"', '"Effect": "De');
  const before = await verdicts(page);
  await openToWrite(page, await shared(page));
  await expect.poll(() => verdicts(page)).toEqual(before);
  await expect(await write(page, 'DenyRegions')).toContainText('"Effect": "De');
});

test('a link that some programs cut is no longer the first choice', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copy', exact: true })).toHaveClass(/\bprimary\b/);
  await page.keyboard.press('Escape');
  await column(page, 'File');
  await page.getByRole('textbox', { name: /the whole file$/ }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(`# ${noise(10_000)}`);
  await expect(page).toHaveURL(/[?&]file=/);
  const link = await shared(page);
  expect(new URL(link).hash.length).toBeGreaterThan(8 * 1024);
  await expect(page.getByRole('button', { name: 'Copy', exact: true })).not.toHaveClass(/\bprimary\b/);
  const file = page.getByRole('button', { name: 'Download the file' });
  await expect(file).toHaveClass(/\bprimary\b/);
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  expect(download.suggestedFilename()).toBe(`${FLAGSHIP}.yaml`);
});

/** Letters that cannot be packed: a generator of Park and Miller, always the same. */
function noise(length: number): string {
  let seed = 42;
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(0x41 + (seed % 58));
  }).join('');
}

/** What carries data of our choice, with length and checksum as they should be. */
function payload(bytes: Buffer, version = '1'): string {
  const data = deflateRawSync(bytes).toString('base64url');
  return [version, data.length.toString(36), checksum(version + data), data].join('.');
}

const GOOD = payload(
  Buffer.from(
    JSON.stringify({
      name: 'x',
      base: null,
      json: false,
      drafts: [],
      text: 'bouncer: 1\ntitle: Sent world\naccounts: {}\n'
    })
  )
);
const middle = Math.floor(GOOD.length / 2);
const flipped = GOOD[middle] === 'A' ? 'B' : 'A';

const SPOILT: readonly (readonly [what: string, carried: string, said: RegExp])[] = [
  ['nothing', '', /this holds no scenario/],
  ['nonsense', 'constructor', /this holds no scenario/],
  ['no escape', '%E0%A4%A', /this holds no scenario/],
  ['its end missing', GOOD.slice(0, -20), /the end of the link is missing, 20 characters of it/],
  ['a letter changed', GOOD.slice(0, middle) + flipped + GOOD.slice(middle + 1), /changed on its way/],
  ['a newer version', payload(Buffer.from('{}'), '2'), /version 2, made by a newer Bouncer/],
  ['a bomb', payload(Buffer.alloc(200 * 2 ** 20, 0x20)), /larger than 20 MB/],
  ['another content', payload(Buffer.from('[1, 2]')), /something that is no scenario/]
];

for (const [what, carried, said] of SPOILT) {
  test(`a link with ${what} says so and leaves a page to work with`, async ({ page }) => {
    await page.goto(`/new/#s=${carried}`);
    await expect(page.getByRole('status').filter({ hasText: 'This link cannot be opened' })).toContainText(
      said
    );
    // A good link pasted over it opens.
    await page.goto(`/new/#s=${GOOD}`);
    await expect(page).toHaveTitle(/^Sent world/);
    await page.goto(`/new/#s=${carried}&again`);
    await expect(page.getByRole('status').filter({ hasText: 'This link cannot be opened' })).toContainText(
      said
    );
    await page.goto('/new/');
    await page.getByRole('button', { name: 'Start from nothing' }).click();
    await expect(page).toHaveTitle(/^My world/);
  });
}
