/** How nodes and edges look on the canvas (the vocabulary of the legend), in the colours of the page's theme. */
import { FONT_SIZE } from './label.ts';
import { RING } from './cell.ts';

/** Colours a canvas understands, resolved from the page's custom properties. */
export interface Palette {
  readonly paper: string;
  readonly panel: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly allow: string;
  readonly deny: string;
  readonly trust: string;
  readonly onInk: string;
}

/** The custom property behind each colour. */
export const PROPERTIES: Readonly<Record<keyof Palette, string>> = {
  paper: '--paper',
  panel: '--panel',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  allow: '--allow',
  deny: '--deny',
  trust: '--trust',
  onInk: '--on-ink'
};

export interface Rule {
  readonly selector: string;
  readonly style: Readonly<Record<string, string | number | readonly number[]>>;
}

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

export function styleSheet(colours: Palette): readonly Rule[] {
  return [...nodeRules(colours), ...edgeRules(colours), ...stateRules(colours)];
}

function nodeRules({ paper, panel, ink, ink2, ink3 }: Palette): readonly Rule[] {
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
      style: { events: 'no', 'background-opacity': 0, 'border-width': 0, 'outline-width': 0, 'z-index': 3 }
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
    { selector: 'node.sub', style: { color: ink3, 'font-weight': 400 } }
  ];
}

function edgeRules({ panel, ink2, allow, deny, trust }: Palette): readonly Rule[] {
  const solid = {
    'line-color': allow,
    'target-arrow-color': allow,
    'source-arrow-color': allow,
    color: allow
  };
  return [
    {
      selector: 'edge',
      style: {
        'curve-style': 'straight',
        width: 1,
        'line-color': ink2,
        'target-arrow-color': ink2,
        'source-arrow-color': ink2,
        color: ink2,
        'font-family': '"IBM Plex Sans", sans-serif',
        'font-size': FONT_SIZE,
        'overlay-opacity': 0
      }
    },
    {
      selector: 'edge.bent',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(distances)',
        'control-point-weights': 'data(weights)',
        'edge-distances': 'node-position'
      }
    },
    { selector: 'edge.membership', style: { 'target-arrow-shape': 'circle', 'arrow-scale': 0.6 } },
    {
      selector: 'edge.attachment',
      style: {
        width: 1.3,
        'line-style': 'dashed',
        'line-dash-pattern': [1.4, 3],
        'target-arrow-shape': 'square',
        'arrow-scale': 0.55
      }
    },
    {
      selector: 'edge.trust',
      style: {
        width: 3,
        'line-color': panel,
        'line-outline-width': 1.5,
        'line-outline-color': trust,
        'target-arrow-shape': 'triangle',
        'target-arrow-fill': 'hollow',
        'target-arrow-color': trust,
        'target-arrow-width': 1.6,
        'arrow-scale': 1.25,
        color: trust
      }
    },
    {
      selector: 'edge.permission',
      style: { ...solid, width: 'data(width)', 'target-arrow-shape': 'triangle', 'arrow-scale': 0.85 }
    },
    {
      selector: 'edge.grant',
      style: {
        ...solid,
        width: 1.6,
        'target-arrow-shape': 'square',
        'source-arrow-shape': 'triangle',
        'arrow-scale': 0.85
      }
    },
    {
      selector: 'edge.pass',
      style: {
        ...solid,
        width: 1.6,
        'line-style': 'dashed',
        'line-dash-pattern': [10, 3, 3, 3],
        'target-arrow-shape': 'diamond',
        'target-arrow-fill': 'hollow',
        'target-arrow-width': 1.4
      }
    },
    {
      selector: 'edge.deny',
      style: {
        width: 2,
        'line-color': deny,
        'line-style': 'dashed',
        'line-dash-pattern': [9, 4, 2, 4],
        'target-arrow-shape': 'tee',
        'target-arrow-color': deny,
        'arrow-scale': 1.1,
        color: deny
      }
    },
    {
      selector: 'edge.conditional.permission, edge.conditional.grant, edge.conditional.trust',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [8, 5] }
    }
  ];
}

function stateRules({ panel, ink, onInk, trust }: Palette): readonly Rule[] {
  const label = {
    label: 'data(label)',
    'font-weight': 500,
    'text-background-color': panel,
    'text-background-opacity': 0.94,
    'text-background-padding': 2,
    'text-margin-y': -13,
    'z-index': 9
  };
  return [
    { selector: 'node.dim', style: { 'border-opacity': 0.42, 'text-opacity': 0.66, 'outline-opacity': 0.5 } },
    { selector: 'node.caption.dim', style: { 'text-opacity': 0.55 } },
    { selector: 'edge.dim', style: { opacity: 0.34 } },
    {
      // Its two lines would shine through each other: paler instead.
      selector: 'edge.trust.dim',
      style: {
        opacity: 1,
        'line-outline-color': mix(trust, panel, 0.36),
        'target-arrow-color': mix(trust, panel, 0.36)
      }
    },
    { selector: 'node.lit', style: { 'border-width': 2.2, 'border-color': ink, 'font-weight': 600 } },
    { selector: 'node.group.lit', style: { 'border-width': 5 } },
    { selector: 'node.glyph.lit', style: { color: ink } },
    { selector: 'node.sub.lit', style: { 'font-weight': 400, color: ink } },
    { selector: 'node.fenced.ringed', style: { 'outline-width': 2.4, 'outline-color': ink } },
    { selector: 'node.caption', style: { 'border-width': 0, 'outline-width': 0 } },
    { selector: 'edge.lit', style: { 'z-index': 8 } },
    { selector: 'edge.membership.lit, edge.session.lit', style: { width: 1.8, 'line-color': ink } },
    { selector: 'edge.attachment.lit', style: { width: 2, 'line-color': ink, 'target-arrow-color': ink } },
    { selector: 'edge.trust.lit', style: { width: 4, 'line-outline-width': 2 } },
    { selector: 'edge.named, edge.hover, edge.chosen', style: label },
    { selector: 'node.hover', style: { 'border-width': 2.2 } },
    { selector: 'node.chosen', style: { 'background-color': ink, 'font-weight': 600, 'text-opacity': 1 } },
    { selector: 'node.caption.hover, node.caption.chosen', style: { 'border-width': 0 } },
    { selector: 'node.glyph.chosen', style: { color: onInk } },
    {
      selector: 'edge.chosen',
      style: { opacity: 1, 'underlay-color': ink, 'underlay-opacity': 0.1, 'underlay-padding': 6 }
    }
  ];
}

/** A colour between two `rgb(r,g,b)`; `share` is how much of the first. */
function mix(first: string, second: string, share: number): string {
  const [a, b] = [channels(first), channels(second)];
  const mixed = a.map((value, index) => Math.round(value * share + (b[index] ?? value) * (1 - share)));
  return `rgb(${mixed.join(',')})`;
}

function channels(colour: string): readonly number[] {
  return (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}
