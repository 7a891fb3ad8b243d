/** The file's requests as a list: a new one, a copy, another id, and away with one. */
import type { Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import { toPlain } from '../source/plain.ts';
import { join } from '../source/pointer.ts';
import { shortNameOf } from '../world/alias.ts';
import { freeName } from '../world/free.ts';
import type { World } from '../world/world.ts';
import { checkName } from './check-name.ts';
import { inUse, notThere } from './diagnostics.ts';
import { planned, refused, type Edit, type Ground } from './edit.ts';
import { keysAt, lookAt, textAt, textsIn } from './look.ts';
import { renamedPointer } from './mentions.ts';
import { requestAt } from './request-fields.ts';

/** An id that no request has yet. */
export function freeRequestId({ file }: Ground, wish = 'request'): string {
  const taken = keysAt(file, '/requests').map((id) => id.toLowerCase());
  return freeName(wish, (id) => taken.includes(id.toLowerCase()));
}

/** A request that can be asked at once: somebody of the world asks who they are, to be changed word by word. */
export function addRequest(ground: Ground, id: string): Checked<Edit> {
  const wrong = checkId(ground, id);
  if (wrong.length > 0) return refused(...wrong);
  const set = { title: 'A new request', principal: somebody(ground.world), action: 'sts:GetCallerIdentity' };
  return planned(`Add request ${id}`, [{ at: requestAt(id), set }]);
}

function checkId({ file }: Ground, id: string, besides = ''): ReturnType<typeof checkName> {
  const taken = keysAt(file, '/requests').filter((other) => other !== besides);
  return checkName(id, 'request', { what: 'a request', taken, home: '' });
}

function somebody(world: World): string {
  for (const principal of world.principals.values()) {
    if (principal.kind === 'user' || principal.kind === 'role') return shortNameOf(world, principal);
  }
  return 'anonymous';
}

/** @param copy the new id */
export function duplicateRequest(ground: Ground, id: string, copy: string): Checked<Edit> {
  const tree = lookAt(ground.file, requestAt(id));
  if (tree === null) return refused(notThere(id, 'is no request of this file'));
  const wrong = checkId(ground, copy);
  if (wrong.length > 0) return refused(...wrong);
  return planned(`Copy request ${id} to ${copy}`, [{ at: requestAt(copy), set: toPlain(tree) }]);
}

/** Another id, in walkthrough and exercise as well. */
export function renameRequest(ground: Ground, id: string, to: string): Checked<Edit> {
  if (lookAt(ground.file, requestAt(id)) === null) return refused(notThere(id, 'is no request of this file'));
  const wrong = checkId(ground, to, id);
  if (wrong.length > 0) return refused(...wrong);
  const pointer = renamedPointer(requestAt(id), to);
  const texts = [...textsIn(ground.file)].flatMap((text): Change[] => {
    const set = text.text === id && NAMES_REQUEST.test(text.path) ? to : pointer(text);
    return set === null ? [] : [{ at: text.path, set }];
  });
  return planned(`Rename request ${id} to ${to}`, [...texts, { at: requestAt(id), rename: to }]);
}

const NAMES_REQUEST =
  /^\/(walkthrough\/\d+\/request|exercise\/(goals|probes)\/\d+|exercise\/predict\/\d+\/request)$/;

/** Scenes go on without it; an exercise cannot. */
export function removeRequest(ground: Ground, id: string): Checked<Edit> {
  const { file } = ground;
  if (lookAt(file, requestAt(id)) === null) return refused(notThere(id, 'is no request of this file'));
  const named = [...textsIn(file)].filter(({ path, text }) => text === id && NAMES_REQUEST.test(path));
  if (named.some(({ path }) => path.startsWith('/exercise'))) {
    return refused(inUse(id, 'belongs to the exercise'));
  }
  const scenes: Change[] = named.map(({ path }) => ({ at: path, remove: true }));
  const isLast = keysAt(file, '/requests').length === 1;
  const at = isLast ? '/requests' : requestAt(id);
  return planned(`Remove request ${textAt(file, join(requestAt(id), 'title')) ?? id}`, [
    ...scenes,
    { at, remove: true }
  ]);
}
