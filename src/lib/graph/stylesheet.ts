/** How nodes and edges look on the canvas (the vocabulary of the legend), in the colours of the page's theme. */
import { bundleRules } from './bundle-style.ts';
import { FONT_SIZE, LINE } from './label.ts';
import { RING } from './cell.ts';
import { edgeRules } from './look-edges.ts';
import { smallRules } from './look-small.ts';
import { stateRules } from './look-states.ts';
import type { Palette, Rule } from './look.ts';

const SHAPES: Readonly<Record<string, string>> = {
  user: 'ellipse',
  group: 'round-rectangle',
  role: 'hexagon',
  session: 'hexagon',
  service: 'round-octagon',
  identityProvider: 'pentagon',
  store: 'barrel',
  key: 'round-diamond',
  other: 'round-rectangle',
  policy: 'cut-rectangle',
  account: 'round-tag',
  root: 'star',
  anonymous: 'vee'
};

/**
 * The rules of the canvas.
 *
 * @param weight how much heavier than usual lines are: 2 where more contrast is asked for
 * @param enlarged how much larger than usual the words of what matters are; see look-small.ts
 */
export function styleSheet(colours: Palette, weight = 1, enlarged = 1): readonly Rule[] {
  const rules = [
    ...nodeRules(colours),
    ...edgeRules(colours),
    ...stateRules(colours),
    ...bundleRules(colours),
    ...smallRules(enlarged, colours)
  ];
  return weight === 1 ? rules : rules.map((rule) => heavier(rule, weight));
}

const WEIGHTS: ReadonlySet<string> = new Set([
  'border-width',
  'outline-width',
  'line-outline-width',
  'target-arrow-width',
  'width'
]);

/** Lines, not shapes: a node's width is data. */
function heavier({ selector, style }: Rule, weight: number): Rule {
  const entries = Object.entries(style).map(([name, value]) => {
    const isWeight = WEIGHTS.has(name) && typeof value === 'number';
    return [name, isWeight ? value * weight : value] as const;
  });
  return { selector, style: Object.fromEntries(entries) };
}

/** Wider than any line of a caption, model units. */
const UNBROKEN = 2000;

function nodeRules({ paper, panel, ink, ink2, ink3, rule2 }: Palette): readonly Rule[] {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(width)',
        height: 'data(height)',
        'background-color': panel,
        'border-width': 1.4,
        'border-color': ink,
        label: 'data(label)',
        color: ink,
        'font-family': '"IBM Plex Sans", sans-serif',
        'font-size': FONT_SIZE,
        'font-weight': 500,
        'line-height': LINE / FONT_SIZE,
        'text-wrap': 'wrap', // at the ends of the lines it is given
        'text-max-width': UNBROKEN,
        'text-valign': 'bottom',
        'text-margin-y': 'data(below)',
        'text-outline-color': panel,
        'text-outline-width': 2.5,
        'overlay-opacity': 0
      }
    },
    ...Object.entries(SHAPES).map(([kind, shape]) => ({ selector: `node.${kind}`, style: { shape } })),
    { selector: 'node.group', style: { 'border-style': 'double', 'border-width': 4 } },
    { selector: 'node.session', style: { 'border-style': 'dashed', 'border-dash-pattern': [4, 3] } },
    {
      // Its ring: what is inked of it is the time left.
      selector: 'node.timed',
      style: {
        shape: 'ellipse',
        'border-width': 0,
        'pie-size': '100%',
        'pie-hole': '88%',
        'pie-1-background-color': ink,
        'pie-1-background-size': 'data(left)',
        'pie-2-background-color': rule2,
        'pie-2-background-size': 'data(spent)',
        'pie-2-background-opacity': 0.6
      }
    },
    { selector: 'node.policy', style: { 'border-color': ink2, 'border-width': 1.2 } },
    { selector: 'node.outside', style: { 'text-outline-color': paper } },
    {
      selector: 'node.fenced',
      style: {
        'outline-width': 1.2,
        'outline-style': 'dashed',
        'outline-color': ink2,
        'outline-offset': RING - 2
      }
    },
    {
      selector: 'node.caption',
      style: { events: 'no', 'background-opacity': 0, 'border-width': 0, 'outline-width': 0, 'z-index': 5 }
    },
    {
      selector: 'node.glyph',
      style: {
        'text-valign': 'center',
        'text-margin-y': 0,
        'font-weight': 600,
        color: ink2,
        'text-outline-width': 0
      }
    },
    {
      selector: 'node.glyph.session',
      style: {
        shape: 'hexagon',
        'background-opacity': 1,
        'border-width': 1.4,
        'border-style': 'dashed',
        'border-dash-pattern': [3.5, 2.5]
      }
    },
    { selector: 'node.sub', style: { color: ink3, 'font-weight': 400 } }
  ];
}
