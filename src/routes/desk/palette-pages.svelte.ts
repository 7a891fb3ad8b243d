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

/** The scenarios of the site; none where the network is gone. */
export async function scenariosOf(): Promise<readonly PageLink[]> {
  try {
    const found: unknown = await (await fetch(resolve('/scenarios.json'))).json();
    if (!Array.isArray(found)) return [];
    return found.filter(isNamed).map(({ name, title }) => ({
      title,
      more: 'scenario',
      href: resolve('/s/[scenario]', { scenario: name })
    }));
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
