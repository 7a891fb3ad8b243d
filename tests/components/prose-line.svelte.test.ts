// What a file says in a line of the page: its code and its emphasis are set as such, its HTML stays text.
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ProseLine from '../../src/lib/components/ProseLine.svelte';

test('signs of Markdown become what they mean', async () => {
  const { container } = await render(ProseLine, {
    text: 'You gave `s3:*`: see *Sarah reads the payroll*.\n'
  });
  await expect.poll(() => container.querySelector('em')?.textContent).toBe('Sarah reads the payroll');
  expect(container.querySelector('code')?.textContent).toBe('s3:*');
  expect(container.textContent.replace(/\s+/g, ' ').trim()).toBe(
    'You gave s3:*: see Sarah reads the payroll.'
  );
});

test('the first mention of a term leads to the glossary, code stays code', async () => {
  const { container } = await render(ProseLine, {
    text: 'Which *statement* stops it? `statement`, or another statement.',
    terms: ['statement']
  });
  await expect.poll(() => container.querySelectorAll('a')).toHaveLength(1);
  expect(container.querySelector('em > a')?.getAttribute('href')).toBe('/glossary/#statement');
});

test('HTML of a file stays text', async () => {
  const { container } = await render(ProseLine, { text: '<img src=x onerror=alert(1)> *and on*' });
  await expect.poll(() => container.querySelector('em')?.textContent).toBe('and on');
  expect(container.querySelector('img')).toBeNull();
});
