/** What the main screen as a whole carries out: going from panel to panel, and opening what one writes in. */
import { tick } from 'svelte';
import type { Commands } from '../workbench/commands.svelte.ts';
import { REGIONS, REGION_ENTRIES } from '../workbench/regions.ts';
import type { ScreenEvents, ScreenView } from '../workbench/screen.ts';
import type { PolicyId } from '../world/world.ts';
import { toChanging } from '../workbench/changing.ts';
import type { Workbench } from '../workbench/workbench.svelte.ts';
import type { Editing } from './editing.ts';
import { goBeside, goTo, regionAt } from './region-focus.ts';
import { isWide } from './wide.ts';

/** The facts of a screen, asked when a command is. */
export interface ScreenFacts {
  readonly bench: Workbench;
  readonly view: ScreenView;
  readonly editing: Editing | null;
  readonly on: ScreenEvents;
}

/** Offers all of it. @returns takes it back; for `onMount` */
export function offerScreen(commands: Commands, facts: () => ScreenFacts): () => void {
  const isWritable = () => {
    const { bench, view, editing } = facts();
    const shown = bench.sheet && (editing?.session.documents?.shown(bench.sheet.policy) ?? null);
    return shown !== null && view.isUnlocked?.(shown.pointer) !== false;
  };
  const ends = [
    ...REGIONS.map((region) => {
      const { command, panel } = REGION_ENTRIES[region];
      return commands.offer(command, () => {
        if (command === 'goPaper' && facts().view.column !== 'policy') facts().on.column('policy');
        void goTo(region, () => panel !== null && facts().on.panel(panel));
      });
    }),
    commands.offer('nextRegion', () => goBeside(1)),
    commands.offer('backRegion', () => goBeside(-1)),
    commands.offer('edit', () => isWritable() && edit(facts()), isWritable),
    commands.offer('change', () => isWritable() && change(facts()), isWritable),
    commands.offer('leave', () => leave(facts()))
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** On a narrow screen one edits by choosing, where the policy can be read: a keyboard would take half of it. */
function edit(facts: ScreenFacts): void {
  const { bench, on } = facts;
  if (!isWide(document.documentElement) && change(facts)) return;
  if (bench.sheet) void writeJson(bench.sheet.policy, on);
}

/** @returns whether the policy on show has a statement to change */
function change({ bench, view, on }: ScreenFacts): boolean {
  const changing = bench.sheet && toChanging(bench.sheet);
  if (!changing) return false;
  if (view.isWriting) on.write(null);
  on.change(changing);
  return true;
}

/** Opens the editor of a policy's text, and goes there. */
export async function writeJson(policy: PolicyId, on: ScreenEvents): Promise<void> {
  on.change(null);
  on.panel('paper');
  on.column('policy');
  on.write(policy);
  await tick();
  document.querySelector<HTMLElement>('[data-region="paper"] .cm-content')?.focus();
}

/** One step back from what is open; with nothing open, from a panel to the ribbon. @returns whether there was one */
function leave({ view, on }: ScreenFacts): boolean {
  if (view.isAsking) on.ask(false);
  else if (view.isWriting) on.write(null);
  else if (view.column !== 'policy') on.column('policy');
  else if (view.main !== null) on.main(null);
  else if (view.tour !== null) on.tour(null);
  else if (regionAt() === null || regionAt() === 'ribbon') return false;
  else void goTo('ribbon', () => on.panel('path'));
  return true;
}
