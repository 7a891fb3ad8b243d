/** Numbers as the Numeric operators read them. */

/**
 * An integer or decimal, optionally signed; null for anything else (`1e3`, `10abc`, blanks).
 * Source: COND-25, COND-26.
 */
export function parseNumber(text: string): number | null {
  return /^[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})$/.test(text) ? Number(text) : null;
}
