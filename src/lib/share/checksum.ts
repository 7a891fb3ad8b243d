/** CRC-32 (ISO 3309, as in gzip): tells a changed character from a foreign text. It proves nothing to a forger. */

const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value;
});

/** The sum of a text of single-byte characters, in base 36. */
export function checksum(text: string): string {
  let sum = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    sum = (sum >>> 8) ^ (TABLE[(sum ^ text.charCodeAt(at)) & 0xff] ?? 0);
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(36);
}
