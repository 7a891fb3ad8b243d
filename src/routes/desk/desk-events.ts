/** What the screen asks for, as what a desk does. */
import type { Edit } from '#lib/edit/edit.ts';
import type { Detail } from '#lib/explain/frame.ts';
import type { Changing } from '#lib/workbench/changing.ts';
import type { Column, Panel } from '#lib/workbench/columns.ts';
import type { Command } from '#lib/workbench/keys.ts';
import type { Pointed } from '#lib/workbench/pointing.ts';
import type { ScreenEvents, ScreenView } from '#lib/workbench/screen.ts';
import type { Session } from '#lib/workbench/session.svelte.ts';
import type { Opened } from '#lib/workbench/sheet.ts';
import type { PolicyId } from '#lib/world/world.ts';
import type { Address } from './address.ts';
import { download, downloadRedacted } from './download.ts';

/** A desk, as far as the screen asks it. */
export interface Asked {
  readonly stage: { readonly isRedacted: boolean; readonly text: string | null };
  readonly session: Session | null;
  pointed: Pointed | null;
  panel: Panel;
  main: ScreenView['main'];
  isAsking: boolean;
  changing: Changing | null;
  readonly visit: (next: Partial<Address>, isNewPlace?: boolean) => void;
  readonly move: (command: Command) => boolean;
  readonly go: (step: string) => void;
  readonly look: (detail: Detail) => void;
  readonly select: (id: string) => void;
  readonly open: (opened: Opened | 'context' | null) => void;
  readonly show: (column: Column) => void;
  readonly write: (policy: PolicyId | null) => void;
  readonly type: (policy: PolicyId, text: string) => void;
  readonly edit: (edit: Edit) => Promise<void>;
  readonly walkthrough: { go(index: number | null): void };
}

export function toEvents(desk: Asked): ScreenEvents {
  return {
    choose: (request) => desk.visit({ request, step: null }, true),
    move: (command) => {
      desk.move(command);
    },
    go: (step) => desk.go(step),
    detail: (detail) => desk.look(detail),
    select: (id) => desk.select(id),
    point: (pointed) => {
      desk.pointed = pointed;
    },
    open: (opened) => desk.open(opened),
    panel: (panel) => {
      desk.panel = panel;
    },
    main: (main) => {
      desk.main = main;
    },
    column: (column) => desk.show(column),
    write: (policy) => desk.write(policy),
    change: (changing) => {
      desk.changing = changing;
    },
    type: (policy, text) => desk.type(policy, text),
    ask: (isAsking) => {
      desk.isAsking = isAsking;
    },
    edit: (edit) => void desk.edit(edit),
    tour: (scene) => desk.walkthrough.go(scene),
    download: (format) => {
      const { isRedacted, text } = desk.stage;
      if (!isRedacted) void download(desk.session, format);
      else if (text !== null) downloadRedacted(text, desk.session?.opening?.isJson ?? false);
    }
  };
}
