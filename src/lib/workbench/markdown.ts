/**
 * A small, safe part of Markdown as data: paragraphs, headings, flat lists, quotes; strong, emphasis, code, links.
 * Whatever it does not know stays text. Asterisks only, as underscores stand in AWS's own names.
 */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'heading'; /** 1 to 6. */ readonly level: number; readonly text: readonly Inline[] }
  | { readonly kind: 'bullets'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'numbers'; readonly start: number; readonly items: readonly (readonly Inline[])[] }
  /** Holds no further quote. */
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] };

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly parts: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly parts: readonly Inline[] }
  /** `href` is an https: URL or a relative reference, never anything else. */
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly Inline[] };

/** Any text gives blocks; never throws. Time linear in the text. */
export function parseMarkdown(text: string): readonly Block[] {
  return toBlocks(text.split(/\r\n?|\n/), true);
}

interface Sign {
  readonly kind: Block['kind'];
  readonly text: string;
  /** Level of a heading, number of a list's item; 0 for the others. */
  readonly count: number;
}

interface Draft {
  readonly sign: Sign;
  /** A list's items by their lines; all others have one. */
  readonly items: string[][];
}

function toBlocks(lines: readonly string[], mayQuote: boolean): readonly Block[] {
  const drafts: Draft[] = [];
  let isApart = true; // a blank line stands before
  for (const line of lines) {
    if (line.trim() === '') {
      isApart = true;
      continue;
    }
    const sign = signOf(line, mayQuote);
    const last = drafts.at(-1);
    if (!last || !continues(last, sign, isApart)) drafts.push({ sign, items: [[sign.text]] });
    else if (isList(sign.kind) && isList(last.sign.kind)) last.items.push([sign.text]);
    else last.items.at(-1)?.push(sign.kind === 'quote' ? sign.text : line);
    isApart = false;
  }
  return drafts.map(toBlock);
}

function signOf(line: string, mayQuote: boolean): Sign {
  const text = line.trim();
  const [, hashes = '', heading] = /^(#{1,6})[ \t]+(.*)$/.exec(text) ?? [];
  if (heading !== undefined) return { kind: 'heading', text: heading, count: hashes.length };
  const [, bullet] = /^[-*+][ \t]+(.*)$/.exec(text) ?? [];
  if (bullet !== undefined) return { kind: 'bullets', text: bullet, count: 0 };
  const [, number = '', numbered] = /^(\d{1,9})[.)][ \t]+(.*)$/.exec(text) ?? [];
  if (numbered !== undefined) return { kind: 'numbers', text: numbered, count: Number(number) };
  if (mayQuote && text.startsWith('>')) return { kind: 'quote', text: text.slice(1), count: 0 };
  return { kind: 'paragraph', text, count: 0 };
}

/** Blank lines part everything but the items of a list. */
function continues({ sign: last }: Draft, sign: Sign, isApart: boolean): boolean {
  if (isList(last.kind) && sign.kind === last.kind) return true;
  if (isApart || last.kind === 'heading') return false;
  if (last.kind === 'quote' || sign.kind === 'quote') return last.kind === sign.kind;
  if (sign.kind === 'paragraph') return true;
  // "… since\n2019. Then …" is no list: within a paragraph one only starts with 1.
  return last.kind === 'paragraph' && sign.kind === 'numbers' && sign.count !== 1;
}

function isList(kind: Block['kind']): boolean {
  return kind === 'bullets' || kind === 'numbers';
}

function toBlock({ sign: { kind, count }, items }: Draft): Block {
  if (kind === 'quote') return { kind, blocks: toBlocks(items.flat(), false) };
  const texts = items.map((lines) => toInline(lines.map((line) => line.trim()).join(' ')));
  switch (kind) {
    case 'bullets':
      return { kind, items: texts };
    case 'numbers':
      return { kind, start: count, items: texts };
    case 'heading':
      return { kind, level: count, text: texts[0] ?? [] };
    case 'paragraph':
      return { kind, text: texts[0] ?? [] };
  }
}

interface Frame {
  readonly kind: 'strong' | 'emphasis' | null;
  parts: Inline[];
}

/** An escaped sign, code, a link, a run of asterisks, a run of plain text, or a sign that means nothing here. */
const TOKEN = /\\([\\`*[\]#>-])|`([^`]+)`|\[([^[\]]+)\]\(([^()[\]\s]+)\)|(\*+)|[^\\`*[]+|[^]/g;

/** Looks at each token once; at most one strong and one emphasis are open at a time, so nothing nests deeply. */
function toInline(text: string): readonly Inline[] {
  const frames: Frame[] = [{ kind: null, parts: [] }];
  for (const match of text.matchAll(TOKEN)) {
    const [token, escaped, code, label, href, stars] = match;
    if (stars !== undefined) star(frames, stars, text, match.index);
    else if (code !== undefined) add(frames, { kind: 'code', text: code });
    else if (label !== undefined && href !== undefined && isSafe(href))
      add(frames, { kind: 'link', href, parts: toInline(label) });
    else add(frames, { kind: 'text', text: escaped ?? token });
  }
  while (frames.length > 1) dissolve(frames);
  return frames[0]?.parts ?? [];
}

function star(frames: Frame[], stars: string, text: string, at: number): void {
  const kind = stars === '*' ? 'emphasis' : 'strong';
  const isOpen = frames.some((frame) => frame.kind === kind);
  if (stars.length > 2) add(frames, { kind: 'text', text: stars });
  else if (isOpen && /\S/.test(text.charAt(at - 1))) close(frames, kind);
  else if (!isOpen && /\S/.test(text.charAt(at + stars.length))) frames.push({ kind, parts: [] });
  else add(frames, { kind: 'text', text: stars });
}

function close(frames: Frame[], kind: 'strong' | 'emphasis'): void {
  while (frames.at(-1)?.kind !== kind) dissolve(frames);
  const closed = frames.pop();
  if (closed) add(frames, { kind, parts: closed.parts });
}

/** What was opened and never closed is text. */
function dissolve(frames: Frame[]): void {
  const frame = frames.pop();
  if (!frame) return;
  add(frames, { kind: 'text', text: frame.kind === 'strong' ? '**' : '*' });
  for (const part of frame.parts) add(frames, part);
}

function add(frames: Frame[], part: Inline): void {
  const parts = frames.at(-1)?.parts ?? [];
  const last = parts.at(-1);
  if (part.kind === 'text' && last?.kind === 'text')
    parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
  else parts.push(part);
}

/** Without a colon there is no scheme; two slashes or a backslash would name another host. */
function isSafe(href: string): boolean {
  return /^https:\/\/[^\s\\]+$/i.test(href) || /^(?!\/\/)[\w./#?=&%~+,-]+$/.test(href);
}
