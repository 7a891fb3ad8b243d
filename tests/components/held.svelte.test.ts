/** What a pattern of actions holds: a button that opens the list, there once the service has come. */
import { expect, test } from 'vitest';
import axe from 'axe-core';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import HeldButton from '../../src/lib/components/HeldButton.svelte';
import { toCatalogue } from '../../src/lib/catalog/catalogue.ts';
import { readService } from '../../src/lib/catalog/service-file.ts';
import type { Services } from '../../src/lib/workbench/services.ts';

const names = { names: new Map([['sqs', 'Amazon SQS']]) };
const reads = Array.from({ length: 9 }, (_, i) => [`ListThing${i}`, 'R', [[0, 1]]]);
const facts = readService({
  prefix: 'sqs',
  name: 'Amazon SQS',
  resources: [['queue', ['arn:${Partition}:sqs:${Region}:${Account}:${QueueName}']]],
  actions: [...reads, ['ListQueues', 'L'], ['SendMessage', 'W', [[0, 1]]]]
});
const want = () => {};
const early: Services = { catalogue: toCatalogue(names, []), want };
const late: Services = { catalogue: toCatalogue(names, facts ? [facts] : []), want };

test('nothing is said before the service has come, nor of a plain name', async () => {
  const screen = await render(HeldButton, { pattern: 'sqs:List*', services: early });
  expect(screen.container.querySelector('button')).toBeNull();
  await screen.rerender({ services: late });
  await expect.element(page.getByRole('button', { name: 'holds 10 actions' })).toBeVisible();
  await screen.rerender({ pattern: 'sqs:ListQueues' });
  expect(screen.container.querySelector('button')).toBeNull();
});

test('by keyboard: the list opens, is filtered, and closes', async () => {
  const { container } = await render(HeldButton, { pattern: 'sqs:List*', services: late });
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('It holds 10 of the 11 actions of Amazon SQS.')).toBeVisible();
  const rows = () => [...container.querySelectorAll('li')].map((row) => row.innerText.split('\n')[0]);
  expect(rows()[0]).toMatch(/^sqs:ListQueues/);
  expect(rows().length).toBe(10);
  await page.getByLabelText('Only those with').fill('thing3');
  await expect.poll(() => rows().length).toBe(1);
  const { violations } = await axe.run(container);
  expect(violations.map(({ id }) => id)).toEqual([]);
  // The first Escape is the field's, which it empties.
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => rows().length).toBe(10);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => container.querySelector('dialog')?.open).toBe(false);
});
