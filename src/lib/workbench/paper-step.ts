/** What the paper is told of the step on show, beside the policy itself. Types only. */
import type { CredentialFact } from '../explain/credential.ts';
import type { ReadsAs } from '../explain/reads-as-part.ts';
import type { Receipt } from '../explain/receipt.ts';
import type { Refusal } from '../explain/refusal.ts';
import type { Pointing } from './pointing.ts';

export interface PaperStep {
  readonly id: string;
  /** Whether it is about all documents at once. */
  readonly isListing: boolean;
  /** Whether it looks for Denies that match. */
  readonly isSweep: boolean;
  /** What AWS itself would answer, at a verdict that refuses. */
  readonly refusal: Refusal | null;
  /** What is checked for a call that takes several checks. */
  readonly receipt: Receipt | null;
  /** The statements as sentences, by their paths. */
  readonly reads: ReadonlyMap<string, ReadsAs>;
  readonly pointing: Pointing;
  /** What the caller signed with, where the step asks who signed. */
  readonly credential: readonly CredentialFact[] | null;
}
