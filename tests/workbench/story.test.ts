/** Until the reader of Markdown is here a story is plain text; then it stays. */
import { expect, test } from 'vitest';
import { loadStoryReader, storyReader } from '../../src/lib/workbench/story.ts';

test('plain first, read after', async () => {
  expect(storyReader()('# One')).toEqual([{ kind: 'plain', text: '# One' }]);
  const read = await loadStoryReader();
  expect(read('# One')).toMatchObject([{ kind: 'heading', level: 1 }]);
  expect(storyReader()).toBe(read);
});
