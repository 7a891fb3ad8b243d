/** How nodes and edges look at a step: lit, dimmed, named, ringed, read; under the pointer; chosen. */
import type { Palette, Rule } from './look.ts';

export function stateRules(colours: Palette): readonly Rule[] {
  return [...dimRules(colours), ...litRules(colours), ...markRules(colours), ...handRules(colours)];
}

/** Shapes and lines step back; words stay legible. */
function dimRules({ panel, ink, ink2, trust }: Palette): readonly Rule[] {
  const paleTrust = (share: number) => ({
    opacity: 1,
    'line-outline-color': mix(trust, panel, share),
    'target-arrow-color': mix(trust, panel, share)
  });
  // Nor would the gap between its two borders be one.
  const paleGroup = (share: number) => ({ 'border-opacity': 1, 'border-color': mix(ink, panel, share) });
  return [
    {
      selector: 'node.dim',
      style: { 'border-opacity': 0.45, 'text-opacity': 0.8, 'outline-opacity': 0.5, color: ink2 }
    },
    {
      selector: 'node.timed.dim',
      style: { 'pie-1-background-opacity': 0.45, 'pie-2-background-opacity': 0.5 }
    },
    { selector: 'node.caption.dim', style: { 'text-opacity': 0.8 } },
    { selector: 'edge.dim', style: { opacity: 0.45 } },
    // Its two lines would shine through each other: paler instead.
    { selector: 'edge.trust.dim', style: paleTrust(0.45) },
    {
      selector: 'node.faint',
      style: { 'border-opacity': 0.25, 'text-opacity': 0.6, 'outline-opacity': 0.25 }
    },
    { selector: 'node.group.dim', style: paleGroup(0.45) },
    { selector: 'node.group.faint', style: paleGroup(0.25) },
    { selector: 'edge.faint', style: { opacity: 0.25 } },
    { selector: 'edge.trust.faint', style: paleTrust(0.25) }
  ];
}

function litRules({ ink }: Palette): readonly Rule[] {
  return [
    { selector: 'node.lit', style: { 'border-width': 2.2, 'border-color': ink, 'font-weight': 600 } },
    { selector: 'node.group.lit', style: { 'border-width': 5 } },
    { selector: 'node.glyph.lit', style: { color: ink } },
    { selector: 'node.sub.lit', style: { 'font-weight': 400, color: ink } },
    { selector: 'node.caption', style: { 'border-width': 0, 'outline-width': 0 } },
    { selector: 'edge.lit', style: { 'z-index': 8 } },
    { selector: 'edge.membership.lit, edge.session.lit', style: { width: 1.8, 'line-color': ink } },
    {
      selector: 'edge.attachment.lit, edge.membership.lit',
      style: { width: 2, 'line-color': ink, 'target-arrow-color': ink }
    },
    { selector: 'edge.trust.lit', style: { width: 4, 'line-outline-width': 2 } }
  ];
}

/** Rings of caller and target, the document on the table, the fence that lets through or not. */
function markRules({ ink, onInk }: Palette): readonly Rule[] {
  const inverted = { 'background-color': ink, 'border-color': ink };
  return [
    {
      selector: 'node.haloed',
      style: { 'outline-width': 1.8, 'outline-style': 'solid', 'outline-color': ink, 'outline-offset': 2.5 }
    },
    { selector: 'node.fenced.haloed', style: { 'outline-style': 'dashed', 'outline-offset': 5 } },
    { selector: 'node.reading', style: inverted },
    { selector: 'node.glyph.reading', style: { color: onInk } },
    { selector: 'node.timed.lit', style: { 'border-width': 0 } },
    { selector: 'node.fenced.ringed', style: { 'outline-width': 2.4, 'outline-color': ink } },
    { selector: 'node.fenced.ringed.shut', style: { 'outline-width': 3.6, 'outline-style': 'solid' } },
    { selector: 'node.fenced.ringed.passed', style: { 'outline-width': 2.4, 'outline-style': 'dotted' } },
    {
      selector: 'node.caption.haloed, node.caption.ringed',
      style: { 'outline-width': 0, 'border-width': 0 }
    }
  ];
}

/** What is pointed at, here or elsewhere, and what is chosen. */
function handRules({ panel, ink, onInk }: Palette): readonly Rule[] {
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
    { selector: 'edge.named', style: label },
    { selector: 'edge.named.crowded', style: { label: '' } },
    { selector: 'edge.hover, edge.touch, edge.chosen', style: label },
    {
      selector: 'node.hover, node.touch',
      style: { 'border-width': 2.4, 'border-opacity': 1, 'text-opacity': 1 }
    },
    { selector: 'node.dim.hover, node.dim.touch', style: { color: ink } },
    { selector: 'node.group.hover, node.group.touch', style: { 'border-color': ink } },
    { selector: 'edge.hover, edge.touch', style: { opacity: 1 } },
    {
      selector: 'edge.touch',
      style: { 'underlay-color': ink, 'underlay-opacity': 0.1, 'underlay-padding': 5 }
    },
    {
      selector: 'node.touch',
      style: { 'underlay-color': ink, 'underlay-opacity': 0.1, 'underlay-padding': 6 }
    },
    { selector: 'node.chosen', style: { 'background-color': ink, 'font-weight': 600, 'text-opacity': 1 } },
    {
      selector: 'node.caption.hover, node.caption.chosen, node.timed.hover, node.timed.touch',
      style: { 'border-width': 0 }
    },
    { selector: 'node.glyph.chosen', style: { color: onInk } },
    { selector: 'node.glyph.session', style: { 'border-width': 1.4 } },
    { selector: 'node.glyph.session.lit', style: { 'border-width': 2 } },
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
