/** Findings about the form of a document: what says nothing, and what is said twice. */
import type { Node, Pattern, PatternElement, Statement } from '../policy/document.ts';
import type { PolicyKind } from '../policy/document-kind.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { replaced, withoutCondition, withoutPattern } from './fix.ts';
import { suggest, warn, type DocumentRule, type StatementRule } from './found.ts';
import { coversAction, coversResource } from './globs.ts';
import { isKey, isNegated } from './operators.ts';

/** Kinds that may be of either version (GRAM-03). */
const EITHER: ReadonlySet<PolicyKind> = new Set(['identity', 'trust', 'resource']);

export const oldVersion: DocumentRule = ({ document, kind }) => {
  const { range, version, versionAt, path } = document;
  if (version === '2012-10-17' || !EITHER.has(kind)) return [];
  const text = range.source.text.slice(range.from, range.to);
  // Reading says what becomes of variables; here nothing would change.
  if (text.includes('${')) return [];
  const at = versionAt ?? { path, range: { ...range, to: Math.min(range.to, range.from + 1) } };
  const message = 'this is the language of 2008, in which policy variables are plain text';
  const fix = {
    ...replaced({ path: `${path}/Version` }, '2012-10-17', 'kept'),
    title: 'use version 2012-10-17'
  };
  return [suggest('old-version', at, { message, help: 'write `"Version": "2012-10-17"` at its top', fix })];
};

/** GRAM-05, GRAM-14, COND-17. */
const empties: StatementRule = (statement) => {
  const { sid, sidAt, principal, action, resource } = statement;
  const found: Diagnostic[] = [];
  if (sid === '' && sidAt) {
    const fix = {
      title: 'leave it out',
      behaviour: 'kept',
      changes: [{ at: sidAt.path, remove: true }]
    } as const;
    found.push(suggest('empty-sid', sidAt, { message: 'this Sid names nothing', help: 'leave it out', fix }));
  }
  for (const element of [action, resource]) {
    if (element?.patterns.length === 0) found.push(emptyList(element, element.negated));
  }
  if (principal?.entries.length === 0) found.push(emptyList(principal, principal.negated));
  return [...found, ...emptyConditions(statement)];
};

function emptyList(at: Node, isNegated: boolean): Diagnostic {
  const message = isNegated
    ? 'nothing is left out here'
    : 'nothing is listed, so this statement matches nothing';
  return warn('empty-list', at, { message, help: 'list something, or leave the statement out' });
}

/** `Condition: {}` and `StringEquals: {}` leave no node behind: they are found in the text. */
function emptyConditions({ range, path, conditions }: Statement): readonly Diagnostic[] {
  const { source, from, to } = range;
  const match = /["']?\bCondition["']?\s*:\s*(\{\s*\})/.exec(source.text.slice(from, to));
  if (!match?.[1] || conditions.length > 0) return [];
  const end = from + match.index + match[0].length;
  const at = { path: `${path}/Condition`, range: { source, from: end - match[1].length, to: end } };
  const fix = { title: 'leave it out', behaviour: 'kept', changes: [{ at: at.path, remove: true }] } as const;
  const message = 'an empty condition always holds';
  return [suggest('empty-condition', at, { message, help: 'leave it out, or say the condition', fix })];
}

type Covers = (outer: string, inner: string) => boolean;

/** What is listed twice, and what a wildcard beside it covers. */
const repeats: StatementRule = ({ action, resource, conditions }) => [
  ...repeatsIn(action, 'redundant-action', coversAction),
  ...(resource ? repeatsIn(resource, 'redundant-resource', coversResource) : []),
  ...conditions.flatMap(({ values }) => duplicates(values, (text) => text))
];

function repeatsIn(
  element: PatternElement,
  name: 'redundant-action' | 'redundant-resource',
  covers: Covers
): readonly Diagnostic[] {
  const { patterns } = element;
  const wild = patterns.filter(({ text }) => /[*?]/.test(text)).slice(0, MOST_WILDCARDS);
  const twice = duplicates(patterns, (text) => (name === 'redundant-action' ? text.toLowerCase() : text));
  const seen = new Set(twice.map(({ path }) => path));
  const covered = patterns.flatMap((pattern) => {
    if (seen.has(pattern.path)) return [];
    const by = wild.find(
      (other) => other !== pattern && covers(other.text, pattern.text) && other.text !== pattern.text
    );
    // Two patterns may cover each other: the first one stays.
    if (!by || (covers(pattern.text, by.text) && patterns.indexOf(pattern) < patterns.indexOf(by))) return [];
    const message = `\`${pattern.text}\` is covered by \`${by.text}\``;
    const fix = withoutPattern(element, pattern, 'leave it out', 'kept');
    return [suggest(name, pattern, { message, fix })];
  });
  return [...twice, ...covered];
}

/** Beyond so many patterns with wildcards in one list, the rest covers nothing here. */
const MOST_WILDCARDS = 50;

function duplicates(patterns: readonly Pattern[], toKey: (text: string) => string): readonly Diagnostic[] {
  const seen = new Set<string>();
  return patterns.flatMap((pattern) => {
    const key = toKey(pattern.text);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `\`${pattern.text}\` stands here twice`;
    const fix = withoutPattern({ patterns }, pattern, 'leave it out', 'kept');
    return [suggest('duplicate-value', pattern, { message, fix })];
  });
}

/** EVAL-04b. */
const sparesServiceLinked: StatementRule = (statement, { kind }) => {
  if (kind !== 'scp' || statement.effect !== 'Deny') return [];
  return statement.conditions
    .filter((condition) => isKey(condition, 'aws:PrincipalArn') && isNegated(condition))
    .flatMap((condition) =>
      condition.values
        .filter(({ text }) => /:role\/aws-service-role\//.test(text))
        .map((pattern) => {
          const message = 'SCPs never apply to service-linked roles; this spares nobody';
          const fix =
            withoutPattern({ patterns: condition.values }, pattern, 'leave it out', 'kept') ??
            withoutCondition(statement, condition, 'leave the condition out', 'kept');
          return suggest('scp-spares-service-linked', pattern, { message, fix });
        })
    );
};

export const FORM_RULES: readonly StatementRule[] = [empties, repeats, sparesServiceLinked];
