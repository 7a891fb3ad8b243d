/**
 * Markdown as data: CommonMark read by a library, kept as the few kinds of blocks and parts that are drawn. HTML and
 * links that lead elsewhere than to https: or the site stay the text they were; images become their words.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';

export type Block =
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'heading'; /** 1 to 6. */ readonly level: number; readonly text: readonly Inline[] }
  | { readonly kind: 'bullets'; readonly items: readonly Item[] }
  | { readonly kind: 'numbers'; readonly start: number; readonly items: readonly Item[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  /** What is not read as Markdown: lines as they are. */
  | { readonly kind: 'plain'; readonly text: string };

export interface Item {
  /** Its first paragraph; may be empty. */
  readonly text: readonly Inline[];
  /** What else stands in it. */
  readonly blocks: readonly Block[];
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong'; readonly parts: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly parts: readonly Inline[] }
  /** `href` is an https: URL or a relative reference, never anything else. */
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly Inline[] };

/** Longer texts are no stories; characters. */
const LONGEST = 20_000;
/** The library takes quadratic time for lines of lists, signs in one paragraph, and containers in one line. */
const MOST_LINES = 1000;
const MOST_SIGNS = 1000;
const MOST_CONTAINERS = 16;
/** What is nested deeper is text. */
const DEEPEST = 8;

const TOO_CONTAINED = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])){${String(MOST_CONTAINERS + 1)}}`, 'm');

/** Any text gives blocks; never throws. A text that would take too long is one plain block. */
export function parseMarkdown(source: string): readonly Block[] {
  const text = source.replace(/^\uFEFF/, '');
  if (!isReadable(text)) return [{ kind: 'plain', text }];
  const root = fromMarkdown(text);
  return toBlocks(root.children, { text, hrefs: hrefsIn(root.children), depth: 0 });
}

function isReadable(text: string): boolean {
  if (text.length > LONGEST || TOO_CONTAINED.test(text)) return false;
  if (text.split(/\r\n?|\n/).length > MOST_LINES) return false;
  return text
    .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/)
    .every((stretch) => (stretch.match(/[*_[\]`<&!\\]/g)?.length ?? 0) <= MOST_SIGNS);
}

type Content = ReturnType<typeof fromMarkdown>['children'][number];
type Phrase = Extract<Content, { type: 'paragraph' }>['children'][number];

/** What a node is read with. */
interface Setting {
  /** The whole source. */
  readonly text: string;
  /** Where reference links lead, by identifier. */
  readonly hrefs: ReadonlyMap<string, string>;
  readonly depth: number;
}

/** Definitions of links wherever they stand; of two of one name the first counts. */
function hrefsIn(nodes: readonly Content[]): ReadonlyMap<string, string> {
  const hrefs = new Map<string, string>();
  const open = [...nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'definition' && !hrefs.has(node.identifier)) hrefs.set(node.identifier, node.url);
    if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      open.push(...[...node.children].reverse());
  }
  return hrefs;
}

function toBlocks(nodes: readonly Content[], setting: Setting): readonly Block[] {
  if (setting.depth <= DEEPEST) return nodes.flatMap((node) => toBlock(node, setting));
  return nodes.map((node) => ({ kind: 'plain', text: sourceOf(node, setting) }));
}

function toBlock(node: Content, setting: Setting): readonly Block[] {
  const deeper = { ...setting, depth: setting.depth + 1 };
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', text: toParts(node.children, setting) }];
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: toParts(node.children, setting) }];
    case 'blockquote':
      return [{ kind: 'quote', blocks: toBlocks(node.children, deeper) }];
    case 'list': {
      const items = node.children.map(({ children }) => toItem(children, deeper));
      return [node.ordered ? { kind: 'numbers', start: node.start ?? 1, items } : { kind: 'bullets', items }];
    }
    case 'code':
      return [{ kind: 'code', text: node.value }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'html':
      return [{ kind: 'plain', text: node.value }];
    default:
      return []; // definitions, and what only extensions of the library make
  }
}

function toItem(nodes: readonly Content[], setting: Setting): Item {
  const [first, ...rest] = nodes;
  if (first?.type !== 'paragraph') return { text: [], blocks: toBlocks(nodes, setting) };
  return { text: toParts(first.children, setting), blocks: toBlocks(rest, setting) };
}

/** Parts in order; neighbouring texts are one. */
function toParts(nodes: readonly Phrase[], setting: Setting): readonly Inline[] {
  const parts: Inline[] = [];
  for (const node of nodes) {
    const part = toPart(node, { ...setting, depth: setting.depth + 1 });
    const last = parts.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
    else parts.push(part);
  }
  return parts;
}

function toPart(node: Phrase, setting: Setting): Inline {
  switch (node.type) {
    case 'inlineCode':
      return { kind: 'code', text: node.value };
    case 'break':
      return { kind: 'break' };
    case 'text':
      return oneLine(node.value);
    case 'image':
    case 'imageReference':
      return oneLine(node.alt ?? '');
    default:
      return 'children' in node && setting.depth <= DEEPEST
        ? toGroup(node, setting)
        : oneLine(sourceOf(node, setting)); // HTML, and what is too deep
  }
}

function toGroup(node: Extract<Phrase, { children: unknown }>, setting: Setting): Inline {
  const parts = toParts(node.children, setting);
  if (node.type === 'strong' || node.type === 'emphasis') return { kind: node.type, parts };
  const href = hrefOf(node, setting);
  return isSafe(href) && parts.some(hasWords)
    ? { kind: 'link', href, parts }
    : oneLine(sourceOf(node, setting));
}

function hrefOf(node: Extract<Phrase, { children: unknown }>, { hrefs }: Setting): string {
  if (node.type === 'link') return node.url;
  return node.type === 'linkReference' ? (hrefs.get(node.identifier) ?? '') : '';
}

function oneLine(text: string): Inline {
  return { kind: 'text', text: text.replace(/\r\n?|\n/g, ' ') };
}

function hasWords(part: Inline): boolean {
  if ('parts' in part) return part.parts.some(hasWords);
  return 'text' in part && part.text.trim() !== '';
}

function sourceOf({ position }: Content, { text }: Setting): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

/** Longer than any address one would follow. */
const LONGEST_HREF = 2000;

/** Without a colon there is no scheme; two slashes or a backslash would name another host; no sign may be unseen. */
function isSafe(href: string): boolean {
  if (href.length > LONGEST_HREF) return false;
  return /^https:\/\/[^\s\\\p{C}]+$/iu.test(href) || /^(?!\/\/)[\w./#?=&%~+,-]+$/.test(href);
}
