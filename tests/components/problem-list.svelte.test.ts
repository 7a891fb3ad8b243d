/** Problems of a file: what, where, its line with a caret, the way out; a click leads there. */
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import ProblemList from '../../src/lib/components/ProblemList.svelte';
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';

const TEXT = 'one\n  "Effect": "allow"\n';
const FROM = TEXT.indexOf('"allow"');

function problem(rest: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'policy/invalid-effect',
    severity: 'error',
    message: 'invalid effect `allow`',
    range: { source: { name: 'x', text: TEXT }, from: FROM, to: FROM + 7 },
    path: '',
    help: 'use `Allow` or `Deny`',
    ...rest
  };
}

async function list(...problems: Diagnostic[]) {
  const onpick = vi.fn();
  const { container } = await render(ProblemList, { problems, onpick });
  return { onpick, container };
}

test('severity, message, place, line with caret, help', async () => {
  const { container, onpick } = await list(problem(), problem({ severity: 'warning', message: 'unwise' }));
  const [first] = container.querySelectorAll('li');
  const text = (selector: string) => first?.querySelector(selector)?.textContent;
  expect(text('.caps')).toBe('error');
  expect(text('.message')).toBe('invalid effect allow');
  expect(text('.message code')).toBe('allow');
  expect(text('.place')).toBe('2:13');
  expect(text('p')).toBe('use Allow or Deny');
  expect(text('.excerpt')).toBe(`  "Effect": "allow"${' '.repeat(12)}${'^'.repeat(7)}`);
  await page.getByRole('button', { name: /unwise/ }).click();
  expect(onpick.mock.calls).toEqual([[expect.objectContaining({ message: 'unwise' })]]);
});

test('the carets stand under what is meant', async () => {
  const { container } = await list(problem());
  const excerpt = container.querySelector('.excerpt')!;
  const range = document.createRange();
  const line = excerpt.firstChild!;
  range.setStart(line, 12);
  range.setEnd(line, 19);
  const meant = range.getBoundingClientRect();
  const carets = excerpt.querySelector('b')!.firstChild!;
  range.setStart(carets, 12);
  range.setEnd(carets, 19);
  const under = range.getBoundingClientRect();
  expect([under.left, under.right]).toEqual([meant.left, meant.right]);
  expect(under.top).toBeGreaterThanOrEqual(meant.bottom - 4);
});

test('what would act is shown; thousands are counted', async () => {
  const odd = problem({ message: 'key `\u202E<i>x</i>`' });
  const { container } = await list(...Array.from({ length: 150 }, () => odd));
  expect(container.querySelectorAll('li')).toHaveLength(100);
  expect(container.querySelector('.message')?.textContent).toBe('key <U+202E><i>x</i>');
  await expect.element(page.getByText('And 50 more.')).toBeVisible();
});

test('nothing for axe to find; large enough for a thumb', async () => {
  await page.viewport(390, 800);
  const { container } = await list(problem(), problem({ severity: 'warning' }));
  expect((await axe.run(container)).violations).toEqual([]);
  expect(container.querySelector('button')!.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
});

test("AWS's answer stands beside ours; the way out can be taken by keyboard", async () => {
  const onfix = vi.fn();
  const mendable = problem({
    aws: { code: 'MalformedPolicyDocument', message: 'Syntax errors in policy.' },
    fix: { title: 'write `Allow`', changes: [{ at: '/Effect', set: 'Allow' }], behaviour: 'changed' }
  });
  const { container } = await render(ProblemList, {
    problems: [mendable, problem()],
    onpick: vi.fn(),
    onfix
  });
  expect(container.querySelector('.aws')?.textContent).toBe(
    'AWS answers MalformedPolicyDocument: Syntax errors in policy.'
  );
  const buttons = page.getByRole('button', { name: 'Fix: Write Allow' });
  expect(buttons.elements()).toHaveLength(1);
  (buttons.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(onfix.mock.calls).toEqual([[mendable]]);
  expect((await axe.run(container)).violations).toEqual([]);
});

test('findings are counted and folded away below the problems', async () => {
  const finding = problem({ severity: 'suggestion', code: 'lint/x', message: 'tidier so' });
  const { container } = await render(ProblemList, {
    problems: [problem()],
    findings: [finding, finding],
    onpick: vi.fn()
  });
  expect(container.querySelectorAll('ul')).toHaveLength(2);
  expect(container.querySelector('details')?.open).toBe(false);
  await page.getByText('2 findings').click();
  await expect.element(page.getByText('tidier so').first()).toBeVisible();
  expect((await axe.run(container)).violations).toEqual([]);
});
