// What is said: every step speaks, nothing is given away before its time, nothing is said twice in a row.
import { describe, expect, test } from 'vitest';
import type { ConditionStep, Evaluation, Match, Step } from '../../src/lib/engine/trace.ts';
import { DETAILS } from '../../src/lib/explain/frame.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { because } from '../../src/lib/explain/sentence-conditions.ts';
import { finding, question } from '../../src/lib/explain/sentence.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { evaluationOf, EVALUATIONS } from './requests.ts';
import { WORLD } from './world.ts';

const words = toWords(WORLD);

/** Every step of an evaluation with the one around it, hops and checks included. */
function* steps(
  evaluation: Evaluation
): Generator<readonly [step: Step, outer: Step | null, evaluation: Evaluation]> {
  for (const each of [...evaluation.hops, ...evaluation.checks]) yield* steps(each);
  yield [evaluation, null, evaluation];
  for (const step of evaluation.steps) yield* below(step, null, evaluation);
}

function* below(step: Step, outer: Step | null, evaluation: Evaluation): ReturnType<typeof steps> {
  yield [step, outer, evaluation];
  for (const part of step.steps) yield* below(part, step, evaluation);
}

describe.each(EVALUATIONS)('%s', (_, evaluation) => {
  test('every frame has a sentence, in every detail', () => {
    for (const detail of DETAILS) {
      for (const frame of toFrames(evaluation, detail)) {
        const context = { words, evaluation: frame.evaluation };
        const said = frame.moment === 'open' ? question(frame.step, context) : finding(frame.step, context);
        expect(said).toMatch(frame.moment === 'open' ? /^[^ ].*[^ .]\?$/ : /^[^ ].*[^ .]\.$/);
        expect(said).not.toMatch(/undefined|null|\[object|NaN| {2}| ,|\bthe the\b|\ba an\b/);
      }
    }
  });

  test('no step says what the one around it says', () => {
    for (const [step, outer, own] of steps(evaluation)) {
      if (!outer) continue;
      const context = { words, evaluation: own };
      expect(finding(step, context)).not.toBe(finding(outer, context));
      expect(question(step, context)).not.toBe(question(outer, context));
    }
  });

  test('a question reads nothing that depends on the outcome', () => {
    for (const [step, , own] of steps(evaluation)) {
      const context = { words, evaluation: own };
      expect(question(blinded(step), context)).toBe(question(step, context));
    }
  });
});

/** A step with everything turned round that its question must not know. */
function blinded(step: Step): Step {
  switch (step.kind) {
    case 'evaluation':
      return { ...step, outcome: 'conditional', decidedBy: { kind: 'conditional', on: [] }, rule: 'X' };
    case 'gate':
      return { ...step, outcome: step.outcome === 'pass' ? 'stop' : 'pass', count: 99, at: [], rule: 'X' };
    case 'policyType':
      return { ...step, outcome: 'unknown', exempt: null, grant: null, rule: 'X', steps: [] };
    case 'target':
      return { ...step, outcome: 'unknown', rule: 'X', steps: [] };
    case 'policy':
      return { ...step, outcome: 'unknown', rule: 'X', steps: [] };
    case 'statement':
      return { ...step, outcome: turned(step.outcome), grant: null, rule: 'X', steps: [] };
    case 'element':
      return { ...step, outcome: turned(step.outcome), matched: null, grant: null, rule: 'X' };
    case 'condition':
      return { ...step, outcome: turned(step.outcome), ...unasked(step), rule: 'X' };
  }
}

function turned(outcome: Match): Match {
  return outcome === 'match' ? 'noMatch' : 'match';
}

function unasked(step: ConditionStep): Pick<ConditionStep, 'because' | 'actual' | 'expected'> {
  return {
    because: step.because === 'keyMissing' ? 'valueMatched' : 'keyMissing',
    actual: step.actual === null ? ['something'] : null,
    expected: step.expected.map((each) => ({ ...each, holds: !each.holds }))
  };
}

describe('the verdict names what decided, and what is missing', () => {
  test.each([
    [
      'pipeline-assumes',
      "Allowed: prod-deploy's trust policy names jenkins@tools, whose own policy may-assume lets it knock."
    ],
    [
      'pipeline-deploys',
      'Allowed: the inline policy deploy-web lets build-42, a session of prod-deploy@prod, call ecs:UpdateService on web, and nothing forbids it.'
    ],
    [
      'pipeline-deploys-abroad',
      'Denied by the SCP DenyRegions on OU Workloads: its statement NoAbroad forbids prod-deploy@prod to call ecs:UpdateService, because aws:RequestedRegion is eu-west-3, not us-east-1 or eu-central-1.'
    ],
    [
      'pipeline-passes-nothing',
      'Denied: ecs:UpdateService also needs iam:PassRole on web-task@prod, and no identity-based policy of prod-deploy@prod allows iam:PassRole on web-task@prod.'
    ],
    [
      'pipeline-decrypts',
      "Allowed: data-key's key policy leaves it to account prod, and prod-deploy@prod's own policy deploy-web allows kms:Decrypt."
    ],
    [
      'pipeline-with-session-policy',
      'Denied: the session policy does not let build-42, a session of prod-deploy@prod, call ecs:UpdateService on web: it covers only logs:*.'
    ],
    [
      'pipeline-puts',
      "Allowed: app's bucket policy names jenkins@tools, and neither boundary nor session policy objects."
    ],
    [
      'pipeline-reads-abroad',
      "Denied: app's bucket policy says yes, but no identity-based policy of prod-deploy@prod allows s3:GetObject on app/reports/q1.csv, and across accounts both must."
    ],
    [
      'intern-assumes',
      "Denied: prod-deploy's trust policy does not let intern@tools in for sts:AssumeRole: it names only jenkins@tools, though knock would let it knock."
    ],
    [
      'intern-deploys',
      "Denied on the way: prod-deploy's trust policy does not let intern@tools in for sts:AssumeRole: it names only jenkins@tools, though knock would let it knock, so ecs:UpdateService is never even asked."
    ],
    [
      'intern-reads-public',
      "Allowed: app's bucket policy names intern@tools directly, and at home that is enough, without a word in its own papers."
    ],
    [
      'dana-reads-from-home',
      'Denied: no identity-based policy of dana@tools allows s3:GetObject: Read of ReadOneBucket covers this, but its condition on aws:SourceIp does not hold (the request came from 198.51.100.9).'
    ],
    [
      'dana-reads-from-somewhere',
      'Allowed when the network address lies in 203.0.113.0/24; otherwise implicitly denied.'
    ],
    [
      'dana-lists',
      'Denied: the boundary DeveloperBoundary does not let dana@tools call s3:ListBucket on app: it covers only s3:Get*, s3:Put* and s3:Delete*.'
    ],
    ['dana-asks-who-she-is', 'Allowed: sts:GetCallerIdentity needs no permission, so dana@tools always may.'],
    [
      'root-at-home',
      'Allowed: the root user of tools may do anything in its own account that nothing forbids, and nothing forbids s3:DeleteBucket on app.'
    ],
    [
      'root-assumes',
      'Denied: a root user cannot assume a role, so the root user of tools may not call sts:AssumeRole, whatever the policies say.'
    ],
    [
      'root-decrypts',
      "Allowed: data-key's key policy names the whole account, and so the root user of prod, and a root user needs no further Allow."
    ],
    [
      'service-assumes',
      "Allowed: web-task's trust policy names ecs-tasks.amazonaws.com, and nothing else is asked of such a caller."
    ],
    [
      'anyone-reads-site',
      "Allowed: app's bucket policy lets everyone in, an anonymous caller included, and nothing else is asked of such a caller."
    ],
    [
      'account-door',
      "Denied: web-task's trust policy leaves it to account prod, but no identity-based policy of prod-deploy@prod allows sts:AssumeRole on web-task@prod."
    ],
    [
      'torn-paper',
      'Undecided: the inline policy torn is broken, and a document with an error is never evaluated, so web-task@prod gets no answer.'
    ]
  ])('%s', (name, said) => {
    const evaluation = evaluationOf(name);
    expect(finding(evaluation, { words, evaluation })).toBe(said);
  });
});

test('why a condition turned out so has a phrase', () => {
  const phrases = EVALUATIONS.flatMap(([, evaluation]) =>
    [...steps(evaluation)].flatMap(([step]) => (step.kind === 'condition' ? [because(step)] : []))
  );
  expect(new Set(phrases)).toContain('missing key, excused by IfExists');
  expect(phrases.every((phrase) => phrase.length > 0 && phrase.length < 40)).toBe(true);
});
