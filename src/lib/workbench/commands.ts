/**
 * Everything one can ask of the main screen by name: the one table that keys, the command palette and the map of keys
 * are made from. Whoever can carry a command out offers to; see commands.svelte.ts.
 */

/** How the map of keys and the palette put commands together. */
export const COMMAND_GROUPS = [
  'Step',
  'Look',
  'Go to',
  'Change',
  'Show',
  'Exercise',
  'Walkthrough',
  'Presenting'
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface CommandEntry {
  readonly group: CommandGroup;
  /** What it does, as a line of a list: `One step forward`. */
  readonly title: string;
  /** Other words that somebody may look for: how its button, another tool or a person would call it. */
  readonly also?: string;
  /**
   * The keys it has unless somebody gives it others: as `KeyboardEvent.key`, with `Shift+`, `Alt+` or `Mod+` before it
   * (Mod is Ctrl, on a Mac ⌘); a space between two that are pressed one after the other. None: palette only.
   */
  readonly keys: readonly string[];
  /** Whether it is carried out again while the key is held down. */
  readonly repeats?: true;
  /** Whether its keys count even where somebody types. Then none of them is a letter by itself. */
  readonly whileTyping?: true;
  /** Whether it comes before all others while somebody offers it: only then may others have the same keys. */
  readonly isFirst?: true;
}

/** In the order in which they are listed. */
export const COMMANDS = {
  next: { group: 'Step', title: 'One step forward', keys: ['ArrowRight'], repeats: true },
  back: { group: 'Step', title: 'One step back', keys: ['ArrowLeft'], repeats: true },
  nextLayer: { group: 'Step', title: 'To the next stop', keys: ['Shift+ArrowRight'], repeats: true },
  backLayer: { group: 'Step', title: 'To the stop before', keys: ['Shift+ArrowLeft'], repeats: true },
  first: { group: 'Step', title: 'To the start', keys: ['Home'] },
  last: { group: 'Step', title: 'To the verdict', keys: ['End'] },
  play: { group: 'Step', title: 'Play or pause', also: 'animate run stop', keys: ['Space'] },
  breakpoint: { group: 'Step', title: 'Set or take away a breakpoint here', keys: ['b'] },
  breakpoints: { group: 'Step', title: 'All breakpoints', keys: ['Shift+b'] },
  deeper: { group: 'Step', title: 'Look deeper', also: 'detail statements matches zoom', keys: [']'] },
  shallower: { group: 'Step', title: 'Look less deep', also: 'detail gates', keys: ['['] },

  graphMain: { group: 'Look', title: 'The graph large, or as before', keys: ['1'] },
  paperMain: { group: 'Look', title: 'The paper large, or as before', keys: ['2'] },
  ribbonMain: { group: 'Look', title: 'The ribbon large, or as before', keys: ['3'] },
  lens: {
    group: 'Look',
    title: 'Lens: only the way of this request',
    also: 'focus filter path hide',
    keys: ['f']
  },
  centre: { group: 'Look', title: 'Centre the graph on this step', keys: ['.'] },
  fit: { group: 'Look', title: 'All of the graph', also: 'zoom fit', keys: ['0'] },
  zoomIn: { group: 'Look', title: 'Graph larger', also: 'zoom in', keys: ['+', '='], repeats: true },
  tidy: {
    group: 'Look',
    title: 'Tidy up: everything finds its own place again',
    also: 'layout arrange reset',
    keys: []
  },
  zoomOut: { group: 'Look', title: 'Graph smaller', also: 'zoom out', keys: ['-'], repeats: true },
  collapse: { group: 'Look', title: 'Fold or unfold the chosen account', keys: ['o'] },

  goRequest: { group: 'Go to', title: 'The request', keys: ['g r'] },
  goOutline: { group: 'Go to', title: 'The outline', keys: ['g o'] },
  goGraph: { group: 'Go to', title: 'The graph', keys: ['g g'] },
  goPaper: { group: 'Go to', title: 'The paper', keys: ['g p', 'Enter'] },
  goRibbon: { group: 'Go to', title: 'The ribbon', keys: ['g b'] },
  goWatches: { group: 'Go to', title: 'The watches', keys: ['g w'] },
  goTask: { group: 'Go to', title: 'The task of an exercise', keys: ['g t'] },
  nextRegion: { group: 'Go to', title: 'The next panel', keys: ['F6'], whileTyping: true },
  backRegion: { group: 'Go to', title: 'The panel before', keys: ['Shift+F6'], whileTyping: true },
  leave: { group: 'Go to', title: 'Back: close what is open', keys: ['Escape'], whileTyping: true },
  search: { group: 'Go to', title: 'Search this world', also: 'find', keys: ['/'] },
  nextRequest: { group: 'Go to', title: 'The next request', keys: ['n'] },
  backRequest: { group: 'Go to', title: 'The request before', keys: ['Shift+n'] },

  undo: { group: 'Change', title: 'Undo', also: 'take back revert', keys: ['Mod+z'], repeats: true },
  redo: { group: 'Change', title: 'Redo', also: 'again', keys: ['Mod+Shift+z', 'Mod+y'], repeats: true },
  whatIf: {
    group: 'Change',
    title: 'What would change the decision',
    also: 'what if fix counterfactual flip',
    keys: ['w']
  },
  ask: {
    group: 'Change',
    title: 'Change the request',
    also: 'ask new caller action resource context',
    keys: ['q']
  },
  denied: {
    group: 'Change',
    title: 'Ask what AWS refused: paste the denial',
    also: 'AccessDenied error message',
    keys: []
  },
  edit: { group: 'Change', title: 'Write in the policy on show', also: 'edit JSON', keys: ['e'] },
  change: { group: 'Change', title: 'Change a statement by choosing', keys: ['c'] },
  diff: { group: 'Change', title: 'What differs from the start', also: 'diff changes compare', keys: ['d'] },

  palette: { group: 'Show', title: 'All commands', keys: ['Mod+k'], whileTyping: true },
  keys: { group: 'Show', title: 'The map of keys', also: 'shortcuts hotkeys keyboard help', keys: ['?'] },
  present: { group: 'Show', title: 'Present', also: 'slides fullscreen talk', keys: ['m'] },
  record: { group: 'Show', title: 'Record your stepping as scenes, or stop', keys: [] },
  redact: {
    group: 'Show',
    title: 'Hide or show account numbers and names',
    also: 'redact anonymize censor privacy',
    keys: ['x']
  },
  theme: {
    group: 'Show',
    title: 'Light, dark, or as the system has it',
    also: 'theme mode colours night',
    keys: []
  },
  share: {
    group: 'Show',
    title: 'Take it along: link and file',
    also: 'share export download save copy URL',
    keys: []
  },
  story: { group: 'Show', title: 'The story of this scenario', also: 'about description summary', keys: [] },

  predict: { group: 'Exercise', title: 'Foretell how a request ends', also: 'predict guess', keys: ['p'] },
  toStop: { group: 'Exercise', title: 'To the gate that stops you', keys: ['s'] },
  hint: { group: 'Exercise', title: 'The next hint', also: 'help stuck', keys: ['h'] },

  // Clickers send PageDown and PageUp.
  nextScene: {
    group: 'Walkthrough',
    title: 'The next scene',
    keys: ['ArrowRight', 'PageDown', 'Space'],
    repeats: true,
    isFirst: true
  },
  backScene: {
    group: 'Walkthrough',
    title: 'The scene before',
    keys: ['ArrowLeft', 'PageUp'],
    repeats: true,
    isFirst: true
  },
  firstScene: { group: 'Walkthrough', title: 'The first scene', keys: ['Home'], isFirst: true },
  lastScene: { group: 'Walkthrough', title: 'The last scene', keys: ['End'], isFirst: true },
  note: { group: 'Walkthrough', title: 'The note for the presenter', keys: ['n'], isFirst: true },

  // Some clickers send the arrows up and down, which beside a walkthrough scroll.
  nextShown: {
    group: 'Presenting',
    title: 'The next scene, by other clickers',
    keys: ['ArrowDown'],
    isFirst: true
  },
  backShown: {
    group: 'Presenting',
    title: 'The scene before, by other clickers',
    keys: ['ArrowUp'],
    isFirst: true
  },
  live: { group: 'Presenting', title: 'Run it live', keys: ['r'], isFirst: true },
  redactShown: { group: 'Presenting', title: 'Hide or show names', keys: ['h'], isFirst: true }
} as const satisfies Readonly<Record<string, CommandEntry>>;

export type CommandId = keyof typeof COMMANDS;

export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

export function entryOf(id: CommandId): CommandEntry {
  return COMMANDS[id];
}
