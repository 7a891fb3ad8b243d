/**
 * What somebody drops or pastes becomes the text of a scenario. A scenario stays as it is, byte for byte; policies,
 * bare or as the AWS command line prints them, get a small world around them and the questions they raise. So does a
 * text with which AWS refused something.
 */
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import { tooLarge } from '../source/diagnostics.ts';
import { stemOf } from '../source/file-name.ts';
import { MAX_YAML, MEGABYTE } from '../source/limits.ts';
import { visible } from '../source/render.ts';
import type { SourceText } from '../source/text.ts';
import { find, type Tree } from '../source/tree.ts';
import { compose, type Headline } from './compose.ts';
import { readDenial } from './denial.ts';
import { sketchDenial } from './denial-sketch.ts';
import { leftOut, nothingToAdopt, tooManyPolicies, withDroppable } from './diagnostics.ts';
import { findPolicies, MAX_DOCUMENTS, readAny, type Paper } from './find-policies.ts';
import { kindOf, settle } from './settle.ts';
import { toIamName, type Sketch } from './sketch.ts';

/**
 * @returns a scenario's text, or null with the reasons. With several scenarios the first; what was left out is a
 *   warning. Problems inside a policy are not told here: the scenario shows them where they stand. Never throws.
 */
export function adopt(sources: readonly SourceText[]): Checked<SourceText> {
  const read = sources.map((source) => ({ source, ...readAny(source) }));
  const scenario = read.find(({ tree, source }) => isScenario(tree, source.text));
  if (scenario) {
    const others = sources.filter((source) => source !== scenario.source);
    return { value: scenario.source, diagnostics: others.map((other) => leftOut(whole(other), other.name)) };
  }
  const [first] = sources;
  if (!first) return { value: null, diagnostics: [nothingToAdopt(whole({ name: 'pasted', text: '' }))] };
  const denial = sources.length === 1 ? readDenial(first.text) : null;
  if (denial) return sketchDenial(denial, first);
  const { papers, diagnostics } = gather(read);
  return diagnostics.length > 0 ? { value: null, diagnostics } : toScenario(papers, first.name);
}

type Read = ReturnType<typeof readAny> & { readonly source: SourceText };

/** The policies of all files, and what is wrong with those that have none. */
function gather(read: readonly Read[]) {
  const papers: Paper[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { source, tree, isJson, problems } of read) {
    const found = tree === null ? [] : findPolicies(tree, isJson, source.name);
    papers.push(...found);
    if (tree === null) diagnostics.push(...problems.map(withDroppable));
    else if (found.length === 0) diagnostics.push(nothingToAdopt(whole(source)));
    if (papers.length > MAX_DOCUMENTS) {
      diagnostics.push(tooManyPolicies(whole(source), MAX_DOCUMENTS));
      break;
    }
  }
  return { papers, diagnostics };
}

/** A scenario with mistakes is one all the same, also one that cannot be read: its own page tells them better. */
function isScenario(tree: Tree | null, text: string): boolean {
  if (tree === null) return /^[{\s]*["']?bouncer["']?\s*:/m.test(text);
  return tree.kind === 'map' && (find(tree, 'bouncer') ?? find(tree, 'accounts')) !== null;
}

function toScenario(papers: readonly Paper[], from: string): Checked<SourceText> {
  const sketch = settle(papers);
  const made = { name: `${toIamName(stemOf(from))}.yaml`, text: compose(headline(papers, sketch), sketch) };
  if (made.text.length <= MAX_YAML) return { value: made, diagnostics: [] };
  return { value: null, diagnostics: [tooLarge(whole(made), 'YAML', MAX_YAML / MEGABYTE)] };
}

const WHAT = {
  identity: 'identity-based policy',
  trust: 'trust policy',
  resource: 'resource-based policy'
} as const;
const ARTICLE = { identity: 'an', trust: 'a', resource: 'a' } as const;

function headline(papers: readonly Paper[], sketch: Sketch): Headline {
  const [only] = papers;
  const kind = only && papers.length === 1 ? kindOf(only) : null;
  const name = only && kind !== null ? (only.policy ?? WHAT[kind]) : `${papers.length} policies`;
  const brought = kind === null ? `${papers.length} policies` : `${ARTICLE[kind]} ${WHAT[kind]}`;
  return {
    title: kind === null || only?.policy !== null ? `Trying out ${toLine(name)}` : `Trying out ${brought}`,
    summary:
      'A small world around it, and for each statement a request that it means and one that just misses it',
    story: [
      `You brought ${brought}. All around was made up, so that there is something to decide:`,
      sketch.assumed.map((assumption) => `- ${assumption}`).join('\n'),
      'For each statement there is a request that it means, and one that just misses it. What should come out is not written down: step through and see. Whatever is wrong about this world, change it.'
    ]
  };
}

/** As much of a name as a title holds. */
function toLine(name: string): string {
  return visible(name.replaceAll(/\s+/g, ' ').slice(0, 80));
}

function whole(source: SourceText) {
  return { range: { source, from: 0, to: source.text.length }, path: '' };
}
