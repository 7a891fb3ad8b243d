/** A film as scenes, for a file without a walkthrough: every stop of the request is one, and says its own sentence. */
import { evaluate } from '../engine/evaluate.ts';
import { toFrames } from '../explain/frames.ts';
import type { Frame } from '../explain/frame.ts';
import { finding, question } from '../explain/sentence.ts';
import { toWords, type Words } from '../explain/words.ts';
import type { Case, Scenario } from '../scenario/scenario.ts';
import { toPlaceWords } from './spoken.ts';
import { toRoad } from '../explain/road.ts';
import type { TourScene } from './tour.ts';

/** The stops of a request as scenes; of the first that can be asked, where the file has no such request. */
export function filmScenes({ world, cases }: Pick<Scenario, 'world' | 'cases'>, id: string | null) {
  const asked = cases.filter(({ request }) => request !== null);
  const chosen = asked.find((each) => each.id === id) ?? asked[0];
  if (!chosen?.request) return [];
  const words = toWords(world);
  return toFrames(evaluate(world, chosen.request), 'layers').map((frame, index) =>
    toScene(chosen, frame, { index, words })
  );
}

function toScene(
  { id, title }: Pick<Case, 'id' | 'title'>,
  frame: Frame,
  { index, words }: { readonly index: number; readonly words: Words }
): TourScene {
  const isVerdict = frame.step.kind === 'evaluation';
  return {
    index,
    title: isVerdict ? title : `${title}: ${placeOf(frame, words)}`,
    say: asMarkdown(sentenceOf(frame, words)),
    note: null,
    address: { request: id, step: frame.id, detail: 'layers' },
    focus: new Set(),
    stale: null
  };
}

/** What the page says at a frame. */
export function sentenceOf({ step, evaluation, moment }: Frame, words: Words): string {
  const context = { words, evaluation };
  return moment === 'open' ? question(step, context) : finding(step, context);
}

/** Where a frame stands: `prod, Trust policy`. */
export function placeOf(frame: Frame, words: Words): string {
  return toPlaceWords(frame, toRoad(frame.evaluation), (id) => words.account(id));
}

/** A plain text as Markdown that shows just that. */
export function asMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`);
}
