// Where a context value comes from is a place in the scenario file that exists.
import { expect, test } from 'vitest';
import type { Request } from '../../src/lib/engine/request.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { split } from '../../src/lib/source/pointer.ts';
import { find } from '../../src/lib/source/tree.ts';
import type { Tree } from '../../src/lib/source/tree.ts';
import { parseYaml } from '../../src/lib/source/yaml.ts';

const TEXT = `
bouncer: 1
title: Places
summary: Every kind of provenance once.
accounts:
  tools:
    id: "111111111111"
    users:
      dana: { path: /people/, tags: { team/x: web } }
    roles:
      jenkins: { tags: { stage: build } }
    resources:
      "arn:aws:s3:::uploads":
        tags: { team: web }
        objects: { "reports/q1.csv": { tags: { class: public } } }
  prod:
    id: "222222222222"
    roles:
      deploy: { tags: { team: prod } }
organizations:
  acme:
    id: o-a1b2c3d4e5
    management: prod
    root: { id: r-ab12, accounts: [prod], units: { Work: { id: ou-ab12-workload1, accounts: [tools] } } }
network:
  endpoints:
    vpce-0a1b2c3d: { account: tools, vpc: vpc-0abc1234, region: us-east-1, type: interface, services: [s3, sts] }
requests:
  chain:
    principal: tools:role/jenkins
    session: { name: s1, tags: { a: b }, transitive: [a], sourceIdentity: dana, issuedAt: 2026-03-03T09:00:00Z }
    mfa: false
    assume:
      - { role: prod:role/deploy, session: s2, externalId: x, tags: { c/d: e }, transitive: [c/d], at: 2026-03-03T09:30:00Z }
    action: s3:GetObject
    resource: arn:aws:s3:::uploads/reports/q1.csv
    requestTags: { t/u: v }
    endpoint: vpce-0a1b2c3d
    at: 2026-03-03T10:06:00Z
    context: { s3:prefix: x }
    unknown: [aws:SourceIp]
  list:
    principal: tools:user/dana
    action: s3:ListBucket
    resource: arn:aws:s3:::uploads
    via: [athena.amazonaws.com]
  event:
    principal: service:s3.amazonaws.com
    onBehalfOf: arn:aws:s3:::uploads
    sourceAccount: tools
    action: sns:Publish
    resource: arn:aws:sns:us-east-1:111111111111:news
`;

const source = { name: 'places.yaml', text: TEXT };
const parsed = parseScenario(source);
const { value: tree } = parseYaml(source);

test.each(['chain', 'list', 'event'])('every place that %s names exists in the file', (id) => {
  const request = parsed.value?.cases.find((one) => one.id === id)?.request;
  expect(request, JSON.stringify(parsed.diagnostics.map(({ message }) => message))).toBeTruthy();
  const places = request ? placesOf(request) : [];
  expect(places.length).toBeGreaterThan(8);
  expect(places.filter((place) => !resolves(tree, place))).toEqual([]);
});

function placesOf(request: Request): readonly string[] {
  const own = [...request.context.values()].flatMap(({ from }) => from.path ?? []);
  return [...own, ...[...request.hops, ...request.checks].flatMap(placesOf)];
}

function resolves(root: Tree | null, path: string): boolean {
  let at: Tree | null = root;
  for (const key of split(path)) {
    if (at?.kind === 'map') at = find(at, key)?.value ?? null;
    else at = at?.kind === 'list' ? (at.items[Number(key)] ?? null) : null;
  }
  return at !== null;
}
