// How a Principal of a policy is told: the root user's ARN there is the account, not the root user (PRIN-02, PRIN-15).
import { expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { finding } from '../../src/lib/explain/sentence.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

const scenario = (principal: string) => `
bouncer: 1
title: A door
summary: A door and who knocks
accounts:
  tools: { id: '111111111111', users: { ana: {} }, roles: { build: { } } }
  prod:
    id: '222222222222'
    roles:
      deploy:
        trust: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { AWS: '${principal}' }, Action: sts:AssumeRole }] }
requests:
  knock: { principal: 'tools:user/ana', action: sts:AssumeRole, resource: 'prod:role/deploy' }
`;

test.each([
  ['arn:aws:iam::222222222222:root', 'account prod'],
  ['222222222222', 'account prod'],
  ['arn:aws:iam::333333333333:root', 'account 333333333333'],
  ['arn:aws:iam::111111111111:role/build', 'build@tools']
])('a door that names %s names only %s', (principal, told) => {
  const { value } = parseScenario({ name: 'door.yaml', text: scenario(principal) });
  const request = value?.cases[0]?.request;
  if (!value || !request) throw new Error('the scenario does not load');
  const evaluation = evaluate(value.world, request);
  const said = finding(evaluation, { words: toWords(value.world), evaluation });
  expect(said).toContain(`it names only ${told}`);
  expect(said).not.toContain('root user');
});
