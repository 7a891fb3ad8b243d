/** Readings of condition values, for findings: addresses, numbers, dates. A null says that the text is none. */

/** First and last address of an IPv4 range as 32-bit numbers, and the bits of its prefix. */
export interface Range4 {
  readonly from: number;
  readonly to: number;
  readonly bits: number;
}

/** `203.0.113.0/24`, or a single address; bits behind the prefix are ignored (COND-36). */
export function readRange4(text: string): Range4 | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const [, ...numbers] = match;
  const bytes = numbers.slice(0, 4).map(Number);
  const bits = match[5] === undefined ? 32 : Number(match[5]);
  if (bits > 32 || bytes.some((byte) => byte > 255)) return null;
  const address = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const size = 2 ** (32 - bits);
  const from = address - (address % size);
  return { from, to: from + size - 1, bits };
}

/** Dotted form of a 32-bit number. */
export function printAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** Roughly an IPv6 address or range; what is finer is the engine's affair. */
export function isRange6(text: string): boolean {
  return /^[\da-f]*:[\da-f:.]*(?:\/\d{1,3})?$/i.test(text);
}

/** Ranges that never reach AWS over the internet (RFC 1918, RFC 6598, loopback, link-local). */
const PRIVATE: readonly Range4[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16'
].flatMap((text) => readRange4(text) ?? []);

/** Whether all addresses of a range are private. */
export function isPrivate(range: Range4): boolean {
  return PRIVATE.some(({ from, to }) => from <= range.from && range.to <= to);
}

/** A decimal number (COND-25). */
export function readNumber(text: string): number | null {
  return /^[-+]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}

const DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+]\d\d:\d\d))?)?)?$/;

/** Ms since 1970 of a date of ISO 8601 or of epoch seconds (COND-28, COND-29, COND-29b). */
export function readDate(text: string): number | null {
  if (/^-?\d{5,}$/.test(text)) return Number(text) * 1000;
  const time = DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
