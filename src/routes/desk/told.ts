/** What a scenario's page says of itself: its title, how the file is kept, what there is to tell of the address. */
import { legible } from '#lib/source/render.ts';
import { toVerdictWords } from '#lib/workbench/verdict-sign.ts';
import type { Desk } from './desk.svelte.ts';

const NO_REQUEST = 'The address names a request that this scenario does not have.';
const NO_STEP = 'The step that was on show is not here any more, or never was; this is the nearest.';

export function titleOf({ bench, scenario, attempt }: Desk): string {
  // The verdict is to be foretold.
  if (attempt) return legible(`${attempt.exercise.number ?? ''} ${attempt.lesson.title} · Bouncer`);
  const title =
    bench.chosen && bench.evaluation
      ? `${bench.chosen.title.slice(0, 200)}: ${toVerdictWords(bench.evaluation.outcome)} · Bouncer`
      : `${scenario?.title ?? 'Your own world'} · Bouncer`;
  return legible(title);
}

/** Where what was written is kept; empty for what nobody has written in. */
export function statusOf({ session, stage }: Desk): string {
  if (stage.isRedacted) return 'redacted: read only';
  const { documents = null, file = null } = session ?? {};
  if (documents?.isPending) return 'reading your change…';
  return file ? `${file.base === null ? '' : 'your copy, '}kept on this device` : '';
}

/** Usually empty. */
export function noticeOf({ bench, gone, walkthrough }: Desk): string {
  if (gone) return gone;
  if (bench.isRequestUnknown) return NO_REQUEST;
  if (bench.isStepUnknown) return NO_STEP;
  const { beyond } = walkthrough;
  if (beyond === null) return '';
  const scenes = beyond === 1 ? 'one scene' : `${beyond} scenes`;
  return `The address names a scene that the walkthrough does not have: it has ${scenes}, and this is the last.`;
}
