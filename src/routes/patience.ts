/**
 * A page that can be read before it moves leaves the reader the processor: it comes alive at the first sign of a person,
 * or once it has been quiet for a while. What was pressed or chosen meanwhile is done then. See src/first-sign.js.
 */
import { navigating } from '$app/state';
import { tick } from 'svelte';
import { isCharacter } from '#lib/workbench/type-ahead.ts';

/** From when everything has come, ms. */
const QUIET = 3000;

/** Once there is a reason to come alive; at once where nobody waits. Call it when all that it takes has come. */
export async function firstSign(): Promise<void> {
  const early = typeof window === 'undefined' ? undefined : window.bouncerEarly;
  if (early) await Promise.race([early.sign, new Promise((go) => setTimeout(go, QUIET))]);
}

/** Does what was pressed before the page could answer, one after the other. Call it when it can. */
export async function answerEarly(): Promise<void> {
  const kept = window.bouncerEarly?.take() ?? [];
  await tick();
  for (const each of kept) {
    if (each instanceof KeyboardEvent) answer(each);
    else if ('field' in each) choose(each);
    else if (each.isConnected) each.click();
    // A step is a place in the address; the next one counts from there.
    await new Promise((go) => requestAnimationFrame(go));
    await navigating.complete;
    await tick();
  }
}

/** Coming alive may have put the field back to how the page was painted. */
function choose({ field, value, isChecked }: EarlyChoice): void {
  if (field instanceof HTMLInputElement) field.checked = isChecked;
  else field.value = value;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}

function answer(event: KeyboardEvent): void {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = event;
  const again = new KeyboardEvent('keydown', {
    ...{ key, code, ctrlKey, altKey, shiftKey, metaKey },
    bubbles: true,
    cancelable: true
  });
  const at = document.activeElement ?? document.body;
  const isMine = !at.dispatchEvent(again);
  if (!isMine && !ctrlKey && !metaKey && isCharacter(key)) write(at, key);
}

/** A press that a page makes up writes nothing by itself: what came after the key that opened a field is put into it. */
function write(at: Element, character: string): void {
  const isField = at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text');
  if (!isField) return;
  at.setRangeText(character, at.selectionStart ?? at.value.length, at.selectionEnd ?? at.value.length, 'end');
  at.dispatchEvent(new Event('input', { bubbles: true }));
}
