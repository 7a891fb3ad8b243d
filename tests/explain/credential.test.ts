// The credential's facts say what the caller signed with, and what is not there is said to be missing.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { credentialFacts } from '../../src/lib/explain/credential.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

function factsOf(scenario: string, id: string) {
  const url = new URL(`../../scenarios/${scenario}.yaml`, import.meta.url);
  const { value } = parseScenario({ name: 'x.yaml', text: readFileSync(url, 'utf8') });
  const request = value?.cases.find((each) => each.id === id)?.request;
  if (!value || !request) throw new Error(`no request ${id}`);
  const facts = credentialFacts(request, value.world, toWords(value.world));
  return Object.fromEntries(
    facts.map(({ name, values, isMissing }) => [name, isMissing ? values : values.join()])
  );
}

test('a role session says since and until when, and that it carries no MFA fact', () => {
  expect(factsOf('tools-to-production', 'enter')).toMatchInlineSnapshot(`
    {
      "MFA": "not given",
      "credential": "a role session, temporary",
      "expires": "2026-03-03T11:00:00Z",
      "issued": "2026-03-03T10:00:00Z",
      "session tags": [
        "none",
      ],
      "who": "session build-42 of jenkins@tools",
    }
  `);
});

test('a user with a long-term key has nothing that expires', () => {
  expect(factsOf('mfa-that-isnt', 'dana-key')).toMatchInlineSnapshot(`
    {
      "MFA": [
        "no MFA fact: these credentials carry none",
      ],
      "credential": "the user’s own access key, long-term",
      "expires": [
        "not by itself",
      ],
      "issued": [
        "long-term: it carries no time",
      ],
      "session tags": [
        "none",
      ],
      "who": "dana@vaults",
    }
  `);
});

test('a token says whether MFA was given, and when', () => {
  expect(factsOf('mfa-that-isnt', 'dana-token')).toMatchInlineSnapshot(`
    {
      "MFA": "given 0 s before the call",
      "credential": "a GetSessionToken credential of the user, temporary",
      "expires": [
        "not said",
      ],
      "issued": "2026-03-03T10:00:00Z",
      "session tags": [
        "none",
      ],
      "who": "dana@vaults",
    }
  `);
});

test('a session by a provider’s token carries no MFA fact', () => {
  expect(factsOf('github-oidc', 'main')).toMatchInlineSnapshot(`
    {
      "MFA": [
        "no MFA fact: these credentials carry none",
      ],
      "credential": "a role session, temporary, by AssumeRoleWithWebIdentity",
      "expires": "2026-03-03T11:00:00Z",
      "issued": "2026-03-03T10:00:00Z",
      "session tags": [
        "none",
      ],
      "who": "session deploy-run of site-deploy@prod",
    }
  `);
});
