/** From a tree to a policy document. What it reports as an error is what AWS refuses whatever the policy is for. */
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import { actionProblem } from './action-form.ts';
import { nearest } from '../source/suggest.ts';
import { find, type Tree, type TreeEntry, type TreeMap } from '../source/tree.ts';
import {
  conflictingElements,
  invalidAction,
  invalidEffect,
  invalidVersion,
  missingElement,
  noStatements,
  nullValue,
  unknownElement,
  wrongType
} from './diagnostics.ts';
import type { Effect, Node, PatternElement, PolicyDocument, Statement } from './document.ts';
import { renamed } from './fixes.ts';
import { DOCUMENT_ELEMENTS, STATEMENT_ELEMENTS } from './names.ts';
import { parseConditions } from './parse-conditions.ts';
import { parsePrincipal } from './parse-principal.ts';
import { toParts } from './pattern.ts';
import { headOf, kindOf, placeOf, readText, readTexts, toNode, toPattern, type Reading } from './reading.ts';

/**
 * Reads a policy document.
 *
 * @param tree any tree, as the user wrote it; it may be no policy at all, and it may lie anywhere in a file
 * @returns the statements that could be read, with every problem. Paths of nodes begin at the document, those of
 *   diagnostics at the file. A document with an error must not be evaluated. Never throws.
 */
export function parsePolicy(tree: Tree): Checked<PolicyDocument> {
  const diagnostics: Diagnostic[] = [];
  if (tree.kind !== 'map') {
    diagnostics.push(wrongType(placeOf(tree), 'a policy', 'an object', kindOf(tree)));
    return { value: null, diagnostics };
  }
  const draft: Reading = { root: tree.path, variables: false, diagnostics };
  const meant = reportUnknown(draft, tree, DOCUMENT_ELEMENTS);
  const version = parseVersion(draft, tree);
  const reading: Reading = { ...draft, variables: version === '2012-10-17' };
  const written = find(tree, 'Statement');
  if (!written && !meant.has('Statement')) reportMissing(reading, tree, 'Statement');
  const versionAt = nodeAt(reading, tree, 'Version');
  const idAt = nodeAt(reading, tree, 'Id');
  const value: PolicyDocument = {
    ...toNode(reading, tree),
    ...(versionAt && { versionAt }),
    ...(idAt && { idAt }),
    version,
    id: parseLabel(reading, tree, 'Id'),
    statements: written ? parseStatements(reading, written.value) : []
  };
  return { value, diagnostics };
}

function parseVersion(reading: Reading, root: TreeMap): PolicyDocument['version'] {
  const written = find(root, 'Version');
  const text = written ? readText(reading, written.value, '`Version`')?.text : undefined;
  if (text === '2012-10-17' || text === '2008-10-17') return text;
  if (written && text !== undefined) {
    reading.diagnostics.push(invalidVersion(placeOf(written.value), text, reading.root));
  }
  return '2008-10-17';
}

function parseStatements(reading: Reading, tree: Tree): readonly Statement[] {
  if (tree.kind === 'list' && tree.items.length === 0) reading.diagnostics.push(noStatements(placeOf(tree)));
  const items = tree.kind === 'list' ? tree.items : [tree];
  return items.flatMap((item) => {
    if (item.kind === 'map') return parseStatement(reading, item) ?? [];
    const what = tree.kind === 'list' ? 'a statement' : '`Statement`';
    const wanted = tree.kind === 'list' ? 'an object' : 'an object or a list of objects';
    reading.diagnostics.push(wrongType(placeOf(item), what, wanted, kindOf(item)));
    return [];
  });
}

