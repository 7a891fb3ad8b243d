/** A paste lands in the box, or anywhere on the page where nobody types. */
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import PasteBox from '../../src/lib/components/PasteBox.svelte';

async function box() {
  const onpasted = vi.fn();
  const { container } = await render(PasteBox, { onpasted });
  return { onpasted, container };
}

function paste(target: Element, text: string): ClipboardEvent {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}

test('the button hands over what was typed; an empty box hands over nothing', async () => {
  const { onpasted } = await box();
  const button = page.getByRole('button', { name: 'Look at it' });
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabelText('Paste a policy or a scenario').fill('  \n');
  await userEvent.keyboard('{Tab}{Enter}');
  expect(onpasted).not.toHaveBeenCalled();
  await page.getByLabelText('Paste a policy or a scenario').fill('{"Statement": []}');
  await button.click();
  expect(onpasted).toHaveBeenCalledExactlyOnceWith({ name: 'pasted.json', text: '{"Statement": []}' });
});

test('a paste on the page is taken at once, one into a field is the field’s', async () => {
  const { onpasted, container } = await box();
  expect(paste(document.body, 'bouncer: 1').defaultPrevented).toBe(true);
  expect(onpasted).toHaveBeenCalledExactlyOnceWith({ name: 'pasted.yaml', text: 'bouncer: 1' });
  const textarea = container.querySelector('textarea')!;
  expect(paste(textarea, 'bouncer: 1').defaultPrevented).toBe(false);
  expect(paste(document.body, ' ').defaultPrevented).toBe(false);
  expect(onpasted).toHaveBeenCalledOnce();
});

test('nothing for axe to find; large enough for a thumb', async () => {
  await page.viewport(390, 800);
  const { container } = await box();
  expect((await axe.run(container)).violations).toEqual([]);
  expect(container.querySelector('button')!.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
});
