/** Files reach the page by dropping and by choosing; other things that are dragged stay what they are. */
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import DropZone from '../../src/lib/components/DropZone.svelte';

async function zone() {
  const events = { ondropped: vi.fn(), onproblem: vi.fn() };
  const children = createRawSnippet<[() => void]>((choose) => ({
    render: () => '<p>Inside <button>Choose a file</button></p>',
    setup: (element) => {
      element.querySelector('button')?.addEventListener('click', () => choose()());
    }
  }));
  const { container } = await render(DropZone, { children, ...events });
  return { ...events, inside: container.querySelector('p')!, input: container.querySelector('input')! };
}

function dragged(type: string, data: DataTransfer): DragEvent {
  return new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
}

function carrying(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

test('what is dropped anywhere inside is read, one or several', async () => {
  const { ondropped, onproblem, inside } = await zone();
  const data = carrying(new File(['bouncer: 1'], 'a.yaml'), new File(['{"é": 1}'], 'b.json'));
  const over = dragged('dragover', data);
  inside.dispatchEvent(over);
  expect(over.defaultPrevented).toBe(true);
  await expect.element(page.getByText('Let it go here')).toBeVisible();
  inside.dispatchEvent(dragged('drop', data));
  await expect
    .poll(() => ondropped.mock.calls)
    .toEqual([
      [
        [
          { name: 'a.yaml', text: 'bouncer: 1' },
          { name: 'b.json', text: '{"é": 1}' }
        ]
      ]
    ]);
  expect(page.getByText('Let it go here').elements()).toEqual([]);
  expect(onproblem).not.toHaveBeenCalled();
});

test('what is too large is refused with a reason', async () => {
  const { ondropped, onproblem, inside } = await zone();
  inside.dispatchEvent(dragged('drop', carrying(new File(['x'.repeat(2 ** 21 + 1)], 'big.yaml'))));
  await expect
    .poll(() => onproblem.mock.calls)
    .toEqual([['“big.yaml” is larger than 2 MB, the limit for such a file.']]);
  expect(ondropped).not.toHaveBeenCalled();
});

test('the veil goes when the drag leaves; text that is dragged is left alone', async () => {
  const { ondropped, onproblem, inside } = await zone();
  inside.dispatchEvent(dragged('dragover', carrying(new File(['x'], 'a.yaml'))));
  await expect.element(page.getByText('Let it go here')).toBeVisible();
  inside.dispatchEvent(dragged('dragleave', new DataTransfer()));
  await expect.poll(() => page.getByText('Let it go here').elements()).toEqual([]);
  const data = new DataTransfer();
  data.setData('text/plain', 'words');
  const over = dragged('dragover', data);
  inside.dispatchEvent(over);
  expect(over.defaultPrevented).toBe(false);
  inside.dispatchEvent(dragged('drop', data));
  expect([ondropped.mock.calls, onproblem.mock.calls]).toEqual([[], []]);
});

test('files can be chosen by keyboard, the same twice', async () => {
  const { ondropped, input } = await zone();
  const opened = vi.spyOn(input, 'click').mockImplementation(() => undefined);
  await page.getByRole('button', { name: 'Choose a file' }).click();
  expect(opened).toHaveBeenCalledOnce();
  for (const times of [1, 2]) {
    input.files = carrying(new File(['x'], 'a.yaml')).files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await expect.poll(() => ondropped.mock.calls.length).toBe(times);
    await expect.poll(() => input.files?.length).toBe(0);
  }
});
