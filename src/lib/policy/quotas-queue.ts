/** How much an SQS queue's policy may hold (QUO-16). Source: SQS Developer Guide, "Quotas related to policies". */
import type { Diagnostic } from '../source/diagnostic.ts';
import { tooMany } from './diagnostics-kind.ts';
import type { Node, PolicyDocument } from './document.ts';
import { headPlace } from './node-place.ts';

const STATEMENTS = 20;
const PRINCIPALS = 50;
const CONDITIONS = 10;
const ACTIONS = 7;

export function queueLimits(document: PolicyDocument): Diagnostic[] {
  const { statements } = document;
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const principals = sum(statements.map(({ principal }) => principal?.entries.length ?? 0));
  const conditions = sum(statements.map((statement) => statement.conditions.length));
  return [
    ...over(document, statements.length, STATEMENTS, 'statements'),
    ...over(document, principals, PRINCIPALS, 'principals'),
    ...over(document, conditions, CONDITIONS, 'conditions'),
    ...statements.flatMap(({ action }) =>
      over(action, action.patterns.length, ACTIONS, 'actions in one statement')
    )
  ];
}

function over(node: Node, count: number, most: number, what: string): Diagnostic[] {
  if (count <= most) return [];
  const message = `a queue policy takes ${String(most)} ${what}, here are ${String(count)}`;
  const aws = { code: 'OverLimit', message: null };
  return [tooMany(headPlace(node), message, { help: 'make fewer of more general ones', aws })];
}
