/** Instants as the Date operators read them. Never consults the machine's clock or time zone. */

const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/**
 * An instant in milliseconds since 1970: the W3C profile of ISO 8601, or epoch seconds. Four digits are a year,
 * longer digit strings are seconds; missing parts are the earliest instant, UTC.
 *
 * @returns null for what is neither, and for impossible dates such as 30 February
 * Source: IAM User Guide, "Date condition operators" (COND-28, COND-29, COND-29b).
 */
export function parseDate(text: string): number | null {
  if (/^-\d{1,14}$|^\d{5,14}(\.\d{1,9})?$/.test(text)) return Number(text) * 1000;
  const found = ISO.exec(text);
  return found && toInstant(found.slice(1));
}

/** JavaScript takes 24:00 and rolls 30 February over; neither is a date here. */
function toInstant(parts: readonly (string | undefined)[]): number | null {
  const [year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00'] = parts;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (hour === '24' || new Date(at).getUTCDate() !== Number(day)) return null;
  return at + Number(`0.${parts[6] ?? '0'}`) * 1000 - offset(parts[7] ?? 'Z');
}

/** A time zone designator in milliseconds. */
function offset(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
