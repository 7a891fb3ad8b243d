/** The ribbon: where one stands, what has not been read yet, and that the verdict is kept until the end. */
import { beforeEach, expect, test } from 'vitest';
import { tick } from 'svelte';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Desk from './Desk.svelte';
import { twoAccounts } from './two-accounts.ts';

const scenario = twoAccounts();
beforeEach(() => page.viewport(1440, 900));
const road = () => page.getByRole('list', { name: 'Steps of the evaluation' });
const here = () =>
  road().element().querySelector('[aria-current="step"]')?.textContent.replace(/\s+/g, ' ').trim();
const stamp = () => road().element().querySelector('.stamp');
const ribbon = () => page.getByRole('region', { name: 'Evaluation, step by step' });
const spoken = (how: 'polite' | 'assertive') =>
  ribbon().element().querySelector(`[aria-live="${how}"]`)?.textContent.trim();

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

test.each(['scp', 'resource', 'identity'])('at %s no finding is cut below its line', async (step) => {
  await render(Desk, { scenario, request: 'knock', step });
  const findings = [...road().element().querySelectorAll('.here .finding')];
  expect(findings).toHaveLength(1);
  for (const each of findings) {
    const words = document.createRange();
    words.selectNodeContents(each);
    expect(words.getBoundingClientRect().bottom).toBeLessThanOrEqual(each.getBoundingClientRect().bottom);
  }
});

test('forward and back move by one step and stop at the ends', async () => {
  await render(Desk, { scenario, request: 'knock', step: 'session' });
  await ribbon().getByRole('button', { name: 'Step forward' }).click();
  await expect.poll(() => stamp()?.textContent).toContain('ALLOWED');
  await expect.element(ribbon().getByRole('button', { name: 'Step forward' })).toBeDisabled();
  await ribbon().getByRole('button', { name: 'Step back' }).click();
  await expect.poll(here).toContain('Session');
});

test('a gate is a way to its step', async () => {
  await render(Desk, { scenario, request: 'knock' });
  await road()
    .getByRole('button', { name: /Trust policy/ })
    .click();
  await expect.poll(here).toContain('Trust policy');
});

test('each step is spoken once: politely, with its place; the verdict at once', async () => {
  await render(Desk, { scenario, request: 'knock', step: 'asked' });
  expect(spoken('polite')).toMatch(/^Step 2 of 11, Asked: .*sts:AssumeRole/);
  expect(spoken('assertive')).toBe('');
  await ribbon().getByRole('button', { name: 'Verdict' }).click();
  await expect.poll(() => spoken('assertive')).toMatch(/^Step 11 of 11, verdict: Allowed/);
  expect(spoken('polite')).toBe('');
});

test('the junction says why, with the rules and AWS’s pages', async () => {
  await render(Desk, { scenario, request: 'knock', step: 'identity' });
  await ribbon()
    .getByRole('button', { name: /^AND: two accounts/ })
    .click();
  const sheet = page.getByRole('dialog', { name: 'Why is one yes not enough?' });
  await expect.element(sheet.getByText('XACC-01')).toBeVisible();
  expect(sheet.getByRole('link').first().element().getAttribute('href')).toContain('docs.aws.amazon.com');
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => document.querySelector('dialog[open]')).toBeNull();
});

test('a layer without a say is a tick: it keeps its name and its step', async () => {
  await render(Desk, { scenario, request: 'knock' });
  const tick = road().getByRole('button', { name: /^9 Boundary/ });
  expect(tick.element().closest('li')?.classList).toContain('tick');
  tick.element().focus();
  await expect.element(tick.getByText('none set')).toBeVisible();
  await tick.click();
  await expect.poll(here).toContain('Boundary');
});

test('a gate opens into its statements, and these into P, A, R, C', async () => {
  const step = 'hop1.resource?';
  await render(Desk, { scenario, request: 'update', step, detail: 'elements' as const });
  const parts = page.getByRole('list', { name: 'Parts of this stop' });
  await expect.element(parts.getByRole('button', { name: 'statement Pipeline: not yet read' })).toBeVisible();
  await ribbon().getByRole('button', { name: 'Step forward' }).click();
  await ribbon().getByRole('button', { name: 'Step forward' }).click();
  await expect.element(ribbon().getByTitle('Principal: matches')).toBeVisible();
  const top = () => ribbon().element().getBoundingClientRect().top;
  const before = top();
  await ribbon().getByRole('button', { name: 'gates' }).click();
  expect(top()).toBe(before); // nothing on the screen moves
});

test('a breakpoint is set beside a gate, listed, and taken away', async () => {
  localStorage.removeItem('bouncer.breakpoints');
  await render(Desk, { scenario, request: 'knock', step: 'scp' });
  const stop = road().getByRole('button', { name: 'Stop at step 6' });
  await stop.click();
  await expect.element(stop).toHaveAttribute('aria-pressed', 'true');
  await ribbon().getByRole('button', { name: '1 breakpoint' }).click();
  const list = page.getByRole('list', { name: 'Breakpoints', exact: true });
  await expect.element(list.getByText(/^At SCP, of “Jenkins knocks”/).first()).toBeVisible();
  await list.getByRole('button', { name: /^Remove/ }).click();
  await expect.element(list).not.toBeInTheDocument();
});

test.each([
  [1440, 900],
  [1200, 800],
  [1024, 768]
])('at %i by %i no words lie over others', async (width, height) => {
  await page.viewport(width, height);
  for (const request of ['knock', 'update', 'abroad']) {
    const { unmount } = await render(Desk, { scenario, request, step: 'signed' });
    for (let i = 0; i < 22; i++) {
      expect(overlaps(), `${request}, step ${String(i + 1)}`).toEqual([]);
      document.querySelector<HTMLElement>('[aria-label="Step forward"]')?.click();
      await tick();
    }
    await unmount();
  }
});

/** Pairs of words on the road whose boxes meet. */
function overlaps(): readonly string[] {
  const words = [
    ...document.querySelectorAll('.road :is(.tag, .lane b, .lane span, .junction, .slot, .stamp)')
  ]
    .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((each) => ({
      text: each.textContent.replace(/\s+/g, ' ').trim(),
      box: each.getBoundingClientRect()
    }));
  return words.flatMap((a, i) =>
    words
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 &&
          Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 1
      )
      .map((b) => `${a.text} | ${b.text}`)
  );
}

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
