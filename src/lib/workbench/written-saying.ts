/** The sentence of a request that cannot be asked as it stands: what the file has of it, word for word. */
import type { Ground } from '../edit/edit.ts';
import { requestFields } from '../edit/request-fields.ts';
import { code, grammar, type SayingPart } from './saying.ts';

/** Empty for an id that the file has not. A word that is missing is told as such. */
export function sayWritten(ground: Ground, id: string): readonly SayingPart[] {
  const fields = requestFields(ground.file, id);
  if (fields === null) return [];
  const parts: SayingPart[] = [code(fields.principal || 'nobody yet', { kind: 'principal' })];
  if (fields.session !== '') parts.push(grammar('in session'), code(fields.session, { kind: 'session' }));
  fields.hops.forEach(({ role }, index) => parts.push(grammar('as'), code(role, { kind: 'hop', index })));
  parts.push(grammar('asks for'), code(fields.action || 'nothing yet', { kind: 'action' }));
  parts.push(grammar('on'), code(fields.resource.join(', ') || 'anything', { kind: 'resource' }));
  return parts;
}
