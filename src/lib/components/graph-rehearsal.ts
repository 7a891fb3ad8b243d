/**
 * A small drawing that nobody sees, made while a large world is still being read and the page has nothing else to do. A
 * browser is slow at what it does for the first time; with that behind it, the large one is there sooner.
 */
import { stateOf, toElements } from '../graph/elements.ts';
import { fold } from '../graph/fold.ts';
import type { Graph, GraphBox, GraphEdge, GraphNode, Light } from '../graph/graph.ts';
import { lineLabels } from '../graph/line-labels.ts';
import { overOf } from '../graph/over.ts';
import { placeStamp } from '../graph/stamp.ts';
import { makeCanvas, type Cytoscape } from './graph-canvas.ts';
import { placeLabels } from './graph-labels.ts';
import { sheetAt } from './palette.ts';

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };
/** Two that the request is about, and two that are folded. */
const ACCOUNTS = ['a', 'b', 'c', 'd'];
const NAMES = ['1', '2', '3'];
const LINES = ['a1>b1', 'a2>b2', 'a1>c1', 'a1>d1', 'c2>b2', 'd2>b1'];

const SMALL: Graph = {
  nodes: ACCOUNTS.flatMap((box) => NAMES.map((name) => roleIn(box, name))),
  edges: LINES.map(toLine),
  boxes: ACCOUNTS.map(toBox),
  width: 0,
  height: 0,
  omitted: { nodes: [], edges: [], boxes: [], isCut: false },
  isUnplaced: true
};
const PATH = { nodes: new Set(['a1', 'b1']), accounts: new Set(['a', 'b']) };
const LIGHT: Light = {
  nodes: PATH.nodes,
  edges: new Set(['a1>b1']),
  boxes: new Set(),
  bands: new Set(),
  rings: new Set()
};

/** Folds, lays out and draws it once, and takes it away again. */
export function rehearse(create: Cytoscape): void {
  const drawing = fold(SMALL, {
    level: 'account',
    path: PATH,
    byHand: new Map(),
    whole: new Set(),
    selected: null
  });
  const { taken } = overOf(drawing, LIGHT, null);
  placeStamp(drawing, { node: 'b1', decision: 'allowed' }, { over: taken, lit: LIGHT.edges });
  const stage = document.createElement('div');
  stage.ariaHidden = 'true';
  // Out of sight and out of the way; without a size nothing would be drawn.
  stage.style.cssText =
    'position: fixed; width: 20em; height: 15em; visibility: hidden; pointer-events: none';
  document.body.append(stage);
  const look = { style: sheetAt(stage), stateOf: (id: string) => stateOf(id, LIGHT, null) };
  const canvas = makeCanvas(create, stage, toElements(drawing), look);
  placeLabels(canvas, lineLabels(drawing, LIGHT, taken));
  canvas.one('render', () => {
    canvas.destroy();
    stage.remove();
  });
}

function roleIn(box: string, name: string): GraphNode {
  const words = { label: `role-${name}`, sublabel: box, glyph: 'R' };
  return { ...NOWHERE, ...words, id: box + name, kind: 'role', box, boundary: null, opens: null };
}

function toLine(id: string, index: number): GraphEdge {
  const [from = '', to = ''] = id.split('>');
  const conditions = index % 2 === 0 ? ['aws:MultiFactorAuthPresent'] : [];
  return { id, kind: 'trust', from, to, label: 'may assume', conditions, madeBy: [], bends: [] };
}

function toBox(id: string): GraphBox {
  const band = { ...NOWHERE, level: id, type: 'scp' as const, label: 'SCP', policies: [] };
  return { ...NOWHERE, id, kind: 'account', label: id, sublabel: '', parent: null, roof: [band], floor: [] };
}
