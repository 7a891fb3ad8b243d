/** The ribbon: where one stands, what has not been read yet, and that the verdict is kept until the end. */
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Desk from './Desk.svelte';
import { twoAccounts } from './two-accounts.ts';

const scenario = twoAccounts();
beforeEach(() => page.viewport(1440, 900));
const road = () => page.getByRole('list', { name: 'Steps of the evaluation' });
const here = () =>
  road().element().querySelector('[aria-current="step"]')?.textContent.replace(/\s+/g, ' ').trim();
const stamp = () => document.querySelector('.stamp');

test('without a step the ribbon stands on the verdict', async () => {
  await render(Desk, { scenario, request: 'knock' });
  expect(stamp()?.textContent).toContain('ALLOWED');
  expect(road().element().textContent).not.toContain('not yet read');
});

test('gates ahead are not yet read, and the verdict is not given away', async () => {
  await render(Desk, { scenario, request: 'knock', step: 'scp' });
  expect(here()).toContain('SCP');
  const text = road().element().textContent;
  expect(text.match(/not yet read/g)?.length).toBe(4); // trust policy, identity, boundary, session
  expect(stamp()).toBeNull();
  expect(document.querySelectorAll('[aria-current="step"]').length).toBe(1);
});

test('a layer that is still being read shows no finding', async () => {
  await render(Desk, { scenario, request: 'knock', step: 'identity?', detail: 'statements' as const });
  expect(here()).toContain('Identity');
  expect(here()).not.toContain('allows');
});

test('forward and back move by one step and stop at the ends', async () => {
  await render(Desk, { scenario, request: 'knock', step: 'session' });
  const ribbon = page.getByRole('region', { name: 'Evaluation, step by step' });
  await ribbon.getByRole('button', { name: 'Step forward' }).click();
  await expect.poll(() => stamp()?.textContent).toContain('ALLOWED');
  await expect.element(ribbon.getByRole('button', { name: 'Step forward' })).toBeDisabled();
  await ribbon.getByRole('button', { name: 'Step back' }).click();
  await expect.poll(here).toContain('Session');
});

test('a gate is a way to its step', async () => {
  await render(Desk, { scenario, request: 'knock' });
  await road()
    .getByRole('button', { name: /Trust policy/ })
    .click();
  await expect.poll(here).toContain('Trust policy');
});

test('the sentence of the step is read out politely', async () => {
  await render(Desk, { scenario, request: 'knock', step: 'asked' });
  const live = document.querySelector('[aria-live="polite"]');
  expect(live?.textContent).toContain('sts:AssumeRole');
});

test('a hop has a road of its own', async () => {
  await render(Desk, { scenario, request: 'update' });
  const stretches = page.getByRole('list', { name: 'Stretches of the way' });
  await stretches
    .getByRole('button', { name: /deploy/ })
    .first()
    .click();
  await expect.element(road().getByRole('button', { name: /Trust policy/ })).toBeVisible();
  await stretches.getByRole('button', { name: /ecs:UpdateService/ }).click();
  await expect.element(road().getByRole('button', { name: /Resource policy/ })).toBeVisible();
});

test.each([
  // address, what is shown instead, whether the page says so
  ['a step that this request never had', { step: 'nowhere' }, 'ALLOWED'],
  [
    'a statement that is gone, under a policy that is there',
    { step: 'identity@jenkins/may-assume#Gone' },
    'Identity'
  ],
  ['a request that the file has not', { request: 'gone' }, 'ALLOWED']
])('%s leads to the nearest that is there, with a notice', async (_, address, shown) => {
  await render(Desk, { scenario, request: 'knock', ...address });
  expect(stamp()?.textContent ?? here()).toContain(shown);
  await expect.element(page.getByText(/^The address names/)).toBeVisible();
});

test('a link into elements survives at a coarser level, at the layer', async () => {
  await render(Desk, { scenario, request: 'knock', step: 'identity@jenkins/may-assume#1:Action' });
  expect(here()).toContain('Identity');
});

test('a verdict that refuses is told in AWS’s own words too', async () => {
  await render(Desk, { scenario, request: 'stop' });
  await expect
    .element(
      page.getByText(/is not authorized to perform: ecs:StopTask .*because no identity-based policy allows/)
    )
    .toBeVisible();
});
