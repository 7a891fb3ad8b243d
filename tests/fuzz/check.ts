/** What must hold whatever comes in, and how a breach is told. */
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';
import type { SourceText } from '../../src/lib/source/text.ts';

/** Thrown by the tasks where something does not hold. */
export class Breach extends Error {}

export function must(holds: boolean, what: string): void {
  if (!holds) throw new Breach(what);
}

/** Every range and every pointer lies where the text is. */
export function checkDiagnostics(diagnostics: readonly Diagnostic[], source: SourceText): void {
  for (const { range, path, code, message } of diagnostics) {
    const { from, to } = range;
    const end = range.source.text.length;
    must(Number.isInteger(from) && Number.isInteger(to), `${code}: the range is no range`);
    must(
      0 <= from && from <= to && to <= end,
      `${code}: the range ${from} to ${to} leaves the text of ${end}`
    );
    must(end <= source.text.length, `${code}: a range of another, longer text`);
    must(path === '' || path.startsWith('/'), `${code}: \`${path}\` is no pointer`);
    must(message !== '', `${code}: there is no message`);
  }
}
