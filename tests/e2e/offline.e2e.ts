/** Once a page has loaded, the network may go: everything there is to do works, and nothing is asked for. */
import {
  FLAGSHIP,
  current,
  expect,
  openToWrite,
  replaceLine,
  stateOf,
  test,
  verdicts,
  write
} from './page.ts';

test('all that can be done works offline', async ({ page, context }) => {
  await openToWrite(page, `/s/${FLAGSHIP}/?request=wrong-region`);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    // Chromium itself looks for the sign in its tab whenever the address changes.
    if (protocol.startsWith('http') && pathname !== '/favicon.svg') asked.push(request.url());
  });
  const before = await verdicts(page);

  await replaceLine(await write(page, 'DenyRegions'), '"Effect": "Deny"', '"Effect": "Allow",');
  await expect.poll(() => verdicts(page)).not.toEqual(before);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => verdicts(page)).toEqual(before);
  await page.getByRole('button', { name: 'Done', exact: true }).click();

  await page.keyboard.press('Home');
  await expect(current(page)).toContainText('1');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => stateOf(page).step).not.toBeNull();
  await page.getByRole('region', { name: 'Watches' }).getByRole('button').nth(1).click();
  await expect.poll(() => stateOf(page).request).toBe('enter');

  await page.getByRole('button', { name: 'Story', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('Two signatures are needed')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Walkthrough', exact: true }).click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'The door names jenkins' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'A link to this very scenario' })).toHaveValue(/#s=1\./);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the file' }).click()
  ]);
  expect(download.suggestedFilename()).toBe(`${FLAGSHIP}.yaml`);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const form = page.getByRole('form', { name: 'Add to this world' });
  await form.getByLabel('Name').fill('nora');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('treeitem', { name: /^nora\b/ })).toBeVisible();
  await page.getByRole('group', { name: 'Right column' }).getByRole('button', { name: 'File' }).click();
  await expect(page.getByRole('textbox', { name: /the whole file$/ })).toBeVisible();
  await page.getByRole('button', { name: 'change', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Does' })).toBeVisible();
  expect(asked).toEqual([]);
});
