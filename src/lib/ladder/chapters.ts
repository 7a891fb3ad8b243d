/** The eight chapters of the ladder, in the order in which one learns them. */

export interface ChapterFacts {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** What one can do afterwards. */
  readonly gist: string;
}

export const CHAPTERS: readonly ChapterFacts[] = [
  {
    number: 1,
    title: 'First words',
    gist: 'Write a statement that names the right verb and the right noun.'
  },
  {
    number: 2,
    title: 'People and precedence',
    gist: 'Tell silence from a Deny, and grant to groups instead of people.'
  },
  {
    number: 3,
    title: 'Circumstances',
    gist: 'Say when, from where and how, and know what a missing fact does.'
  },
  { number: 4, title: 'Borrowed hats', gist: 'Let somebody wear a role, and know what it lets them do.' },
  {
    number: 5,
    title: 'Two accounts',
    gist: 'Open a door between two accounts, from both sides and no wider.'
  },
  { number: 6, title: 'Ceilings', gist: 'Cap what others may grant: boundaries, SCPs, RCPs.' },
  {
    number: 7,
    title: 'Attributes and federation',
    gist: 'Write one policy for every team, and let people in from elsewhere.'
  },
  {
    number: 8,
    title: 'Evidence and repair',
    gist: 'Read what happened, take back what nobody uses, and mend in a hurry.'
  }
];

/** Exercises that have a place on the map and are not drawn yet, with what they wait for. */
export interface Unwritten {
  readonly number: string;
  readonly title: string;
  readonly waitsFor: string;
}

export const UNWRITTEN: readonly Unwritten[] = [
  { number: '8.1', title: 'Day one', waitsFor: 'a console that sets up an account' },
  { number: '8.2', title: 'Rotate without downtime', waitsFor: 'a timeline' },
  { number: '8.3', title: 'Locked out', waitsFor: 'a timeline' },
  { number: '8.7', title: 'Read the error', waitsFor: 'an event log' },
  { number: '8.8', title: 'No path to the crown', waitsFor: 'a search for paths' },
  { number: '8.9', title: 'Write the test that would have caught it', waitsFor: 'a bench for assertions' },
  { number: '8.11', title: 'Acquisition day', waitsFor: 'all of the above' }
];
