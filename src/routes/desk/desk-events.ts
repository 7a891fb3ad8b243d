/** What the screen asks for, as what a desk does. */
import type { ScreenEvents } from '#lib/workbench/screen.ts';
import type { Desk } from './desk.svelte.ts';
import { download, downloadRedacted } from './download.ts';

export function toEvents(desk: Desk): ScreenEvents {
  return {
    choose: (request) => desk.visit({ request, step: null }, true),
    move: (command) => {
      desk.move(command);
    },
    go: (step) => desk.go(step),
    detail: (detail) => desk.visit({ step: desk.bench.frame?.id ?? null, detail }),
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
    type: (policy, text) => desk.type(policy, text),
    ask: (isAsking) => {
      desk.isAsking = isAsking;
    },
    edit: (edit) => void desk.edit(edit),
    tour: (scene) => desk.visitScene(scene),
    download: (format) => {
      const { isRedacted, text } = desk.stage;
      if (!isRedacted) void download(desk.session, format);
      else if (text !== null) downloadRedacted(text, desk.session?.opening?.isJson ?? false);
    }
  };
}
