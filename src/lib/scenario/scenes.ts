/** Scenes of the walkthrough, what they point at resolved. Each by itself. */
import type { Draft } from './draft.ts';
import type { SceneFormat } from './format-exercise.ts';
import { resolveFocus } from './names.ts';
import type { Scene } from './scenario.ts';
import type { Log } from './shape.ts';

/** A scene of the file. Call it when the requests have been read: their sessions can be pointed at too. */
export function toScene(draft: Draft, scene: SceneFormat, log: Log): Scene {
  return {
    title: scene.title ?? '',
    request: scene.request?.text ?? null,
    step: scene.step,
    focus: (scene.focus ?? []).map((at) => ({ name: at.text, id: resolveFocus(draft, at, log) })),
    say: scene.say ?? '',
    note: scene.note,
    expect: scene.expect
  };
}
