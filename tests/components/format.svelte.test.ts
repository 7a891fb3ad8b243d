/** What the format's page makes of a key: an anchor, its marks, and words of the file set as such. */
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import ExampleFile from '../../src/lib/components/ExampleFile.svelte';
import FormatKey from '../../src/lib/components/FormatKey.svelte';
import FormatSection from '../../src/lib/components/FormatSection.svelte';

const plain = { type: 'text', about: 'One line.', isRequired: false, isLater: false };
const users = { ...plain, id: 'accounts.users', key: 'users', depth: 1, type: 'map by name' };
const changed = {
  ...plain,
  id: 'accounts.users.credentials.password.changed',
  key: 'changed',
  depth: 4,
  type: 'time',
  about: '`now` by default.'
};

async function row(entry: typeof changed, isElsewhere = false) {
  const { container } = await render(FormatKey, { entry, block: users, isElsewhere });
  return {
    text: container.textContent.replaceAll(/\s+/g, ' ').trim(),
    link: container.querySelector('a')?.getAttribute('href'),
    hasAnchor: container.querySelector(`[id="${entry.id}"]`) !== null,
    code: [...container.querySelectorAll('code')].map((each) => each.textContent)
  };
}

test('a key stands under its path, leads to itself, and says what it holds', async () => {
  expect(await row(changed)).toEqual({
    text: 'credentials.password.changed time now by default.',
    link: `#${changed.id}`,
    hasAnchor: true,
    code: ['credentials.password.changed', 'now']
  });
});

test.each([
  ['isRequired', 'Required.'],
  ['isLater', 'Changes no decision.']
])('%s', async (mark, said) => {
  expect((await row(changed)).text).not.toContain(said);
  expect((await row({ ...changed, [mark]: true })).text).toContain(said);
});

test('what is told in a place of its own has its anchor there alone', async () => {
  expect(await row(changed, true)).toMatchObject({ link: `#${changed.id}`, hasAnchor: false });
  const told = { key: users, keys: [changed], says: ['So it is with `users`.'], examples: [] };
  const { container } = await render(FormatSection, { told, section: null, elsewhere: [], own: '/new/' });
  expect(container.querySelectorAll('[id="accounts.users"]')).toHaveLength(1);
  expect(container.querySelector('.says code')?.textContent).toBe('users');
});

test('an example is folded away, and opens where one can write', async () => {
  const example = { name: 'first-file', title: 'A file', summary: 'Small', text: 'bouncer: 1\n' };
  const screen = await render(ExampleFile, { example, own: '/new/', isOpen: false });
  const link = screen.getByRole('link', { name: 'Open this in Bouncer: A file' });
  await expect.element(link).toHaveAttribute('href', '/new/?example=first-file');
  await expect.element(screen.getByText('bouncer: 1')).not.toBeVisible();
  await screen.getByText('A file', { exact: true }).click();
  await expect.element(screen.getByText('bouncer: 1')).toBeVisible();
});
