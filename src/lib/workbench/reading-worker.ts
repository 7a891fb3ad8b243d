/** The worker in which long files are read and changed: questions in, answers out, one after the other. */
import { Reader } from './reading.ts';
import { toAnswer, type Question } from './reading-answers.ts';
import { pack } from './reading-parcel.ts';

const reader = new Reader();

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  postMessage(pack(toAnswer(data, reader)));
});
