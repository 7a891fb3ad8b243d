/** Policy documents read into statements: what each element becomes, and what is refused. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { locate } from '../../src/lib/policy/locate.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { printPolicy } from '../../src/lib/policy/print.ts';
import { validatePolicy } from '../../src/lib/policy/validate.ts';
import { parseEmbeddedJson } from '../../src/lib/source/embedded.ts';
import { parseJson } from '../../src/lib/source/json.ts';
import { renderDiagnostics } from '../../src/lib/source/render.ts';
import { textAt } from '../../src/lib/source/text.ts';
import type { Tree } from '../../src/lib/source/tree.ts';
import { parseYaml } from '../../src/lib/source/yaml.ts';
import { plain } from '../source/trees.ts';
import { readPolicy } from './read.ts';

const KINDS: readonly PolicyKind[] = [
  ...(['identity', 'managed', 'boundary', 'session', 'trust', 'resource', 'scp', 'rcp', 'endpoint'] as const)
];

const TEXT = `{
  "Version": "2012-10-17",
  "Id": "own",
  "Statement": [
    {
      "Sid": "A",
      "Effect": "Deny",
      "Principal": { "AWS": ["111122223333", "*"], "Service": "ec2.amazonaws.com" },
      "NotAction": ["s3:Get*", "*"],
      "Resource": "arn:aws:s3:::b/\${aws:username}",
      "Condition": {
        "ForAllValues:StringLikeIfExists": { "aws:TagKeys": ["a", "b"] },
        "NumericLessThan": { "aws:MultiFactorAuthAge": 3600 }
      }
    }
  ]
}`;

describe('parsePolicy', () => {
  const { document, diagnostics } = readPolicy(TEXT, null, 'p.json');
  const statement = document?.statements[0];

  test('reads every element', () => {
    expect(diagnostics).toEqual([]);
    expect(document).toMatchObject({ path: '', version: '2012-10-17', id: 'own' });
    expect(statement).toMatchObject({
      path: '/Statement/0',
      sid: 'A',
      effect: 'Deny',
      principal: {
        path: '/Statement/0/Principal',
        negated: false,
        entries: [
          { type: 'AWS', value: '111122223333', path: '/Statement/0/Principal/AWS/0' },
          { type: 'AWS', value: '*', path: '/Statement/0/Principal/AWS/1' },
          { type: 'Service', value: 'ec2.amazonaws.com', path: '/Statement/0/Principal/Service' }
        ]
      },
      action: {
        path: '/Statement/0/NotAction',
        negated: true,
        patterns: [
          { text: 's3:Get*', path: '/Statement/0/NotAction/0' },
          { text: '*', parts: [{ kind: 'anyRun' }] }
        ]
      },
      resource: {
        negated: false,
        patterns: [{ path: '/Statement/0/Resource', parts: [{ kind: 'literal' }, { key: 'aws:username' }] }]
      },
      conditions: [
        {
          path: '/Statement/0/Condition/ForAllValues:StringLikeIfExists/aws:TagKeys',
          operator: { set: 'ForAllValues', name: 'StringLike', ifExists: true },
          key: 'aws:TagKeys',
          values: [{ text: 'a' }, { text: 'b' }]
        },
        { operator: { text: 'NumericLessThan', set: null, ifExists: false }, values: [{ text: '3600' }] }
      ]
    });
  });

  test.each([
    ['{Statement: {Effect: Allow, Action: "*"}}', '/Statement', '2008-10-17', []],
    ['{Statement: {Effect: Allow, Action: []}}', '/Statement', '2008-10-17', []]
  ])(
    '%s: one statement is a list of one; a missing Version is the old one',
    (text, path, version, problems) => {
      const read = readPolicy(text);
      expect(read.document?.version).toBe(version);
      expect(read.document?.statements.map((one) => one.path)).toEqual([path]);
      expect(read.diagnostics).toEqual(problems);
    }
  );

  test('the bare `*` is a type of its own', () => {
    const read = readPolicy('{Statement: {Effect: Allow, Action: "*", Principal: "*"}}');
    expect(read.document?.statements[0]?.principal?.entries).toMatchObject([
      { type: '*', value: '*', path: '/Statement/Principal' }
    ]);
  });

  test('in version 2008-10-17, and in Action, `${…}` is text', () => {
    const read = readPolicy('{Statement: {Effect: Allow, Action: "s3:${x}", Resource: "${aws:x}"}}');
    expect(read.document?.statements[0]?.action.patterns[0]?.parts).toEqual([
      { kind: 'literal', text: 's3:${x}' }
    ]);
    expect(read.document?.statements[0]?.resource?.patterns[0]?.parts).toEqual([
      { kind: 'literal', text: '${aws:x}' }
    ]);
  });

  test('inside a file, nodes have the path in the policy and problems the path in the file', () => {
    const { value } = parseYaml({ name: 'f', text: 'a/b:\n  Statement: {Effect: Allow, Action: x}' });
    const tree = value?.kind === 'map' ? value.entries[0]?.value : null;
    const parsed = tree && parsePolicy(tree);
    expect(parsed?.value?.path).toBe('');
    expect(parsed?.value?.statements[0]?.action.path).toBe('/Statement/Action');
    expect(parsed?.diagnostics.map(({ path }) => path)).toEqual(['/a~1b/Statement/Action']);
  });
});

describe('locate', () => {
  const { document } = readPolicy(TEXT, null, 'p.json');
  test.each([
    ['', TEXT],
    ['/Statement/0/Principal', '{ "AWS": ["111122223333", "*"], "Service": "ec2.amazonaws.com" }'],
    ['/Statement/0/Principal/AWS', '"111122223333", "*"'],
    ['/Statement/0/Principal/AWS/1', '"*"'],
    ['/Statement/0/NotAction', '["s3:Get*", "*"]'],
    ['/Statement/0/NotAction/0', '"s3:Get*"'],
    ['/Statement/0/Resource', '"arn:aws:s3:::b/${aws:username}"'],
    ['/Statement/0/Condition/NumericLessThan/aws:MultiFactorAuthAge', '3600'],
    ['/Statement/0/Condition/ForAllValues:StringLikeIfExists/aws:TagKeys/1', '"b"'],
    ['/Statement/0/Condition/ForAllValues:StringLikeIfExists', '["a", "b"]'],
    ['/Statement/1', null],
    ['/Nope', null]
  ])('%s', (path, text) => {
    const range = document && locate(document, path);
    expect(range && textAt(range)).toBe(text);
  });
});

const KEY = fc.constantFrom(
  ...['Version', 'Id', 'Statement', 'Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction'],
  ...[
    'Resource',
    'NotResource',
    'Condition',
    'StringEquals',
    'NullIfExists',
    'aws:x',
    'AWS',
    'Service',
    'action'
  ],
  ...['Federated', 'CanonicalUser', '__proto__', 'a/b~']
);

/** Any JSON, and much that looks like a policy without quite being one. */
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  word: fc.constantFrom(
    ...['Allow', 'allow', '*', 's3:*', 's3:Get:x', '2012-10-17', 'arn:aws:s3:::b', 'arn:aws:iam::1:group/g'],
    ...['${aws:x}', '${', '', '日', '111122223333', 'ec2.amazonaws.com']
  ),
  value: fc.oneof(
    { depthSize: 'medium', maxDepth: 6 },
    tie('word'),
    fc.constantFrom(null, true, 5, 1e21),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(KEY, tie('value'), { maxKeys: 9 })
  )
})).value;

