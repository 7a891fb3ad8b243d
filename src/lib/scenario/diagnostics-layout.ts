/** Problems of the section `layout`. It decides nothing, so that none of them is an error. */
import { abridge, type Diagnostic } from '../source/diagnostic.ts';
import { nearest } from '../source/suggest.ts';
import type { Place } from './diagnostics.ts';

/** More names than this are not searched for a near miss. */
const MANY = 400;

export function nowhere(name: string, at: Place, names: readonly string[]): Diagnostic {
  const near = name.length > 100 || names.length > MANY ? null : nearest(name, names);
  return {
    code: 'scenario/unknown-place',
    severity: 'warning',
    message: abridge(`\`${name}\` is nothing of this drawing; its place counts for nothing`),
    range: at.range,
    path: at.path,
    help:
      near === null
        ? 'name things as requests do: `alias:user/NAME`, `alias:NAME` of a resource, an account by its alias'
        : `did you mean \`${near}\`?`
  };
}
