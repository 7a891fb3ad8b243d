/** One address for each stretch of the address space that networks tell apart, versions 4 and 6 (COND-35 to COND-37). */
import { parseRange, type IpAddress } from './values/ip.ts';

/** Addresses set aside for examples (RFC 5737, RFC 3849): taken where one of them serves. */
const EXAMPLES_4 = ['198.51.100.20', '203.0.113.7', '192.0.2.1', '8.8.8.8'];
const EXAMPLES_6 = ['2001:db8::7', '2600:1f00::7'];

/** @param ranges CIDR blocks as written; what is none counts for nothing */
export function addressesBetween(ranges: readonly string[]): readonly string[] {
  const read = ranges.flatMap((text) => parseRange(text) ?? []);
  if (ranges.length === 0) return [];
  return ([4, 6] as const).flatMap((version) => {
    const blocks = read.filter(({ address }) => address.version === version);
    const cuts = blocks.flatMap(({ address, prefix }) => {
      const size = 1n << BigInt(bitsOf(version) - prefix);
      const start = (toNumber(address) / size) * size;
      return [start, start + size];
    });
    return stretches([0n, ...cuts], 1n << BigInt(bitsOf(version))).map(([from, to]) =>
      pick(version, from, to)
    );
  });
}

const bitsOf = (version: 4 | 6) => (version === 4 ? 32 : 128);

function stretches(cuts: readonly bigint[], end: bigint): readonly (readonly [bigint, bigint])[] {
  const sorted = [...new Set(cuts)].filter((cut) => cut < end).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.map((from, i) => [from, sorted[i + 1] ?? end] as const);
}

/** An example address where one lies in the stretch, else its second address, else its only one. */
function pick(version: 4 | 6, from: bigint, to: bigint): string {
  const example = (version === 4 ? EXAMPLES_4 : EXAMPLES_6).find((text) => {
    const range = parseRange(text);
    const at = range ? toNumber(range.address) : -1n;
    return at >= from && at < to;
  });
  return example ?? print(version, to - from > 1n ? from + 1n : from);
}

function toNumber({ groups }: IpAddress): bigint {
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(group), 0n);
}

function print(version: 4 | 6, value: bigint): string {
  const size = version === 4 ? 8n : 16n;
  const count = version === 4 ? 4 : 8;
  const mask = (1n << size) - 1n;
  const groups = Array.from({ length: count }, (_, i) => (value >> (size * BigInt(count - 1 - i))) & mask);
  if (version === 4) return groups.join('.');
  return groups
    .map((group) => group.toString(16))
    .join(':')
    .replace(/(?:^|:)0(?::0)+(?::|$)/, '::');
}
