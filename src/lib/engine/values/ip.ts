/** IP addresses and CIDR blocks, version 4 and 6, as 16-bit groups. */

export interface IpAddress {
  readonly version: 4 | 6;
  /** Two groups for version 4, eight for version 6. */
  readonly groups: readonly number[];
}

export interface IpRange {
  readonly address: IpAddress;
  /** Bits that must agree: 0 to 32, or 0 to 128. */
  readonly prefix: number;
}

/** An address; null for what is none. v4-mapped v6 addresses stay version 6 (COND-37). */
export function parseIp(text: string): IpAddress | null {
  return text.includes(':') ? parseV6(text) : parseV4(text);
}

/** A CIDR block; without a prefix length a single address (COND-36). Null for what is none. */
export function parseRange(text: string): IpRange | null {
  const slash = text.indexOf('/');
  const address = parseIp(slash < 0 ? text : text.slice(0, slash));
  if (!address) return null;
  const most = address.version === 4 ? 32 : 128;
  if (slash < 0) return { address, prefix: most };
  const written = text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(written) || Number(written) > most) return null;
  return { address, prefix: Number(written) };
}

/** Whether the address lies in the block. Bits after the prefix are ignored; versions never mix. */
export function isInRange(address: IpAddress, range: IpRange): boolean {
  if (address.version !== range.address.version) return false;
  return address.groups.every((group, i) => {
    const bits = Math.max(0, Math.min(16, range.prefix - i * 16));
    const mask = bits === 0 ? 0 : (0xffff << (16 - bits)) & 0xffff;
    return (group & mask) === ((range.address.groups[i] ?? 0) & mask);
  });
}

function parseV4(text: string): IpAddress | null {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!found) return null;
  const bytes = found.slice(1).map(Number);
  if (bytes.some((byte) => byte > 255)) return null;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return { version: 4, groups: [a * 256 + b, c * 256 + d] };
}

function parseV6(text: string): IpAddress | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = toGroups(halves[0] ?? '', halves.length === 1);
  const tail = halves.length === 2 ? toGroups(halves[1] ?? '', true) : [];
  if (!head || !tail) return null;
  const gap = 8 - head.length - tail.length;
  if (halves.length === 1 ? gap !== 0 : gap < 1) return null;
  return { version: 6, groups: [...head, ...Array<number>(gap).fill(0), ...tail] };
}

/** Colon-separated groups; the last may be a dotted v4 address where `dotted` says so. */
function toGroups(text: string, dotted: boolean): readonly number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const pieces = text.split(':');
  for (const [i, piece] of pieces.entries()) {
    const v4 = dotted && i === pieces.length - 1 && piece.includes('.') ? parseV4(piece) : null;
    if (v4) groups.push(...v4.groups);
    else if (/^[0-9a-fA-F]{1,4}$/.test(piece)) groups.push(parseInt(piece, 16));
    else return null;
  }
  return groups;
}
