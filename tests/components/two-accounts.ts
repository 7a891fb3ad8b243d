/** A small scenario for component tests: a pipeline, its door in another account, and a Region that is forbidden. */
import { fromPortable, toPortable } from '../../src/lib/scenario/portable.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { Scenario } from '../../src/lib/scenario/scenario.ts';

const TEXT = `
bouncer: 1
title: Two accounts
summary: A pipeline and its door
accounts:
  tools:
    id: '111111111111'
    roles:
      jenkins:
        trust:
          Version: '2012-10-17'
          Statement: { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }
        inline:
          may-assume:
            Version: '2012-10-17'
            Statement: { Effect: Allow, Action: sts:AssumeRole, Resource: 'arn:aws:iam::222222222222:role/deploy' }
  prod:
    id: '222222222222'
    roles:
      deploy:
        trust:
          Version: '2012-10-17'
          Statement:
            - { Sid: Pipeline, Effect: Allow, Principal: { AWS: 'arn:aws:iam::111111111111:role/jenkins' }, Action: sts:AssumeRole }
        inline:
          update:
            Version: '2012-10-17'
            Statement:
              - { Sid: Update, Effect: Allow, Action: ecs:UpdateService, Resource: '*' }
              - Sid: AtHome
                Effect: Deny
                Action: '*'
                Resource: '*'
                Condition: { StringNotEquals: { aws:RequestedRegion: us-east-1 } }
              - Sid: OnlyWithMfa
                Effect: Allow
                Action: ecs:UpdateService
                Resource: '*'
                Condition: { NumericLessThan: { aws:MultiFactorAuthAge: '60' } }
requests:
  knock: { title: Jenkins knocks, principal: tools:role/jenkins, action: sts:AssumeRole, resource: prod:role/deploy, expect: allowed }
  update:
    title: The pipeline updates
    principal: tools:role/jenkins
    session: build-42
    assume: [{ role: prod:role/deploy, session: build-42 }]
    action: ecs:UpdateService
    resource: 'arn:aws:ecs:us-east-1:222222222222:service/web/web'
    context: { aws:RequestedRegion: us-east-1 }
    expect: allowed
  abroad:
    title: The pipeline updates abroad
    principal: prod:role/deploy
    action: ecs:UpdateService
    resource: 'arn:aws:ecs:eu-west-3:222222222222:service/web/web'
    context: { aws:RequestedRegion: eu-west-3 }
    expect: explicitDeny
  stop:
    title: The pipeline stops a task
    principal: prod:role/deploy
    action: ecs:StopTask
    resource: '*'
    context: { aws:RequestedRegion: us-east-1 }
    expect: implicitDeny
`;

/** The scenario as a page gets it: without the file's text. */
export function twoAccounts(): Scenario {
  const { value, diagnostics } = parseScenario({ name: 'two-accounts.yaml', text: TEXT });
  if (!value || diagnostics.length > 0)
    throw new Error(JSON.stringify(diagnostics.map((d) => [d.message, d.path])));
  return fromPortable(toPortable(value));
}
