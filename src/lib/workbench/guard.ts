/**
 * What an exercise keeps as it began: asked of every change before it counts, however somebody makes it. A text that is
 * being typed may be anything for a while; it is asked again before it is written into the file.
 */
import { lookAt } from '../edit/look.ts';
import { lockedHere } from '../exercise/diagnostics.ts';
import { isOpen, mayChange, unlockedAt, vetEdit, type Locked } from '../exercise/editable.ts';
import type { Unlocked } from '../exercise/exercise.ts';
import type { Change } from '../source/change.ts';
import { hasErrors, type Diagnostic } from '../source/diagnostic.ts';
import { parseJson } from '../source/json.ts';
import { isWithin } from '../source/pointer.ts';
import { readTree } from '../source/read.ts';
import type { SourceText } from '../source/text.ts';
import type { Tree } from '../source/tree.ts';
import { placeWords } from './attempt-words.ts';
import type { Draft } from './history.ts';

export class Guard {
  readonly #unlocked: readonly Unlocked[];
  readonly #source: SourceText;
  readonly #start: Tree;
  /** What was held last: a text is asked about several times. */
  #last: { readonly pointer: string; readonly text: string; readonly held: readonly Diagnostic[] } | null =
    null;

  /** @param source the file as it began, and its tree */
  constructor(unlocked: readonly Unlocked[], source: SourceText, start: Tree) {
    this.#unlocked = unlocked;
    this.#source = source;
    this.#start = start;
  }

  /**
   * What keeps one state of the file from following another; empty where nothing does. What was locked and changed
   * before, in a file of long ago, does not keep anything else from being done.
   */
  vet(from: Draft, to: Draft): readonly Diagnostic[] {
    const typed = [...to.typed].filter(([pointer, text]) => from.typed.get(pointer) !== text);
    const shut = typed.filter(([pointer]) => !isOpen(this.#unlocked, pointer));
    if (shut.length > 0) return shut.map(([at]) => this.#tell({ kind: 'changed', at, only: null }));
    if (from.text === to.text) return [];
    const found = this.#lockedIn(to.text);
    const before = new Set(found.length > 0 ? this.#lockedIn(from.text).map(keyOf) : []);
    return found.filter((each) => !before.has(keyOf(each))).map((each) => this.#tell(each));
  }

  /** What keeps a policy's text, as it is typed, from being written into the file; nothing while it is no JSON. */
  held(pointer: string, text: string): readonly Diagnostic[] {
    if (unlockedAt(this.#unlocked, pointer)?.only === null) return [];
    if (this.#last?.pointer === pointer && this.#last.text === text) return this.#last.held;
    const source = { name: pointer, text };
    const { value, diagnostics } = parseJson(source);
    const locked =
      value === null || hasErrors(diagnostics)
        ? []
        : vetEdit(this.#unlocked, lookAt(this.#start, pointer), value, pointer);
    const held = locked.map((each) => {
      const inside = isWithin(each.at, pointer) ? each.at.slice(pointer.length) : '';
      const range = (value && lookAt(value, inside)?.range) ?? { source, from: 0, to: 0 };
      return lockedHere({ range, path: inside }, placeWords(each.at), each.only);
    });
    this.#last = { pointer, text, held };
    return held;
  }

  /** Whether changes may be made, as far as their places tell: what is not to be offered. */
  may(file: Tree, changes: readonly Change[]): boolean {
    return mayChange(this.#unlocked, file, changes);
  }

  /** A text that is no file any more is locked as a whole. */
  #lockedIn(text: string): readonly Locked[] {
    const { value } = readTree({ name: this.#source.name, text });
    if (value === null) return [{ kind: 'changed', at: '', only: null }];
    return vetEdit(this.#unlocked, this.#start, value);
  }

  #tell({ at, only }: Locked): Diagnostic {
    const range = lookAt(this.#start, at)?.range ?? { source: this.#source, from: 0, to: 0 };
    return lockedHere({ range, path: at }, placeWords(at), only);
  }
}

function keyOf({ kind, at, only }: Locked): string {
  return `${kind} ${only ?? ''} ${at}`;
}
