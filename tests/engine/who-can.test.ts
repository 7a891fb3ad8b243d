// Who can is what everyone gets who asks.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toRequest } from '../../src/lib/engine/context.ts';
import { decideOpen, type Outcome } from '../../src/lib/engine/decide.ts';
import { whoCan } from '../../src/lib/engine/who-can.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { asArn, asPolicyId } from '../../src/lib/world/arn.ts';
import type { Arn, Attachment, PolicyType, World } from '../../src/lib/world/world.ts';
import { factsOf } from '../support/facts.ts';
import { worldOf } from '../support/world.ts';

/** Everybody that a world lists, asked one by one. */
function asked(world: World, action: string, resource: Arn): ReadonlyMap<Arn, Outcome> {
  const found = new Map<Arn, Outcome>();
  for (const { kind, arn } of world.principals.values()) {
    if (kind === 'session') continue;
    const facts = factsOf({ principal: { kind, arn }, action, resource });
    const outcome = decideOpen(world, toRequest(world, facts));
    if (outcome !== 'explicitDeny' && outcome !== 'implicitDeny') found.set(arn, outcome);
  }
  return found;
}

/** What `whoCan` says of those that the world lists. */
function said(world: World, action: string, resource: Arn): ReadonlyMap<Arn, Outcome> {
  const all = whoCan(world, action, resource).map(({ principal, outcome }) => [principal, outcome] as const);
  return new Map(all.filter(([arn]) => world.principals.has(arn)));
}

const files = readdirSync('scenarios').filter((file) => file.endsWith('.yaml'));

test.each(files)('what %s asks, asked of everybody', (file) => {
  const read = parseScenario({ name: file, text: readFileSync(`scenarios/${file}`, 'utf8') }).value!;
  for (const { request } of read.cases) {
    if (!request) continue;
    const { action, resource } = request;
    expect(said(read.world, action, resource), `${action} on ${resource}`).toEqual(
      asked(read.world, action, resource)
    );
  }
});

// Whoever nothing allows the action is passed over, but not where a policy in the way cannot be read.
test.each<[PolicyType, string]>([
  ['identity', 'arn:aws:iam::111111111111:user/eve'],
  ['boundary', 'arn:aws:iam::111111111111:user/eve'],
  ['resource', 'arn:aws:sqs:eu-west-1:111111111111:jobs'],
  ['scp', 'ou-1'],
  ['rcp', '111111111111']
])('a broken %s policy is said', (type, target) => {
  const attachments: Attachment[] = [{ policy: asPolicyId('broken'), type, target }];
  const eve = asArn('arn:aws:iam::111111111111:user/eve');
  const queue = asArn('arn:aws:sqs:eu-west-1:111111111111:jobs');
  const facts = {
    accounts: { app: { id: '111111111111', organization: 'o-1', organizationPath: ['r-1', 'ou-1'] } },
    organizations: { acme: { id: 'o-1', management: '999999999999' } },
    users: { [eve]: {} },
    resources: { [queue]: {} }
  };
  const broken = worldOf({ ...facts, attachments });
  expect(said(broken, 'sqs:SendMessage', queue)).toEqual(new Map([[eve, null]]));
  expect(said(broken, 'sqs:SendMessage', queue)).toEqual(asked(broken, 'sqs:SendMessage', queue));
  expect(said(worldOf(facts), 'sqs:SendMessage', queue)).toEqual(new Map());
});

const name = 'scenarios/tools-to-production.yaml';
const { world } = parseScenario({ name, text: readFileSync(name, 'utf8') }).value!;
const [bucket] = [...world.resources.keys()].filter((arn) => arn.startsWith('arn:aws:s3:::'));

test.each(['s3:GetObject', 's3:ListBucket', 'sts:AssumeRole', 'iam:CreateUser', 'sts:GetCallerIdentity'])(
  '%s',
  (action) => {
    const resource = action.startsWith('s3:') ? asArn(bucket ?? '*') : asArn('*');
    expect(said(world, action, resource)).toEqual(asked(world, action, resource));
  }
);

test('the root user of an account that lists none is asked too', () => {
  const roots = whoCan(world, 'iam:CreateUser', asArn('*')).filter(({ principal }) =>
    principal.endsWith(':root')
  );
  expect(roots.length).toBeGreaterThan(0);
});
