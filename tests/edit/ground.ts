/** A ground to edit on, and what comes of an edit: for tests. */
import { applyChanges } from '../../src/lib/source/change.ts';
import { toGround, type Edit, type Ground } from '../../src/lib/edit/edit.ts';
import { placeOf, type Place } from '../../src/lib/edit/place.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { ParsedScenario } from '../../src/lib/scenario/scenario.ts';
import type { Checked } from '../../src/lib/source/diagnostic.ts';

/** The ground of a file's text. */
export function groundOf(text: string, name = 'test.yaml'): Ground {
  const source = { name, text };
  const scenario = parseScenario(source).value;
  const ground = scenario && toGround(source, scenario.world);
  if (!ground) throw new Error('the text is no scenario');
  return ground;
}

/** The scenario after an edit, and the errors it has now; throws for an edit that was refused. */
export function after(
  ground: Ground,
  edit: Checked<Edit>
): { readonly text: string; readonly errors: string[]; readonly scenario: ParsedScenario } {
  const [refusal] = edit.diagnostics;
  if (edit.value === null) throw new Error(`refused: ${refusal?.code ?? ''} ${refusal?.message ?? ''}`);
  const applied = applyChanges(ground.source, edit.value.changes);
  if (applied.value === null) {
    const why = applied.diagnostics.map(({ message, path }) => `${path} ${message}`).join('; ');
    throw new Error(`${edit.value.title} cannot be applied: ${why}`);
  }
  const read = parseScenario({ ...ground.source, text: applied.value });
  if (read.value === null) throw new Error(`${edit.value.title} breaks the file`);
  return { text: applied.value, errors: errorsOf(read.diagnostics), scenario: read.value };
}

/** `path code message` of every error. */
export function errorsOf(diagnostics: ReturnType<typeof parseScenario>['diagnostics']): string[] {
  return diagnostics.flatMap(({ severity, code, message }) =>
    severity === 'error' ? [`${code} ${message}`] : []
  );
}

/** The ground that an edit leaves behind, to go on from. */
export function next(ground: Ground, edit: Checked<Edit>): Ground {
  return groundOf(after(ground, edit).text, ground.source.name);
}

/** The place of an id, which must be there. */
export function at(ground: Ground, id: string): Place {
  const place = placeOf(ground, id);
  if (!place) throw new Error(`no place for ${id}`);
  return place;
}

/** `code /field` of every reason against an edit. */
export function reasons({ diagnostics }: Checked<Edit>): string[] {
  return diagnostics.map(({ code, path }) => `${code} ${path}`);
}
