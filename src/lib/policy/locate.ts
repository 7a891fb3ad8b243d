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
