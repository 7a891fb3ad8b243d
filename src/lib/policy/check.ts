/** A policy from its tree with all that is wrong with it, as whoever stores it at AWS would say it. The one way in. */
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import type { Tree } from '../source/tree.ts';
import { answered } from './answers.ts';
import type { PolicyDocument } from './document.ts';
import { movedTo } from './fixes.ts';
import { parsePolicy } from './parse.ts';
import { sizeProblems } from './quotas.ts';
import { headOf } from './reading.ts';
import type { Setting } from './setting.ts';
import { validatePolicy } from './validate.ts';

/**
 * Reads and checks a policy: its grammar, what its type may have, what its service checks, how long it is.
 *
 * @param tree lies anywhere in a file; paths of diagnostics and of the changes of fixes begin at the file
 * @param before problems of reading the tree from a text that is the policy's own, such as broken JSON
 * @returns the document as far as it could be read. With an error it must not be evaluated. Never throws.
 */
export function checkPolicy(
  tree: Tree,
  setting: Setting,
  before: readonly Diagnostic[] = []
): Checked<PolicyDocument> {
  const parsed = parsePolicy(tree);
  const found = parsed.value === null ? [] : validatePolicy(parsed.value, setting);
  const size = sizeProblems(tree, { range: headOf(tree.range), path: tree.path }, setting);
  const diagnostics = [
    ...before,
    ...parsed.diagnostics,
    ...found.map((problem) => inFile(problem, tree.path)),
    ...size
  ];
  return { value: parsed.value, diagnostics: diagnostics.map((problem) => answered(problem, setting)) };
}

/** A diagnostic of a document, whose paths begin at the document, as one of the file. */
function inFile(problem: Diagnostic, place: string): Diagnostic {
  const { fix } = problem;
  return { ...problem, path: place + problem.path, ...(fix && { fix: movedTo(place, fix) }) };
}
