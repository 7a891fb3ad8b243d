/** One broken document through every door: the command line, the editor, a paste and a link tell the same of it. */
import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/cli/check-json.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { LiveReader } from '../../src/lib/scenario/live.ts';
import { adopt } from '../../src/lib/share/adopt.ts';
import { fromPayload, toPayload } from '../../src/lib/share/link.ts';
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';
import type { SourceText } from '../../src/lib/source/text.ts';

/** What is told of a problem, without its place: that is another one in every text. */
type Told = readonly [
  code: string,
  severity: string,
  aws: string | null,
  text: string | null,
  fix: string | null
];

function told({ code, severity, aws, fix }: Diagnostic): Told {
  return [code, severity, aws?.code ?? null, aws?.message ?? null, fix?.title ?? null];
}

const toldOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics
    .filter(({ code }) => code.startsWith('policy/'))
    .map(told)
    .sort((a, b) => a.join().localeCompare(b.join()));

const DOCUMENTS: Readonly<Record<string, string>> = {
  'an identity-based policy': JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        { Sid: 'A 1', Effect: 'Allow', Action: 'GetObject', Resource: 'arn:aws:s3:eu-west-1::b/*' },
        {
          Sid: 'B',
          Effect: 'deny',
          Action: '*',
          Resource: '*',
          Condition: { stringEquals: { 'aws:x': 'y' } }
        }
      ]
    },
    null,
    2
  ),
  'a trust policy': JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:group/g' },
        Action: 'sts:AssumeRole'
      }
    ]
  }),
  'a bucket policy': JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'ec2.amazonaws.com' },
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::b'
      }
    ]
  })
};

describe.each(Object.entries(DOCUMENTS))('%s', (_what, text) => {
  const { value: pasted } = adopt([{ name: 'policy.json', text }]);
  const source: SourceText = pasted ?? { name: 'none.yaml', text: '' };
  const expected = toldOf(parseScenario(source).diagnostics);

  test('the paste is a scenario, and it has the problems', () => {
    expect(pasted).not.toBeNull();
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.every(([, severity, aws]) => severity !== 'error' || aws !== null)).toBe(true);
  });

  test('the editor of the file, and that of the policy', () => {
    const live = new LiveReader().read(source, new Map());
    expect(toldOf(live.diagnostics)).toEqual(expected);
    const shown = [...live.texts.values()].flatMap(({ diagnostics }) => diagnostics);
    expect(toldOf(shown)).toEqual(expected);
  });

  test('the policy typed over the file', () => {
    const reader = new LiveReader();
    const { texts } = reader.read(source, new Map());
    const typed = new Map(
      [...texts.values()].map((shown) => [shown.pointer, { text: `${shown.text} `, over: shown.over }])
    );
    expect(toldOf(reader.read(source, typed).diagnostics)).toEqual(expected);
  });

  test('a link', async () => {
    const payload = await toPayload({
      name: 'x',
      base: null,
      text: source.text,
      isJson: false,
      drafts: new Map()
    });
    const { value } = await fromPayload(payload);
    const sent = value && { name: `${value.name}.yaml`, text: value.text };
    expect(toldOf(parseScenario(sent ?? { name: '', text: '' }).diagnostics)).toEqual(expected);
  });

  test('the command line', () => {
    const { diagnostics } = parseScenario(source);
    const file = { file: source.name, diagnostics, findings: [], report: null, isUnusable: true };
    const report: unknown = JSON.parse(toJson({ files: [file], passed: 0, failed: 0 }));
    const written = diagnostics.map(({ code, aws }) =>
      expect.objectContaining(aws ? { code, aws } : { code })
    );
    expect(report).toMatchObject({ files: [{ diagnostics: written }] });
  });
});
