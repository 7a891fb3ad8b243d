/** `bouncer check` on files that hold, that do not, and that are no scenarios at all. */
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder, run, scenario } from './run.ts';

const SCENES = `walkthrough:
  - { title: Dana reads, say: s, request: read, step: identity, focus: [app:user/dana], expect: allowed }
  - { title: "Dana \\u001b<writes>", say: s, request: write, expect: allowed }
  - { title: "", say: s, request: ask, step: gone }
`;
const FIVE_MEGABYTES = 5 * 2 ** 20;
let path = '';
let remove = (): void => undefined;
const at = (...names: readonly string[]) => names.map((name) => join(path, name));

beforeAll(() => {
  ({ path, remove } = folder({
    'good.yaml': scenario('allowed', 'implicitDeny'),
    'denied.yaml': scenario('allowed', 'denied'),
    'bad.yaml': scenario('allowed', 'explicitDeny'),
    'unknown-key.yaml': scenario('allowed', 'implicitDeny', 'titel: x\n'),
    'broken.yaml': 'bouncer: 1\naccounts: [\n',
    'other.yaml': 'services:\n  web:\n    image: nginx\n',
    'empty.yaml': '',
    'blank.yml': '\n\n# nothing\n',
    'empty.json': '',
    'strict.json': '{"bouncer": 1, "title": "x",}',
    'junk.yaml': Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256),
    'latin.yaml': Uint8Array.from([...Buffer.from('title: caf'), 0xe9, 0x0a]),
    'nul.yaml': 'title: \0\n',
    'large.yaml': `title: ${'x'.repeat(FIVE_MEGABYTES)}\n`,
    'keys.yaml': Array.from({ length: 2_000 }, (_, i) => `key${i}: value\n`).join(''),
    'scenes.yaml': scenario('allowed', 'implicitDeny', SCENES),
    'lost-focus.yaml': scenario(
      'allowed',
      'implicitDeny',
      'walkthrough: [{ title: Who, say: s, focus: [app:user/dan] }]'
    ),
    'tree/a.yaml': scenario('allowed', 'implicitDeny'),
    'tree/b/c.yml': scenario('allowed', 'implicitDeny'),
    'tree/b/d.json': '{"bouncer": "1", "title": "t", "summary": "s", "accounts": {}}',
    'tree/.hidden/e.yaml': '[',
    'tree/node_modules/f.yaml': '[',
    'tree/notes.md': '[',
    'bare/notes.md': ''
  }));
  symlinkSync(join(path, 'tree'), join(path, 'tree/b/loop.yaml'));
  symlinkSync(join(path, 'nowhere'), join(path, 'dangling.yaml'));
});

afterAll(() => remove());

test('names that would act on a terminal or break XML are shown, in every format', () => {
  const odd = 'a\u001b[31m\u202Eb\u200F<&"\u0000';
  const text = `bouncer: 1\ntitle: t\nsummary: s\naccounts: {}\nrequests: { ${JSON.stringify(odd.replace('\0', ''))}: {} }\n`;
  const odds = folder({ 'x.yaml': text });
  try {
    for (const format of ['text', 'json', 'junit']) {
      const { code, out } = run(['check', join(odds.path, 'x.yaml'), '--format', format]);
      expect(code).toBe(2);
      if (format === 'json') expect(() => JSON.parse(out) as unknown).not.toThrow();
      else expect(out.replaceAll(format === 'junit' ? /[\u202E\u200F]/g : '', '')).not.toMatch(/[^\P{C}\n]/u);
      if (format === 'junit') expect(out).toContain('&lt;&amp;&quot;');
    }
  } finally {
    odds.remove();
  }
});

