/**
 * Keeps a finger that goes across from flinging what it leaves: a browser takes the next tap for stopping that, and the
 * button pressed right after a swipe would do nothing. What scrolls sideways by itself is left alone.
 */
import type { Attachment } from 'svelte/attachments';

export function levelTouch(): Attachment<HTMLElement> {
  return (element) => {
    let from: Touch | null = null;

    const start = ({ touches, target }: TouchEvent): void => {
      const [first] = touches;
      from = first && touches.length === 1 && !isScrolling(target, element) ? first : null;
    };
    const move = (event: TouchEvent): void => {
      const [now] = event.touches;
      if (!from || !now || !event.cancelable) return;
      if (Math.abs(now.clientX - from.clientX) > Math.abs(now.clientY - from.clientY)) event.preventDefault();
    };

    element.addEventListener('touchstart', start, { passive: true });
    element.addEventListener('touchmove', move, { passive: false });
    return () => {
      element.removeEventListener('touchstart', start);
      element.removeEventListener('touchmove', move);
    };
  };
}

/** Whether a finger there scrolls something sideways, up to the element itself. */
function isScrolling(target: EventTarget | null, within: HTMLElement): boolean {
  let at = target instanceof Element ? target : null;
  while (at && at !== within) {
    if (at.scrollWidth > at.clientWidth && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    at = at.parentElement;
  }
  return false;
}
