/** Policy documents in what was dropped: bare, in lists, or in what the AWS command line prints, with the names beside them. */
import { hasErrors, type Diagnostic } from '../source/diagnostic.ts';
import { isJsonName } from '../source/file-name.ts';
import { parseJson } from '../source/json.ts';
import { readTree } from '../source/read.ts';
import type { SourceText } from '../source/text.ts';
import { textAt } from '../source/text.ts';
import { find, type Tree, type TreeMap } from '../source/tree.ts';
import { parsePolicy } from '../policy/parse.ts';
import { printPolicy } from '../policy/print.ts';
import type { Statement } from '../policy/document.ts';

/** Documents that one world is made of at most. */
export const MAX_DOCUMENTS = 20;

/** What stood beside a document in the command line's output. */
interface Surroundings {
  readonly policy: string | null;
  readonly user: string | null;
  readonly role: string | null;
  readonly arn: string | null;
  /** The document is the value of a key that only trust policies have. */
  readonly isTrust: boolean;
}

export interface Paper extends Surroundings {
  /** JSON, as it was written; of what was no JSON, or on one endless line, the same printed. */
  readonly text: string;
  readonly statements: readonly Statement[];
  /** Name of the file it came in. */
  readonly from: string;
}

/** A tree, or why there is none. Texts without a telling name are tried as JSON first: not all JSON is YAML. */
export function readAny(source: SourceText): {
  tree: Tree | null;
  isJson: boolean;
  problems: readonly Diagnostic[];
} {
  const text = decoded(source.text);
  const own = text === source.text ? source : { ...source, text };
  if (/^\s*[[{"]/.test(text)) {
    const { value, diagnostics } = parseJson(own);
    if (value !== null) return { tree: value, isJson: true, problems: diagnostics };
  }
  const { value, diagnostics } = readTree(own);
  return { tree: value, isJson: isJsonName(source.name), problems: diagnostics };
}

/** IAM hands documents out percent-encoded. Source: IAM API Reference, GetRolePolicy, `PolicyDocument`. */
function decoded(text: string): string {
  if (!/^\s*(%7B|%5B)/i.test(text)) return text;
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return text;
  }
}

/** Every document in a tree, at most one more than {@link MAX_DOCUMENTS}. */
export function findPolicies(tree: Tree, isJson: boolean, from: string): readonly Paper[] {
  const found: Paper[] = [];
  walk(
    tree,
    NOTHING,
    (document, beside, wasJson) => {
      if (found.length > MAX_DOCUMENTS) return;
      const { value } = parsePolicy({ ...document, path: '' });
      found.push({ ...beside, text: toText(document, wasJson), statements: value?.statements ?? [], from });
    },
    isJson
  );
  return found;
}

const NOTHING: Surroundings = { policy: null, user: null, role: null, arn: null, isTrust: false };

type Take = (document: TreeMap, beside: Surroundings, isJson: boolean) => void;

function walk(tree: Tree, beside: Surroundings, take: Take, isJson: boolean): void {
  if (tree.kind === 'text') {
    if (tree.quoted) walkText(tree.text, beside, take);
  } else if (tree.kind === 'list') {
    for (const item of tree.items) walk(item, beside, take, isJson);
  } else if (find(tree, 'Statement') || isStatement(tree)) {
    take(tree, beside, isJson);
  } else {
    const own = surroundings(tree, beside);
    for (const { key, value } of tree.entries) {
      walk(value, { ...own, isTrust: own.isTrust || key === 'AssumeRolePolicyDocument' }, take, isJson);
    }
  }
}

/** A document inside a text, as `get-bucket-policy` and its like print it. */
function walkText(text: string, beside: Surroundings, take: Take): void {
  const json = decoded(text);
  if (!/^\s*[[{]/.test(json)) return;
  const { value, diagnostics } = parseJson({ name: 'document', text: json });
  if (value !== null && !hasErrors(diagnostics) && value.kind !== 'text') walk(value, beside, take, true);
}

/** A statement that somebody copied out of its document. */
function isStatement(map: TreeMap): boolean {
  return find(map, 'Effect') !== null && (find(map, 'Action') ?? find(map, 'NotAction')) !== null;
}

function surroundings(map: TreeMap, outer: Surroundings): Surroundings {
  const text = (...keys: readonly string[]) => {
    for (const key of keys) {
      const value = find(map, key)?.value;
      if (value?.kind === 'text' && value.text !== '') return value.text;
    }
    return null;
  };
  return {
    policy: text('PolicyName') ?? outer.policy,
    user: text('UserName') ?? outer.user,
    role: text('RoleName') ?? outer.role,
    arn: text('QueueArn', 'TopicArn', 'ARN', 'Arn') ?? outer.arn,
    isTrust: outer.isTrust
  };
}

/** Characters of a document that may stand on one line. */
const LINE = 100;

function toText(document: TreeMap, isJson: boolean): string {
  const written = textAt(document.range);
  const isLong = !written.includes('\n') && written.length > LINE;
  const text = isJson && !isLong ? outdent(document) : printPolicy(document);
  return escapeOdd(find(document, 'Statement') ? text : wrap(text));
}

function wrap(statement: string): string {
  return `{\n  "Version": "2012-10-17",\n  "Statement": ${statement.replaceAll('\n', '\n  ')}\n}`;
}

/** The text as written, without the indentation that all lines but the first share. No string of JSON spans lines. */
function outdent({ range }: TreeMap): string {
  const [first = '', ...rest] = textAt(range).split(/\r\n|\n|\r/);
  const indents = rest.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const shared = indents.reduce(
    (least, indent) => (indent.length < least.length ? indent : least),
    indents[0] ?? ''
  );
  const isShared = indents.every((indent) => indent.startsWith(shared));
  const cut = rest.map((line) => (isShared ? line.slice(shared.length) : line).trimEnd());
  return [first.trimEnd(), ...cut].join('\n');
}

/** What a block scalar would not give back: written as JSON's escapes, the same text in the end. */
function escapeOdd(text: string): string {
  return text.replaceAll(/[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF\p{Cs}]/gu, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
