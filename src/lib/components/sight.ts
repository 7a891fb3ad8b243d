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

/**
 * An attachment for a box in which a stretch of a text stays in sight as a whole, with what stands below it; where it
 * is too high, at least what is marked in it. Looks again whenever the box or its text changes its size.
 *
 * @param about what decides where to look: the attachment is made anew with each of it
 */
export function keepStretchInSight(...about: readonly unknown[]): Attachment<HTMLElement> {
  return (box) => {
    const observer = new ResizeObserver(() => {
      const stretch = about.some(Boolean) ? stretchIn(box) : null;
      if (!stretch) box.scrollTop = 0;
      else box.scrollTop += offBy(stretch, box.clientHeight);
    });
    observer.observe(box);
    return () => {
      observer.disconnect();
    };
  };
}

/** CSS pixels from the top of the box. */
interface Stretch {
  readonly top: number;
  readonly bottom: number;
  /** Of what is marked in it, else of its first line. */
  readonly mark: number;
}

function stretchIn(box: HTMLElement): Stretch | null {
  const lines = [...box.querySelectorAll('.in')];
  const [first] = lines;
  const last = box.querySelector('.below') ?? lines.at(-1);
  if (!first || !last) return null;
  const base = box.getBoundingClientRect().top;
  const top = first.getBoundingClientRect().top - base;
  const mark = box.querySelector('.marked')?.getBoundingClientRect().top;
  return { top, bottom: last.getBoundingClientRect().bottom - base, mark: mark ? mark - base : top };
}

/** How far to scroll. What is in sight stays where it is. */
function offBy({ top, bottom, mark }: Stretch, height: number): number {
  if (top >= 0 && bottom <= height) return 0;
  if (bottom - top <= height) return top - Math.min(EDGE.top, height - (bottom - top));
  const start = Math.max(top - EDGE.top, mark - height / 3);
  const isSeen = mark >= EDGE.top && mark <= height - EDGE.bottom;
  return isSeen && top <= EDGE.top ? 0 : start;
}
