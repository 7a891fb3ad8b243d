/** Testing out of a chapter: said, handed in, told, kept; and what went wrong leads to the exercise. */
import { readFileSync, readdirSync } from 'node:fs';
import { toExercise } from '../../src/lib/exercise/exercise.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { GUESS_WORDS } from '../../src/lib/workbench/prediction.ts';
import { GUESSES } from '../../src/lib/workbench/progress.ts';
import { expect, test } from './page.ts';
import { toQuestions } from '../../src/lib/workbench/test-questions.ts';

const FOLDER = 'scenarios/exercises';
const CHAPTER = { number: 2, title: 'People and precedence' };

/** The right words for each question of the chapter, in order. */
const WORDS = readdirSync(FOLDER)
  .filter((file) => file.startsWith('2-'))
  .sort()
  .flatMap((file) => {
    const { value } = parseScenario({ name: file, text: readFileSync(`${FOLDER}/${file}`, 'utf8') });
    const exercise = value && toExercise(value);
    if (!value || !exercise || exercise.isOptional) return [];
    const place = { at: 1, of: 1 };
    const { name, title } = value;
    const lesson = { name, title, exercise, chapter: CHAPTER, place, back: null, next: null };
    return toQuestions(lesson, value).map(({ answer }) => {
      const guess = GUESSES.find((each) => each === answer.decision);
      return guess ? GUESS_WORDS[guess] : '';
    });
  });

test('two slips are too many, then all is right and the chapter counts as done', async ({ page }) => {
  await page.goto('/test-out/2/');
  const questions = page.locator('.test-question');
  await expect(questions).toHaveCount(WORDS.length);
  const handIn = page.getByRole('button', { name: 'Hand in' });

  const say = async (words: readonly string[]) => {
    for (const [i, word] of words.entries()) {
      await questions.nth(i).getByText(word, { exact: true }).click();
    }
  };

  await expect(page.getByText(`${WORDS.length} still open`)).toBeVisible();
  await say(WORDS.map((word, i) => (i > 1 ? word : word === 'Allowed' ? 'No: silence' : 'Allowed')));
  await expect(page.getByText('All said')).toBeVisible();
  await handIn.click();
  await expect(page.getByText(`${WORDS.length - 2} of ${WORDS.length} right: not yet.`)).toBeFocused();
  await expect(questions.first().getByRole('link', { name: /^Work through 2\.1/ })).toBeVisible();

  await page.getByRole('button', { name: 'Try again' }).click();
  await say(WORDS);
  await handIn.click();
  await expect(
    page.getByText(`${WORDS.length} of ${WORDS.length} right: the chapter counts as done.`)
  ).toBeFocused();
  await page.getByRole('link', { name: 'To the map' }).click();
  const chapter = page.getByRole('region', { name: /People and precedence/ });
  await expect(chapter.getByText('Done', { exact: true })).toBeVisible();
  await expect(chapter.getByRole('link', { name: 'I know this: test me' })).toHaveCount(0);
});
