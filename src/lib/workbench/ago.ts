/** How long ago something was, the way people say it. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * @param then ms since 1970; what lies ahead counts as now, for clocks differ
 * @param now  ms since 1970
 */
export function ago(then: number, now: number): string {
  const past = now - then;
  if (past < MINUTE) return 'just now';
  if (past < HOUR) return count(past / MINUTE, 'minute');
  if (past < DAY) return count(past / HOUR, 'hour');
  if (past < 14 * DAY) return count(past / DAY, 'day');
  return new Date(then).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

function count(number: number, unit: string): string {
  const whole = Math.floor(number);
  return whole === 1 ? `1 ${unit} ago` : `${whole} ${unit}s ago`;
}
