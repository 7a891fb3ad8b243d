/** The sizes of panels: said where the page does not stand so already, and only there. */
import { afterEach, expect, test } from 'vitest';
import { PanelSizes } from '../../src/lib/components/panel-sizes.svelte.ts';
import { PANEL_SIZES } from '../../src/lib/workbench/panel-sizes.ts';

const KEY = 'bouncer.size.outline';
const PROPERTY = '--size-outline';
const USUAL = PANEL_SIZES.outline.initial;
const root = document.documentElement;

afterEach(() => {
  localStorage.removeItem(KEY);
  root.style.removeProperty(PROPERTY);
});

test.each([
  ['nothing is kept', null, null, undefined],
  ['the first paint had what is kept', '300', '300', undefined],
  ['it was chosen since, on another page of this visit', '300', null, 300],
  ['it was put back since', null, '300', USUAL],
  ['something is kept that no panel may have', '9999', '9999', USUAL]
])('%s', (_, kept, painted, said) => {
  if (kept !== null) localStorage.setItem(KEY, kept);
  if (painted !== null) root.style.setProperty(PROPERTY, painted);
  const sizes = new PanelSizes();
  expect(sizes.styleOf('outline')).toBeUndefined();
  sizes.load();
  expect(sizes.styleOf('outline')).toBe(said);
});

test('what is chosen is said, and so is the usual size after another one', () => {
  root.style.setProperty(PROPERTY, '300');
  localStorage.setItem(KEY, '300');
  const sizes = new PanelSizes();
  sizes.load();
  sizes.set('outline', 320);
  expect(sizes.styleOf('outline')).toBe(320);
  sizes.set('outline', USUAL);
  expect(sizes.styleOf('outline')).toBe(USUAL);
});
