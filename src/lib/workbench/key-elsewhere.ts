/** Keys that are no commands of the page: those of a place one stands in. For the map of keys alone; each place obeys its own. */

export interface PlaceKeys {
  readonly place: string;
  /** Keys as the table of commands writes them, and what they do there. */
  readonly rows: readonly (readonly [keys: readonly string[], title: string])[];
}

export const ELSEWHERE: readonly PlaceKeys[] = [
  {
    place: 'Anywhere',
    rows: [
      [['Tab', 'Shift+Tab'], 'On to what comes next, back'],
      [['Enter', 'Space'], 'Press what has the focus']
    ]
  },
  {
    place: 'In the outline',
    rows: [
      [['ArrowUp', 'ArrowDown'], 'Walk'],
      [['ArrowRight', 'ArrowLeft'], 'Open, close or go to the account'],
      [['Home', 'End'], 'To the first row, to the last'],
      [['Enter'], 'Choose, and read what made it'],
      [['a'], 'Any letter: on to the next row that begins with it']
    ]
  },
  {
    place: 'In the graph',
    rows: [
      [['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'], 'To the neighbour on that side'],
      [['Enter'], 'Choose, and read what made it']
    ]
  },
  {
    place: 'In a policy or file',
    rows: [
      [['Escape'], 'Out of the text, back to its button'],
      [['Tab'], 'On to what comes next: a text traps nobody'],
      [['Mod+Space'], 'What may stand here'],
      [['F8', 'Shift+F8'], 'The next problem, the one before'],
      [['Mod+]', 'Mod+['], 'Indent more, indent less'],
      [['Alt+Shift+f'], 'Set a policy in order']
    ]
  }
];
