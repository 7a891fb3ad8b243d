/** What the columns of the screen can show, and which of the panels stands alone on a narrow one. */

/** One of the things that a column can show, as a button over it. */
export interface ColumnTab<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** There is nothing to show yet. */
  readonly isDisabled?: boolean;
  /** Keeps its place and cannot be seen: nothing moves when it comes. */
  readonly isHidden?: boolean;
  /** How many errors are in what it shows. */
  readonly errors?: number;
}

/**
 * What an exercise tells before anything is asked; the policy being asked; the thing chosen in graph or outline; what would
 * change the decision; what differs from the start; the whole file.
 */
export type Column = 'story' | 'policy' | 'thing' | 'flips' | 'changes' | 'file';

const COLUMNS: readonly ColumnTab<Column>[] = [
  { id: 'story', name: 'Story' },
  { id: 'policy', name: 'Policy' },
  { id: 'thing', name: 'Who or what' },
  { id: 'flips', name: 'What if' },
  { id: 'changes', name: 'Changes' },
  { id: 'file', name: 'File' }
];

/** What the right column's tabs depend on. */
export interface ColumnState {
  readonly column: Column;
  /** Whether anything is chosen in graph or outline. */
  readonly hasThing: boolean;
  /** Whether anything differs from the start. */
  readonly isChanged: boolean;
  /** Whether a task is on the table: its file, and what would change a decision, give the answer away. */
  readonly isTask: boolean;
  /** Whether anything can be changed: until then there is the policy alone. */
  readonly isEditable: boolean;
  /** How many errors the file has. */
  readonly errors: number;
}

/** The tabs of the right column; changes have one once there are some. */
export function toColumnTabs(state: ColumnState): readonly ColumnTab<Column>[] {
  const { column, hasThing, isChanged, isTask, isEditable, errors } = state;
  const isLeftOut: Partial<Record<Column, boolean>> = {
    story: !isTask,
    flips: isTask,
    changes: !isChanged && column !== 'changes',
    file: isTask
  };
  return COLUMNS.filter(({ id }) => isLeftOut[id] !== true).map((tab) => ({
    ...tab,
    isDisabled: tab.id === 'thing' && !hasThing,
    isHidden: !isEditable && tab.id !== column,
    errors: tab.id === 'file' ? errors : 0
  }));
}

/** What the left column of an exercise can show. */
export type TaskSide = 'task' | 'outline';

export const TASK_SIDES: readonly ColumnTab<TaskSide>[] = [
  { id: 'task', name: 'Task' },
  { id: 'outline', name: 'Outline' }
];

/** A narrow screen has tabs for the first three; graph and outline open over the path and close again. */
export const PANELS = ['path', 'paper', 'ask', 'graph', 'outline'] as const;

export type Panel = (typeof PANELS)[number];

export const TABS = ['path', 'paper', 'ask'] as const satisfies readonly Panel[];

/** The tab that a panel belongs to. */
export function tabOf(panel: Panel): (typeof TABS)[number] {
  return panel === 'graph' || panel === 'outline' ? 'path' : panel;
}
