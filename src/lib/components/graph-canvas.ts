/** What is under the pointer of a canvas, and the canvas behind an element, so that a test can measure what is really drawn. */
import type { Core, EventObject, SingularElementReturnValue } from 'cytoscape';

const canvases = new WeakMap<HTMLElement, object>();

/** Remembers the canvas (cytoscape's core) of a container for as long as the container lives. */
export function keepCanvas(container: HTMLElement, canvas: object): void {
  canvases.set(container, canvas);
}

/** The canvas of a container that has been drawn; null before. */
export function canvasOf(container: HTMLElement): object | null {
  return canvases.get(container) ?? null;
}

/** The id of the node or edge under the pointer; null on bare canvas. */
export function idAt({ target }: EventObject, canvas: Core): string | null {
  const element = target as Core | SingularElementReturnValue;
  return element === canvas || !('id' in element) ? null : element.id();
}
