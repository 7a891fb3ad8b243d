/**
 * Policies of one file that say the same: thousands of roles are trusted in the same few words. What has been found to
 * be without a problem is not looked through again elsewhere; where its parts stand there is read once somebody asks.
 */
import type { PolicyDocument } from '../policy/document.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { Setting } from '../policy/setting.ts';
import { isJsonName } from '../source/file-name.ts';
import { textAt } from '../source/text.ts';
import type { Tree } from '../source/tree.ts';

/**
 * A text that two policies share only if AWS would say the same of both.
 *
 * @returns null where one cannot tell by looking: YAML may say by a name what stands elsewhere
 */
export function whatIsSaid(
  { kind: form, range }: Tree,
  { kind, resource, endpoint }: Setting
): string | null {
  if (form !== 'map' || !isJsonName(range.source.name)) return null;
  return `${kind} ${endpoint ?? ''} ${resource ?? ''}\n${textAt(range)}`;
}

/** The document of a tree that has a twin without a problem. */
export function readAgain(tree: Tree): PolicyDocument {
  const document = parsePolicy(tree).value;
  if (!document) throw new Error(`what stands at ${tree.path} is no policy, unlike its twin`);
  return document;
}
