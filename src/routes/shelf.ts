/** The scenarios of the site by name and title, in the order in which one learns them. Read at build time. */
import { byChapter } from '#lib/workbench/by-chapter.ts';
import { SHIPPED } from './shipped.ts';

export const SHELF: NonNullable<App.PageData['shelf']> = byChapter(SHIPPED.all()).flatMap(({ scenarios }) =>
  scenarios.map(({ name, title }) => ({ name, title }))
);
