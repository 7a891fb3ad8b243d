/** Finds the canvas that a component keeps behind an element, so that a test can measure what is really drawn. */

const canvases = new WeakMap<HTMLElement, object>();

/** Remembers the canvas (cytoscape's core) of a container for as long as the container lives. */
export function keepCanvas(container: HTMLElement, canvas: object): void {
  canvases.set(container, canvas);
}

/** The canvas of a container that has been drawn; null before. */
export function canvasOf(container: HTMLElement): object | null {
  return canvases.get(container) ?? null;
}