/** Null if it lacks what every statement has. */
function parseStatement(reading: Reading, map: TreeMap): Statement | null {
  const meant = reportUnknown(reading, map, STATEMENT_ELEMENTS);
  const effect = parseEffect(reading, map, meant);
  const principal = pair(reading, map, 'Principal');
  const action = pair(reading, map, 'Action');
  const resource = pair(reading, map, 'Resource');
  if (!action && !meant.has('Action') && !meant.has('NotAction')) reportMissing(reading, map, 'Action');
  const condition = find(map, 'Condition');
  const parts = {
    sid: parseLabel(reading, map, 'Sid'),
    principal: principal && parsePrincipal(reading, principal),
    action: action && parseActions(reading, action),
    resource: resource && parseResources(reading, resource),
    conditions: condition ? parseConditions(reading, condition.value) : []
  };
  if (!effect || !parts.action) return null;
  const sidAt = nodeAt(reading, map, 'Sid');
  const effectAt = nodeAt(reading, map, 'Effect');
  return {
    ...toNode(reading, map),
    ...(sidAt && { sidAt }),
    ...(effectAt && { effectAt }),
    ...parts,
    effect,
    action: parts.action
  };
}

/** `Id` or `Sid`: a text without meaning for the evaluation. */
function parseLabel(reading: Reading, map: TreeMap, name: string): string | null {
  const written = find(map, name);
  return written ? (readText(reading, written.value, `\`${name}\``)?.text ?? null) : null;
}

function nodeAt(reading: Reading, map: TreeMap, name: string): Node | null {
  const written = find(map, name);
  return written && toNode(reading, written.value);
}

function parseEffect(reading: Reading, map: TreeMap, meant: ReadonlySet<string>): Effect | null {
  const written = find(map, 'Effect');
  if (!written) {
    if (!meant.has('Effect')) reportMissing(reading, map, 'Effect');
    return null;
  }
  const { value } = written;
  if (value.kind === 'text' && (value.text === 'Allow' || value.text === 'Deny')) return value.text;
  const problem =
    value.kind !== 'text'
      ? wrongType(placeOf(value), '`Effect`', '`Allow` or `Deny`', kindOf(value))
      : kindOf(value) === '`null`'
        ? nullValue(placeOf(value), '`Effect`')
        : invalidEffect(placeOf(value), value.text);
  reading.diagnostics.push(problem);
  return null;
}

/** The entry of an element or of its `Not…` form; with both, the plain one and an error (GRAM-08). */
function pair(reading: Reading, map: TreeMap, name: string): TreeEntry | null {
  const plain = find(map, name);
  const negated = find(map, `Not${name}`);
  if (plain && negated) {
    const second = plain.keyRange.from < negated.keyRange.from ? negated : plain;
    reading.diagnostics.push(conflictingElements({ range: second.keyRange, path: second.value.path }, name));
  }
  return plain ?? negated;
}

function parseActions(reading: Reading, entry: TreeEntry): PatternElement {
  const texts = readTexts(reading, entry.value, `\`${entry.key}\``);
  for (const text of texts) {
    const problem = actionProblem(text.text);
    if (problem) reading.diagnostics.push(invalidAction(placeOf(text), text.text, problem));
  }
  return {
    ...toNode(reading, entry.value),
    negated: entry.key === 'NotAction',
    patterns: texts.map((text) => ({
      ...toNode(reading, text),
      text: text.text,
      parts: toParts(text.text, false)
    }))
  };
}

function parseResources(reading: Reading, entry: TreeEntry): PatternElement {
  const texts = readTexts(reading, entry.value, `\`${entry.key}\``);
  return {
    ...toNode(reading, entry.value),
    negated: entry.key === 'NotResource',
    patterns: texts.map((text) => toPattern(reading, text))
  };
}

/** Reports elements that do not exist, and answers which ones their authors seem to have meant. */
function reportUnknown(reading: Reading, map: TreeMap, known: readonly string[]): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const { key, keyRange, value } of map.entries) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    if (near !== null) meant.add(near);
    const fix = near === null ? undefined : renamed(map, value.path, near);
    reading.diagnostics.push(unknownElement({ range: keyRange, path: value.path }, key, near, fix));
  }
  return meant;
}

function reportMissing(reading: Reading, map: TreeMap, name: string): void {
  reading.diagnostics.push(missingElement({ range: headOf(map.range), path: map.path }, name));
}
