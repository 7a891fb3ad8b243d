/** The request as a form: every word is written when it is left, and only if the file can bear it. */
import { beforeEach, expect, test, vi } from 'vitest';
import axe from 'axe-core';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import RequestForm from '../../src/lib/components/RequestForm.svelte';
import type { Edit } from '../../src/lib/edit/edit.ts';
import { NO_SERVICES } from '../../src/lib/workbench/services.ts';
import { groundAfter } from './thing-ground.ts';

beforeEach(() => page.viewport(1440, 900));

async function open(id = 'read') {
  const edits: Edit[] = [];
  const onchoose = vi.fn<(id: string | null) => void>();
  const services = NO_SERVICES;
  const props = { ground: groundAfter(), id, outcome: 'implicitDeny', services, onchoose } as const;
  const screen = await render(RequestForm, {
    ...props,
    onedit: (edit: Edit) => {
      edits.push(edit);
      void screen.rerender({ ground: groundAfter(...edits) });
    }
  });
  const changes = () => edits.map((edit) => edit.changes);
  return { screen, changes, edits, onchoose };
}

const field = (name: string) => page.getByRole('combobox', { name, exact: true });

async function write(name: string, text: string): Promise<void> {
  await field(name).fill(text);
  await userEvent.keyboard('{Enter}');
}

test('the form says what the file says', async () => {
  await open();
  await expect.element(field('Who')).toHaveValue('tools:user/dana');
  await expect.element(field('Does')).toHaveValue('s3:GetObject');
  await expect.element(field('On')).toHaveValue('prod:data/a.csv');
  await expect.element(page.getByLabelText('Title')).toHaveValue('Dana reads');
});

test.each([
  ['Who', 'tools:user/intern', { at: '/requests/read/principal', set: 'tools:user/intern' }],
  ['Does', 's3:PutObject', { at: '/requests/read/action', set: 's3:PutObject' }],
  ['On', 'prod:role/deploy', { at: '/requests/read/resource', set: 'prod:role/deploy' }],
  ['On', '', { at: '/requests/read/resource', remove: true }]
])('%s takes %j', async (name, text, change) => {
  const { changes } = await open();
  await write(name, text);
  expect(changes()).toEqual([[change]]);
  await expect.element(field(name)).toHaveValue(text);
});

test.each([
  ['Who', 'tools:user/dona', /did you mean tools:user\/dana/],
  ['Does', 'read', /not an action/],
  ['On', 'prod:dota', /did you mean/]
])('%s refuses %j, says why, and keeps the text', async (name, text, why) => {
  const { edits } = await open();
  await write(name, text);
  await expect.element(page.getByText(why)).toBeVisible();
  await expect.element(field(name)).toHaveValue(text);
  await expect.element(field(name)).toHaveAttribute('aria-invalid', 'true');
  expect(edits).toEqual([]);
});

test('a role on the way is one more word, with a session of its own', async () => {
  const { changes } = await open('enter');
  await write('One more role', 'prod:role/deploy');
  await page.getByLabelText('Its session').fill('night-shift');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: 'Leave out role 1' }).click();
  expect(changes()).toEqual([
    [{ at: '/requests/enter/assume', set: [{ role: 'prod:role/deploy' }] }],
    [{ at: '/requests/enter/assume/0/session', set: 'night-shift' }],
    [{ at: '/requests/enter/assume', remove: true }]
  ]);
});

test('a fact has a value, is not there, is left open, or comes as it comes', async () => {
  const { changes } = await open();
  const state = page.getByRole('combobox', { name: 'aws:SourceIp' });
  await state.selectOptions('is not there');
  await state.selectOptions('is left open');
  await state.selectOptions('as it comes');
  expect(changes()).toEqual([
    [{ at: '/requests/read/context/aws:SourceIp', set: null }],
    [
      { at: '/requests/read/context', remove: true },
      { at: '/requests/read/unknown', set: ['aws:SourceIp'] }
    ],
    [{ at: '/requests/read/unknown', remove: true }]
  ]);
});

test('new, duplicate, delete lead to the request that they are about', async () => {
  const { onchoose, changes } = await open();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await page.getByRole('button', { name: 'New request' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  expect(onchoose.mock.calls).toEqual([['read-copy'], ['request'], [null]]);
  expect(changes().at(-1)).toEqual([{ at: '/requests/read', remove: true }]);
});

test('what it is now becomes what it must be', async () => {
  const { changes } = await open();
  await page.getByRole('button', { name: 'Expect what it is now' }).click();
  expect(changes()).toEqual([[{ at: '/requests/read/expect', set: 'implicitDeny' }]]);
  await expect.element(page.getByRole('button', { name: 'Expect what it is now' })).not.toBeInTheDocument();
});

test.each([1440, 1024, 390])('at %i px nothing is cut off, and axe finds nothing', async (width) => {
  await page.viewport(width, 900);
  const { screen } = await open('enter');
  await expect.element(field('Who')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  for (const name of ['Does', 'On', 'One more fact']) {
    await field(name).click();
    await expect.element(page.getByRole('listbox', { name })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await userEvent.keyboard('{Escape}');
  }
  const { violations } = await axe.run(screen.container);
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  if (width > 899) return;
  const targets = [...screen.container.querySelectorAll('input, select, button')];
  const small = targets.filter((each) => each.getBoundingClientRect().height < 44);
  expect(small.map((each) => each.outerHTML.slice(0, 80))).toEqual([]);
});
