/** How bundles look on the canvas: as wide as they are many, their number in a disc, filled on the request's path. */
import type { Palette, Rule } from './look.ts';

export function bundleRules({ panel, paper, ink, allow, deny, trust, onInk }: Palette): readonly Rule[] {
  const colours = [
    ['trust', trust],
    ['permission', allow],
    ['pass', allow],
    ['deny', deny]
  ] as const;
  return [
    {
      selector: 'node.anchor',
      style: { shape: 'rectangle', 'background-opacity': 0, 'border-width': 0, 'z-index': 0, events: 'no' }
    },
    { selector: 'node.tile', style: { events: 'yes' } },
    {
      selector: 'node.tile.chosen',
      style: { 'border-width': 2.4, 'border-color': ink, 'border-opacity': 1 }
    },
    {
      selector: 'edge.bundle',
      style: {
        'edge-distances': 'endpoints',
        'source-endpoint': 'data(leaves)',
        'target-endpoint': 'data(arrives)',
        label: 'data(label)',
        'text-margin-x': 'data(right)',
        'text-margin-y': 'data(down)',
        'font-weight': 600,
        'min-zoomed-font-size': 8,
        'text-background-shape': 'circle',
        'text-background-color': paper,
        'text-background-opacity': 1,
        'text-background-padding': 4,
        'text-border-width': 1.4,
        'text-border-opacity': 1
      }
    },
    ...colours.flatMap(([kind, colour]) => [
      { selector: `edge.bundle.${kind}`, style: { 'text-border-color': colour, color: colour } },
      {
        selector: `edge.bundle.${kind}.way`,
        style: { 'text-background-color': colour, color: onInk, 'z-index': 7 }
      }
    ]),
    { selector: 'edge.bundle.trust', style: { width: 'data(width)', 'line-color': panel } },
    // Beyond the lens. Two lines of one edge would shine through each other.
    { selector: 'node.far, edge.far', style: { opacity: 0.08, events: 'no' } },
    { selector: 'edge.trust.far', style: { 'line-outline-width': 0 } }
  ];
}
