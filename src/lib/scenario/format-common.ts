/** Format 1, the parts that several sections share: policies, tags, names, flags. */
import type { Tree, TreeText } from '../source/tree.ts';
import { find } from '../source/tree.ts';
import { field, isText, listOrOne, either, named, object, record } from './shape-compound.ts';
import { flag, matching, raw, reference, text, type Shape } from './shape.ts';

/** A policy document: AWS's JSON as a YAML mapping, or a block scalar holding the JSON text. Read by room policy. */
export const policy: Shape<Tree> = named('policy', () =>
  raw("a policy document: AWS's JSON, or its text as a block scalar", {
    description: "A policy document: AWS's JSON as a mapping, or a block scalar holding the JSON text.",
    anyOf: [
      {
        type: 'object',
        properties: {
          Version: { enum: ['2012-10-17', '2008-10-17'] },
          Id: { type: 'string' },
          Statement: { type: ['object', 'array'] }
        }
      },
      { type: 'string' }
    ]
  })
);

export const tags = record(text);

/** Names of users, groups, roles and policies. Source: IAM User Guide, "IAM and AWS STS quotas", name requirements. */
export const iamName = {
  pattern: /^[A-Za-z0-9_+=,.@-]{1,128}$/,
  says: 'a name in IAM: at most 128 letters, digits and _+=,.@-'
};

/** Policies kept inside their principal, by name. */
export const inline = record(policy, iamName);

/** The name of a customer managed policy of the account, or `aws:NAME`. */
export const policyName: Shape<TreeText> = reference("a policy's name, or `aws:NAME`");

export const policyNames = named('policyNames', () => listOrOne(policyName));

export const path = matching('a path such as `/people/`', /^\/([\x21-\x7e]{1,510}\/)?$/);

/** Six parts, the service and the last one not empty; no control characters, which AWS has in none. */
export const arnKey = {
  pattern: /^arn:[!-9;-~]*:[!-9;-~]+:[!-9;-~]*:[!-9;-~]*:[ -~\u00a0-\uffff]+$/,
  says: 'an ARN: `arn:partition:service:region:account:resource`'
};

export const arn = matching(arnKey.says, arnKey.pattern);

/** The four switches of S3 Block Public Access. */
const publicAccessFlags = named('publicAccess', () =>
  object({
    blockPublicAcls: field(flag, 'Refuses new public ACLs.'),
    ignorePublicAcls: field(flag, 'Ignores the public ACLs there are.'),
    blockPublicPolicy: field(flag, 'Refuses new public bucket policies.'),
    restrictPublicBuckets: field(flag, "Lets only AWS services and the owner's account use a public policy.")
  })
);

/** `true` or `false` for all four, or each by name. */
export const publicAccess = either(isText, flag, publicAccessFlags);

/** Whether a tree is the long form of a thing whose short form is a policy document. */
export function hasDocument(tree: Tree): boolean {
  return tree.kind === 'map' && find(tree, 'document') !== null;
}
