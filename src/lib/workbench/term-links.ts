/** Terms of the glossary in a lesson's text: where one is first said, it leads to what it means. */
import { anchorOf } from '../ladder/cited.ts';
import type { Block, Inline, Item } from './markdown.ts';

/** Links the first mention of each term; what is a link or code already stays as it is. */
export function withTerms(blocks: readonly Block[], terms: readonly string[]): readonly Block[] {
  return terms.length === 0 ? blocks : new Linker(terms).blocks(blocks);
}

class Linker {
  /** Those that have not been said yet, longer ones first: `trust policy` goes before `policy`. */
  #left: readonly string[];

  constructor(terms: readonly string[]) {
    this.#left = terms.toSorted((a, b) => b.length - a.length);
  }

  blocks(blocks: readonly Block[]): readonly Block[] {
    return blocks.map((block) => this.#block(block));
  }

  #block(block: Block): Block {
    switch (block.kind) {
      case 'paragraph':
        return { ...block, text: this.#parts(block.text) };
      case 'bullets':
      case 'numbers':
        return { ...block, items: block.items.map((item) => this.#item(item)) };
      case 'quote':
        return { ...block, blocks: this.blocks(block.blocks) };
      default:
        return block;
    }
  }

  #item({ text, blocks }: Item): Item {
    return { text: this.#parts(text), blocks: this.blocks(blocks) };
  }

  #parts(parts: readonly Inline[]): readonly Inline[] {
    return parts.flatMap((part): readonly Inline[] => {
      if (part.kind === 'text') return this.#text(part.text);
      if (part.kind === 'strong' || part.kind === 'emphasis')
        return [{ ...part, parts: this.#parts(part.parts) }];
      return [part];
    });
  }

  #text(text: string): readonly Inline[] {
    for (const term of this.#left) {
      const found = mention(term).exec(text);
      if (!found) continue;
      this.#left = this.#left.filter((each) => each !== term);
      const [said] = found;
      const link: Inline = {
        kind: 'link',
        href: `/glossary/#${anchorOf(term)}`,
        parts: [{ kind: 'text', text: said }]
      };
      return [
        ...this.#text(text.slice(0, found.index)),
        link,
        ...this.#text(text.slice(found.index + said.length))
      ];
    }
    return text === '' ? [] : [{ kind: 'text', text }];
  }
}

/** A term as a word of its own, in any case and also as several. */
function mention(term: string): RegExp {
  const stem = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const forms = term.endsWith('y') ? `(?:${stem}|${stem.slice(0, -1)}ies)` : `${stem}s?`;
  return new RegExp(`(?<![\\w-])${forms}(?![\\w-])`, 'i');
}
