/** A stepping recorded: where one stood, in order, as scenes that can be kept in the file's walkthrough. */
import { planned, type Edit, type Ground } from '../edit/edit.ts';
import { evaluate } from '../engine/evaluate.ts';
import { toFrames } from '../explain/frames.ts';
import type { Detail } from '../explain/frame.ts';
import { toWords } from '../explain/words.ts';
import type { Expectation, Scenario } from '../scenario/scenario.ts';
import { treeAt } from '../source/tree.ts';
import { asMarkdown, placeOf, sentenceOf } from './film-scenes.ts';

/** Where one stood. */
export interface Stop {
  readonly request: string;
  /** Id of a frame. */
  readonly step: string;
  readonly detail: Detail;
}

/** A scene before it is kept. */
export interface DraftScene extends Omit<Stop, 'detail'> {
  readonly title: string;
  /** Markdown. */
  readonly say: string;
  readonly expect: Expectation | null;
}

/** Longer recordings are no talk any more. */
const MOST = 60;

/** The recording with one more stop; standing still adds none, and what was only passed within a blink is kept too. */
export function recorded(stops: readonly Stop[], next: Stop): readonly Stop[] {
  const last = stops.at(-1);
  const isSame = last?.request === next.request && last.step === next.step;
  return isSame || stops.length >= MOST ? stops : [...stops, next];
}

/** The stops as scenes with the page's own words; stops that are no longer there are left out. */
export function toDrafts(stops: readonly Stop[], { world, cases }: Pick<Scenario, 'world' | 'cases'>) {
  const words = toWords(world);
  return stops.flatMap(({ request, step, detail }): readonly DraftScene[] => {
    const asked = cases.find(({ id }) => id === request);
    if (!asked?.request) return [];
    const evaluation = evaluate(world, asked.request);
    const frame = toFrames(evaluation, detail).find(({ id }) => id === step);
    if (!frame) return [];
    const title = frame.step.kind === 'evaluation' ? asked.title : placeOf(frame, words);
    return [{ request, step, title, say: asMarkdown(sentenceOf(frame, words)), expect: evaluation.outcome }];
  });
}

/** Adds scenes at the end of the file's walkthrough: one edit. */
export function keepScenes({ file }: Ground, scenes: readonly DraftScene[]): Edit {
  const set = scenes.map(({ title, request, step, say, expect }) => ({
    title,
    request,
    step,
    say,
    ...(expect === null ? {} : { expect })
  }));
  const count = `${String(scenes.length)} ${scenes.length === 1 ? 'scene' : 'scenes'}`;
  const has = treeAt(file, '/walkthrough')?.kind === 'list';
  const changes = has
    ? set.map((scene) => ({ at: '/walkthrough/-', set: scene }))
    : [{ at: '/walkthrough', set }];
  const edit = planned(`Add ${count} to the walkthrough`, scenes.length === 0 ? [] : changes).value;
  return edit ?? { title: '', changes: [] };
}
