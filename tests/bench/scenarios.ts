/** Scenario files of a size, for the benchmark. */
import type { SourceText } from '../../src/lib/source/text.ts';

/**
 * One user with so many inline policies, the last of which allows the request. They are its groups', five each: what a
 * single user may hold inline is 2,048 characters.
 */
export function manyPolicies(count: number): SourceText {
  const policies = Array.from({ length: count }, (_, i) => {
    const actions = i === count - 1 ? '"s3:GetObject"' : `"s3:Put*", "ec2:Describe*", "sqs:Send${i}*"`;
    const condition = '{"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24"]}}';
    return `          P${i}: {"Version": "2012-10-17", "Statement": [{"Sid": "A${i}", "Effect": "Allow", "Action": [${actions}], "Resource": "arn:aws:s3:::bucket/*", "Condition": ${condition}}, {"Effect": "Deny", "Action": "s3:Delete*", "Resource": "*"}]}`;
  });
  const groups = Array.from({ length: Math.ceil(count / 5) }, (_, i) => `group${i}`);
  const text = [
    'bouncer: 1',
    'title: Many policies',
    'summary: One user, many inline policies',
    'accounts:',
    '  app:',
    '    id: "111111111111"',
    '    name: App',
    '    groups:',
    ...groups.flatMap((group, i) => [
      `      ${group}:`,
      '        inline:',
      ...policies.slice(i * 5, i * 5 + 5)
    ]),
    '    users:',
    '      dana:',
    `        groups: [${groups.join(', ')}]`,
    '    resources:',
    '      "arn:aws:s3:::bucket": { name: bucket }',
    'requests:',
    '  read:',
    '    principal: app:user/dana',
    '    action: s3:GetObject',
    '    resource: "arn:aws:s3:::bucket/report.csv"',
    '    context: { aws:SourceIp: 203.0.113.7 }',
    '    expect: allowed'
  ].join('\n');
  return { name: 'many-policies.yaml', text: `${text}\n` };
}

/** At least so many characters: users with an inline policy each, and one request. */
export function largeScenario(size: number): SourceText {
  const head = `bouncer: 1
title: Large
summary: A file near the size limit
accounts:
  app:
    id: "111111111111"
    name: App
    users:
`;
  const lines = [head];
  for (let i = 0, length = head.length; length < size; i++) {
    const user = `      user${i}:
        tags: { team: t${i % 7} }
        inline:
          Read:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject", "s3:ListBucket"]
                Resource: "arn:aws:s3:::bucket-${i}/*"
                Condition: { StringEquals: { "aws:PrincipalTag/team": "t${i % 7}" } }
`;
    lines.push(user);
    length += user.length;
  }
  lines.push(`requests:
  read: { principal: app:user/user0, action: "s3:GetObject", resource: "arn:aws:s3:::bucket-0/a", expect: allowed }
`);
  return { name: 'large.yaml', text: lines.join('') };
}

/** As {@link manyPolicies}, with so many requests. */
export function manyRequests(policies: number, requests: number): SourceText {
  const { text } = manyPolicies(policies);
  const more = Array.from({ length: requests - 1 }, (_, i) =>
    [
      `  read${i}:`,
      '    principal: app:user/dana',
      `    action: ${['s3:GetObject', 's3:PutObject', 'ec2:DescribeInstances', 'sqs:SendMessage'][i % 4] ?? ''}`,
      `    resource: "arn:aws:s3:::bucket/${i}.csv"`
    ].join('\n')
  );
  return { name: 'many-requests.yaml', text: `${text}${more.join('\n')}\n` };
}
