/** Bytes written as base64. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a base64 text (padding optional) as a comparable string of bits; null for what is none. COND-33. */
export function parseBase64(text: string): string | null {
  const body = text.replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(body) || body.length % 4 === 1) return null;
  let bits = '';
  for (const char of body) bits += ALPHABET.indexOf(char).toString(2).padStart(6, '0');
  return bits.slice(0, bits.length - (bits.length % 8));
}
