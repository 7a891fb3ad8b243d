/** A walkthrough by keys, clicker, buttons and dots; what is said aloud; a stale scene; room for fingers. */
import axe from 'axe-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { withKeys } from '../../src/lib/workbench/bindings.ts';
import { Commands } from '../../src/lib/workbench/commands.svelte.ts';
import type { TourScene } from '../../src/lib/workbench/tour.ts';
import Tour from './Tour.svelte';

const scene = (index: number, rest: Partial<TourScene> = {}): TourScene => ({
  index,
  title: `Title ${index + 1}`,
  say: `What *${index + 1}* says.`,
  note: null,
  address: null,
  focus: new Set(),
  stale: null,
  ...rest
});
const TOUR = [
  scene(0),
  scene(1, { note: 'Wait a **moment**.' }),
  scene(2, { stale: 'This scene says allowed; the request is now undecided.' })
];

beforeEach(() => {
  localStorage.removeItem('bouncer.keys');
  return page.viewport(1440, 900);
});

/** The view at a scene, obeying what it asks for. */
async function open(index: number, commands = new Commands()) {
  const left = vi.fn();
  const go = vi.fn((to: number) => void screen.rerender({ index: to }));
  const screen = await render(Tour, { tour: TOUR, index, commands, on: { go, leave: left } });
  return { screen, go, left };
}

const spoken = () => document.querySelector('[aria-live="polite"]')?.textContent.replace(/\s+/g, ' ').trim();
const here = () => document.querySelector('[aria-current="step"]')?.getAttribute('aria-label');

test('who starts it stands in it, hears the scene, and is led back', async () => {
  const start = document.body.appendChild(document.createElement('button'));
  start.focus();
  const { screen } = await open(0);
  await expect.element(screen.getByRole('region')).toHaveFocus();
  await expect.element(screen.getByRole('region')).toHaveAccessibleDescription('Title 1 What 1 says.');
  await screen.getByRole('button', { name: 'Leave' }).click();
  await screen.unmount();
  expect(document.activeElement).toBe(start);
  start.remove();
});

test('who has gone elsewhere stays there', async () => {
  const { screen } = await open(0);
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  await screen.unmount();
  expect(document.activeElement).toBe(field);
  field.remove();
});

test.each([
  [0, 'ArrowRight', 1],
  [0, 'PageDown', 1],
  [0, ' ', 1],
  [1, 'ArrowLeft', 0],
  [1, 'PageUp', 0],
  [2, 'Home', 0],
  [0, 'End', 2]
])('at scene %i, %s goes to %i', async (index, key, to) => {
  const { go } = await open(index);
  await userEvent.keyboard(key === ' ' ? ' ' : `{${key}}`);
  expect(go.mock.calls).toEqual([[to]]);
  expect(here()).toContain(`${to + 1}: Title ${to + 1}`);
});

test('at the ends keys lead nowhere', async () => {
  const { go } = await open(0);
  await userEvent.keyboard('{ArrowLeft}{Home}{End}{ArrowRight}{End}');
  expect(go.mock.calls).toEqual([[2]]);
});

test('its keys move nothing else on the page, also where there is no further scene', async () => {
  const commands = new Commands();
  const done: string[] = [];
  for (const id of ['next', 'play', 'nextRequest', 'leave', 'deeper', 'nextLayer'] as const)
    commands.offer(id, () => done.push(id));
  await open(2, commands);
  await userEvent.keyboard('{ArrowRight} n{Escape}]{Shift>}{ArrowRight}{/Shift}');
  expect(done).toEqual(['deeper', 'nextLayer']);
});

test('once it is left, its keys are the page’s again', async () => {
  const commands = new Commands();
  const { screen } = await open(0, commands);
  expect(commands.can('nextScene')).toBe(true);
  await screen.unmount();
  expect(commands.can('nextScene')).toBe(false);
});

test('keys of one’s own count, and stand on the buttons', async () => {
  const commands = new Commands();
  commands.own.value = withKeys('nextScene', 'l', commands.own.value);
  const { screen, go } = await open(1, commands);
  await userEvent.keyboard('{ArrowRight}l');
  expect(go.mock.calls).toEqual([[2]]);
  await expect.element(screen.getByRole('button', { name: 'Next' })).toHaveTextContent('Next L');
});

