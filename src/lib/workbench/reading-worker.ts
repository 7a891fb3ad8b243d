/** The worker in which long files are read and changed: questions in, answers out, one after the other. */
import type { Graph } from '../graph/graph.ts';
import type { TypedTexts } from '../scenario/live.ts';
import { adopt } from '../share/adopt.ts';
import { applyChanges, type Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import type { SourceText } from '../source/text.ts';
import { Reader, type Read } from './reading.ts';

export type Question =
  | {
      readonly kind: 'read';
      readonly source: SourceText;
      readonly typed: TypedTexts;
      readonly shipped: Graph | null;
    }
  | { readonly kind: 'change'; readonly source: SourceText; readonly changes: readonly Change[] }
  | { readonly kind: 'adopt'; readonly sources: readonly SourceText[] };

export type Answer =
  | { readonly kind: 'read'; readonly read: Read }
  | { readonly kind: 'change'; readonly changed: Checked<string> }
  | { readonly kind: 'adopt'; readonly adopted: Checked<SourceText> };

const reader = new Reader();

function answer(question: Question): Answer {
  if (question.kind === 'change') {
    return { kind: 'change', changed: applyChanges(question.source, question.changes) };
  }
  if (question.kind === 'adopt') return { kind: 'adopt', adopted: adopt(question.sources) };
  const { source, typed, shipped } = question;
  return { kind: 'read', read: reader.read(source, typed, shipped) };
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  postMessage(answer(data));
});