describe('exit code and counts', () => {
  test.each([
    ['all hold', ['good.yaml'], 0, '2 passed, 0 failed'],
    ['denied is either kind', ['denied.yaml'], 0, '2 passed, 0 failed'],
    ['one does not hold', ['bad.yaml'], 1, '1 passed, 1 failed'],
    ['one file of two does not hold', ['good.yaml', 'bad.yaml'], 1, '3 passed, 1 failed'],
    ['the same file twice is checked once', ['good.yaml', 'good.yaml'], 0, '2 passed, 0 failed'],
    ['scenes count', ['scenes.yaml'], 1, '3 passed, 2 failed'],
    ['a scene that points at nobody', ['lost-focus.yaml'], 2, '2 passed, 1 failed, 1 file unusable'],
    ['an unknown key', ['unknown-key.yaml'], 2, '2 passed, 0 failed, 1 file unusable'],
    [
      'an unusable file weighs more than a failure',
      ['bad.yaml', 'empty.yaml'],
      2,
      '1 passed, 1 failed, 1 file unusable'
    ],
    ['a directory, all below it', ['tree'], 0, '4 passed, 0 failed']
  ])('%s', (_what, names, code, counts) => {
    const ran = run(['check', ...at(...names)]);
    expect({ code: ran.code, err: ran.err }).toEqual({ code, err: '' });
    expect(ran.out.trimEnd().split('\n').at(-1)).toBe(counts);
  });
});

describe('what is no scenario is said to be none', () => {
  test.each([
    ['missing.yaml', 'cli/no-such-file', 'there is no such file'],
    ['good.yaml/inside.yaml', 'cli/no-such-file', 'there is no such file'],
    ['dangling.yaml', 'cli/no-such-file', 'there is no such file'],
    ['bare', 'cli/no-scenarios', 'no scenario file lies below this directory'],
    ['empty.yaml', 'source/empty', 'the text is empty'],
    ['blank.yml', 'source/empty', 'the text is empty'],
    ['empty.json', 'source/empty', 'the text is empty'],
    ['broken.yaml', 'source/syntax', ''],
    ['strict.json', 'source/syntax', ''],
    ['other.yaml', 'scenario/unknown-key', '`services`'],
    ['junk.yaml', 'source/not-text', 'this is not a text'],
    ['nul.yaml', 'source/not-text', 'this is not a text'],
    ['latin.yaml', 'cli/not-utf-8', 'the file is not text in UTF-8'],
    ['large.yaml', 'source/too-large', 'larger than 2 MB']
  ])('%s: %s', (name, code, message) => {
    const ran = run(['check', ...at(name)]);
    expect(ran.code).toBe(2);
    expect(ran.out).toContain(`[${code}]`);
    expect(ran.out).toContain(message);
    expect(ran.out).toContain(name);
    expect(ran.out).not.toMatch(/^ {4}at /m);
    const json = JSON.parse(run(['check', '--format', 'json', ...at(name)]).out);
    expect(json.files[0].diagnostics[0]).toMatchObject({ code, severity: 'error' });
  });

  test.skipIf(process.getuid?.() === 0)('a file that this user may not read', () => {
    const [secret = ''] = at('good.yaml');
    chmodSync(secret, 0o000);
    const ran = run(['check', secret]);
    chmodSync(secret, 0o644);
    expect(ran.code).toBe(2);
    expect(ran.out).toContain('this user may not read it [cli/unreadable]');
  });

  test.runIf(process.platform === 'linux')('a device', () => {
    const ran = run(['check', '/dev/zero']);
    expect(ran.code).toBe(2);
    expect(ran.out).toContain('this is a device or a socket, not a file [cli/not-a-file]');
  });

  test('of thousands of problems twenty are shown', () => {
    const ran = run(['check', ...at('keys.yaml')]);
    expect(ran.code).toBe(2);
    expect(ran.out.match(/: error: /g)).toHaveLength(20);
    expect(ran.out).toMatch(/… and 19\d\d more; --format json shows all/);
  });
});

