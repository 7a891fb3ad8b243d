/** Findings as diagnostics: their shape, their places, and how a rule makes one. */
import type { PolicyKind } from '../policy/document-kind.ts';
import type { Condition, Node, PolicyDocument, Statement } from '../policy/document.ts';
import type { Catalogue } from '../catalog/service.ts';
import { abridge, type Diagnostic, type Fix } from '../source/diagnostic.ts';
import type { FindingName } from './codes.ts';

/** What a rule looks at. */
export interface Subject {
  readonly document: PolicyDocument;
  readonly kind: PolicyKind;
  /** Null where AWS's actions are not at hand: what needs them is passed over. */
  readonly catalogue: Catalogue | null;
}

export type StatementRule = (statement: Statement, subject: Subject) => readonly Diagnostic[];
export type ConditionRule = (
  condition: Condition,
  statement: Statement,
  subject: Subject
) => readonly Diagnostic[];
export type DocumentRule = (subject: Subject) => readonly Diagnostic[];

/** What a rule says beside the place. */
export interface Says {
  readonly message: string;
  readonly help?: string | undefined;
  readonly fix?: Fix | null | undefined;
}

/** Something that does not do, or lets in, what its author can hardly have meant. */
export function warn(name: FindingName, at: Node, says: Says): Diagnostic {
  return found('warning', name, at, says);
}

/** Something that could be said better, or that is worth a thought. */
export function suggest(name: FindingName, at: Node, says: Says): Diagnostic {
  return found('suggestion', name, at, says);
}

function found(severity: Diagnostic['severity'], name: FindingName, at: Node, says: Says): Diagnostic {
  const { message, help, fix } = says;
  return {
    code: `lint/${name}`,
    severity,
    message: abridge(message),
    range: at.range,
    path: at.path,
    ...(help === undefined ? {} : { help: abridge(help) }),
    ...(fix ? { fix } : {})
  };
}

/** Signs between a key and its value at most: a colon, quotes, line breaks and indents. */
const WINDOW = 200;

/** The key of a condition in the text; where it is written in a way of its own, what stands below it. */
export function keyOf({ key, range, path }: Condition): Node {
  const { source, from } = range;
  const start = Math.max(0, from - key.length - WINDOW);
  const at = start + source.text.slice(start, from).lastIndexOf(key);
  const isKey = at >= start && /^["'\\]*\s*:[\s-]*$/.test(source.text.slice(at + key.length, from));
  return { path, range: isKey ? { source, from: at, to: at + key.length } : range };
}
