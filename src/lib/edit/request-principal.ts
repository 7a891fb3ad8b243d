/** Another caller for a request. A session's name is a role's: it goes with the role. */
import type { Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import type { Edit, Ground } from './edit.ts';
import { lookAt } from './look.ts';
import { requestAt } from './request-fields.ts';
import { setField } from './request.ts';
import { vetted } from './vet.ts';

/** Callers without a role's session: users, root users, services, identity providers, nobody. */
const NO_SESSION = /:user\/|:root$|^anonymous$|^service:|^oidc:|^saml:/;

/** Writes who asks, and takes away the name of a session that the new caller cannot have. */
export function setPrincipal(ground: Ground, id: string, text: string): Checked<Edit> {
  const at = `${requestAt(id)}/session`;
  if (!NO_SESSION.test(text) || lookAt(ground.file, at)?.kind !== 'text') {
    return setField(ground, id, 'principal', text);
  }
  const changes: readonly Change[] = [
    { at: `${requestAt(id)}/principal`, set: text },
    { at, remove: true }
  ];
  return vetted(
    ground,
    { title: `Set the principal of ${id} to ${text}`, changes },
    { text, field: 'principal' }
  );
}
