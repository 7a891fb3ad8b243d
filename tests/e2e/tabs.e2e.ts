/** Two tabs with the same file: neither overwrites the other, and whoever comes later is told. */
import type { Page } from '@playwright/test';
import {
  FLAGSHIP,
  complaintsOf,
  expect,
  kept,
  openToWrite,
  replaceLine,
  test,
  write,
  writing
} from './page.ts';

/** Writes something into DenyRegions. */
async function sign(page: Page, sid: string): Promise<void> {
  await replaceLine(await write(page, 'DenyRegions'), '"Sid"', `"Sid": "${sid}",`);
}

const fileOf = (page: Page) => new URL(page.url()).searchParams.get('file');

test('the later tab is told, and goes on as a copy', async ({ page, context, baseURL }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  await sign(page, 'First');
  await expect.poll(() => writing(page)).toContain('First');
  await expect(page).toHaveURL(/[?&]file=/);

  const other = await context.newPage();
  const complaints = complaintsOf(other, baseURL ?? '');
  await openToWrite(other, page.url());
  await sign(other, 'Second');
  const told = page.getByRole('status').filter({ hasText: 'Another tab has changed this file.' });
  await expect(told).toBeVisible();
  await expect.poll(() => writing(other)).toContain('Second');
  const shared = fileOf(page);
  expect(fileOf(other)).toBe(shared);

  await sign(page, 'Third');
  await expect(page.getByRole('status').filter({ hasText: 'Yours goes on as a copy' })).toBeVisible();
  await expect.poll(() => fileOf(page)).not.toBe(shared);
  await expect.poll(async () => textOf(await kept(page), fileOf(page))).toContain('"Third"');
  expect(textOf(await kept(page), shared)).toContain('"Second"');
  expect(await kept(page)).toHaveLength(2);

  // From now on they do not meet again.
  await sign(other, 'Fourth');
  await expect.poll(async () => textOf(await kept(page), shared)).toContain('"Fourth"');
  expect(textOf(await kept(page), fileOf(page))).toContain('"Third"');
  await expect(told).toBeHidden();
  expect(complaints).toEqual([]);
  await other.close();
});

test('what the other tab wrote can be taken over', async ({ page, context }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  await sign(page, 'First');
  await expect(page).toHaveURL(/[?&]file=/);
  await expect.poll(() => writing(page)).toContain('First');
  const other = await context.newPage();
  await openToWrite(other, page.url());
  await sign(other, 'Second');
  await page.getByRole('button', { name: 'Show theirs' }).click();
  await expect(await write(page, 'DenyRegions')).toContainText('"Sid": "Second"');
  await sign(page, 'Third');
  await expect.poll(() => writing(page)).toContain('Third');
  expect(await kept(page)).toHaveLength(1);
  await other.close();
});

/** All that the device keeps of a file. */
function textOf(files: Awaited<ReturnType<typeof kept>>, id: string | null): string {
  const file = files.find((each) => each.id === id);
  return file ? [file.text, ...file.drafts.map(([, text]) => text)].join('\n') : '';
}
