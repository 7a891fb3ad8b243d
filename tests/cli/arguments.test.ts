/** The command line as typed: argv in; exit code, what it prints and what it complains of out. */
import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { run } from './run.ts';

describe('what is asked for is printed, and nothing is complained of', () => {
  test.each([
    [[], 'Usage:'],
    [['--help'], 'Usage:'],
    [['-h'], 'Usage:'],
    [['help'], 'Usage:'],
    [['help', 'check'], 'bouncer check PATH…'],
    [['check', '--help'], 'bouncer check PATH…'],
    [['--help', 'explain'], 'bouncer explain FILE REQUEST'],
    [['explain', '-h'], 'bouncer explain FILE REQUEST'],
    [['--version'], version],
    [['-v'], version]
  ])('%j', (argv, text) => {
    const { code, out, err } = run(argv);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(text);
    expect(out.endsWith('\n')).toBe(true);
  });
});

describe('what is wrong is named, with the way out', () => {
  test.each([
    [['chekc', 'x'], 'there is no command `chekc`', 'did you mean `check`?'],
    [['frobnicate'], 'there is no command `frobnicate`', 'the commands are `check`, `explain`'],
    [['check'], '`check` needs a file or a directory', 'bouncer check scenarios'],
    [['explain'], '`explain` needs a file and the id of a request', 'bouncer explain FILE REQUEST'],
    [['explain', 'a.yaml'], '`explain` needs a file and the id of a request', 'bouncer explain FILE REQUEST'],
    [
      ['explain', 'a.yaml', 'b', 'c'],
      '`explain` takes one file and one request',
      'bouncer explain FILE REQUEST'
    ],
    [['check', '--fromat', 'json', 'x'], 'there is no option `--fromat`', 'did you mean `--format`?'],
    [['check', 'x', '--toString'], 'there is no option `--toString`', 'the options are `--format`'],
    [
      ['check', '-x'],
      'there is no option `-x`',
      'the options are `--format`, `--help`, `--version`, `--strict`, `--mutants`'
    ],
    [['check', 'x', '--format'], '`--format` needs a value', '`json`'],
    [['check', 'x', '--format', 'jsn'], '`check` has no format `jsn`', 'did you mean `json`?'],
    [
      ['explain', 'x', 'y', '--format=junit'],
      '`explain` has no format `junit`',
      'the formats are `text`, `json`'
    ],
    [['check', 'x', '--help=yes'], '`--help` takes no value', 'leave it out'],
    [['--format', 'json'], 'no command is given', 'the commands are `check`, `explain`'],
    [['\u001b[31mred'], 'there is no command `\\u001b[31mred`', 'the commands are']
  ])('%j', (argv, message, help) => {
    const { code, out, err } = run(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`bouncer: ${message}\n`);
    expect(err).toContain('\n  help: ');
    expect(err).toContain(help);
    expect(err).not.toContain('    at ');
  });
});
