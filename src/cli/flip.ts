/** `bouncer flip`: the edits that would flip one decision, each made on a copy of the file and evaluated. */
import { whatWouldFlip } from '../lib/counterfactual/flip.ts';
import type { FlipEdit, FlipReport } from '../lib/counterfactual/report.ts';
import { headline, reach } from '../lib/counterfactual/words.ts';
import type { Case } from '../lib/scenario/scenario.ts';
import { lineDiff } from '../lib/share/line-diff.ts';
import type { SourceText } from '../lib/source/text.ts';
import { diskCatalogue } from './catalogue.ts';
import { readQuestion, type Question } from './question.ts';
import { EXIT, printable, type Terminal } from './terminal.ts';

/** @returns the exit code: 0 if there is an edit, 1 if none flips it, 2 if the request cannot be evaluated */
export function flip(question: Question, terminal: Terminal): number {
  const asked = readQuestion(question, terminal);
  if (asked === null) return EXIT.unusable;
  const { source, found } = asked;
  const report = whatWouldFlip(source, question.request, { catalogue: diskCatalogue() });
  const text = question.format === 'json' ? toJson(question, report) : toText(found, source, report);
  terminal.out(text);
  return report.edits.length > 0 ? EXIT.ok : EXIT.failed;
}

function toText({ id, title }: Case, source: SourceText, report: FlipReport): string {
  const head = id === title ? id : `${id}: ${title}`;
  const parts = report.edits.map((edit, at) => editText(at + 1, source, edit));
  return `${printable([head, headline(report), ...parts].join('\n\n'))}\n`;
}

function editText(number: number, source: SourceText, edit: FlipEdit): string {
  const lines = edit.lines.map((line, at) => `${at === 0 ? `${number}.` : '   and'} ${line}`);
  return [...lines, `   ${reach(edit)}`, ...difference(source.text, edit.text)].join('\n');
}

const SIGNS = { same: ' ', added: '+', removed: '-' } as const;

/** Lines that changed, with those around them, indented as the list is. */
function difference(before: string, after: string): readonly string[] {
  const lines = lineDiff(before, after);
  return lines
    .map((line, at) => {
      if (line.kind !== 'skipped') return `   ${SIGNS[line.kind]} ${line.text}`;
      return at === 0 || at === lines.length - 1 ? '' : '   …';
    })
    .filter((line) => line !== '');
}

function toJson({ file }: Question, report: FlipReport): string {
  const { request, before, wanted, isPair, none, tried, isCapped } = report;
  const edits = report.edits.map(({ edit, kind, lines, after, flips, cells }) => ({
    kind,
    lines,
    after,
    flips,
    cells,
    changes: edit.changes
  }));
  const found = {
    file,
    request,
    decision: before,
    wanted,
    pair: isPair,
    reason: none,
    tried,
    capped: isCapped
  };
  return `${JSON.stringify({ ...found, edits }, null, 2)}\n`;
}
