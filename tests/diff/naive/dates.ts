/** Dates in the forms of W3C's note on ISO 8601, and seconds since 1970 (COND-28, COND-29, COND-29b). */
import { isDigits, readDigits } from './digits.ts';

const SECOND = 1_000_000_000n;

/** As nanoseconds since 1970; null for what is no date. */
export function readDate(text: string): bigint | null {
  const digits = text.startsWith('-') ? text.slice(1) : text;
  if (isDigits(digits) && text.length !== 4) return BigInt(text) * SECOND;
  const [day = '', clock, ...more] = text.split('T');
  const days = more.length > 0 ? null : readDay(day.split('-'));
  if (days === null) return null;
  if (clock === undefined) return days * 86_400n * SECOND;
  const time = day.length === 10 ? readClock(clock) : null;
  return time === null ? null : days * 86_400n * SECOND + time;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysOf = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`: days since 1970. */
function readDay(parts: readonly string[]): bigint | null {
  const year = readDigits(parts[0], 4, 0, 9999);
  const month = readDigits(parts[1] ?? '01', 2, 1, 12);
  if (parts.length > 3 || year === null || month === null) return null;
  const day = readDigits(parts[2] ?? '01', 2, 1, daysOf(year, month));
  return day === null ? null : BigInt(daysBefore(year, month) + day - 1);
}

/** Counted year by year. */
function daysBefore(year: number, month: number): number {
  let days = 0;
  for (let each = 1970; each < year; each++) days += isLeap(each) ? 366 : 365;
  for (let each = year; each < 1970; each++) days -= isLeap(each) ? 366 : 365;
  for (let each = 1; each < month; each++) days += daysOf(year, each);
  return days;
}

/** `hh:mm[:ss[.f]]` and `Z` or `±hh:mm`: nanoseconds after midnight UTC. */
function readClock(text: string): bigint | null {
  const zone = text.endsWith('Z') ? 'Z' : text.slice(-6);
  const shift = zone === 'Z' ? 0 : readShift(zone);
  const parts = text.slice(0, text.length - zone.length).split(':');
  const hour = readDigits(parts[0], 2, 0, 23);
  const minute = readDigits(parts[1], 2, 0, 59);
  const second = parts[2] === undefined ? 0n : readSecond(parts[2].split('.'));
  if (parts.length > 3 || shift === null || hour === null || minute === null || second === null) return null;
  return BigInt(hour * 60 + minute - shift) * 60n * SECOND + second;
}

function readSecond([whole, fraction = '0', ...more]: readonly string[]): bigint | null {
  const second = readDigits(whole, 2, 0, 59);
  if (second === null || !isDigits(fraction) || more.length > 0) return null;
  return BigInt(second) * SECOND + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
}

/** `±hh:mm` in minutes. */
function readShift(zone: string): number | null {
  const sign = zone.startsWith('+') ? 1 : zone.startsWith('-') ? -1 : null;
  const hour = readDigits(zone.slice(1, 3), 2, 0, 23);
  const minute = readDigits(zone.slice(4), 2, 0, 59);
  if (sign === null || zone[3] !== ':' || hour === null || minute === null) return null;
  return sign * (hour * 60 + minute);
}