describe('the formats', () => {
  test('text: a line for each request, with what was expected where it does not hold', () => {
    const [file = ''] = at('bad.yaml');
    expect(run(['check', file]).out).toBe(
      [
        file,
        '  ✓ read: allowed by identity/Read#Get',
        '  ✗ write: implicitDeny by identity, expected explicitDeny',
        '  – ask: implicitDeny by identity',
        '',
        '1 passed, 1 failed',
        ''
      ].join('\n')
    );
  });

  test('text: a line for each scene, with what is wrong where it does not hold', () => {
    expect(run(['check', ...at('scenes.yaml')]).out).toContain(
      [
        '  ✓ scene 1, Dana reads',
        '  ✗ scene 2, Dana \\u001b<writes>: `write` is implicitDeny, expected allowed',
        '  ✗ scene 3: `ask` has no step `gone`',
        '',
        '3 passed, 2 failed'
      ].join('\n')
    );
  });

  test('json: a scene has its place, its title, whether it holds, and why not', () => {
    const { out } = run(['check', '--format=json', ...at('scenes.yaml')]);
    expect(JSON.parse(out).files[0].scenes).toEqual([
      { index: 0, title: 'Dana reads', ok: true },
      { index: 1, title: 'Dana \u001b<writes>', ok: false, why: '`write` is implicitDeny, expected allowed' },
      { index: 2, ok: false, why: '`ask` has no step `gone`' }
    ]);
  });

  test('junit: a test case for each scene', () => {
    const { out } = run(['check', '--format=junit', ...at('scenes.yaml')]);
    expect(out).toContain('tests="6" failures="2" errors="0" skipped="1"');
    expect(out).toContain('name="scene 1, Dana reads"/>');
    expect(out).toContain(
      'name="scene 2, Dana \uFFFD&lt;writes&gt;"><failure message="`write` is implicitDeny,'
    );
    expect(out).toContain('name="scene 3"><failure message="`ask` has no step `gone`"/>');
  });

  test('text: colours for a terminal only', () => {
    const [file = ''] = at('good.yaml');
    expect(run(['check', file], true).out).toContain('\u001B[32m✓\u001B[0m read');
    expect(run(['check', file]).out).not.toContain('\u001B');
  });

  test('json: the published shape', () => {
    const [file = ''] = at('bad.yaml');
    const { code, out } = run(['check', file, '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: [
        {
          file,
          diagnostics: [],
          requests: [
            {
              id: 'read',
              decision: 'allowed',
              by: ['identity/Read#Get'],
              when: null,
              expect: 'allowed',
              ok: true,
              hops: []
            },
            {
              id: 'write',
              decision: 'implicitDeny',
              by: ['identity'],
              when: null,
              expect: 'explicitDeny',
              ok: false
            },
            { id: 'ask', decision: 'implicitDeny', expect: null, ok: null }
          ],
          exercise: null,
          scenes: []
        }
      ],
      passed: 1,
      failed: 1
    });
  });

  test('json: a problem has its line, column and path', () => {
    const { out } = run(['check', '--format=json', ...at('unknown-key.yaml')]);
    expect(JSON.parse(out).files[0].diagnostics).toMatchObject([
      { code: 'scenario/unknown-key', severity: 'error', line: 18, column: 1, help: 'did you mean `title`?' }
    ]);
  });

  test('junit: a suite for each file, and text that cannot break out of it', () => {
    const odd = folder({ 'a"<&>.yaml': scenario('allowed', 'explicitDeny'), 'b.yaml': '' });
    const { code, out } = run(['check', odd.path, '--format', 'junit']);
    odd.remove();
    expect(code).toBe(2);
    expect(out).toContain('<testsuites name="bouncer check" tests="4" failures="1" errors="1" skipped="1">');
    expect(out).toContain('a&quot;&lt;&amp;&gt;.yaml" tests="3" failures="1" errors="0" skipped="1">');
    expect(out).toContain('name="read"/>');
    expect(out).toContain(
      'name="write"><failure message="implicitDeny by identity, expected explicitDeny"/></testcase>'
    );
    expect(out).toContain('name="ask"><skipped/></testcase>');
    expect(out).toContain(
      'name="(file)"><error message="1:1: the text is empty [source/empty]"/></testcase>'
    );
    expect(out.match(/<(?!\?|\/)[a-z]+/g)?.length).toBe(1 + 2 + 4 + 3);
  });
});
