/**
 * Documents that AWS stores or refuses, a case each. Cases that cannot be told from the document alone, or on which
 * we differ from the strict reading, stand below with a reason; one that starts to pass fails the test.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { validatePolicy } from '../../src/lib/policy/validate.ts';
import { hasErrors } from '../../src/lib/source/diagnostic.ts';
import { parseJson } from '../../src/lib/source/json.ts';

interface Vector {
  readonly id: string;
  readonly policyType: string;
  readonly title: string;
  readonly document?: unknown;
  readonly raw?: string;
  readonly expect: 'accepted' | 'rejected';
}

const KINDS: Readonly<Record<string, PolicyKind>> = {
  inline: 'identity',
  managed: 'managed',
  bucket: 'resource',
  kms: 'resource',
  vpce: 'endpoint',
  trust: 'trust',
  session: 'session',
  scp: 'scp',
  rcp: 'rcp'
};

const GAPS: ReadonlyMap<string, string> = new Map([
  ['P-011', 'Id in an identity-based policy: AWS has been seen to store it, so it is a warning'],
  ['P-040', 'whether the principal exists is a question to the world'],
  ['P-064', 'size of what was sent, not of the document'],
  ['P-070', 'size of what was sent, not of the document'],
  ['P-071', 'packed size of a session'],
  ['P-072', 'size of what was sent, not of the document'],
  ['P-073', 'size of what was sent, not of the document'],
  ['P-074', 'size of what was sent, not of the document'],
  ['P-075', 'sum over the policies of a user'],
  ['P-077', 'whose bucket it is, is a question to the world'],
  ['P-078', 'which actions an S3 object has, is a question to the catalogue']
]);

const file: { readonly vectors: readonly Vector[] } = JSON.parse(
  readFileSync(new URL('./validation-vectors.json', import.meta.url), 'utf8')
);

/** Null for a vector that only describes its document. */
function verdict({ document, raw, policyType }: Vector): Vector['expect'] | null {
  const text = raw ?? (document === undefined ? null : JSON.stringify(document));
  const kind = KINDS[policyType];
  if (text === null || !kind) return null;
  const tree = parseJson({ name: 'policy.json', text });
  const parsed = tree.value && parsePolicy(tree.value);
  const diagnostics = [
    ...tree.diagnostics,
    ...(parsed?.diagnostics ?? []),
    ...(parsed?.value ? validatePolicy(parsed.value, kind) : [])
  ];
  return hasErrors(diagnostics) ? 'rejected' : 'accepted';
}

describe('validation vectors', () => {
  const held = file.vectors.filter(({ id }) => !GAPS.has(id));
  test.each(held.map((vector) => [vector.id, vector.title, vector.expect, vector] as const))(
    '%s %s: %s',
    (_id, _title, expected, vector) => {
      expect(verdict(vector)).toBe(expected);
    }
  );

  test.each([...GAPS])('%s is still a gap: %s', (id) => {
    const vector = file.vectors.find((candidate) => candidate.id === id);
    expect(vector).toBeDefined();
    expect(vector && verdict(vector)).not.toBe(vector?.expect);
  });
});
