/** Sound texts to start from: the shipped scenarios, the policies of the conformance cases, denials and links. */
import { readdirSync, readFileSync } from 'node:fs';
import { toPayload } from '../../src/lib/share/link.ts';

export interface Corpus {
  readonly policies: readonly string[];
  readonly scenarios: readonly string[];
  /** Scenarios of at most a few kilobytes. */
  readonly small: readonly string[];
  readonly denials: readonly string[];
  readonly links: readonly string[];
}

const SMALL = 6000;

export async function readCorpus(): Promise<Corpus> {
  const scenarios = readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(`scenarios/${name}`, 'utf8'));
  const small = scenarios.filter((text) => text.length <= SMALL);
  const links = await Promise.all(
    scenarios.slice(0, 6).map((text, i) => {
      const drafts = new Map(i % 2 ? [['/policies/a', '{ "Version"']] : []);
      return toPayload({ name: 'file', base: null, text, isJson: false, drafts });
    })
  );
  return {
    policies: policiesOf(),
    scenarios,
    small: small.length > 0 ? small : scenarios,
    denials: DENIALS,
    links
  };
}

/** Every document in the conformance cases, once. */
function policiesOf(): string[] {
  const vectors = JSON.parse(readFileSync('tests/engine/vectors.json', 'utf8')) as unknown[];
  const found = new Set<string>();
  const walk = (tree: unknown) => {
    if (typeof tree !== 'object' || tree === null) return;
    if ('Statement' in tree) found.add(JSON.stringify(tree, null, found.size % 2 ? 2 : 0));
    else Object.values(tree).forEach(walk);
  };
  walk(vectors);
  return [...found];
}

const USER = 'arn:aws:iam::111111111111:user/ana';
const SESSION = 'arn:aws:sts::111111111111:assumed-role/app/s1';
const DENIALS = [
  `User: ${USER} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::data/x" with an explicit deny in a service control policy`,
  `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${SESSION} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/x`,
  `User: ${USER} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:111111111111:key/k because no identity-based policy allows the kms:Decrypt action`,
  'You are not authorized to perform this operation. Encoded authorization failure message: AbCd-_0123456789AbCd-_0123456789',
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>1</RequestId></Error>',
  `{"eventSource":"s3.amazonaws.com","eventName":"GetObject","errorCode":"AccessDenied","userIdentity":{"type":"IAMUser","arn":"${USER}"},"requestParameters":{"bucketName":"data","key":"x"}}`,
  `{"__type":"AccessDeniedException","Message":"User: ${USER} is not authorized to perform: secretsmanager:GetSecretValue on resource: s because no resource-based policy allows the secretsmanager:GetSecretValue action"}`
];
