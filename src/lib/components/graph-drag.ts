/**
 * Nodes and, by their tabs, accounts that are moved by the pointer. A mouse takes hold at once, a finger after a long
 * press, so that it goes on moving the whole; a second finger or Escape lets go of everything.
 */
import { canMove, dragged, isGrip, savedAt, tabAt } from '../graph/drag.ts';
import type { Point } from '../graph/curve.ts';
import type { Graph } from '../graph/graph.ts';
import { idAt, type Core, type EventObject } from './graph-canvas.ts';
import { putNodes } from './graph-ease.ts';

/** How far a pointer goes before it moves something, CSS pixels. */
const SLACK = 5;

export interface Mover {
  /** As it stands. */
  readonly graph: () => Graph;
  /** What to draw behind and above the canvas meanwhile; null puts everything back. */
  readonly show: (graph: Graph | null) => void;
  /** Where it was let go, as the file has places. */
  readonly drop: (id: string, at: Point) => void;
}

interface Held {
  readonly id: string;
  readonly graph: Graph;
  readonly from: Point;
  by: Point;
  isMoving: boolean;
}

/** @returns takes it back */
export function enableDrag(canvas: Core, { graph, show, drop }: Mover): () => void {
  let held: Held | null = null;
  const hold = (id: string | null, from: Point) => {
    const present = graph();
    if (id === null || !canMove(present)) return;
    held = { id, graph: present, from: { ...from }, by: { x: 0, y: 0 }, isMoving: false };
    canvas.userPanningEnabled(false);
  };
  const follow = ({ x, y }: Point) => {
    if (!held) return;
    held.by = { x: Math.round(x - held.from.x), y: Math.round(y - held.from.y) };
    held.isMoving ||= Math.hypot(held.by.x, held.by.y) * canvas.zoom() >= SLACK;
    if (!held.isMoving) return;
    canvas.container()?.style.setProperty('cursor', 'grabbing');
    const moved = dragged(held.graph, held.id, held.by);
    putNodes(canvas, moved);
    show(moved);
  };
  const release = (isKept: boolean) => {
    if (!held) return;
    const { id, by, isMoving, graph: before } = held;
    held = null;
    canvas.userPanningEnabled(true);
    canvas.container()?.style.removeProperty('cursor');
    if (!isMoving) return;
    const at = isKept ? savedAt(dragged(before, id, by), id) : null;
    if (at) {
      drop(id, at);
      return;
    }
    putNodes(canvas, before);
    show(null);
  };
  const thing = (event: EventObject) => {
    const id = idAt(event, canvas);
    return id !== null && isGrip(graph(), id) ? id : id === null ? tabAt(graph(), event.position) : null;
  };
  const onStart = (event: EventObject) => {
    const { originalEvent } = event;
    if (originalEvent instanceof MouseEvent && originalEvent.button === 0) hold(thing(event), event.position);
    else if (isMany(originalEvent)) release(false);
  };
  const onHold = (event: EventObject) => {
    if (!held && !(event.originalEvent instanceof MouseEvent)) hold(thing(event), event.position);
  };
  const onDrag = (event: EventObject) => {
    if (isMany(event.originalEvent)) release(false);
    else follow(event.position);
  };
  const onEnd = () => release(true);
  const onKey = (event: KeyboardEvent) => {
    if (!held?.isMoving || event.key !== 'Escape') return;
    event.stopPropagation();
    release(false);
  };
  canvas.on('tapstart', onStart).on('taphold', onHold).on('tapdrag', onDrag).on('tapend', onEnd);
  addEventListener('keydown', onKey, true);
  return () => {
    removeEventListener('keydown', onKey, true);
    canvas.off('tapstart', onStart).off('taphold', onHold).off('tapdrag', onDrag).off('tapend', onEnd);
  };
}

function isMany(event: Event): boolean {
  return 'touches' in event && (event as TouchEvent).touches.length > 1;
}
