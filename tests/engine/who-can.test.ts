// Who can is what everyone gets who asks.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toRequest } from '../../src/lib/engine/context.ts';
import { decideOpen } from '../../src/lib/engine/decide.ts';
import { whoCan } from '../../src/lib/engine/who-can.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { asArn } from '../../src/lib/world/arn.ts';
import { factsOf } from '../support/facts.ts';

const name = 'scenarios/tools-to-production.yaml';
const { world } = parseScenario({ name, text: readFileSync(name, 'utf8') }).value!;
const [bucket] = [...world.resources.keys()].filter((arn) => arn.startsWith('arn:aws:s3:::'));

test.each(['s3:GetObject', 's3:ListBucket', 'sts:AssumeRole', 'iam:CreateUser'])('%s', (action) => {
  const resource = action.startsWith('s3:') ? asArn(bucket ?? '*') : asArn('*');
  const found = new Map(whoCan(world, action, resource).map((each) => [each.principal, each.outcome]));
  for (const { kind, arn } of world.principals.values()) {
    if (kind === 'session') continue;
    const outcome = decideOpen(
      world,
      toRequest(world, factsOf({ principal: { kind, arn }, action, resource }))
    );
    const isDenied = outcome === 'explicitDeny' || outcome === 'implicitDeny';
    expect(found.get(arn), arn).toBe(isDenied ? undefined : outcome);
  }
});

test('the root user of an account that lists none is asked too', () => {
  const roots = whoCan(world, 'iam:CreateUser', asArn('*')).filter(({ principal }) =>
    principal.endsWith(':root')
  );
  expect(roots.length).toBeGreaterThan(0);
});
