/** The paper marks exactly what the step is about, and says of each statement how far it was read. */
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Desk from './Desk.svelte';
import { twoAccounts } from './two-accounts.ts';

const scenario = twoAccounts();
beforeEach(() => page.viewport(1440, 900));
const at = (request: string, step: string) =>
  render(Desk, { scenario, request, step, detail: 'elements' as const });
const paper = () => page.getByRole('region', { name: 'Policy', exact: true });
const marked = () =>
  [...paper().element().querySelectorAll('.marked')].map((each) => each.textContent).join('');
const barred = () =>
  [...paper().element().querySelectorAll('li.in > .line')].map((each) => each.textContent.trim());

test.each([
  // request, step, the range that is marked, its tone
  ['knock', 'resource@deploy/trust#Pipeline:Principal', '"arn:aws:iam::111111111111:role/jenkins"', 'match'],
  ['update', 'identity@deploy/update#Update:Action', '"ecs:UpdateService"', 'match'],
  ['stop', 'identity@deploy/update#Update:Action', '"ecs:UpdateService"', 'noMatch'],
  ['update', 'identity@deploy/update#AtHome:StringNotEquals.aws:RequestedRegion', '"us-east-1"', 'noMatch'],
  ['abroad', 'identity@deploy/update#AtHome:StringNotEquals.aws:RequestedRegion', '"us-east-1"', 'deny']
])('%s at %s marks %s', async (request, step, range, tone) => {
  await at(request, step);
  await expect.poll(marked).toContain(range);
  expect(marked().replace(range, '').trim()).toMatch(/^("[\w:]+": )?$/); // at most the element's own key
  expect([...(paper().element().querySelector('.marked')?.classList ?? [])]).toContain(tone);
});

test('the marked range is in sight, and the bar stands at its statement alone', async () => {
  await at('update', 'identity@deploy/update#OnlyWithMfa:NumericLessThan.aws:MultiFactorAuthAge');
  await expect.poll(barred).toContain('"Sid": "OnlyWithMfa",');
  expect(barred().join('')).not.toContain('AtHome');
  const isSeen = () => {
    const box = paper().element().querySelector('.body')?.getBoundingClientRect();
    const mark = paper().element().querySelector('.marked')?.getBoundingClientRect();
    return box !== undefined && mark !== undefined && mark.top >= box.top && mark.bottom <= box.bottom;
  };
  await expect.poll(isSeen).toBe(true);
});

test('the JSON is coloured once the highlighter has come, and reads the same', async () => {
  await at('knock', 'resource');
  const region = paper().getByRole('region', { name: /as JSON$/ });
  await expect.poll(() => region.element().querySelectorAll('.property').length).toBeGreaterThan(3);
  const text = [...region.element().querySelectorAll('.line')].map((each) => each.textContent).join('\n');
  expect(JSON.parse(text)).toMatchObject({ Statement: [{ Sid: 'Pipeline' }] });
});

test('each statement says which parts matched, which did not, which were not reached, which it has not', async () => {
  await at('stop', 'identity');
  const [update, atHome] = paper().getByRole('list', { name: 'Statements' }).getByRole('listitem').all();
  const said = (row: typeof update) =>
    [...(row?.element().querySelectorAll('.chip') ?? [])].map((each) => each.getAttribute('title'));
  expect(said(update)).toEqual([
    'Principal does not exist here',
    'Action does not match',
    'Resource not reached',
    'Condition does not exist here'
  ]);
  expect(said(atHome)).toEqual([
    'Principal does not exist here',
    'Action matches',
    'Resource matches',
    'Condition does not match'
  ]);
});

test('a chip leads to its step', async () => {
  await render(Desk, { scenario, request: 'stop', step: 'identity' });
  await paper().getByRole('button', { name: 'Condition does not match' }).first().click();
  await expect.element(paper().getByText('StringNotEquals', { exact: true }).first()).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'matches', exact: true }))
    .toHaveAttribute('aria-pressed', 'true');
});

test('a condition shows operator, key, both values and why; a missing key is said to be missing', async () => {
  await at('update', 'identity@deploy/update#OnlyWithMfa:NumericLessThan.aws:MultiFactorAuthAge');
  for (const text of [
    'NumericLessThan',
    'aws:MultiFactorAuthAge',
    '60',
    'missing key: the request has none'
  ]) {
    await expect.element(paper().getByText(text, { exact: true })).toBeVisible();
  }
  await expect.element(paper().getByText(/^does not match/)).toBeVisible();
});

test('a step that reads no policy shows what the request carries', async () => {
  await at('update', 'signed');
  await expect.element(paper().getByRole('heading', { name: 'What the request carries' })).toBeVisible();
  await expect.element(paper().getByText('aws:RequestedRegion')).toBeVisible();
});

test('every statement reads as a sentence, whose parts light their JSON', async () => {
  await at('update', 'identity@deploy/update#OnlyWithMfa');
  const reads = () => paper().element().querySelector('li.current .reads')?.textContent;
  await expect.poll(reads).toMatch(/^\s*“Let deploy.* call .* only when .* is under 60\.”\s*$/);
  await expect.element(paper().getByText('Reads as').first()).toBeVisible();
});

test('at the verdict the statement it rests on is framed; in the sweep for Denies none is left out', async () => {
  await at('update', 'verdict');
  await expect.poll(() => paper().element().querySelector('.json.framed li.in')).not.toBeNull();
});
