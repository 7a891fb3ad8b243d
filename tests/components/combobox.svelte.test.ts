/** The combobox follows the ARIA pattern: the text keeps the focus, the list is walked by keys, free text is allowed. */
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import Combobox from '../../src/lib/components/Combobox.svelte';
import { actOf, fitting } from '../../src/lib/components/combobox.ts';

const CHOICES = ['tools:user/dana', 'tools:user/intern', 'tools:role/jenkins', 'prod:role/deploy'].map(
  (value) => ({
    value,
    hint: value.includes(':role/') ? 'role' : 'user'
  })
);

async function open(value = 'tools:user/dana', problem: string | null = null) {
  const onset = vi.fn<(text: string) => void>();
  const screen = await render(Combobox, { label: 'Who', value, choices: CHOICES, problem, onset });
  const box = page.getByRole('combobox', { name: 'Who' });
  const options = () =>
    page
      .getByRole('option')
      .all()
      .map((each) => each.element().querySelector('span')?.textContent);
  const active = () => {
    const id = box.element().getAttribute('aria-activedescendant');
    return id === null ? null : document.getElementById(id)?.querySelector('span')?.textContent;
  };
  return { screen, onset, box, options, active };
}

test('closed until it is asked; ↓ opens on what is written and shows everything', async () => {
  const { box, options, active } = await open();
  await expect.element(box).toHaveAttribute('aria-expanded', 'false');
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(box).toHaveAttribute('aria-expanded', 'true');
  expect(options()).toEqual(CHOICES.map(({ value }) => value));
  expect(active()).toBe('tools:user/dana');
  expect(document.activeElement).toBe(box.element());
});

test.each([
  ['{ArrowDown}{ArrowDown}{Enter}', 'tools:user/intern'],
  ['{ArrowDown}{ArrowUp}{Enter}', 'prod:role/deploy'],
  ['{ArrowDown}{PageDown}{Enter}', 'prod:role/deploy']
])('%s writes %s', async (keys, written) => {
  const { onset } = await open();
  await userEvent.tab();
  await userEvent.keyboard(keys);
  expect(onset.mock.calls).toEqual([[written]]);
});

test('typing narrows the list; Enter writes the text itself while no choice is walked to', async () => {
  const { box, onset, options } = await open('');
  await box.fill('ROLE');
  expect(options()).toEqual(['tools:role/jenkins', 'prod:role/deploy']);
  await userEvent.keyboard('{Enter}');
  expect(onset.mock.calls).toEqual([['ROLE']]);
});

test('Escape closes the list, then gives the text back, then belongs to the page', async () => {
  const { box, onset } = await open();
  const outside = vi.fn<(event: KeyboardEvent) => void>();
  window.addEventListener('keydown', outside);
  await box.fill('tools:user/i');
  await userEvent.keyboard('{Escape}');
  await expect.element(box).toHaveAttribute('aria-expanded', 'false');
  await expect.element(box).toHaveValue('tools:user/i');
  await userEvent.keyboard('{Escape}');
  await expect.element(box).toHaveValue('tools:user/dana');
  expect(outside).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(outside).toHaveBeenCalledOnce();
  expect(onset).not.toHaveBeenCalled();
  window.removeEventListener('keydown', outside);
});

test('a click chooses and leaves the focus in the text', async () => {
  const { box, onset } = await open();
  await box.click();
  await page.getByRole('option', { name: 'tools:role/jenkins role' }).click();
  expect(onset.mock.calls).toEqual([['tools:role/jenkins']]);
  expect(document.activeElement).toBe(box.element());
});

test('axe finds nothing while the list is open', async () => {
  const { screen } = await open();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  const { violations } = await axe.run(screen.container);
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

test('leaving the field writes it; what is wrong is said of it, and the text stays', async () => {
  const { screen, box, onset } = await open();
  await box.fill('tools:user/nobody');
  await userEvent.tab();
  expect(onset.mock.calls).toEqual([['tools:user/nobody']]);
  await screen.rerender({ problem: 'nobody of that name' });
  await expect.element(box).toHaveAccessibleDescription('nobody of that name');
  await expect.element(box).toHaveAttribute('aria-invalid', 'true');
});

test('in a sheet of its own: what nothing fits is said while one types, what is wrong stands off the list', async () => {
  const props = { label: 'Who', value: '', choices: CHOICES, problem: null, isInline: true, onset: () => {} };
  const screen = await render(Combobox, props);
  const box = page.getByRole('combobox', { name: 'Who' });
  await expect.element(page.getByRole('status')).toHaveTextContent(/^$/);
  await box.fill('zzz');
  await expect.element(page.getByRole('status')).toHaveTextContent('Nothing here is called like that.');
  await box.fill('dana');
  await expect.element(page.getByRole('status')).toHaveTextContent(/^$/);
  await screen.rerender({ problem: 'nobody of that name' });
  const list = page.getByRole('listbox').element().getBoundingClientRect();
  const problem = page.getByRole('alert').element().getBoundingClientRect();
  expect(list.top - problem.bottom).toBeGreaterThanOrEqual(4);
});

test.each([
  ['', 4],
  ['TOOLS', 3],
  ['tools:role', 1],
  ['role', 2],
  ['nothing', 0]
])('%j fits %i choices', (typed, count) => {
  expect(fitting(CHOICES, typed)).toHaveLength(count);
});

const KEYS = { ctrlKey: false, metaKey: false };
test.each([
  ['ArrowDown', { isOpen: true, active: 3 }, { kind: 'walk', to: 0 }],
  ['ArrowUp', { isOpen: true, active: -1 }, { kind: 'walk', to: 3 }],
  ['Home', { isOpen: true, active: 2 }, null], // in the text
  ['Escape', { isOpen: false, active: -1 }, null],
  ['a', { isOpen: false, active: -1 }, null]
])('%s in %j does %j', (key, state, act) => {
  expect(actOf({ key, ...KEYS }, { count: 4, isChanged: false, ...state })).toEqual(act);
});
