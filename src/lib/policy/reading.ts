/** What all parts of reading a policy share: paths, places, and how scalars become text. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/diagnostics.ts';
import type { SourceRange } from '../source/text.ts';
import { isNull, type Tree, type TreeText } from '../source/tree.ts';
import {
  nullValue,
  unclosedVariable,
  unquotedValue,
  variableNeedsVersion,
  wrongType
} from './diagnostics.ts';
import type { Node, Pattern } from './document.ts';
import { toParts } from './pattern.ts';

export interface Reading {
  /** Pointer of the policy in its file; nodes have the rest of it, diagnostics the whole. */
  readonly root: string;
  /** Whether `${…}` are variables: version 2012-10-17 (VAR-02). */
  readonly variables: boolean;
  readonly diagnostics: Diagnostic[];
}

/** Place of a node in the policy. */
export function toNode(reading: Reading, tree: Tree): Node {
  return { range: tree.range, path: tree.path.slice(reading.root.length) };
}

/** Place of a problem in the file. */
export function placeOf(tree: Tree): Place {
  return { range: tree.range, path: tree.path };
}

/** The first line of something large, or its opening brace: enough to see what is meant. */
export function headOf({ source, from, to }: SourceRange): SourceRange {
  if (source.text.charAt(from) === '{') return { source, from, to: Math.min(from + 1, to) };
  const length = source.text.slice(from, to).search(/[\r\n]/);
  return { source, from, to: length < 0 ? to : from + length };
}

/** The one text of an element such as `Sid`; null with a diagnostic for anything else. */
export function readText(reading: Reading, tree: Tree, what: string): TreeText | null {
  if (tree.kind !== 'text') {
    reading.diagnostics.push(wrongType(placeOf(tree), what, 'text', kindOf(tree)));
    return null;
  }
  if (isNull(tree)) {
    reading.diagnostics.push(nullValue(placeOf(tree), what));
    return null;
  }
  if (isNumberOrBoolean(tree)) reading.diagnostics.push(unquotedValue(placeOf(tree), what, tree.text));
  return tree;
}

/**
 * One text or a list of them.
 *
 * @param anyScalar whether numbers and booleans are documented here: in condition values (GRAM-15)
 */
export function readTexts(
  reading: Reading,
  tree: Tree,
  what: string,
  anyScalar = false
): readonly TreeText[] {
  const items = tree.kind === 'list' ? tree.items : [tree];
  return items.flatMap((item) => {
    if (item.kind !== 'text') {
      const wanted = tree.kind === 'list' ? 'a list of texts' : 'text or a list of texts';
      const found = item.kind === 'list' ? 'a list inside a list' : kindOf(item);
      reading.diagnostics.push(wrongType(placeOf(item), what, wanted, found));
      return [];
    }
    if (anyScalar && !isNull(item)) return [item];
    return readText(reading, item, what) ?? [];
  });
}

/** A text in which wildcards, and perhaps variables, have their meaning. Warns of variables that are none. */
export function toPattern(reading: Reading, tree: TreeText): Pattern {
  const open = tree.text.indexOf('${');
  if (open >= 0) {
    const isClosed = tree.text.indexOf('}', tree.text.lastIndexOf('${')) >= 0;
    if (reading.variables && !isClosed) reading.diagnostics.push(unclosedVariable(placeOf(tree)));
    if (!reading.variables && isClosed)
      reading.diagnostics.push(variableNeedsVersion(placeOf(tree), reading.root));
  }
  return { ...toNode(reading, tree), text: tree.text, parts: toParts(tree.text, reading.variables) };
}

/** For messages. */
export function kindOf(tree: Tree): string {
  if (tree.kind === 'map') return 'an object';
  if (tree.kind === 'list') return 'a list';
  if (isNull(tree)) return '`null`';
  return isNumberOrBoolean(tree) ? `\`${tree.text}\`` : 'text';
}

const NUMBER_OR_BOOLEAN = /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;

/** What JSON would make of an unquoted scalar, also of one that stands in YAML. */
export function isNumberOrBoolean(tree: TreeText): boolean {
  return !tree.quoted && NUMBER_OR_BOOLEAN.test(tree.text);
}
