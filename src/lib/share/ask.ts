/** The questions that a statement raises: one that it means, and one that just misses it. */
import type { Statement } from '../policy/document.ts';
import { visible } from '../source/render.ts';
import { freeName } from '../world/free.ts';
import { contextMeant, resourceBeside, resourceMeant, type Place } from './fill.ts';
import { actionBeside, actionMeant } from './sample-actions.ts';
import type { Question, Sketch } from './sketch.ts';

/** Who asks, by the short name that requests use. */
export interface Asker {
  readonly principal: string;
  /** For people: `dana`, `a stranger`. */
  readonly name: string;
  /** The account that variables and open ARNs are filled from. */
  readonly account: string;
}

/** What is asked of, where the policy's place says it better than the statement. */
export interface Scene {
  readonly asker: Asker;
  /** Somebody whom the statement does not name; null where it names nobody. */
  readonly other: (() => Asker) | null;
  /** The role of a trust policy, the resource of a policy without Resource. */
  readonly resource: string | null;
  /** For trust policies: the action that fits the principal. */
  readonly action: string | null;
}

/** Questions of one file at most; enough to look at, and few enough to be read. */
const MAX_QUESTIONS = 24;

export function ask(sketch: Sketch, statement: Statement, index: number, scene: Scene): void {
  if (sketch.questions.length >= MAX_QUESTIONS) return;
  const { asker } = scene;
  const action = scene.action ?? actionMeant(statement.action);
  const place = { account: asker.account, user: asker.name };
  const resource = scene.resource ?? resourceMeant(statement.resource, action, place);
  const context = contextMeant(statement.conditions, place);
  const label = labelOf(statement, index);
  const id = freeName(idOf(label), (taken) => sketch.questions.some((question) => question.id === taken));
  const verb = statement.effect === 'Allow' ? 'allows' : 'denies';
  const meant = { id, title: `What ${label} ${verb}`, principal: asker.principal, action, resource, context };
  const missed = beside(statement, scene, meant, place);
  for (const question of missed === null ? [meant] : [meant, { ...missed, id: `${id}-beside` }]) {
    sketch.questions.push(question);
    if (/^arn:[^:]*:s3:::[^*?]/.test(question.resource)) sketch.list(question.resource.split('/')[0] ?? '');
  }
}

/** The same question with one thing changed, so that the statement no longer means it. */
function beside(
  statement: Statement,
  { other, resource }: Scene,
  meant: Question,
  place: Place
): Question | null {
  if (meant.context.size > 0) {
    return { ...meant, title: 'The same, without what its conditions ask for', context: new Map() };
  }
  if (other !== null) {
    const asker = other();
    return { ...meant, title: `The same, asked by ${asker.name}`, principal: asker.principal };
  }
  const elsewhere = resource === null ? resourceBeside(statement.resource, meant.resource, place) : null;
  if (elsewhere !== null) return { ...meant, title: 'The same, of something else', resource: elsewhere };
  const action = actionBeside(statement.action, meant.action);
  return action === null ? null : { ...meant, title: `${action} instead`, action };
}

function labelOf({ sid }: Statement, index: number): string {
  return sid === null || sid.trim() === '' ? `statement ${index + 1}` : visible(sid.slice(0, 80));
}

/** A word that may stand in a link. */
function idOf(label: string): string {
  const id = label
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return id === '' ? 'statement' : id;
}
