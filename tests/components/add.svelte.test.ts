/** The form that adds: kind, place, name; what is wrong stands at its field, after trying. */
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import AddView from '../../src/lib/components/AddView.svelte';
import type { Edit } from '../../src/lib/edit/edit.ts';
import { groundAfter } from './thing-ground.ts';

beforeEach(() => page.viewport(720, 700));

async function open() {
  const edits: Edit[] = [];
  const screen = await render(AddView, {
    ground: groundAfter(),
    account: '222222222222',
    onedit: (edit: Edit) => {
      edits.push(edit);
      void screen.rerender({ ground: groundAfter(...edits) });
    }
  });
  return { screen, edits };
}

const choose = (label: string, words: string) =>
  page.getByRole('combobox', { name: label, exact: true }).selectOptions(words);

test.each([
  ['User', 'Name', 'ana', '/accounts/prod/users/ana', {}],
  ['Group', 'Name', 'Auditors', '/accounts/prod/groups/Auditors', {}],
  ['S3 bucket', 'Name', 'reports', '/accounts/prod/resources/arn:aws:s3:::reports', {}],
  ['SQS queue', 'Name', 'jobs', '/accounts/prod/resources/arn:aws:sqs:us-east-1:222222222222:jobs', {}],
  ['Account', 'Alias', 'audit', '/accounts/audit', { id: '333333333333' }]
])('%s %s %s is written at %s', async (kind, label, name, at, set) => {
  const { edits } = await open();
  await choose('What', kind);
  await page.getByLabelText(label, { exact: true }).fill(name);
  await userEvent.keyboard('{Enter}');
  expect(edits.map(({ changes }) => changes)).toEqual([[{ at, set }]]);
  await expect.element(page.getByLabelText(label, { exact: true })).toHaveValue('');
});

test('a role trusts whom one chooses', async () => {
  const { edits } = await open();
  await choose('What', 'Role');
  await page.getByLabelText('Name', { exact: true }).fill('web');
  await page.getByRole('combobox', { name: 'Trusts' }).fill('ec2');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await page.getByRole('button', { name: 'Add' }).click();
  expect(edits[0]?.title).toBe('Add role web to prod');
  expect(JSON.stringify(edits[0]?.changes)).toContain('"Service":"ec2.amazonaws.com"');
});

test.each([
  ['Role', 'Name', 'deploy', /prod has a role called deploy already/],
  ['Role', 'Name', 'DEPLOY', /already/],
  ['User', 'Name', 'a b', /not a name in IAM/],
  ['User', 'Name', '', /Nothing is written here/],
  ['S3 bucket', 'Name', 'Big', /not a bucket name/],
  ['Any other resource', 'ARN', 'arn:aws:sqs:us-east-1:111111111111:q', /carries another account id/],
  ['Account', 'Account id', '123', /not an account id/]
])('%s: %s %j is refused at its field', async (kind, label, text, why) => {
  const { edits } = await open();
  await choose('What', kind);
  if (kind === 'Account') await page.getByLabelText('Alias').fill('audit');
  await page.getByLabelText(label, { exact: true }).fill(text);
  await expect.element(page.getByText(why)).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Add' }).click();
  await expect.element(page.getByText(why)).toBeVisible();
  await expect.element(page.getByLabelText(label, { exact: true })).toHaveAttribute('aria-invalid', 'true');
  expect(edits).toEqual([]);
});

test('axe finds nothing, whatever is added', async () => {
  const { screen } = await open();
  for (const kind of ['User', 'Role', 'Account', 'KMS key', 'Inline policy']) {
    await choose('What', kind);
    const { violations } = await axe.run(screen.container);
    expect(violations.map(({ id, nodes }) => `${kind} ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});
