/** How edges look: one pattern and one end per kind, so that no kind is told by its hue alone. */
import { FONT_SIZE } from './label.ts';
import type { Palette, Rule } from './look.ts';

export function edgeRules({ panel, ink2, allow, deny, trust }: Palette): readonly Rule[] {
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
        'target-arrow-width': 1.4,
        'arrow-scale': 1.1
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
