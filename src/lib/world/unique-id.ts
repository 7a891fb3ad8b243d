/**
 * Unique ids (`AIDA…`, `AROA…`) for users and roles whose id nobody has written down. The same ARN always gets
 * the same id. Source: IAM User Guide, "Unique identifiers".
 */
import type { Arn } from './world.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LENGTH = 17;

/**
 * A stand-in id, 21 characters like AWS's own.
 *
 * @param prefix AIDA for users, AROA for roles
 */
export function uniqueId(prefix: 'AIDA' | 'AROA', arn: Arn): string {
  let id = prefix as string;
  for (let place = 0; place < LENGTH; place++) id += LETTERS.charAt(hash(`${String(place)} ${arn}`) % 32);
  return id;
}

/**
 * Sixteen hexadecimal digits, always the same for the same text: what AWS puts behind names it makes.
 */
export function hexId(text: string): string {
  let id = '';
  for (let place = 0; place < 16; place++) id += (hash(`${String(place)} ${text}`) % 16).toString(16);
  return id;
}

/** FNV-1a, 32 bits, its upper half folded in, as the lower bits alone mix poorly. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return (value ^ (value >>> 15)) >>> 0;
}
