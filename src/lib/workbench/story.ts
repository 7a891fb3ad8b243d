/** A scenario's story: the little Markdown it may use, as data. Whatever is not understood stays text; never HTML. */

export interface Span {
  readonly kind: 'text' | 'emphasis' | 'strong' | 'code';
  readonly text: string;
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Span[])[] };

/** Paragraphs, headings and lists, parted by empty lines. Never throws. Time O(text). */
export function toBlocks(markdown: string): readonly Block[] {
  return markdown
    .split(/\r?\n[ \t]*(?:\r?\n)+/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map(toBlock);
}

const ITEM = /^(?:[-*+]|\d{1,3}[.)])[ \t]+/;

function toBlock(text: string): Block {
  const heading = /^#{1,6}[ \t]+(.*)$/s.exec(text);
  if (heading) return { kind: 'heading', spans: toSpans(heading[1] ?? '') };
  if (!ITEM.test(text)) return { kind: 'paragraph', spans: toSpans(text) };
  const items: string[] = [];
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else items.push(`${items.pop() ?? ''} ${line}`);
  }
  return { kind: 'list', isOrdered: /^\d/.test(text), items: items.map(toSpans) };
}

const MARKS = [
  ['`', 'code'],
  ['**', 'strong'],
  ['*', 'emphasis'],
  ['_', 'emphasis']
] as const;

/** Code, strong and emphasis, not nested. A mark without its partner is text. */
export function toSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  const flat = text.replace(/\s+/g, ' ');
  let plain = '';
  let at = 0;
  while (at < flat.length) {
    const found = spanAt(flat, at);
    if (found) {
      if (plain !== '') spans.push({ kind: 'text', text: plain });
      plain = '';
      spans.push(found.span);
      at = found.end;
    } else {
      plain += flat.charAt(at);
      at += 1;
    }
  }
  return plain === '' ? spans : [...spans, { kind: 'text', text: plain }];
}

/** A mark opens only before and closes only after something, and `_` not inside a word. */
function spanAt(text: string, at: number): { readonly span: Span; readonly end: number } | null {
  for (const [mark, kind] of MARKS) {
    if (!text.startsWith(mark, at)) continue;
    const start = at + mark.length;
    const end = text.indexOf(mark, start);
    const isEmpty = end <= start || text.charAt(start) === ' ' || text.charAt(end - 1) === ' ';
    const isInWord = mark === '_' && /\w/.test(text.charAt(at - 1) + text.charAt(end + 1));
    if (!isEmpty && !isInWord) return { span: { kind, text: text.slice(start, end) }, end: end + mark.length };
  }
  return null;
}
