/** What a person does to a scenario, before it is done: a title for the history, and the changes of the file. */
import type { Change } from '../source/change.ts';
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import { readTree } from '../source/read.ts';
import type { SourceText } from '../source/text.ts';
import type { Tree } from '../source/tree.ts';
import type { World } from '../world/world.ts';

export interface Edit {
  /** `Add user ana to tools`: for the history and the screen reader. */
  readonly title: string;
  readonly changes: readonly Change[];
  /** Id of what it adds or gives another name, to be chosen afterwards. */
  readonly shows?: string;
}

/** What an edit is planned on: the file as it is written, as a tree, and the world it makes. */
export interface Ground {
  readonly source: SourceText;
  readonly file: Tree;
  readonly world: World;
}

/** The ground of a file that has been read before; null for a text that is no map at all. */
export function toGround(source: SourceText, world: World): Ground | null {
  const file = readTree(source).value;
  return file?.kind === 'map' ? { source, file, world } : null;
}

/** The ground of a file that is a scenario: read again when somebody plans an edit, which is long after it is shown. */
export function lateGround(source: SourceText, world: World): Ground {
  let file: Tree | null = null;
  return {
    source,
    world,
    get file() {
      file ??= readTree(source).value;
      if (file === null) throw new Error(`${source.name} was a scenario and cannot be read`);
      return file;
    }
  };
}

/** An edit that can be made. */
export function planned(title: string, changes: readonly Change[], shows?: string): Checked<Edit> {
  const value = shows === undefined ? { title, changes } : { title, changes, shows };
  return { value, diagnostics: [] };
}

/** An edit that cannot, and why. */
export function refused(...diagnostics: readonly Diagnostic[]): Checked<Edit> {
  return { value: null, diagnostics };
}
