/** Tells which lines of a long text come near to what is in sight. */
import type { Attachment } from 'svelte/attachments';
import { blockOf } from '../workbench/near-lines.ts';

/**
 * An attachment for the box of the lines, made anew with their count.
 *
 * @param count lines; 0 where none needs to be told of
 * @param near takes blocks, see {@link blockOf}; each is told at least once when it comes near
 */
export function tellNear(count: number, near: (blocks: readonly number[]) => void): Attachment<HTMLElement> {
  return (box) => {
    if (count === 0) return;
    const observer = new IntersectionObserver((entries) => {
      const blocks = entries.flatMap(({ isIntersecting, target }) =>
        isIntersecting ? blockOf(Number(target.getAttribute('data-n'))) : []
      );
      // With the neighbours, so that what is scrolled to has been drawn before.
      if (blocks.length > 0) near([...new Set(blocks.flatMap((block) => [block - 1, block, block + 1]))]);
    });
    for (const line of box.querySelectorAll('[data-n]')) observer.observe(line);
    return () => {
      observer.disconnect();
    };
  };
}
