/** The comparisons that the policies make with the keys of a dimension, as facts a condition can be made of. */
import type { PatternPart } from '../policy/document.ts';
import { meets } from './expression.ts';
import { isUnknown, type Request } from './request.ts';
import type { Fact } from './trace.ts';
import type { Atom } from './unknown-atoms.ts';
import type { Dimension } from './unknown-cells.ts';
import { typeOf } from './unknown-keys.ts';
import { resolve } from './variables.ts';

/** In the order of preference; `spell` says how a key is usually written. */
export function factsOf(
  dimension: Dimension,
  atoms: readonly Atom[],
  parts: readonly Request[],
  spell: (key: string) => string
): readonly Fact[] {
  const missing = dimension.keys
    .filter((key) => dimension.cells.some((cell) => cell.get(key) === null))
    .map((key): Fact => ({ kind: 'fact', key: spell(key), of: 'value', operator: 'Null', values: ['true'] }));
  const bools = dimension.keys
    .filter((key) => typeOf(key) === 'Bool')
    .map((key): Fact => ({ kind: 'fact', key: spell(key), of: 'value', operator: 'Bool', values: ['true'] }));
  const compared = dimension.atoms.flatMap((i) => {
    const atom = atoms[i];
    return atom ? comparedBy(atom, parts, spell) : [];
  });
  const facts = [...missing, ...bools, ...compared, ...asNeeded(dimension, spell)];
  const all = [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
  return all.filter((fact) => isFair(fact, dimension));
}

/** A fact that told apart what the choices hold as one would say too little or too much. */
function isFair(fact: Fact, { alike }: Dimension): boolean {
  const key = fact.key.toLowerCase();
  return (alike.get(key) ?? []).every((values) => {
    const answers = values.map((value) => meets(fact, new Map([[key, [value]]])));
    return answers.every((answer) => answer === answers[0]);
  });
}

function comparedBy(atom: Atom, parts: readonly Request[], spell: (key: string) => string): readonly Fact[] {
  const { reads } = atom;
  if (reads.kind === 'resource') return [];
  const { key } = reads.compiled;
  const value = parts[atom.part]?.context.get(key);
  if (value === undefined || !isUnknown(value)) return [];
  const { set, name } = reads.compiled.condition.operator;
  if (name === 'Null') return [];
  const operator = POSITIVE.get(name) ?? name;
  const context = parts[atom.part]?.context ?? new Map();
  const texts = reads.compiled.values.map(({ pattern }) => {
    const resolution = reads.compiled.operator.variables ? resolve(pattern.parts, context) : null;
    return resolution?.kind === 'resolved' ? print(resolution.parts, operator) : pattern.text;
  });
  const make = (of: Fact['of'], which: string, values: readonly string[]): Fact => ({
    kind: 'fact',
    key: spell(key),
    of,
    operator: which,
    values
  });
  const kinds: readonly Fact['of'][] = set === null ? ['value'] : ['some', 'every'];
  return kinds.flatMap((of) => [
    ...operatorsLike(operator).flatMap((which) => texts.map((text) => make(of, which, [text]))),
    ...(texts.length > 1 && !/Than/.test(operator) ? [make(of, operator, texts)] : [])
  ]);
}

/** Numbers and times are compared in every way, so that stretches between constants can be told. */
function operatorsLike(operator: string): readonly string[] {
  const family = /^(Numeric|Date)/.exec(operator)?.[1];
  if (family === undefined) return [operator];
  return ['GreaterThanEquals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'Equals'].map(
    (how) => family + how
  );
}

const POSITIVE: ReadonlyMap<string, string> = new Map([
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['NumericNotEquals', 'NumericEquals'],
  ['DateNotEquals', 'DateEquals'],
  ['NotIpAddress', 'IpAddress'],
  ['ArnNotEquals', 'ArnEquals'],
  ['ArnNotLike', 'ArnLike']
]);

/** Variables replaced; what they brought stands for itself, wildcards and all (VAR-10). */
function print(parts: readonly PatternPart[], operator: string): string {
  const readsWildcards = /Like$|^Arn/.test(operator);
  return parts
    .map((part) => {
      if (part.kind !== 'literal') return part.kind === 'anyRun' ? '*' : '?';
      return readsWildcards ? part.text.replace(/[*?$]/g, (char) => `\${${char}}`) : part.text;
    })
    .join('');
}

/** What a key that stands in variables would have to be. */
function asNeeded({ exact }: Dimension, spell: (key: string) => string): readonly Fact[] {
  return [...exact].flatMap(([key, values]) =>
    values.map((value): Fact => ({
      kind: 'fact',
      key: spell(key),
      of: 'value',
      operator: 'StringEquals',
      values: [value]
    }))
  );
}
