/** A small company to edit on: two accounts, an organization, requests, a walkthrough, a drawing. */
import { asAccountId } from '../../src/lib/world/arn.ts';
import { at, groundOf } from './ground.ts';

const TEXT = `bouncer: 1
title: A company
summary: To edit on
accounts:
  tools: # the first one
    id: '111111111111'
    users:
      dana: { groups: [Developers], policies: ReadAll, boundary: ReadAll }
      intern: {}
    groups:
      Developers: { policies: [ReadAll, aws:IAMReadOnlyAccess] }
    roles:
      jenkins: { inline: { knock: { Version: '2012-10-17', Statement: { Effect: Allow, Action: sts:AssumeRole, Resource: 'arn:aws:iam::222222222222:role/deploy' } } } }
    policies:
      ReadAll: { Version: '2012-10-17', Statement: { Effect: Allow, Action: 's3:GetObject', Resource: '*' } }
  prod:
    id: '222222222222'
    scps: [NoLeaving]
    roles:
      deploy:
        trust: |
          { "Version": "2012-10-17", "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111111111111:role/jenkins" }, "Action": "sts:AssumeRole" } ] }
    resources:
      arn:aws:s3:::data:
        policy: { Version: '2012-10-17', Statement: { Effect: Allow, Principal: { AWS: '111111111111' }, Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' } }
organizations:
  acme:
    id: o-acme000001
    management: tools
    scps:
      NoLeaving: { Version: '2012-10-17', Statement: { Effect: Deny, Action: organizations:LeaveOrganization, Resource: '*' } }
    root:
      id: r-ac01
      accounts: [tools]
      units:
        Work: { id: ou-ac01-workload, accounts: [prod] }
        Spare: { id: ou-ac01-spare0001 }
requests:
  read: { principal: tools:user/dana, action: s3:GetObject, resource: [prod:data/a, prod:data/b], context: { aws:SourceIp: 203.0.113.7 }, expect: allowed, by: identity/ReadAll }
  enter: { principal: tools:role/jenkins, action: sts:AssumeRole, resource: prod:role/deploy }
  deep: { principal: tools:role/jenkins, assume: [{ role: prod:role/deploy, session: night }], action: s3:GetObject, resource: arn:aws:s3:::data/x }
walkthrough:
  - { title: First, request: read, step: 'identity@dana/ReadAll', focus: [tools:user/dana, prod], say: 'dana reads' }
layout:
  arn:aws:iam::111111111111:user/dana: { x: 1, y: 2 }
`;

export const ground = groundOf(TEXT);
export const tools = ground.world.accounts.get(asAccountId('111111111111'))!;
export const prod = ground.world.accounts.get(asAccountId('222222222222'))!;
export const DANA = 'arn:aws:iam::111111111111:user/dana';
export const DEVELOPERS = 'arn:aws:iam::111111111111:group/Developers';
export const DEPLOY = 'arn:aws:iam::222222222222:role/deploy';
export const place = (id: string) => at(ground, id);
