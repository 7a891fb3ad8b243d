/** What IAM Identity Center gives out in an account, and who is in which group of its directory. */
import {
  assign,
  assignmentName,
  assignmentsIn,
  enroll,
  expel,
  hasCenter,
  memberships,
  possibleAssignments,
  possibleMemberships,
  unassign
} from '../edit/assignments.ts';
import type { Ground } from '../edit/edit.ts';
import type { Place } from '../edit/place.ts';
import type { ThingItem, ThingSection } from './thing-section.ts';

/** None where the account belongs to no organization that has Identity Center. */
export function assignmentSections(ground: Ground, place: Place): readonly ThingSection[] {
  if (!hasCenter(ground, place)) return [];
  const items = assignmentsIn(ground)
    .filter(({ account }) => account === place.name)
    .map((each) => toItem(assignmentName(each), { word: 'Unassign', edit: () => unassign(each) }));
  const people = memberships(ground).map((name) =>
    toItem(name, { word: 'Take out', edit: () => expel(ground, name) })
  );
  return [
    {
      key: 'assignments',
      heading: 'Assigned by Identity Center',
      none: 'nothing',
      items,
      add: {
        label: 'Assign',
        empty: 'SET to group/NAME',
        choices: left(possibleAssignments(ground), items),
        edit: (text) => assign(ground, place, text)
      }
    },
    {
      key: 'directory',
      heading: 'Groups of its directory',
      none: 'nobody is in one',
      items: people,
      add: {
        label: 'Put somebody in',
        empty: 'NAME in GROUP',
        choices: left(possibleMemberships(ground), people),
        edit: (text) => enroll(ground, text)
      }
    }
  ];
}

function toItem(name: string, away: NonNullable<ThingItem['away']>): ThingItem {
  return { name, hint: '', opens: null, away, text: null };
}

function left(all: readonly string[], items: readonly ThingItem[]) {
  return all
    .filter((name) => !items.some((item) => item.name === name))
    .map((value) => ({ value, hint: '' }));
}
