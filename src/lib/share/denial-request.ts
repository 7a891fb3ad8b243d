/** A denial as a question to a file: what it tells, with what a person has filled in, ready to be planned. */
import { planAsk, type Asking, type AskPlan } from '../edit/ask.ts';
import type { Ground } from '../edit/edit.ts';
import type { Checked } from '../source/diagnostic.ts';
import type { ReadDenial } from './denial.ts';
import type { Layer } from './denial-words.ts';

/** What a person may fill in or change. */
export interface Filled {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
}

/** What the denial tells of these; empty where it does not. */
export function filledBy({ principal, action, resource }: ReadDenial): Filled {
  return { principal: principal ?? '', action: action ?? '', resource: resource ?? '*' };
}

/** The request's `by` that stands for what AWS named. */
const BY: Readonly<Record<Layer, string>> = {
  scp: 'scp',
  rcp: 'rcp',
  endpoint: 'endpoint',
  boundary: 'boundary',
  session: 'session',
  resource: 'resource',
  trust: 'resource',
  identity: 'identity',
  publicAccessBlock: 'publicAccessBlock'
};

function toAsking(denial: ReadDenial, { principal, action, resource }: Filled): Asking {
  const { kind, layer, context, at } = denial;
  return {
    title: `AWS refused ${action === '' ? 'this' : action}`,
    principal: principal.trim(),
    action: action.trim(),
    resource: resource.trim() === '' ? '*' : resource.trim(),
    context,
    at,
    expect: kind === null ? 'denied' : `${kind}Deny`,
    by: layer === null ? null : BY[layer]
  };
}

/** The request it becomes, see {@link planAsk}. */
export function planDenial(ground: Ground, denial: ReadDenial, filled: Filled): Checked<AskPlan> {
  return planAsk(ground, toAsking(denial, filled));
}
