/** A policy where it hangs. */
import type { PolicyKind } from '../policy/document-kind.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { Attachment, World } from '../world/world.ts';

/** One policy where it hangs. */
export interface Hung {
  readonly world: World;
  readonly kind: PolicyKind;
  readonly document: PolicyDocument;
  readonly attachment: Attachment;
}
