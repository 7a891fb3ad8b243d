/** Whether a request of the file ends as the file says it should. */
import { fitsDecision } from '../scenario/check.ts';
import type { Watch } from './workbench.svelte.ts';

/** Null where the file expects nothing. */
export function toExpectation({ case: each, evaluation }: Watch): boolean | null {
  return each.expect === null ? null : fitsDecision(each.expect, evaluation?.outcome ?? null);
}
