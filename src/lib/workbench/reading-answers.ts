/** What can be asked of whoever reads files, and the answers: the same in a worker and, where there is none, in the page. */
import type { Graph } from '../graph/graph.ts';
import type { TypedTexts } from '../scenario/live.ts';
import { adopt } from '../share/adopt.ts';
import { applyChanges, type Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import type { SourceText } from '../source/text.ts';
import { hideNames, type Hidden, type Shown } from './hidden-names.ts';
import type { Read, Reader } from './reading.ts';

export type Question =
  | {
      readonly kind: 'read';
      readonly source: SourceText;
      readonly typed: TypedTexts;
      readonly shipped: Graph | null;
    }
  | { readonly kind: 'change'; readonly source: SourceText; readonly changes: readonly Change[] }
  | { readonly kind: 'adopt'; readonly sources: readonly SourceText[] }
  | { readonly kind: 'hide'; readonly source: SourceText; readonly shown: Shown };

export type Answer =
  | { readonly kind: 'read'; readonly read: Read }
  | { readonly kind: 'change'; readonly changed: Checked<string> }
  | { readonly kind: 'adopt'; readonly adopted: Checked<SourceText> }
  | { readonly kind: 'hide'; readonly hidden: Hidden | null };

export function toAnswer(question: Question, reader: Reader): Answer {
  switch (question.kind) {
    case 'read':
      return { kind: 'read', read: reader.read(question.source, question.typed, question.shipped) };
    case 'change':
      return { kind: 'change', changed: applyChanges(question.source, question.changes) };
    case 'adopt':
      return { kind: 'adopt', adopted: adopt(question.sources) };
    case 'hide':
      return { kind: 'hide', hidden: hideNames(question.source, question.shown) };
  }
}