test('where letters by themselves are no keys, the note has its button alone', async () => {
  const commands = new Commands();
  commands.own.value = { ...commands.own.value, isPlainOff: true };
  const { screen } = await open(1, commands);
  const note = screen.getByRole('complementary', { name: 'Note for the presenter' });
  await userEvent.keyboard('n');
  await expect.element(note).not.toBeInTheDocument();
  const button = screen.getByRole('button', { name: 'Note' });
  expect(button.element().textContent.trim()).toBe('Note');
  await button.click();
  await expect.element(note).toBeVisible();
});

describe('leaving', () => {
  test('by Escape', async () => {
    const { left } = await open(1);
    await userEvent.keyboard('{Escape}');
    expect(left).toHaveBeenCalledOnce();
  });

  test('by its button, with the space bar too', async () => {
    const { screen, left, go } = await open(1);
    await screen.getByRole('button', { name: 'Leave' }).click();
    await userEvent.keyboard(' ');
    expect(left).toHaveBeenCalledTimes(2);
    expect(go).not.toHaveBeenCalled();
  });
});

test('by buttons and dots', async () => {
  const { screen, go } = await open(0);
  await screen.getByRole('button', { name: 'Next' }).click();
  await screen.getByRole('button', { name: 'Back' }).click();
  await screen.getByRole('button', { name: '3: Title 3, no longer true' }).click();
  expect(go.mock.calls).toEqual([[1], [0], [2]]);
  await expect.element(screen.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true');
});

test('title and text are said once, in one polite region', async () => {
  const { screen } = await open(0);
  expect(document.querySelectorAll('[aria-live]').length).toBe(1);
  expect(spoken()).toBe('Title 1 What 1 says.');
  await screen.rerender({ index: 1 });
  expect(spoken()).toBe('Title 2 What 2 says.');
});

test('the note is the presenter’s: shown by N or its button, and never spoken', async () => {
  const { screen } = await open(1);
  const note = screen.getByRole('complementary', { name: 'Note for the presenter' });
  await expect.element(note).not.toBeInTheDocument();
  await userEvent.keyboard('n');
  await expect.element(note).toHaveTextContent('Wait a moment.');
  expect(spoken()).not.toContain('Wait');
  await screen.getByRole('button', { name: 'Note' }).click();
  await expect.element(note).not.toBeInTheDocument();
  await screen.rerender({ index: 0 });
  await expect.element(screen.getByRole('button', { name: 'Note' })).not.toBeInTheDocument();
});

test('a stale scene has a torn corner and says why', async () => {
  const { screen } = await open(2);
  const region = screen.getByRole('region', { name: 'Walkthrough' }).element();
  expect(getComputedStyle(region, '::after').clipPath).toContain('polygon');
  await expect
    .element(screen.getByText('This scene says allowed; the request is now undecided.'))
    .toBeVisible();
  await screen.rerender({ index: 0 });
  expect(getComputedStyle(region, '::after').clipPath).toBe('none');
});

test.each([
  [1440, 'light'],
  [390, 'light'],
  [390, 'dark']
])('at %i px, %s, axe finds nothing and nothing is too wide', async (width, theme) => {
  await page.viewport(width, 800);
  document.documentElement.dataset['theme'] = theme;
  await open(2);
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  delete document.documentElement.dataset['theme'];
});

test('on a narrow screen everything pressed is large enough', async () => {
  await page.viewport(390, 800);
  await open(1);
  const buttons = [...document.querySelectorAll('section button')];
  expect(buttons.length).toBe(3 + 4);
  for (const button of buttons) {
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height), button.outerHTML).toBeGreaterThanOrEqual(44);
  }
});

test('on a narrow screen the next scene is in view, wherever the page was scrolled to', async () => {
  await page.viewport(390, 600);
  const below = document.body.appendChild(document.createElement('div'));
  below.style.height = '3000px';
  const { screen } = await open(0);
  document.body.append(below);
  window.scrollTo(0, 1500);
  await screen.getByRole('button', { name: 'Next' }).click();
  const { top, bottom } = screen.getByRole('region').element().getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(-1); // the line it shares with what stands above
  expect(bottom).toBeLessThanOrEqual(600);
  below.remove();
});

test('a scene that is not there shows nothing', async () => {
  await open(7);
  expect(document.querySelector('section')).toBeNull();
});
