/**
 * A set of choices of facts as a condition in the words of the policies: from the comparisons they make, the shortest
 * combination that holds for these choices and for no others. Exact on all choices of a dimension.
 */
import type { Expression, Fact } from './trace.ts';
import { join, lengthOf, meets, negate, type Facts } from './expression.ts';

/** A set of places in the list of choices, as bits. */
type Bits = bigint;

interface Literal {
  readonly says: Expression;
  readonly bits: Bits;
  readonly length: number;
}

/** What is this short is good enough. */
const SHORT = 3.5;

const toLiteral = (says: Expression, bits: Bits): Literal => ({ says, bits, length: lengthOf(says) });

/** How deep a condition may branch, and how many ways of branching are tried. */
const DEPTH = 5;
const TRIED = 3;

/** @returns for a set of places the condition that tells it; null for all of them, which needs none */
export function describer(cells: readonly Facts[], facts: readonly Fact[]) {
  const all = (1n << BigInt(cells.length)) - 1n;
  const literals = facts.flatMap((says): readonly Literal[] => {
    const bits = toBits(cells.flatMap((cell, i) => (meets(says, cell) ? [i] : [])));
    return bits === 0n || bits === all ? [] : [toLiteral(says, bits), toLiteral(negate(says), all & ~bits)];
  });
  const known = new Map<Bits, Expression | null>();
  return (places: readonly number[]): Expression | null => {
    const wanted = toBits(places);
    const found = known.get(wanted);
    if (found !== undefined) return found;
    const made = wanted === all ? null : describe(literals, wanted, all, DEPTH);
    known.set(wanted, made);
    return made;
  };
}

function toBits(places: readonly number[]): Bits {
  let bits = 0n;
  for (const i of places) bits |= 1n << BigInt(i);
  return bits;
}

/** Nothing holds: no choice was wanted. */
const NEVER: Expression = { kind: 'or', of: [] };

/** @param room outside it the condition may say anything */
function describe(literals: readonly Literal[], wanted: Bits, room: Bits, depth: number): Expression {
  if ((wanted & room) === 0n) return NEVER;
  const target = wanted & room;
  const rest = room & ~target;
  const simple = [cover(literals, target, rest), negated(cover(literals, rest, target))].filter(
    (each) => each !== null
  );
  const best = shortest(simple);
  if (best && (lengthOf(best) < SHORT || depth < DEPTH)) return best;
  if (depth === 0) return NEVER;
  return shortest([...simple, ...branches(literals, target, room, depth)]) ?? NEVER;
}

function shortest(of: readonly Expression[]): Expression | null {
  return [...of].sort((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null;
}

function negated(expression: Expression | null): Expression | null {
  return expression && negate(expression);
}

/** Literals that together hold for all of `target` and for nothing of `rest`: the largest first. */
function cover(literals: readonly Literal[], target: Bits, rest: Bits): Expression | null {
  if (target === 0n) return NEVER;
  const usable = literals
    .filter(({ bits }) => (bits & rest) === 0n && (bits & target) !== 0n)
    .map((literal) => ({ ...literal, size: size(literal.bits & target) - literal.length / 8 }))
    .sort((a, b) => b.size - a.size);
  let left = target;
  const chosen: Literal[] = [];
  for (const literal of usable) {
    if (left === 0n) break;
    if ((literal.bits & left) === 0n) continue;
    chosen.push(literal);
    left &= ~literal.bits;
  }
  return left === 0n
    ? join(
        'or',
        needed(chosen, target).map(({ says }) => says)
      )
    : null;
}

/** Without those that others make superfluous. */
function needed(chosen: readonly Literal[], target: Bits): readonly Literal[] {
  let kept = chosen;
  for (const literal of chosen) {
    const others = kept.filter((each) => each !== literal);
    const bits = others.reduce((sum, each) => sum | each.bits, 0n);
    if ((target & ~bits) === 0n) kept = others;
  }
  return kept;
}

/** By one literal and what remains to be said on either side of it. */
function branches(
  literals: readonly Literal[],
  target: Bits,
  room: Bits,
  depth: number
): readonly Expression[] {
  const splitting = literals
    .filter(({ bits }) => (bits & room) !== 0n && (room & ~bits) !== 0n)
    .map((literal) => ({
      literal,
      gain: purity(literal.bits & room, target) + purity(room & ~literal.bits, target)
    }))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, depth === DEPTH ? TRIED : 1);
  return splitting.map(({ literal: { says, bits } }) => {
    const inside = branch(literals, says, target, room & bits, depth);
    const outside = branch(literals, negate(says), target, room & ~bits, depth);
    return join('or', [...inside, ...outside]);
  });
}

function branch(
  literals: readonly Literal[],
  says: Expression,
  target: Bits,
  room: Bits,
  depth: number
): readonly Expression[] {
  if ((target & room) === 0n) return [];
  if ((room & ~target) === 0n) return [says];
  return [join('and', [says, describe(literals, target, room, depth - 1)])];
}

/** How far a part is from being half wanted. */
function purity(part: Bits, target: Bits): number {
  const whole = size(part);
  const wanted = size(part & target);
  return Math.max(wanted, whole - wanted);
}

/** How many bits each hexadecimal digit has. */
const ONES = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

function size(bits: Bits): number {
  let count = 0;
  for (const digit of bits.toString(16)) count += ONES[parseInt(digit, 16)] ?? 0;
  return count;
}