const policy = fc
  .record({ Version: fc.constantFrom('2012-10-17', '2008-10-17'), Statement: value }, { requiredKeys: [] })
  .map((document): unknown => document);

const anyTree = fc.oneof(value, policy).map((document): Tree => {
  const { value: tree } = parseJson({ name: 'p.json', text: JSON.stringify(document) });
  if (!tree) throw new Error('JSON.stringify writes JSON');
  return tree;
});

describe('laws', () => {
  test('any tree gives a document or an error; every node and problem has a place', () => {
    fc.assert(
      fc.property(anyTree, fc.constantFrom(...KINDS), (tree, kind) => {
        const parsed = parsePolicy(tree);
        expect(parsed.value !== null || parsed.diagnostics.length > 0).toBe(true);
        const found = parsed.value ? validatePolicy(parsed.value, kind) : [];
        for (const { range } of [...parsed.diagnostics, ...found]) {
          expect(range.to).toBeGreaterThanOrEqual(range.from);
          expect(range.to).toBeLessThanOrEqual(range.source.text.length);
        }
        renderDiagnostics([...parsed.diagnostics, ...found]);
      }),
      { numRuns: 1000 }
    );
  });

  test('any text is read as a policy, a file or a scalar without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
        fc.constantFrom(...KINDS),
        (text, kind) => {
          for (const name of ['p.json', 'p.yaml']) readPolicy(text, kind, name);
          const range = { source: { name: 'f', text: `'${text}'` }, from: 0, to: text.length + 2 };
          const scalar = { kind: 'text', text, quoted: true, path: '/a', range } as const;
          for (const { range: at } of parseEmbeddedJson(scalar).diagnostics) {
            expect(at.to).toBeLessThanOrEqual(text.length + 2);
          }
        }
      )
    );
  });

  test('what is printed reads as the same tree, and prints the same again', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const printed = printPolicy(tree);
        const again = parseJson({ name: 'p.json', text: printed });
        expect(again.diagnostics).toEqual([]);
        expect(plain(again.value)).toEqual(plain(tree));
        expect(again.value && printPolicy(again.value)).toBe(printed);
      })
    );
  });
});

test('printPolicy writes what the console shows, also from YAML', () => {
  const { value } = parseYaml({
    name: 'p',
    text: 'Version: 2012-10-17\nStatement: [{Effect: Allow, Action: [a, "5"], Resource: [], Condition: {Bool: {k: true}}, x: 5, y:}]'
  });
  expect(value && printPolicy(value)).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "a",
        "5"
      ],
      "Resource": [],
      "Condition": {
        "Bool": {
          "k": true
        }
      },
      "x": 5,
      "y": null
    }
  ]
}`);
});
