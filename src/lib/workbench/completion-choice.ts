/** One thing that may be written at a place, before anybody asks how the place wants it written. */
import type { Word } from './vocabulary.ts';

export interface Choice {
  readonly text: string;
  /** What it means: a few words. */
  readonly about: string;
  readonly kind: 'element' | 'operator' | 'key' | 'arn' | 'value' | 'action' | 'service';
  /** Whether a map or list comes behind it, in lines of its own. */
  readonly isNested?: boolean;
}

export function toChoices(words: readonly Word[], kind: Choice['kind']): readonly Choice[] {
  return words.map(({ text, about }) => ({ text, about, kind }));
}
