/** Where reading pages lead: a page of the site at a request and a step, an exercise, each other. */
import { resolve } from '$app/paths';
import { queryOf, type Run } from '#lib/ladder/cited.ts';
import type { ReadingLinks } from '#lib/ladder/told.ts';

/** @param here the page itself, which does not lead to itself */
export function readingLinks(here: 'Myths' | 'Questions' | 'Glossary'): ReadingLinks {
  const pages = [
    { title: 'Myths', href: resolve('/myths') },
    { title: 'Questions', href: resolve('/faq') },
    { title: 'Glossary', href: resolve('/glossary') },
    { title: 'What is unwise in a policy', href: resolve('/findings') },
    { title: 'What Bouncer holds of IAM', href: resolve('/limits') }
  ];
  return {
    rules: resolve('/limits'),
    run: runAddress,
    exercise: (exercise) => `${resolve('/exercises/[exercise]', { exercise })}/`,
    others: pages.filter(({ title }) => title !== here)
  };
}

function runAddress(run: Run): string {
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
