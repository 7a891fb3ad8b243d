/** Numbers as people read them. By hand: a browser takes longer to wake its own formatter than to draw a hundred tiles. */

/** A whole number with a comma between thousands: `2,147`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
