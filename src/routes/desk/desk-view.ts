/** How the screen of a scenario's page stands, as far as no step tells. */
import { isOpen } from '#lib/exercise/editable.ts';
import type { Attempt } from '#lib/workbench/attempt.svelte.ts';
import type { LessonStory } from '#lib/workbench/lesson.ts';
import type { ScreenView } from '#lib/workbench/screen.ts';
import type { Desk } from './desk.svelte.ts';
import { noticeOf } from './told.ts';

/** @param findingsAt address of the page on which findings are told */
export function viewOf(desk: Desk, findingsAt: string): ScreenView {
  const unlocked = desk.attempt?.exercise.edit;
  const { scenes, index, isThere } = desk.walkthrough;
  return {
    detail: desk.bench.detail,
    selected: desk.selected,
    panel: desk.panel,
    main: desk.main,
    column: desk.column,
    isWriting: desk.isWriting,
    changing: desk.changing,
    isAsking: desk.isAsking,
    isStale: desk.session?.documents?.isStale ?? false,
    findingsAt,
    notice: noticeOf(desk),
    tour: index === null ? null : { scenes, index, isThere },
    ...(unlocked ? { isUnlocked: (pointer: string) => isOpen(unlocked, pointer) } : {}),
    ...(desk.attempt ? { story: storyOf(desk.attempt, desk.whole?.story ?? '') } : {})
  };
}

function storyOf({ lesson: { chapter, place }, exercise }: Attempt, text: string): LessonStory {
  return { text, terms: exercise.teaches, isFirst: chapter.number === 1 && place.at === 1 };
}
