/** From a JSON Pointer to the text it names: traces name by pointer, views show by range. */
import type { SourceRange } from '../source/text.ts';
import type { Node, PolicyDocument, Statement } from './document.ts';

/**
 * Where a node of a document stands.
 *
 * @param path pointer from the root of the document; `''` is the document. Pointers between nodes, such as
 *   `/Statement/0/Condition`, give the stretch of all nodes below them.
 * @returns null if nothing that was read is there. Time O(nodes).
 */
export function locate(document: PolicyDocument, path: string): SourceRange | null {
  let below: SourceRange | null = null;
  for (const node of nodes(document)) {
    if (node.path === path) return node.range;
    if (node.path.startsWith(`${path}/`)) below = below ? span(below, node.range) : node.range;
  }
  return below;
}

/**
 * The smallest node of some statements that a place in their text lies in.
 *
 * @param offset of a character of the policy's text
 * @returns its pointer; null outside of the statements. Time O(nodes).
 */
export function pathAt(statements: readonly Statement[], offset: number): string | null {
  let found: Node | null = null;
  for (const statement of statements) {
    if (!holds(statement, offset)) continue;
    for (const node of nodesOf(statement)) if (holds(node, offset) && isSmaller(node, found)) found = node;
  }
  return found?.path ?? null;
}

function holds({ range }: Node, offset: number): boolean {
  return range.from <= offset && offset < range.to;
}

function isSmaller(node: Node, than: Node | null): boolean {
  return than === null || node.range.to - node.range.from <= than.range.to - than.range.from;
}

/** Where a node of a statement stands, by its pointer; null if it has none. */
export function rangeIn(statement: Statement, path: string): SourceRange | null {
  let below: SourceRange | null = null;
  for (const node of nodesOf(statement)) {
    if (node.path === path) return node.range;
    if (node.path.startsWith(`${path}/`)) below = below ? span(below, node.range) : node.range;
  }
  return below;
}

function* nodes(document: PolicyDocument): Generator<Node> {
  yield document;
  yield* written(document.versionAt, document.idAt);
  for (const statement of document.statements) yield* nodesOf(statement);
}

function* nodesOf(statement: Statement): Generator<Node> {
  yield statement;
  yield* written(statement.sidAt, statement.effectAt);
  if (statement.principal) {
    yield statement.principal;
    yield* statement.principal.entries;
  }
  for (const element of [statement.action, statement.resource]) {
    if (!element) continue;
    yield element;
    yield* element.patterns;
  }
  for (const condition of statement.conditions) {
    yield condition;
    yield* condition.values;
  }
}

function* written(...nodes: readonly (Node | undefined)[]): Generator<Node> {
  for (const node of nodes) if (node) yield node;
}

/** From the start of the one to the end of the other; ranges of different texts (aliases) stay as they are. */
function span(a: SourceRange, b: SourceRange): SourceRange {
  if (a.source !== b.source) return a;
  return { source: a.source, from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}
