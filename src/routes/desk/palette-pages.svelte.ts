/** Pages and scenarios of the site that the palette leads to, and what was chosen in it last, kept on the device. */
import { resolve } from '$app/paths';
import { PersistedValue } from '#lib/workbench/persisted.svelte.ts';
import type { PageLink } from '#lib/workbench/palette-items.ts';

export function pagesOf(): readonly PageLink[] {
  return [
    { title: 'All scenarios', more: 'page', href: resolve('/') },
    { title: 'Your own world', more: 'page', href: resolve('/new') },
    { title: 'How a file is written', more: 'page', href: resolve('/format') },
    { title: 'Myths of IAM', more: 'page', href: resolve('/myths') },
    { title: 'Questions about IAM', more: 'page', href: resolve('/faq') },
    { title: 'Glossary of IAM', more: 'page', href: resolve('/glossary') },
    { title: 'What may be wrong with a policy', more: 'page', href: resolve('/findings') },
    { title: 'What Bouncer does not know', more: 'page', href: resolve('/limits') }
  ];
}

type Shelf = NonNullable<App.PageData['shelf']>;

/** @param shelf what the page brought of the scenarios of the site */
export function scenariosOf(shelf: Shelf): readonly PageLink[] {
  return shelf.map(({ name, title }) => ({
    title,
    more: 'scenario',
    href: resolve('/s/[scenario]', { scenario: name })
  }));
}

/** For a page that brought none; empty where the network is gone. */
export async function fetchShelf(): Promise<Shelf> {
  try {
    const found: unknown = await (await fetch(resolve('/scenarios.json'))).json();
    return Array.isArray(found) ? found.filter(isNamed) : [];
  } catch {
    return [];
  }
}

function isNamed(value: unknown): value is { name: string; title: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'title' in value &&
    typeof value.title === 'string'
  );
}

/** Ids of what was chosen, the last first. */
export const RECENT = new PersistedValue<readonly string[]>('bouncer.recent', {
  empty: [],
  read: (text) => (text ?? '').split('\n').filter(Boolean),
  write: (ids) => ids.join('\n')
});
