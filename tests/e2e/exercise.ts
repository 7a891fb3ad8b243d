/** What tests of the exercises share: the file's own ways as texts to type, and the parts of the screen by name. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { lookAt, opened } from '../../src/lib/edit/look.ts';
import { applyEdits } from '../../src/lib/exercise/apply.ts';
import { toExercise, type Exercise, type Way } from '../../src/lib/exercise/exercise.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { isWithin } from '../../src/lib/source/pointer.ts';
import { toPlain } from '../../src/lib/source/plain.ts';
import type { SourceText } from '../../src/lib/source/text.ts';
import { panel } from './page.ts';

export interface Task {
  readonly name: string;
  readonly source: SourceText;
  readonly exercise: Exercise;
  /** Titles of the requests by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** @param name its name in the address, which is the file's */
export function taskOf(name: string): Task {
  const text = readFileSync(new URL(`../../scenarios/exercises/${name}.yaml`, import.meta.url), 'utf8');
  const source = { name: `${name}.yaml`, text };
  const scenario = parseScenario(source).value;
  const exercise = scenario && toExercise(scenario);
  if (!exercise) throw new Error(`${name} is no exercise`);
  return { name, source, exercise, titles: new Map(scenario.cases.map(({ id, title }) => [id, title])) };
}

/** JSON Pointer to the one policy that is or stands in a place, or that it stands in. */
export function policyAt({ source }: Task, place: string): string {
  const papers = [...(parseScenario(source).value?.world.papers.values() ?? [])];
  const found = papers.flatMap(({ pointer }) =>
    pointer !== null && (isWithin(pointer, place) || isWithin(place, pointer)) ? [pointer] : []
  );
  if (found.length !== 1) throw new Error(`${place} is no one policy but ${found.length}`);
  return found[0] ?? '';
}

/** The JSON of the policy at a place, as a way leaves it. */
export function policyAfter({ source }: Task, way: Way, at: string): string {
  const { scenario } = applyEdits(source, way.changes);
  const tree = scenario && lookAt(scenario.root, at);
  if (!tree) throw new Error(`${way.name} leaves nothing at ${at}`);
  return JSON.stringify(toPlain(opened(tree)));
}

/** Markdown as one reads it, without its marks; those in code stay, so each may be there or not. */
export function asRead(text: string): RegExp {
  const plain = text.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(plain.replace(/[*`]+/g, '[*]*').replace(/\s+/g, '\\s+'));
}

/** Opens an exercise and waits until it can be written in. */
export async function openTask(page: Page, name: string, query = ''): Promise<void> {
  await page.goto(`/exercises/${name}/${query}`);
  await expect(page.getByRole('button', { name: 'Show a solution' })).toBeEnabled();
}

/** What became of the last edit, at the foot. */
export function standing(page: Page): Locator {
  return page.getByRole('region', { name: 'How it stands' });
}

/** Opens what is unlocked by its button in the task, and is led there. */
export async function openPlace(page: Page, index = 0): Promise<void> {
  await panel(page, 'Ask');
  await page.getByRole('list', { name: 'What you may edit' }).getByRole('button').nth(index).click();
}

/** Writes a whole policy in place of the one that is open. */
export async function typeWhole(page: Page, json: string): Promise<void> {
  await page.getByRole('textbox', { name: /, as JSON$/ }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(json);
}

/** How many goals or probes hold: `3 of 4`. */
export function tally(page: Page, title: 'Goals' | 'Probes'): Locator {
  return page.getByRole('region', { name: title, exact: true }).locator('.tally');
}

/** Passes over every prediction that is asked for. */
export async function skipAll(page: Page): Promise<void> {
  const skip = page.getByRole('button', { name: 'Skip' });
  const count = await page.locator('.ex-predict .guesses').count();
  if (count === 0) return;
  while (await skip.isVisible()) await skip.click();
}
