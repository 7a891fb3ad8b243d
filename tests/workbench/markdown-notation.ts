/** What a Markdown test looks at: blocks in a short notation, their words, links and depth. */
import type { Block, Inline, Item } from '../../src/lib/workbench/markdown.ts';

/** `<b>`, `<i>`, `<c>`, `<a href>` around parts; `<br>`. */
function inline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'break') return '<br>';
      if (part.kind === 'code') return `<c>${part.text}</>`;
      if (part.kind === 'link') return `<a ${part.href}>${inline(part.parts)}</>`;
      return `<${part.kind === 'strong' ? 'b' : 'i'}>${inline(part.parts)}</>`;
    })
    .join('');
}

/** `p(…)`, `h2(…)`, `ul(…|…)`, `ol3(…)`, `q(…)`, `code(…)`, `plain(…)`, `rule`; an item is its text, then its blocks. */
export function notation(blocks: readonly Block[]): string {
  const item = ({ text, blocks: inner }: Item) =>
    [inline(text), notation(inner)].filter((part) => part !== '').join(' ');
  return blocks
    .map((block) => {
      if (block.kind === 'rule') return 'rule';
      if (block.kind === 'code' || block.kind === 'plain') return `${block.kind}(${block.text})`;
      if (block.kind === 'paragraph') return `p(${inline(block.text)})`;
      if (block.kind === 'heading') return `h${block.level}(${inline(block.text)})`;
      if (block.kind === 'quote') return `q(${notation(block.blocks)})`;
      const items = block.items.map(item).join('|');
      return block.kind === 'bullets' ? `ul(${items})` : `ol${block.start}(${items})`;
    })
    .join(' ');
}

/** All that is read: words, and where links lead. */
export function words(blocks: readonly Block[]): string {
  const ofInline = (part: Inline): string => {
    if (part.kind === 'break') return '';
    if ('text' in part) return part.text;
    return part.parts.map(ofInline).join('') + (part.kind === 'link' ? part.href : '');
  };
  const ofBlock = (block: Block): string => {
    if (block.kind === 'rule') return '';
    if (block.kind === 'quote') return words(block.blocks);
    if ('items' in block)
      return block.items.map((item) => item.text.map(ofInline).join('') + words(item.blocks)).join('');
    return typeof block.text === 'string' ? block.text : block.text.map(ofInline).join('');
  };
  return blocks.map(ofBlock).join('');
}

function partsIn(blocks: readonly Block[]): readonly Inline[] {
  const inner = (parts: readonly Inline[]): readonly Inline[] =>
    parts.flatMap((part) => ('parts' in part ? [part, ...inner(part.parts)] : [part]));
  return blocks.flatMap((block): readonly Inline[] => {
    if (block.kind === 'quote') return partsIn(block.blocks);
    if ('items' in block)
      return block.items.flatMap((item) => [...inner(item.text), ...partsIn(item.blocks)]);
    return 'text' in block && typeof block.text !== 'string' ? inner(block.text) : [];
  });
}

export function hrefsIn(blocks: readonly Block[]): readonly string[] {
  return partsIn(blocks).flatMap((part) => (part.kind === 'link' ? [part.href] : []));
}

/** How deep blocks and parts nest; iterative, so that it measures what would overflow. */
export function depthOf(blocks: readonly Block[]): number {
  let depth = 0;
  let level: readonly (Block | Inline)[] = blocks;
  for (; level.length > 0; depth++) {
    level = level.flatMap((each): readonly (Block | Inline)[] => {
      if ('items' in each) return each.items.flatMap((item) => [...item.text, ...item.blocks]);
      if ('blocks' in each) return each.blocks;
      if ('parts' in each) return each.parts;
      return 'text' in each && typeof each.text !== 'string' ? each.text : [];
    });
  }
  return depth;
}
