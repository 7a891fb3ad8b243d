/** What a button opens beside itself: made when it opens, closed by a click elsewhere, and not before a refusal was seen. */
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import Pop from '../../src/lib/components/Pop.svelte';

let elsewhere: HTMLButtonElement;
let made = 0;

const face = createRawSnippet(() => ({ render: () => '<span>Set the time</span>' }));
const children = createRawSnippet(() => ({
  render: () => {
    made++;
    return '<label>Time <input /></label>';
  }
}));

beforeEach(async () => {
  await page.viewport(1440, 900);
  made = 0;
  elsewhere = document.body.appendChild(document.createElement('button'));
  elsewhere.textContent = 'Elsewhere';
  elsewhere.style.cssText = 'position: fixed; right: 0; bottom: 0';
});
afterEach(() => elsewhere.remove());

async function open() {
  const screen = await render(Pop, { title: 'Time', face, children });
  await screen.getByRole('button', { name: 'Set the time' }).click();
  const panel = screen.getByRole('dialog', { name: 'Time' });
  await expect.element(panel).toBeVisible();
  return { screen, panel, field: screen.getByRole('textbox', { name: 'Time' }) };
}

const refuse = (field: Element) => field.setAttribute('aria-invalid', 'true');

test('what it holds is made when it opens, with the focus in it, and gone when it closes', async () => {
  const { screen, panel, field } = await open();
  expect(made).toBe(1);
  await expect.element(field).toHaveFocus();
  await userEvent.click(elsewhere);
  await expect.element(panel).not.toBeInTheDocument();
  await expect.element(field).not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'Set the time' }).click();
  await expect.element(field).toHaveFocus();
  expect(made).toBe(2);
});

test('left with a text that is refused it opens again, once, as it was', async () => {
  const { panel, field } = await open();
  await field.fill('25:61');
  refuse(field.element());
  await userEvent.click(elsewhere);
  await expect.element(panel).toBeVisible();
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue('25:61');
  expect(made).toBe(1);
  await userEvent.click(elsewhere);
  await expect.element(field).not.toBeInTheDocument();
});

test('warned of one refusal, one is warned of the next that is not seen yet', async () => {
  const { panel, field } = await open();
  refuse(field.element());
  await userEvent.click(elsewhere);
  await expect.element(panel).toBeVisible();
  field.element().removeAttribute('aria-invalid');
  await userEvent.click(elsewhere);
  await expect.element(field).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Set the time' }).click();
  refuse(field.element());
  await userEvent.click(elsewhere);
  await expect.element(panel).toBeVisible();
});

test('Escape leaves at once, refused or not', async () => {
  const { field } = await open();
  refuse(field.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(field).not.toBeInTheDocument();
});
