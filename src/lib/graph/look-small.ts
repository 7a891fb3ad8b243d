/** How words are written where a whole world is drawn small: those that the step is about stay legible. */
import { FONT_SIZE, LINE, MIN_FIT_ZOOM } from './label.ts';
import type { Palette, Rule } from './look.ts';

/** Larger than this the words of one thing would lie over the next. */
const MOST = 1.7;
/** For second lines and letters in shapes. */
const MOST_BESIDE = 1.25;
/** So much larger all words may be before one lies over another: the layout keeps more than that between two. */
export const MOST_ALL = 1.12;
/** Sizes differ by so much at least, so that zooming does not write everything anew at every turn of a wheel. */
const STEP = 0.05;

/** How much larger than usual the words of what matters are at a zoom, so that they are no smaller than can be read. */
export function enlargedAt(zoom: number): number {
  const wanted = Math.min(MOST, Math.max(1, MIN_FIT_ZOOM / zoom));
  return 1 + STEP * Math.ceil((wanted - 1) / STEP - 1e-9);
}

/** The rules for it; none where words have their usual size. */
export function smallRules(enlarged: number, { panel }: Pick<Palette, 'panel'>): readonly Rule[] {
  if (enlarged === 1) return [];
  const size = { 'font-size': FONT_SIZE * enlarged };
  const all = Math.min(enlarged, MOST_ALL);
  // A second line begins below the first, which is larger too.
  const below = (larger: number) => ({
    'text-margin-y': (element: { data: (name: string) => unknown }) =>
      Number(element.data('below')) + Number(element.data('names')) * (larger - 1) * LINE
  });
  return [
    { selector: 'node', style: { 'font-size': FONT_SIZE * all } },
    { selector: 'node.sub', style: below(all) },
    { selector: states('node'), style: { ...size, 'z-index': 4 } },
    // Larger than the room that was kept for it: what it lies over would be read with it.
    { selector: 'node.hover, node.touch', style: behind(panel) },
    { selector: 'node.caption.hover, node.caption.touch', style: { 'text-background-opacity': 0 } },
    { selector: states('node.caption'), style: { 'z-index': 6 } },
    {
      selector: states('node.sub'),
      style: { 'font-size': FONT_SIZE * Math.min(enlarged, MOST_BESIDE), ...below(enlarged) }
    },
    { selector: states('node.glyph'), style: { 'font-size': FONT_SIZE * Math.min(enlarged, MOST_BESIDE) } },
    { selector: 'edge.named, edge.hover, edge.touch, edge.chosen', style: size }
  ];
}

/** Behind the words of what is pointed at. */
function behind(panel: string) {
  return {
    'text-background-color': panel,
    'text-background-opacity': 0.94,
    'text-background-padding': 1
  };
}

/** What is lit, pointed at or chosen. */
function states(element: string): string {
  return ['lit', 'hover', 'touch', 'chosen'].map((state) => `${element}.${state}`).join(', ');
}
