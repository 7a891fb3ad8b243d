// Exercises on the command line: the law in three formats, mutants, and a new file to begin with.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newExercise } from '../../src/lib/exercise/template.ts';
import { folder, run } from './run.ts';

const SOUND = newExercise(null);
/** Without the probe that a wide verb fails, and with a par that nobody takes. */
const UNSOUND = SOUND.replace('[delete-picture, see-contract]', '[see-contract]').replace('par: 1', 'par: 2');

let path = '';
let remove = (): void => undefined;
const at = (name: string) => join(path, name);

beforeAll(() => {
  ({ path, remove } = folder({
    'sound.yaml': SOUND,
    'unsound.yaml': UNSOUND,
    'start.yaml': SOUND.replace(
      '      ana: {}',
      '      ana: { inline: { Old: { Version: 2012-10-17, Statement: [{ Effect: Maybe, Action: "*", Resource: "*" }] } } }'
    ).replace('  # The task, Markdown.', '  startErrors: [policy/invalid-effect]\n  # The task, Markdown.')
  }));
});
afterAll(() => remove());

describe('check', () => {
  test('text: what each part of the law comes to', () => {
    const { code, out } = run(['check', at('sound.yaml')]);
    expect(code).toBe(0);
    expect(out.split('\n').slice(1, 10)).toEqual([
      '  – see-picture: implicitDeny by identity',
      '  – delete-picture: implicitDeny by identity',
      '  – see-contract: implicitDeny by identity',
      '  ✓ exercise',
      '    ✓ start fails see-picture',
      '    ✓ solution (par 1, moves 0) passes',
      '    ✓ decoy a star for the noun fails see-contract',
      '    ✓ decoy a star for the verb fails delete-picture',
      '    ✓ without main:user/ana/Pictures#OpenPictures fails see-picture'
    ]);
    expect(out).toContain('1 passed, 0 failed');
  });

  test('text: what breaks it, at its place', () => {
    const { code, out } = run(['check', at('unsound.yaml')]);
    expect(code).toBe(1);
    expect(out).toContain('  ✗ exercise');
    expect(out).toContain('    ✗ decoy a star for the verb passes');
    expect(out).toMatch(
      /unsound\.yaml:\d+:8: error: `par` is 2, but the solution adds, changes or removes 1 statement \[exercise\/wrong-par\]\n {2} {2}par: 2\n/
    );
    expect(out).toContain('help: write `par: 1`');
  });

  test('json: the published shape', () => {
    const { code, out } = run(['check', at('unsound.yaml'), '--format', 'json']);
    expect(code).toBe(1);
    const { files, passed, failed } = JSON.parse(out);
    expect({ passed, failed }).toEqual({ passed: 0, failed: 1 });
    expect(files[0].requests.map(({ ok }: { ok: unknown }) => ok)).toEqual([null, null, null]);
    expect(files[0].exercise).toMatchObject({
      start: 'fails',
      solution: 'passes',
      alternatives: [],
      decoys: [
        { name: 'a star for the noun', fails: true, on: ['see-contract'] },
        { name: 'a star for the verb', fails: false, on: [] }
      ],
      par: 1,
      moves: 0,
      mutants: null,
      ok: false,
      why: [
        { code: 'exercise/wrong-par', severity: 'error', path: '/exercise/par', column: 8 },
        { code: 'exercise/decoy-passes', path: '/exercise/decoys/1' }
      ]
    });
  });

  test('junit: the exercise is a test case', () => {
    const sound = run(['check', at('sound.yaml'), '--format', 'junit']).out;
    expect(sound).toContain('tests="4" failures="0" errors="0" skipped="3"');
    expect(sound).toContain('name="exercise"/>');
    const unsound = run(['check', at('unsound.yaml'), '--format', 'junit']).out;
    expect(unsound).toMatch(/name="exercise"><failure message="\d+:8: `par` is 2/);
  });

  test('an error that the start is meant to have is none of the file, one that stays is', () => {
    const { code, out } = run(['check', at('start.yaml')]);
    expect(code).toBe(1);
    expect(out).toContain('solution (par 1, moves 0): policy `main:user/ana/Old` has an error');
  });

  test('mutants', () => {
    const sound = run(['check', at('sound.yaml'), '--mutants']);
    expect(sound.code).toBe(0);
    expect(sound.out).toContain('    ✓ mutants: 3 made, 3 noticed, 0 the same, 0 left');
    const unsound = run(['check', '--mutants', at('unsound.yaml')]);
    expect(unsound.out).toContain(
      '✗ mutant main:user/ana/Pictures#OpenPictures: Action s3:* is noticed by nobody'
    );
    expect(
      JSON.parse(run(['check', at('unsound.yaml'), '--mutants', '--format=json']).out).files[0].exercise
        .mutants
    ).toEqual({
      made: 3,
      noticed: 2,
      equivalent: 0,
      survivors: [{ mutant: 'main:user/ana/Pictures#OpenPictures: Action s3:*', because: null }],
      unknown: []
    });
  });

  test('no other command has mutants', () => {
    expect(run(['lint', at('sound.yaml'), '--mutants'])).toMatchObject({
      code: 2,
      err: 'bouncer: `lint` has no option `--mutants`\n  help: `bouncer check` has it\n'
    });
  });
});

describe('new exercise', () => {
  test('writes a file that checks', () => {
    const file = at('fresh.yaml');
    expect(run(['new', 'exercise', file])).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(file, 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/.*scenario-1\.json\n/
    );
    expect(run(['check', file, '--mutants'])).toMatchObject({ code: 0 });
  });

  test('never overwrites', () => {
    writeFileSync(at('mine.yaml'), 'mine');
    const { code, err } = run(['new', 'exercise', at('mine.yaml')]);
    expect({ code, text: readFileSync(at('mine.yaml'), 'utf8') }).toEqual({ code: 2, text: 'mine' });
    expect(err).toContain('is there already');
    expect(err).toContain('nothing is overwritten');
  });

  test.each([
    [['new'], '`new exercise` needs one file to write'],
    [['new', 'exercise'], '`new exercise` needs one file to write'],
    [['new', 'exercise', 'a.yaml', 'b.yaml'], '`new exercise` needs one file to write'],
    [['new', 'world', 'a.yaml'], '`new` makes no `world`'],
    [['new', 'exercise', 'a.txt'], '`a.txt` is no name of a scenario file'],
    [['new', 'exercise', '/nowhere/at/all.yaml'], 'there is no directory `/nowhere/at`'],
    [['new', 'exercise', 'a.yaml', '--format', 'json'], '`new` has no format `json`']
  ])('%j', (argv, message) => {
    const { code, err } = run(argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
