// Laws over many requests to the same world: whatever is asked, the film nests, speaks and survives JSON.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { Request } from '../../src/lib/engine/request.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { outline } from '../../src/lib/explain/outline.ts';
import { toRoad } from '../../src/lib/explain/road.ts';
import { finding, question } from '../../src/lib/explain/sentence.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { APP, DANA, DEPLOY, INTERN, JENKINS, KEY, TOOLS, WEB, WEB_TASK } from './names.ts';
import { context, request, root, session, user } from './requests.ts';
import { WORLD } from './world.ts';

const words = toWords(WORLD);

const callers = fc.constantFrom(
  user(DANA),
  user(INTERN, { credential: 'sessionToken' }),
  session(JENKINS, 'build-42'),
  session(DEPLOY, 'build-42'),
  session(WEB_TASK, 'task'),
  root(TOOLS),
  { kind: 'anonymous' } as const,
  { kind: 'service', service: 'ecs-tasks.amazonaws.com' } as const
);
const actions = fc.constantFrom(
  's3:GetObject',
  's3:DeleteObject',
  'sts:AssumeRole',
  'kms:Decrypt',
  'ecs:UpdateService',
  'iam:PassRole'
);
const resources = fc.constantFrom(`${APP}/site/a`, `${APP}/team/web/x`, DEPLOY, WEB_TASK, KEY, WEB, '*');
const facts = fc.dictionary(
  fc.constantFrom(
    'aws:SourceIp',
    'aws:RequestedRegion',
    'aws:SecureTransport',
    'aws:TagKeys',
    'aws:PrincipalTag/team'
  ),
  fc.constantFrom('203.0.113.7', 'us-east-1', 'false', 'web', '', ['team', 'cost'], [], null)
);
const single: fc.Arbitrary<Request> = fc
  .tuple(callers, actions, resources, facts)
  .map(([caller, action, resource, said]) => request(caller, action, resource, { context: context(said) }));
const requests: fc.Arbitrary<Request> = fc
  .tuple(single, fc.array(single, { maxLength: 2 }), fc.array(single, { maxLength: 2 }))
  .map(([asked, hops, checks]) => ({ ...asked, hops, checks }));

test('whatever is asked, every frame is unique and speaks', () => {
  fc.assert(
    fc.property(requests, (asked) => {
      const frames = toFrames(evaluate(WORLD, asked), 'elements');
      expect(new Set(frames.map((frame) => frame.id)).size).toBe(frames.length);
      for (const frame of frames) {
        const inside = { words, evaluation: frame.evaluation };
        expect(question(frame.step, inside)).toMatch(/\?$/);
        expect(finding(frame.step, inside)).toMatch(/\w.*\.$/);
      }
    }),
    { numRuns: 60, seed: 2 }
  );
});

test('a trace survives JSON, but for the request it carries, and is explained alike afterwards', () => {
  fc.assert(
    fc.property(single, (asked) => {
      const evaluation = evaluate(WORLD, asked);
      const revived = { ...JSON.parse(JSON.stringify(evaluation)), request: evaluation.request };
      expect(revived).toEqual(evaluation);
      expect(outline(revived, words)).toBe(outline(evaluation, words));
      expect(toRoad(revived)).toEqual(toRoad(evaluation));
    }),
    { numRuns: 60, seed: 3 }
  );
});
