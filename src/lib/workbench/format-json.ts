/** A policy's text, written anew the way AWS's console shows one. */
import { printPolicy } from '../policy/print.ts';
import { parseJson } from '../source/json.ts';

/** Two spaces, one item per line, order and values kept; null for what is no JSON or would lose a duplicate key. */
export function formatJson(text: string): string | null {
  const { value, diagnostics } = parseJson({ name: '', text });
  return value === null || diagnostics.length > 0
    ? null
    : printPolicy(value) + (text.endsWith('\n') ? '\n' : '');
}
