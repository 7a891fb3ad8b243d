// What AWS would answer to each denied request of the shipped scenarios, read back: the same caller, action, resource, layer.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { Caller } from '../../src/lib/engine/request.ts';
import type { Evaluation } from '../../src/lib/engine/trace.ts';
import { blockingCall } from '../../src/lib/explain/message.ts';
import { refusalOf } from '../../src/lib/explain/refusal.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { readDenial } from '../../src/lib/share/denial.ts';

const folder = new URL('../../scenarios/', import.meta.url);

const denied = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => {
    const { value } = parseScenario({ name: file, text: readFileSync(new URL(file, folder), 'utf8') });
    return (value?.cases ?? []).flatMap(({ id, request }) => {
      const evaluation = value && request && evaluate(value.world, request);
      const refusal = value && evaluation ? refusalOf(evaluation, toWords(value.world)) : null;
      return evaluation && refusal ? [[`${file}/${id}`, refusal, blamed(evaluation)] as const] : [];
    });
  });

/** The call whose text it is. */
function blamed(evaluation: Evaluation): Evaluation {
  const blocking = blockingCall(evaluation);
  return blocking ? blamed(blocking) : evaluation;
}

function callerOf(caller: Caller): string | null {
  if ('arn' in caller) return caller.arn;
  return caller.kind === 'service' ? caller.service : null;
}

function layerOf({ decidedBy, request }: Evaluation): string | null {
  if (decidedBy.kind !== 'explicitDeny' && decidedBy.kind !== 'noAllow') return null;
  const isTrust = decidedBy.by === 'resource' && /^sts:/i.test(request.action);
  return isTrust ? 'trust' : decidedBy.by;
}

const named = denied.filter(([, { message }]) => message.includes('User: '));

test('most of what is denied names its caller', () => {
  expect(named.length).toBeGreaterThan(20);
  expect(named.length / denied.length).toBeGreaterThan(0.6);
});

describe.each([
  ['the text', (refusal: (typeof denied)[number][1]) => refusal.message],
  ['the line of the command line', (refusal: (typeof denied)[number][1]) => refusal.line]
])('%s', (_, say) => {
  test.each(named)('%s', (__, refusal, { request, outcome, ...evaluation }) => {
    const read = readDenial(say(refusal));
    expect(read).toMatchObject({
      principal: callerOf(request.caller),
      action: request.action,
      resource: request.resource === '*' ? null : request.resource,
      kind: outcome === 'explicitDeny' ? 'explicit' : 'implicit',
      layer: layerOf({ request, outcome, ...evaluation })
    });
  });
});

test.each(denied)('%s: the line of the command line is recognised', (_, refusal) => {
  const read = readDenial(refusal.line);
  expect(read).not.toBeNull();
  if (refusal.operation !== null) expect(read?.operation).toBe(refusal.operation);
});

test.each(denied.flatMap((one) => (one[1].decoded === null ? [] : [one])))(
  '%s: what EC2 encoded, decoded, is read too',
  (_, refusal, { request }) => {
    expect(readDenial(refusal.decoded ?? '')).toMatchObject({
      source: 'decoded',
      action: request.action,
      resource: request.resource
    });
  }
);
