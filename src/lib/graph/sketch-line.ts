/** Lines of a graph as SVG paths with their ends, as the canvas draws them (look-edges.ts, in numbers of the canvas). */
import { controlPoint, type Point } from './curve.ts';
import { widthOf } from './elements.ts';
import type { EdgeKind, Graph, GraphEdge } from './graph.ts';
import { rimToward, said } from './outline-path.ts';

type EndShape = 'triangle' | 'square' | 'circle' | 'diamond' | 'tee';
export type Hue = 'allow' | 'deny' | 'trust' | 'plain';

interface Look {
  readonly hue: Hue;
  /** Of the line, model units; and of one that is lit. */
  readonly width: number;
  readonly lit?: number;
  readonly end?: EndShape;
  readonly start?: EndShape;
  /** How much larger than usual its ends are. */
  readonly scale: number;
}

const LOOKS: Readonly<Record<EdgeKind, Look>> = {
  membership: { hue: 'plain', width: 1, lit: 2, end: 'circle', scale: 0.6 },
  attachment: { hue: 'plain', width: 1.3, lit: 2, end: 'square', scale: 0.55 },
  session: { hue: 'plain', width: 1, lit: 1.8, scale: 1 },
  trust: { hue: 'trust', width: 3, lit: 4, end: 'triangle', scale: 1.25 },
  permission: { hue: 'allow', width: 1.6, end: 'triangle', scale: 0.85 },
  grant: { hue: 'allow', width: 1.6, end: 'square', start: 'triangle', scale: 0.85 },
  pass: { hue: 'allow', width: 1.6, end: 'diamond', scale: 1.1 },
  deny: { hue: 'deny', width: 2, end: 'tee', scale: 1.1 }
};

/** The end of a line, to be drawn at the end of its path with the direction of the line as x. */
export interface LineEnd {
  /** Alike ends have one name. */
  readonly key: string;
  readonly path: string;
  readonly hue: Hue;
  readonly isHollow: boolean;
  /** Class names beside those of its hue: inked where it is lit; how far back it steps where that is no transparency. */
  readonly state: string;
}

export interface SketchLine {
  readonly path: string;
  readonly hue: Hue;
  /** Model units. */
  readonly width: number;
  readonly start: LineEnd | null;
  readonly end: LineEnd | null;
}

/**
 * An edge from shape to shape; null when one end is not drawn.
 *
 * @param state its class names on the canvas; see stateOf
 */
export function sketchLine(graph: Graph, edge: GraphEdge, state: string): SketchLine | null {
  const [source, target] = [edge.from, edge.to].map((id) => graph.nodes.find((node) => node.id === id));
  if (!source || !target) return null;
  const look = LOOKS[edge.kind];
  const usual = edge.kind === 'permission' ? widthOf(edge) : look.width;
  const width = isIn(state, 'lit') ? (look.lit ?? usual) : usual;
  const controls = edge.bends.map((bend) => controlPoint(source, target, bend));
  const [first, last] = [controls[0] ?? target, controls.at(-1) ?? source];
  const path = wayPath(
    nearer(rimToward(source, first), first, gapOf(look.start, width, look.scale)),
    controls,
    nearer(rimToward(target, last), last, gapOf(look.end, width, look.scale))
  );
  return {
    path,
    hue: look.hue,
    width,
    start: endOf(edge.kind, 'start', width, state),
    end: endOf(edge.kind, 'end', width, state)
  };
}

/** Consecutive quadratic pieces meet half-way between two control points. */
function wayPath(start: Point, controls: readonly Point[], end: Point): string {
  if (controls.length === 0) return `M${said(start)}L${said(end)}`;
  const pieces = controls.map((control, index) => {
    const next = controls[index + 1];
    return `Q${said(control)} ${said(next ? { x: (control.x + next.x) / 2, y: (control.y + next.y) / 2 } : end)}`;
  });
  return `M${said(start)}${pieces.join('')}`;
}

/** A point moved toward another, model units. */
function nearer(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

/** How far before the shape a line stops: its end is drawn over the rest. */
function gapOf(shape: EndShape | undefined, width: number, scale: number): number {
  if (shape === undefined) return 0;
  if (shape === 'tee') return 1;
  return (shape === 'diamond' ? 1 : 2) * width * scale;
}

/** The length of an end, and how wide it is, as the canvas grows them with the line. */
function sizeOf(width: number, scale: number): number {
  return 0.3 * scale * Math.max(29, (width * 13.37) ** 0.9);
}

function endOf(kind: EdgeKind, side: 'start' | 'end', width: number, state: string): LineEnd | null {
  const { hue, scale, [side]: shape } = LOOKS[kind];
  if (shape === undefined) return null;
  const tip = gapOf(shape, width, scale);
  const path = endPath(shape, tip, sizeOf(width, scale));
  const steps = ['faint', 'dim'].find((name) => kind === 'trust' && isIn(state, name));
  const own = hue === 'plain' && isIn(state, 'lit') ? 'inked' : (steps ?? '');
  const isHollow = kind === 'trust' || kind === 'pass';
  return { key: `${kind}-${side}-${10 * width}${own}`, path, hue, isHollow, state: own };
}

/** Whether a name is among class names. */
function isIn(names: string, name: string): boolean {
  return names.split(' ').includes(name);
}

/** From where the line stops; the shape is `tip` further on. */
function endPath(shape: EndShape, tip: number, size: number): string {
  const half = size / 2;
  const at = (x: number, y: number) => said({ x, y });
  if (shape === 'triangle') return `M${at(tip, 0)}L${at(tip - size, half)}L${at(tip - size, -half)}Z`;
  if (shape === 'diamond')
    return `M${at(tip, 0)}L${at(tip - half, half)}L${at(tip - size, 0)}L${at(tip - half, -half)}Z`;
  if (shape === 'circle') {
    const arc = `A${at(half, half)} 0 1 1 `;
    return `M${at(tip, 0)}${arc}${at(tip - size, 0)}${arc}${at(tip, 0)}Z`;
  }
  const [far, near] = shape === 'tee' ? [0, -size / 3] : [tip, tip - size];
  return `M${at(far, -half)}L${at(far, half)}L${at(near, half)}L${at(near, -half)}Z`;
}
