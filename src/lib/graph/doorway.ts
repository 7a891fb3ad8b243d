/** The VPC endpoint a request came through, as a doorway in the wall of the endpoint's account. */
import type { Evaluation, Step } from '../engine/trace.ts';
import type { Graph } from './graph.ts';
import type { Scene } from './lamp.ts';
import type { Doorway } from './mark.ts';
import { placeOf } from './place.ts';

/** While the endpoint's policy is read; null at every other step, and where its account is not drawn (EVAL-05). */
export function doorwayAt(step: Step, evaluation: Evaluation, scene: Scene): Doorway | null {
  const { request } = evaluation;
  if (request.endpoint === null || step.kind === 'evaluation' || step.kind === 'gate') return null;
  if (placeOf(step, evaluation).type !== 'endpoint') return null;
  const said = request.context.get('aws:vpceaccount');
  const account = (said && 'values' in said ? said.values[0] : undefined) ?? scene.callerAccount;
  const isDrawn = scene.graph.boxes.some(({ id, kind }) => id === account && kind === 'account');
  return account !== null && isDrawn ? { account, endpoint: request.endpoint } : null;
}

/** From an account's corner, model units. */
const INSET = 48;

/** In the lower wall, where no account has its name; its own stands to the right. Model units; null without a box. */
export function placeDoorway(
  { boxes }: Pick<Graph, 'boxes'>,
  { account }: Doorway
): { readonly x: number; readonly y: number } | null {
  const box = boxes.find(({ id }) => id === account);
  return box ? { x: box.x + INSET, y: box.y + box.height } : null;
}
