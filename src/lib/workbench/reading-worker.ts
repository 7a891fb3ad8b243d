/** The worker in which long files are read and changed: questions in, answers out, one after the other. */
import { Reader } from './reading.ts';
import { toAnswer, type Question } from './reading-answers.ts';

const reader = new Reader();

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  postMessage(toAnswer(data, reader));
});
