/** Two fingers that move apart, told once per gesture. The element leaves panning to the browser and takes the pinch. */
import type { Attachment } from 'svelte/attachments';

/** How far apart the fingers must get, as a share of where they began. */
const APART = 1.3;

/** @param onapart called when two fingers on the element have moved apart */
export function pinched(onapart: () => void): Attachment<HTMLElement> {
  return (element) => {
    let began: number | null = null;
    const start = ({ touches }: TouchEvent) => {
      began = distance(touches);
    };
    const move = ({ touches }: TouchEvent) => {
      const now = distance(touches);
      if (began === null || now === null || now < began * APART) return;
      began = null;
      onapart();
    };
    element.style.touchAction = 'pan-x pan-y';
    element.addEventListener('touchstart', start, { passive: true });
    element.addEventListener('touchmove', move, { passive: true });
    element.addEventListener('touchend', start, { passive: true });
    return () => {
      element.removeEventListener('touchstart', start);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', start);
    };
  };
}

/** In CSS pixels; null unless there are two fingers. */
function distance(touches: TouchList): number | null {
  const [one, two] = [touches[0], touches[1]];
  if (!one || !two || touches.length > 2) return null;
  return Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
}
