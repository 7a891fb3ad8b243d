/**
 * The sheet of a thing as an exercise leaves it to be changed: what would touch a locked place is not offered. Each way to
 * change something is planned, and asked of the guard by its places.
 */
import type { Edit, Ground } from '../edit/edit.ts';
import type { Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import type { Thing } from './thing.ts';
import type { ThingAdd, ThingItem, ThingSection } from './thing-section.ts';

/** Whether changes of a file may be made, see {@link Guard}. */
export interface Guarding {
  may(file: Ground['file'], changes: readonly Change[]): boolean;
}

/** A thing of which nothing is offered that is locked, and which says what is. */
export function withLocks(thing: Thing, { file }: Ground, guard: Guarding): Thing {
  const isOpen: Asks = ({ value }) => value === null || guard.may(file, value.changes);
  const { sections, rename, remove, write } = thing;
  const left = {
    ...thing,
    sections: sections.map((each) => locked(each, isOpen)),
    rename: rename && isOpen(rename.edit(another(rename.value))) ? rename : null,
    remove: remove && isOpen(remove()) ? remove : null,
    write: write && isOpen(write) ? write : null
  };
  return { ...left, isLocked: !canChange(left) && (canChange(thing) || remove !== null) };
}

type Asks = (edit: Checked<Edit>) => boolean;

function locked(section: ThingSection, isOpen: Asks): ThingSection {
  const items = section.items.map((item): ThingItem => {
    const { away, text } = item;
    return {
      ...item,
      away: away && isOpen(away.edit()) ? away : null,
      text: text && isOpen(text.edit(another(text.value))) ? text : null
    };
  });
  const left = { ...section, items, add: section.add && canAdd(section.add, isOpen) ? section.add : null };
  return { ...left, isLocked: offers(section) && !offers(left) };
}

/** A change to be planned: with the value that is there nothing would be touched. */
function another(value: string): string {
  return `${value}-2`;
}

/** What may be written into a field, to see where it would go: one of the sections takes each. */
const SAMPLES = ['a=b', 'aws:ReadOnlyAccess', '*'];

/** Where there is nothing to add, such as a group that is nowhere, no place for it is open. */
function canAdd({ choices, edit }: ThingAdd, isOpen: Asks): boolean {
  const first = choices[0]?.value;
  const plans = [...(first === undefined ? [] : [first]), ...SAMPLES].map(edit);
  return plans.some((plan) => plan.value !== null && isOpen(plan));
}

function offers({ items, add }: ThingSection): boolean {
  return add !== null || items.some(({ away, text }) => away !== null || text !== null);
}

function canChange({ sections, rename, remove, write }: Thing): boolean {
  return rename !== null || remove !== null || write !== null || sections.some(offers);
}
