/** What a screen is given to write with, once it has come. Types only: the pieces themselves come after the first paint. */
import type { ScreenEditing } from '../workbench/screen.ts';
import type * as kit from './editing-kit.ts';

export type EditingKit = typeof kit;

export interface Editing extends ScreenEditing {
  readonly kit: EditingKit;
}
