/** The door to prismjs: a JSON text as tokens. Loaded after the first paint; until then strings alone are told apart. */
import type { Token } from '../workbench/lines.ts';

type Grammarian = (text: string) => readonly Token[];

let loaded: Promise<Grammarian> | null = null;

/** Loads the highlighter, once however often it is asked for. In the browser only: Prism looks for a document. */
export function loadHighlighter(): Promise<Grammarian> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Grammarian> {
  // Prism would else run over the whole page by itself as soon as it loads.
  Object.assign(globalThis, { Prism: { manual: true } });
  const { default: Prism } = await import('prismjs/components/prism-core');
  Object.assign(globalThis, { Prism }); // where its grammars look for it
  await import('prismjs/components/prism-json');
  const grammar = Prism.languages['json'];
  if (!grammar) return plain;
  return (text) => Prism.tokenize(text, grammar).flatMap((token) => toTokens(token));
}

/** A string, whole on its line. */
const STRING = /("(?:[^"\\\n]|\\.)*")/;

/** Strings are what takes room: told apart from the first, lines end where they will once the highlighter is here. */
export const plain: Grammarian = (text) =>
  text
    .split(STRING)
    .map((part, i, parts): Token => {
      if (i % 2 === 0) return { text: part, kind: '' };
      return { text: part, kind: /^\s*:/.test(parts[i + 1] ?? '') ? 'property' : 'string' };
    })
    .filter(({ text }) => text !== '');

interface PrismToken {
  readonly type: string;
  readonly content: string | PrismToken | readonly (string | PrismToken)[];
}

function toTokens(token: string | PrismToken): readonly Token[] {
  if (typeof token === 'string') return [{ text: token, kind: '' }];
  const { content, type } = token;
  if (typeof content === 'string') return [{ text: content, kind: type }];
  const parts = 'type' in content ? [content] : content;
  return parts.flatMap((part) => (typeof part === 'string' ? [{ text: part, kind: type }] : toTokens(part)));
}
