/** Keeps a part of a scrolling box in sight. Moves the box alone: `scrollIntoView` would move the page as well. */
import type { Attachment } from 'svelte/attachments';

/** Nearer to the edges than this it counts as out of sight. CSS pixels. */
const EDGE = { top: 24, bottom: 48 };

/**
 * An attachment for the box. Looks again whenever the box changes its size, so also when it is shown later.
 *
 * @param find the part; null or false for the top of the box
 */
export function keepInSight(find: (box: HTMLElement) => Element | null | false): Attachment<HTMLElement> {
  return (box) => {
    const observer = new ResizeObserver(() => {
      const part = find(box);
      const top = part ? part.getBoundingClientRect().top - box.getBoundingClientRect().top : 0;
      const isSeen = top >= EDGE.top && top <= box.clientHeight - EDGE.bottom;
      if (!part) box.scrollTop = 0;
      else if (!isSeen) box.scrollTop += top - box.clientHeight / 3;
    });
    observer.observe(box);
    return () => {
      observer.disconnect();
    };
  };
}
