/** What a screen is given to write with, once it has come. Types only: the pieces themselves come after the first paint. */
import type { ScreenEditing } from '../workbench/screen.ts';

export type EditingKit = typeof import('./editing-kit.ts');

export interface Editing extends ScreenEditing {
  readonly kit: EditingKit;
}
