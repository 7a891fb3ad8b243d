/** Digits, the only thing numbers, dates and addresses have in common. */

export const isDigits = (text: string): boolean =>
  text !== '' && [...text].every((char) => char >= '0' && char <= '9');

/** A number of exactly so many digits, from `low` to `high`; null for anything else. */
export function readDigits(
  text: string | undefined,
  width: number,
  low: number,
  high: number
): number | null {
  if (text?.length !== width || !isDigits(text)) return null;
  const value = Number(text);
  return value >= low && value <= high ? value : null;
}
