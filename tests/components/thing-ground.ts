/** The small scenario of the component tests as a ground to edit on, with users, groups and a bucket. */
import { applyChanges } from '../../src/lib/source/change.ts';
import type { Edit, Ground } from '../../src/lib/edit/edit.ts';
import { groundOf } from '../edit/ground.ts';

const TEXT = `bouncer: 1
title: Two accounts
summary: To edit on
accounts:
  tools:
    id: '111111111111'
    users:
      dana: { groups: [Developers], tags: { team: web } }
      intern: {}
    groups:
      Developers: { policies: [aws:AmazonS3ReadOnlyAccess] }
      Auditors: {}
    roles:
      jenkins:
        trust: { Version: '2012-10-17', Statement: { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole } }
    policies:
      Limits: { Version: '2012-10-17', Statement: { Effect: Allow, Action: 's3:GetObject', Resource: '*' } }
  prod:
    id: '222222222222'
    roles:
      deploy:
        trust:
          Version: '2012-10-17'
          Statement:
            - { Effect: Allow, Principal: { AWS: 'arn:aws:iam::111111111111:role/jenkins' }, Action: sts:AssumeRole }
    resources:
      arn:aws:s3:::customer-data: { name: data }
requests:
  read: { title: Dana reads, principal: tools:user/dana, action: s3:GetObject, resource: prod:data/a.csv, context: { aws:SourceIp: 203.0.113.7 } }
  enter: { title: Jenkins enters, principal: tools:role/jenkins, action: sts:AssumeRole, resource: prod:role/deploy }
`;

/** The ground after these edits, one after the other. */
export function groundAfter(...edits: readonly Edit[]): Ground {
  const text = edits.reduce((before, { changes }) => {
    const made = applyChanges({ name: 'two.yaml', text: before }, changes).value;
    if (made === null) throw new Error('the edit cannot be made');
    return made;
  }, TEXT);
  return groundOf(text, 'two.yaml');
}
