/** Where a run of a reading page leads: a page of the site, at a request and a step. */
import { resolve } from '$app/paths';
import { queryOf, type Run } from '#lib/ladder/cited.ts';

export function runAddress(run: Run): string {
  return `${pageOf(run)}${queryOf(run)}`;
}

function pageOf({ page, world }: Run): string {
  switch (page) {
    case 'scenario':
      return `${resolve('/s/[scenario]', { scenario: world })}/`;
    case 'exercise':
      return `${resolve('/exercises/[exercise]', { exercise: world })}/`;
    case 'example':
      return `${resolve('/new')}/`;
  }
}
