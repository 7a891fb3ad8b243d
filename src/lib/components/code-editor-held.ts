/** What a pattern of actions holds, where the mouse rests on it. By keyboard the button below the text opens the list. */
import type { Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import { heldWords, type HeldAt } from '../workbench/held-at.ts';
import { toEditor, toPage, type Mirror } from './code-editor-endings.ts';
import type { EditorFacts } from './code-editor-facts.ts';

/** As many names of each access level as one reads at a glance. */
const SHOWN = 6;

/** @param mirror the page's text, as far as the editor knows */
export function holding(facts: () => EditorFacts, mirror: () => Mirror): Extension {
  return hoverTooltip((view, pos) => {
    if (!view.dom.isConnected) return null;
    const now = mirror();
    const found = facts().help?.held?.(now.text, toPage(now, pos)) ?? null;
    if (!found) return null;
    const [from, to] = [toEditor(now, found.from), toEditor(now, found.to)];
    return pos < from || pos > to ? null : { pos: from, end: to, create: () => ({ dom: domOf(found) }) };
  });
}

function domOf({ pattern, held }: HeldAt): HTMLElement {
  const box = element('div', 'cm-held', '');
  const head = element('p', '', ` holds ${heldWords(held)}`);
  head.prepend(element('code', '', pattern));
  box.append(head);
  for (const { level, actions } of held.levels) {
    const names = actions.slice(0, SHOWN).map(({ facts }) => facts.name);
    const more = actions.length > SHOWN ? ' …' : '';
    const line = element('p', '', ` ${names.join(', ')}${more}`);
    line.prepend(element('b', '', `${level} ${actions.length}`));
    box.append(line);
  }
  return box;
}

function element(tag: string, name: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}
