/** Patterns against patterns: whether one covers all that another matches. */

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

/** {@link covers} for resources, field by field; only a last field that ends in `*` runs over further ones (RES-05). */
export function coversResource(outer: string, inner: string): boolean {
  if (/^\*+$/.test(outer) || outer === inner) return true;
  const [wide, narrow] = [fieldsOf(outer), fieldsOf(inner)];
  const last = wide.length - 1;
  const isOpen = outer.endsWith('*');
  if (narrow.length < wide.length || (narrow.length > wide.length && !isOpen)) return false;
  const rest = narrow.slice(last).join(':');
  return wide.every((field, at) => covers(field, at === last ? rest : (narrow[at] ?? '')));
}

/** The six fields of an ARN, cut at the first five colons; colons inside `${…}` cut nothing. */
export function fieldsOf(arn: string): readonly string[] {
  const parts = arn.replaceAll(/\$\{[^}]*\}/g, (text) => text.replaceAll(':', '\u0001')).split(':');
  const fields = parts.length > 6 ? [...parts.slice(0, 5), parts.slice(5).join(':')] : parts;
  return fields.map((field) => field.replaceAll('\u0001', ':'));
}
