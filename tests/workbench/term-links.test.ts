/** Terms in a lesson's text lead to the glossary: once each, as whole words, never inside of links or code. */
import { expect, test } from 'vitest';
import { parseMarkdown, type Inline } from '../../src/lib/workbench/markdown.ts';
import { withTerms } from '../../src/lib/workbench/term-links.ts';

const TERMS = ['policy', 'trust policy', 'explicit deny', 'ARN', 'c++'];

/** The text with its links in brackets. */
function told(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'link') return `[${told(part.parts)}](${part.href})`;
      if ('parts' in part) return told(part.parts);
      return part.kind === 'code' ? `\`${part.text}\`` : part.kind === 'text' ? part.text : ' ';
    })
    .join('');
}

test.each([
  [
    'The trust policy is a policy.',
    'The [trust policy](/glossary/#trust-policy) is a [policy](/glossary/#policy).'
  ],
  ['A policy, and a policy again.', 'A [policy](/glossary/#policy), and a policy again.'],
  ['Two policies and ARNs.', 'Two [policies](/glossary/#policy) and [ARNs](/glossary/#arn).'],
  ['Warned by no barnacle.', 'Warned by no barnacle.'],
  ['Say `policy` in code.', 'Say `policy` in code.'],
  ['An **Explicit deny** wins.', 'An [Explicit deny](/glossary/#explicit-deny) wins.'],
  ['See [the policy](/limits) itself.', 'See [the policy](/limits) itself.'],
  ['Nothing of it.', 'Nothing of it.']
])('%s', (text, expected) => {
  const [block] = withTerms(parseMarkdown(text), TERMS);
  expect(block?.kind === 'paragraph' ? told(block.text) : '').toBe(expected);
});

test('reaches into lists and quotes, each term once', () => {
  const blocks = withTerms(parseMarkdown('- a policy\n- a policy\n\n> an ARN'), TERMS);
  expect(JSON.stringify(blocks).match(/"kind":"link"/g)).toHaveLength(2);
});

test('leaves all as it is without terms', () => {
  const blocks = parseMarkdown('A policy.');
  expect(withTerms(blocks, [])).toBe(blocks);
});
