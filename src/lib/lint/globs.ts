/** Patterns against patterns: whether one covers all that another matches, and whether they share anything. */

/**
 * Whether every text that `inner` matches is matched by `outer`. Sound, not complete: a yes is always true. Wildcards
 * of `inner` count as signs that only a wildcard of `outer` takes. Time O(outer × inner).
 */
export function covers(outer: string, inner: string): boolean {
  if (outer === inner || outer === '*') return true;
  if (/\$\{[*?$]\}/.test(outer)) return false; // a literal sign, VAR-06
  let o = 0;
  let i = 0;
  let star = -1;
  let retry = 0;
  while (i < inner.length) {
    const sign = outer.charAt(o);
    if (sign === '*') {
      star = o++;
      retry = i;
    } else if (sign === inner.charAt(i) || (sign === '?' && inner.charAt(i) !== '*')) {
      o++;
      i++;
    } else if (star >= 0) {
      o = star + 1;
      i = ++retry;
    } else {
      return false;
    }
  }
  while (outer.charAt(o) === '*') o++;
  return o === outer.length;
}

/** {@link covers} for actions, which compare without case (ACT-02). */
export function coversAction(outer: string, inner: string): boolean {
  return covers(outer.toLowerCase(), inner.toLowerCase());
}

/** {@link covers} for resources, field by field (RES-05). */
export function coversResource(outer: string, inner: string): boolean {
  if (/^\*+$/.test(outer) || outer === inner) return true;
  const [wide, narrow] = [fieldsOf(outer), fieldsOf(inner)];
  if (narrow.length < wide.length) return false;
  const last = wide.length - 1;
  for (let at = 0; at < last; at++) {
    if (!covers(wide[at] ?? '', narrow[at] ?? '')) return false;
  }
  if (narrow.length === wide.length) return covers(wide[last] ?? '', narrow[last] ?? '');
  return (wide[last] ?? '').endsWith('*') && covers(wide[last] ?? '', narrow.slice(last).join(':'));
}

/** The six fields of an ARN, cut at the first five colons; colons inside `${…}` cut nothing. */
export function fieldsOf(arn: string): readonly string[] {
  const parts = arn.replaceAll(/\$\{[^}]*\}/g, (text) => text.replaceAll(':', '\u0001')).split(':');
  const fields = parts.length > 6 ? [...parts.slice(0, 5), parts.slice(5).join(':')] : parts;
  return fields.map((field) => field.replaceAll('\u0001', ':'));
}

/**
 * Whether some text is matched by both. `${…}` in either stands for any text.
 *
 * Time O(a × b).
 */
export function overlaps(a: string, b: string): boolean {
  const [left, right] = [opened(a), opened(b)];
  // reach[j]: whether the signs of `left` so far and the first j of `right` can match the same text.
  let reach = Array.from({ length: right.length + 1 }, (_, j) => /^\**$/.test(right.slice(0, j)));
  for (const sign of left) {
    const next = [sign === '*' && reach[0] === true];
    for (let j = 1; j <= right.length; j++) {
      const other = right.charAt(j - 1);
      const isWild = sign === '*' || other === '*';
      next.push(
        isWild
          ? reach[j] === true || next[j - 1] === true
          : reach[j - 1] === true && (sign === other || sign === '?' || other === '?')
      );
    }
    reach = next;
  }
  return reach[right.length] === true;
}

function opened(text: string): string {
  return text.replaceAll(/\$\{[^}]*\}/g, '*').replaceAll(/\*{2,}/g, '*');
}
