/** Resolves the page's custom properties to colours a canvas library can parse. Browser only. */
import { PROPERTIES } from '../graph/look.ts';
import type { Palette } from '../graph/look.ts';
import { styleSheet } from '../graph/stylesheet.ts';
import type { StylesheetJson } from './graph-canvas.ts';

/** The palette in force at an element: whatever `color-mix` or theme the page uses comes out as rgb(). */
function paletteAt(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const resolve = (property: string): string => {
    probe.style.color = `var(${property}, CanvasText)`;
    return pixel ? toRgb(pixel, getComputedStyle(probe).color) : 'rgb(0,0,0)';
  };
  const palette: Palette = {
    paper: resolve(PROPERTIES.paper),
    panel: resolve(PROPERTIES.panel),
    ink: resolve(PROPERTIES.ink),
    ink2: resolve(PROPERTIES.ink2),
    ink3: resolve(PROPERTIES.ink3),
    allow: resolve(PROPERTIES.allow),
    deny: resolve(PROPERTIES.deny),
    trust: resolve(PROPERTIES.trust),
    onInk: resolve(PROPERTIES.onInk),
    rule2: resolve(PROPERTIES.rule2)
  };
  probe.remove();
  return palette;
}

/** The rules of the canvas as they hold at an element, with the words of what matters so much larger than usual. */
export function sheetAt(element: HTMLElement, enlarged = 1): StylesheetJson {
  return [...styleSheet(paletteAt(element), weightAt(element), enlarged)] as StylesheetJson;
}

/** How much heavier than usual the page wants its hairlines: 2 where more contrast is asked for. */
function weightAt(element: HTMLElement): number {
  const hair = Number.parseFloat(getComputedStyle(element).getPropertyValue('--w-hair'));
  return Number.isFinite(hair) && hair > 0 ? hair : 1;
}

/** Paints one pixel and reads it back: the one way that knows every colour syntax of the browser. */
function toRgb(pixel: CanvasRenderingContext2D, colour: string): string {
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgb(${red},${green},${blue})`;
}

/** Calls back whenever the page's theme changes, by system or by `data-theme`. Returns the way to stop. */
export function watchTheme(changed: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'].map(
    (query) => matchMedia(query)
  );
  for (const query of queries) query.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
    observer.disconnect();
  };
}
