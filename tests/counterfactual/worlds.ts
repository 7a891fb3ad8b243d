/** Small worlds for tests of the counterfactual room. */
import type { SourceText } from '../../src/lib/source/text.ts';

export function yaml(text: string): SourceText {
  return { name: 'small.yaml', text };
}

/** One account: two users, a group, a role, two buckets; a Deny without MFA, an SCP-free world. */
export const HOME = yaml(`bouncer: 1
title: Home
summary: One account
accounts:
  app:
    id: '111111111111'
    name: App
    groups:
      readers:
        inline:
          Read:
            Version: '2012-10-17'
            Statement:
              - { Sid: Read, Effect: Allow, Action: [s3:GetObject, s3:ListBucket], Resource: 'arn:aws:s3:::open*' }
    users:
      dana:
        groups: [readers]
        inline:
          Guard:
            Version: '2012-10-17'
            Statement:
              - Sid: OnlyWithMfa
                Effect: Deny
                Action: s3:DeleteObject
                Resource: '*'
                Condition: { BoolIfExists: { aws:MultiFactorAuthPresent: 'false' } }
              - { Sid: Delete, Effect: Allow, Action: s3:DeleteObject, Resource: 'arn:aws:s3:::open/*' }
      omar: { groups: [readers] }
    roles:
      worker:
        trust:
          Version: '2012-10-17'
          Statement:
            - { Effect: Allow, Principal: { AWS: 'arn:aws:iam::111111111111:user/dana' }, Action: sts:AssumeRole }
    resources:
      'arn:aws:s3:::open':
        name: open
      'arn:aws:s3:::closed':
        name: closed
        policy:
          Version: '2012-10-17'
          Statement:
            - { Sid: Nobody, Effect: Deny, Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::closed', 'arn:aws:s3:::closed/*'] }
requests:
  read:
    principal: app:user/dana
    action: s3:GetObject
    resource: app:open/a.txt
  omar-reads:
    title: Omar reads too
    principal: app:user/omar
    action: s3:GetObject
    resource: app:open/b.txt
  read-closed:
    principal: app:user/dana
    action: s3:GetObject
    resource: app:closed/a.txt
  delete:
    principal: app:user/dana
    credential: console
    mfa: false
    action: s3:DeleteObject
    resource: app:open/a.txt
  worker-reads:
    principal: app:role/worker
    action: s3:GetObject
    resource: app:open/a.txt
`);

/** Two accounts of an organization, with a Region fence over one, and a role that the other may become. */
export const ABROAD = yaml(`bouncer: 1
title: Abroad
summary: Two accounts
organizations:
  acme:
    id: o-acme123456
    management: boss
    scps:
      Fence:
        Version: '2012-10-17'
        Statement:
          - Sid: Fence
            Effect: Deny
            NotAction: ['sts:*']
            Resource: '*'
            Condition: { StringNotEquals: { aws:RequestedRegion: [us-east-1] } }
    root:
      id: r-acm1
      accounts: [boss]
      units:
        Work:
          id: ou-acm1-work0001
          scps: [FullAWSAccess, Fence]
          accounts: [tools, prod]
accounts:
  boss: { id: '999999999999', name: Boss }
  tools:
    id: '111111111111'
    name: Tools
    users:
      kim:
        tags: { team: web }
    roles:
      build:
        inline:
          Call:
            Version: '2012-10-17'
            Statement:
              - { Sid: Send, Effect: Allow, Action: sqs:SendMessage, Resource: '*' }
  prod:
    id: '222222222222'
    name: Prod
    resources:
      arn:aws:sqs:us-east-1:222222222222:jobs:
        name: jobs
        policy:
          Version: '2012-10-17'
          Statement:
            - Sid: Ours
              Effect: Allow
              Principal: { AWS: 'arn:aws:iam::111111111111:root' }
              Action: sqs:SendMessage
              Resource: arn:aws:sqs:us-east-1:222222222222:jobs
              Condition: { StringEquals: { aws:PrincipalTag/team: ops } }
requests:
  send:
    principal: tools:role/build
    action: sqs:SendMessage
    resource: prod:jobs
    context: { aws:RequestedRegion: us-east-1 }
  kim-sends:
    principal: tools:user/kim
    action: sqs:SendMessage
    resource: prod:jobs
    context: { aws:RequestedRegion: us-east-1 }
  kim-purges:
    principal: tools:user/kim
    action: sqs:SetQueueAttributes
    resource: prod:jobs
    context: { aws:RequestedRegion: us-east-1 }
  from-paris:
    principal: tools:role/build
    action: sqs:ListQueues
    context: { aws:RequestedRegion: eu-west-3 }
  boss-root:
    principal: boss:root
    action: sqs:ListQueues
`);
