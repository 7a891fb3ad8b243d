/** The worker in which it is worked out what would change a decision: a question in, its report out. */
import { flipSteps, type FlipQuestion } from './flip-question.ts';

addEventListener('message', ({ data }: MessageEvent<FlipQuestion>) => {
  const steps = flipSteps(data);
  let step = steps.next();
  while (!step.done) step = steps.next();
  postMessage(step.value);
});
