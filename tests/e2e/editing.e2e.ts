/** Writing in the page: what a broken policy decides, taking everything back, what a reload finds, leaving a text. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  FLAGSHIP,
  column,
  drawn,
  expect,
  kept,
  openToWrite,
  replaceLine,
  test,
  verdicts,
  write,
  writing
} from './page.ts';

const SHIPPED = readFileSync(new URL(`../../scenarios/${FLAGSHIP}.yaml`, import.meta.url), 'utf8');

/** Asked by principals of prod, on whom an SCP of Workloads counts; the other callers live in tools (ORG-02). */
const UNDER_WORKLOADS = [
  'The pipeline rolls out the web service',
  'The pipeline reads what the service wrote to its log',
  'The pipeline hands web-task to the containers of ECS',
  'The pipeline tries to run its containers as admin',
  'The pipeline rolls out to Paris by mistake',
  "The pipeline looks into the customers' bucket"
];

test('a broken Deny leaves exactly those requests undecided that it applies to', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  const before = await verdicts(page);
  expect(Object.values(before)).not.toContain('undecided');
  await write(page, 'DenyRegions');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('x');
  const broken = Object.fromEntries(
    Object.entries(before).map(([title, verdict]) => [
      title,
      UNDER_WORKLOADS.includes(title) ? 'undecided' : verdict
    ])
  );
  await expect.poll(() => verdicts(page)).toEqual(broken);
  await page.keyboard.press('Control+z');
  await expect.poll(() => verdicts(page)).toEqual(before);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});

test('whatever mixes is taken back to the first byte, and done again', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=deploy`);
  const states = [JSON.stringify([SHIPPED, []])];
  for (const [name, act] of EDITS) {
    await test.step(name, async () => {
      await act(page);
      await expect.poll(() => writing(page), name).not.toBe(states.at(-1));
      states.push(await settled(page));
    });
  }
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  const redo = page.getByRole('button', { name: 'Redo', exact: true });
  const last = await settled(page);
  await undo.click();
  while (await undo.isEnabled()) await undo.click();
  await expect.poll(() => writing(page)).toBe(states[0]);
  while (await redo.isEnabled()) await redo.click();
  await expect.poll(() => writing(page)).toBe(last);
});

/** The state when nothing changes it any more. */
async function settled(page: Page): Promise<string> {
  let seen = '';
  await expect
    .poll(async () => {
      const before = seen;
      await drawn(page);
      seen = await writing(page);
      return seen === before;
    })
    .toBe(true);
  return seen;
}

/** One of each way to edit, in an order in which every one is possible. */
const EDITS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    'a policy kept as text',
    async (page) => replaceLine(await write(page, 'deploy-web'), '"Sid": "UpdateWeb"', '"Sid": "RollOut",')
  ],
  [
    'a policy kept as a mapping',
    async (page) => {
      await page.getByRole('combobox', { name: 'Request', exact: true }).selectOption('dana-reads');
      await replaceLine(await write(page, 'DeveloperBoundary'), '"Effect": "Allow"', '"Effect": "Deny",');
    }
  ],
  [
    'the whole file',
    async (page) => {
      await column(page, 'File');
      await page.getByRole('textbox', { name: /the whole file$/ }).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('# the end');
    }
  ],
  [
    'something new',
    async (page) => {
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      const form = page.getByRole('form', { name: 'Add to this world' });
      await form.getByLabel('Name').fill('nora');
      await form.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(form).toBeHidden();
    }
  ],
  [
    'a policy attached',
    async (page) => {
      await page.getByRole('treeitem', { name: /^intern\b/ }).click();
      await column(page, 'Who or what');
      await put(page, 'Attach a policy', 'aws:AmazonS3ReadOnlyAccess');
    }
  ],
  ['a group joined', (page) => put(page, /group/i, 'Developers')],
  ['a group left', (page) => page.getByRole('button', { name: 'Leave Developers' }).click()],
  ['a boundary set', (page) => put(page, 'Set a boundary', 'DeveloperBoundary')],
  [
    'a new name',
    async (page) => {
      await page.getByLabel('Name in this file').fill('trainee');
      await page.keyboard.press('Enter');
    }
  ],
  [
    'a request changed',
    async (page) => {
      await page.getByRole('button', { name: 'change', exact: true }).click();
      await put(page, 'Does', 's3:PutObject');
    }
  ]
];

async function put(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(text);
  await page.keyboard.press('Enter');
}

test('half a policy and half a word in the file are there again after a reload', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  const text = await write(page, 'DenyRegions');
  await replaceLine(text, '"Effect": "Deny"', '"Effect": "De');
  await expect(page).toHaveURL(/[?&]file=\w+/);
  await expect.poll(() => writing(page)).toContain('\\"De\\n');
  const [before, address, state] = [await verdicts(page), page.url(), await settled(page)];
  await page.reload();
  await expect.poll(() => verdicts(page)).toEqual(before);
  expect(page.url()).toBe(address);
  expect(await writing(page)).toBe(state);
  await expect(await write(page, 'DenyRegions')).toContainText('"Effect": "De');
  expect(await kept(page)).toHaveLength(1);
});

test('a file that became unreadable is shown as it was before, with its problem, also after a reload', async ({
  page
}) => {
  await openToWrite(page, `/s/${FLAGSHIP}/`);
  const before = await verdicts(page);
  await column(page, 'File');
  await page.getByRole('textbox', { name: /the whole file$/ }).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('accounts: [');
  const problems = page.getByRole('list', { name: 'Problems' });
  await expect(problems).toBeVisible();
  expect(await verdicts(page)).toEqual(before);
  await expect.poll(() => writing(page)).toContain('accounts: [');
  await page.reload();
  await column(page, 'File');
  await expect(problems).toBeVisible();
  expect(await verdicts(page)).toEqual(before);
  await page.getByRole('textbox', { name: /the whole file$/ }).click();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 'accounts: ['.length; i++) await page.keyboard.press('Delete');
  await expect(problems).toBeHidden();
  await expect.poll(() => writing(page)).toBe(JSON.stringify([SHIPPED, []]));
});

test('neither Tab nor Escape is caught in a text', async ({ page }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  const text = await write(page, 'DenyRegions');
  await page.keyboard.press('Tab');
  await expect(text).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(text).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(text).not.toBeFocused();
  await text.click();
  await hoverNothing(page);
  await page.keyboard.press('Escape');
  await expect(text).toBeHidden();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
  await column(page, 'File');
  const file = page.getByRole('textbox', { name: /the whole file$/ });
  await file.click();
  await page.keyboard.press('Tab');
  await expect(file).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(file).toBeFocused();
  await hoverNothing(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'File', exact: true })).toBeFocused();
  expect(await kept(page), 'nothing was typed').toEqual([]);
});

/** What a word means stands above it while it is hovered over, and the first Escape would put that away. */
async function hoverNothing(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await expect(page.locator('.cm-tooltip')).toHaveCount(0);
}
