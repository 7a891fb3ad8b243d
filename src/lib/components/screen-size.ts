/** How large something is on the screen. What it is made to on paper is not told: that is set from here. */
import type { Attachment } from 'svelte/attachments';
import type { Size } from '../graph/camera.ts';

/** @param tell called with the size in CSS pixels, at first and whenever it changes */
export function sizedOnScreen(tell: (size: Size) => void): Attachment<HTMLElement> {
  return (element) => {
    const observer = new ResizeObserver(() => {
      if (!matchMedia('print').matches) tell({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}
