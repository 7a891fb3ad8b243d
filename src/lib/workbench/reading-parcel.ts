/**
 * A reading on its way from the worker to the page. Copying thousands of policies costs more than reading the few that
 * a page asks for, so their texts travel alone, and each is read when somebody wants it.
 */
import type { PolicyDocument } from '../policy/document.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { ShownText } from '../scenario/live.ts';
import { parseJson } from '../source/json.ts';
import { LateMap } from '../source/late-map.ts';
import type { PolicyId } from '../world/world.ts';
import type { Reading } from './reading.ts';
import type { Answer } from './reading-answers.ts';

/** An answer that can be copied; a reading in it has only those policies of which the file has no text. */
export function pack(answer: Answer): Answer {
  return withReading(answer, ({ scenario: { world }, texts }) => {
    const untold = [...world.policies.keys()].filter((id) => !texts.has(id));
    return new Map(untold.flatMap((id) => pairOf(id, world.policies.get(id))));
  });
}

/** The inverse, after the copy. */
export function unpack(answer: Answer): Answer {
  return withReading(answer, ({ scenario: { world }, texts }) => {
    const told = [...texts].filter(([id]) => !world.broken.has(id));
    return new LateMap<PolicyId, PolicyDocument>([
      ...[...world.policies].map(([id, document]) => [id, () => document] as const),
      ...told.map(([id, shown]) => [id, () => documentOf(id, shown)] as const)
    ]);
  });
}

type Policies = ReadonlyMap<PolicyId, PolicyDocument>;

function withReading(answer: Answer, policiesOf: (reading: Reading) => Policies): Answer {
  if (answer.kind === 'read' && answer.read.reading !== null)
    return { ...answer, read: { ...answer.read, reading: withPolicies(answer.read.reading, policiesOf) } };
  if (answer.kind === 'hide' && answer.hidden !== null) {
    const { hidden } = answer;
    return { ...answer, hidden: { ...hidden, reading: withPolicies(hidden.reading, policiesOf) } };
  }
  return answer;
}

function withPolicies(reading: Reading, policiesOf: (reading: Reading) => Policies): Reading {
  const { scenario } = reading;
  return {
    ...reading,
    scenario: { ...scenario, world: { ...scenario.world, policies: policiesOf(reading) } }
  };
}

function pairOf(id: PolicyId, document: PolicyDocument | undefined): readonly [PolicyId, PolicyDocument][] {
  return document ? [[id, document]] : [];
}

function documentOf(id: PolicyId, { text }: ShownText): PolicyDocument {
  const tree = parseJson({ name: id, text }).value;
  const document = tree && parsePolicy(tree).value;
  // The worker has read this very text without an error.
  if (!document) throw new Error(`policy ${id} did not survive being sent`);
  return document;
}
