/** The sheet of a thing: what hangs on it, each with its way out, and fields that add to it. */
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import ThingView from '../../src/lib/components/ThingView.svelte';
import type { Edit } from '../../src/lib/edit/edit.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { groundAfter } from './thing-ground.ts';

const DANA = 'arn:aws:iam::111111111111:user/dana';
const DEPLOY = 'arn:aws:iam::222222222222:role/deploy';

beforeEach(() => page.viewport(420, 900));

async function open(id: string) {
  const edits: Edit[] = [];
  const onopen = vi.fn<(policy: string) => void>();
  const ground = groundAfter();
  const props = { ground, graph: toGraph(ground.world, []), id, onopen };
  const screen = await render(ThingView, {
    ...props,
    onedit: (edit: Edit) => {
      edits.push(edit);
      const ground = groundAfter(...edits);
      const graph = toGraph(ground.world, []);
      void screen.rerender({ ground, graph, ...(edit.shows && { id: edit.shows }) });
    }
  });
  return { screen, edits, onopen, titles: () => edits.map(({ title }) => title) };
}

const section = (name: string) => page.getByRole('region', { name, exact: true });
const rows = (name: string) =>
  section(name)
    .getByRole('listitem')
    .all()
    .map((each) => each.element().querySelector('.name, i')?.textContent.trim());

async function add(where: string, text: string): Promise<void> {
  await section(where).getByRole('combobox').fill(text);
  await userEvent.keyboard('{Enter}');
}

test('a user: kind, name, account, groups, policies, boundary, tags', async () => {
  await open(DANA);
  await expect.element(page.getByRole('heading', { name: 'dana' })).toBeVisible();
  await expect.element(page.getByText('user in tools')).toBeVisible();
  await expect.element(page.getByText(DANA)).toBeVisible();
  expect(['Groups', 'Managed policies', 'Permissions boundary', 'Tags'].map(rows)).toEqual([
    ['Developers'],
    ['none attached'],
    ['no ceiling of its own'],
    ['team']
  ]);
});

test('joining, leaving, attaching, detaching, a boundary, tags', async () => {
  const { titles } = await open(DANA);
  await add('Groups', 'Auditors');
  await section('Groups').getByRole('button', { name: 'Leave Developers' }).click();
  expect(rows('Groups')).toEqual(['Auditors']);
  await add('Managed policies', 'Limits');
  expect(rows('Managed policies')).toEqual(['Limits']);
  await section('Managed policies').getByRole('button', { name: 'Detach Limits' }).click();
  await add('Permissions boundary', 'aws:PowerUserAccess');
  expect(rows('Permissions boundary')).toEqual(['PowerUserAccess']);
  await add('Tags', 'cost=42');
  expect(rows('Tags')).toEqual(['team', 'cost']);
  expect(titles()).toEqual([
    'Put user dana into Auditors',
    'Take user dana out of Developers',
    'Attach Limits to user dana',
    'Detach Limits from user dana',
    'Set the boundary of user dana to aws:PowerUserAccess',
    'Tag user dana with cost'
  ]);
});

test('what does not exist is refused at its field', async () => {
  const { edits } = await open(DANA);
  await add('Managed policies', 'Limit');
  await expect.element(section('Managed policies').getByText(/did you mean Limits/)).toBeVisible();
  await expect.element(section('Managed policies').getByRole('combobox')).toHaveValue('Limit');
  expect(edits).toEqual([]);
});

test('a role: who may become it, with an external id, and no longer', async () => {
  const { edits } = await open(DEPLOY);
  const where = 'May be assumed by';
  expect(rows(where)).toEqual(['tools:role/jenkins']);
  await add(where, 'tools:user/dana');
  expect(rows(where)).toEqual(['tools:role/jenkins', 'tools:user/dana']);
  await section(where).getByLabelText('External id').first().fill('acme-7f3a');
  await userEvent.keyboard('{Enter}');
  await section(where).getByRole('button', { name: 'Distrust tools:user/dana' }).click();
  expect(rows(where)).toEqual(['tools:role/jenkins']);
  await expect.element(section(where).getByLabelText('External id')).toHaveValue('acme-7f3a');
  expect(edits).toHaveLength(3);
});

test('documents open; a resource gets its first policy; things go', async () => {
  const { onopen, titles, screen } = await open(DEPLOY);
  await section('May be assumed by').getByRole('button', { name: 'tools:role/jenkins', exact: true }).click();
  expect(onopen.mock.calls).toEqual([['prod:role/deploy/trust']]);
  await screen.rerender({ id: 'arn:aws:s3:::customer-data' });
  await page.getByRole('button', { name: 'Write a policy for it' }).click();
  expect(rows('Its own policy')).toEqual(['bucket policy']);
  await page.getByRole('button', { name: 'Remove bucket data' }).click();
  expect(titles()).toEqual(['Give resource customer-data a policy', 'Remove resource customer-data']);
  await expect.element(page.getByText(/Choose something/)).toBeVisible();
});

test('what only the drawing knows has nothing to change', async () => {
  await open('ec2.amazonaws.com');
  await expect.element(page.getByText('AWS service')).toBeVisible();
  expect(page.getByRole('button').elements()).toEqual([]);
});

test('another name', async () => {
  const { titles } = await open(DANA);
  const name = page.getByLabelText('Name in this file');
  await name.fill('intern');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/called intern already/)).toBeVisible();
  await name.fill('dora');
  await userEvent.keyboard('{Enter}');
  expect(titles()).toEqual(['Rename user dana to dora']);
  await expect.element(page.getByRole('heading', { name: 'dora' })).toBeVisible();
});

test.each([DANA, DEPLOY, 'arn:aws:s3:::customer-data', '111111111111'])(
  'axe finds nothing on %s',
  async (id) => {
    const { screen } = await open(id);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(420);
    const { violations } = await axe.run(screen.container);
    expect(violations.map((each) => `${each.id} ${each.nodes[0]?.html ?? ''}`)).toEqual([]);
    const targets = [...screen.container.querySelectorAll('input, button')];
    const small = targets.filter((each) => each.getBoundingClientRect().height < 44);
    expect(small.map((each) => each.outerHTML.slice(0, 80))).toEqual([]);
  }
);
