/** The statements of a paper, each in a line: what one sees of an identity when one is near. */
import type { PatternElement, PolicyDocument, Statement } from '../policy/document.ts';
import type { GraphLine } from './graph.ts';
import { elide } from './label.ts';
import { grouped } from './number.ts';
import { LINE_ROOM } from './paper-size.ts';

/** So many lines on one paper; of more the last one says how many. */
const MOST = 5;

/** The lines of a policy, in its own order; none for one without statements. */
export function linesOf({ statements }: PolicyDocument): readonly GraphLine[] {
  const shown = statements.slice(0, statements.length > MOST ? MOST - 1 : MOST);
  const rest = statements.length - shown.length;
  const lines = shown.map((statement): GraphLine => {
    const text = wordsOf(statement);
    const { path, effect, conditions } = statement;
    return { path, effect, text: elide(text, LINE_ROOM), whole: text, isConditional: conditions.length > 0 };
  });
  if (rest === 0) return lines;
  const text = `${grouped(rest)} more statements`;
  return [...lines, { path: '', effect: null, text, whole: text, isConditional: false }];
}

/** `s3:GetObject on reports/*`; a Sid says nothing that can be relied on. */
function wordsOf({ action, resource }: Statement): string {
  const on = resource === null ? '' : namesOf(resource, 'resources', lastPart);
  return namesOf(action, 'actions', (text) => text) + (on === '' ? '' : ` on ${on}`);
}

/** The only one, or how many; `all but` for the elements that begin with Not (GRAM-08). */
function namesOf(
  { negated, patterns }: PatternElement,
  many: string,
  short: (text: string) => string
): string {
  const [first] = patterns;
  const but = negated ? 'all but ' : '';
  if (!first) return negated ? 'all' : `no ${many}`;
  return patterns.length === 1 ? but + short(first.text) : `${but}${patterns.length} ${many}`;
}

/** The end of an ARN by which people call a thing: its name, behind the kind; a bucket with its path. */
function lastPart(arn: string): string {
  const resource = arn.split(':').slice(5).join(':');
  return resource === '' ? arn : resource;
}
