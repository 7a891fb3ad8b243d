/** A page for one's own files: every way to lay one on the table, to build one from nothing, and to take it along. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { FLAGSHIP, column, expect, kept, openToWrite, test, verdicts } from './page.ts';

const BUCKET = readFileSync(new URL('../../scenarios/read-one-bucket.yaml', import.meta.url), 'utf8');
const TITLE = /^title: (.*)$/m.exec(BUCKET)?.[1] ?? '';

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}
`;

const header = (page: Page) => page.getByRole('banner').locator('.file');

/** Goes to the empty table and waits until things can be laid on it. */
async function emptyTable(page: Page): Promise<void> {
  await page.goto('/new/');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
}

/** The file's name and bytes, as they are downloaded. */
async function downloaded(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  await column(page, 'File');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download', exact: true }).click()
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('a chosen file opens as it is, is kept, and comes back byte by byte', async ({ page }) => {
  await emptyTable(page);
  const file = { name: 'mine.yaml', mimeType: 'text/yaml', buffer: Buffer.from(BUCKET) };
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files' }).click()
  ]);
  await chooser.setFiles(file);
  await expect(page).toHaveURL(/[?&]file=\w+/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  expect((await kept(page)).map(({ text }) => text)).toEqual([BUCKET]);
  expect(await downloaded(page)).toEqual({ name: 'mine.yaml', text: BUCKET });
});

test('a dropped file opens, and the page says while it hovers that it may be let go', async ({ page }) => {
  await emptyTable(page);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.yaml'));
    return transfer;
  }, BUCKET);
  const main = page.getByRole('main');
  await main.dispatchEvent('dragenter', { dataTransfer: data });
  await expect(page.getByText('Let it go here')).toBeVisible();
  await main.dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
});

test('a file dropped on the page of a scenario opens as one of one’s own', async ({ page }) => {
  await page.goto('/s/read-one-bucket/?step=signed');
  await expect(page.getByRole('button', { name: 'Share' })).toBeEnabled();
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.yaml'));
    return transfer;
  }, BUCKET);
  const paper = page.getByRole('region', { name: 'Watches' });
  await paper.dispatchEvent('dragover', { dataTransfer: data });
  await expect(page.getByText('Let it go here')).toBeVisible();
  await paper.dispatchEvent('drop', { dataTransfer: data });
  await expect(page).toHaveURL(/\/new\/?\?file=\w+/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
});

test('a policy pasted with the keys becomes a world with requests', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await emptyTable(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), POLICY);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+v');
  await expectWorldOf(page);
});

test('a policy pasted into the box becomes a world with requests', async ({ page }) => {
  await emptyTable(page);
  await page.getByLabel('Paste a policy or a scenario').fill(POLICY);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await expectWorldOf(page);
});

/** A world around the one policy, with a request that it allows and one that it does not. */
async function expectWorldOf(page: Page): Promise<void> {
  await expect(page).toHaveURL(/[?&]file=\w+/);
  await expect.poll(async () => Object.values(await verdicts(page))).toContain('allowed');
  expect(Object.values(await verdicts(page))).toContain('implicitly denied');
  await expect(page.getByText('not as expected')).toHaveCount(0);
}

test('a copy of an example is a file of one\u2019s own', async ({ page }) => {
  await emptyTable(page);
  await page.getByRole('button', { name: 'One user, one bucket' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(page.getByText('your copy, kept on this device')).toBeVisible();
  expect((await kept(page)).map(({ text }) => text)).toEqual([BUCKET]);
});

test('a broken file shows its problem with line and caret, and is mended in the page', async ({ page }) => {
  await emptyTable(page);
  const broken = `bouncer: 1\ntitle: "No end\naccounts: {}\n`;
  await page.getByLabel('Paste a policy or a scenario').fill(broken);
  await page.getByRole('button', { name: 'Look at it' }).click();
  const problems = page.getByRole('list', { name: 'Problems' });
  await expect(problems.getByRole('listitem').first()).toContainText(/\d+:\d+/);
  await expect(problems.locator('.excerpt').first()).toContainText('^');
  await page.getByRole('textbox', { name: /the whole file$/ }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(broken.replace('"No end', 'An end'));
  await expect(problems).toBeHidden();
  await expect(page).toHaveTitle(/An end/);
  await expect.poll(async () => (await kept(page))[0]?.text).toBe(broken.replace('"No end', 'An end'));
});

test('what is kept is shown when it is asked for, deleted, and brought back', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/`);
  await emptyTable(page);
  await page.getByRole('button', { name: 'One user, one bucket' }).click();
  await expect(page).toHaveURL(/[?&]file=\w+/);
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  await emptyTable(page);
  await expect(page.getByText(TITLE)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show my files' }).click();
  const list = page.getByRole('list', { name: 'Files on this device' });
  await expect(list.getByRole('link')).toContainText([TITLE]);
  await list.getByRole('button', { name: /^Remove/ }).click();
  await expect(list.getByRole('link')).toHaveCount(0);
  await expect.poll(() => kept(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(list.getByRole('link')).toHaveCount(1);
  await list.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  expect((await kept(page)).map(({ text }) => text)).toEqual([BUCKET]);
});

test('three accounts and a role that another one puts on, from nothing', async ({ page }) => {
  await emptyTable(page);
  await page.getByRole('button', { name: 'Start from nothing' }).click();
  await expect(header(page)).toContainText('My world');
  await add(page, 'account', { Alias: 'build' });
  await add(page, 'account', { Alias: 'live' });
  await add(page, 'role', { Where: 'build', Name: 'runner' });
  await add(page, 'role', { Where: 'live', Name: 'deployer', Trusts: 'build:role/runner' });
  await add(page, 'inline', { Where: 'role runner in build', Name: 'may-assume' });
  const outline = page.getByRole('tree', { name: 'Outline' });
  await expect(outline.getByRole('treeitem', { name: /^(main|build|live)\b/ })).toHaveCount(3);
  await outline.getByRole('treeitem', { name: /^may-assume\b/ }).click();
  await column(page, 'Policy');
  const paper = page.getByRole('region', { name: 'Policy', exact: true });
  await paper.getByRole('button', { name: 'Edit' }).click();
  await paper.getByRole('textbox').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }]
    })
  );
  await paper.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'ask a question' }).click();
  const form = page.getByRole('region', { name: 'Change the request' });
  for (const [label, text] of [
    ['Who', 'build:role/runner'],
    ['Does', 'sts:AssumeRole'],
    ['On', 'live:role/deployer']
  ] as const) {
    await form.getByRole('combobox', { name: label, exact: true }).fill(text);
    await page.keyboard.press('Enter');
  }
  await expect.poll(async () => Object.values(await verdicts(page))).toEqual(['allowed']);
  const { text } = await downloaded(page);
  expect(text).toContain('deployer');
  await expect.poll(async () => (await kept(page))[0]?.text).toBe(text);
});

/** Fills the form that adds, field by field in the order of the labels, and sends it. */
async function add(page: Page, kind: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const form = page.getByRole('form', { name: 'Add to this world' });
  await form.getByLabel('What', { exact: true }).selectOption(kind);
  for (const [label, text] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true }).and(form.locator('select, input'));
    if (label === 'Where') await field.selectOption({ label: text });
    else await field.fill(text);
  }
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form).toBeHidden();
}
