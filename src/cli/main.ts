/** The command line: chooses what to run, and is the one boundary at which a fault of ours is caught. */
import { version } from '../../package.json';
import { actions } from './actions.ts';
import { readArguments, wrong, type Arguments } from './arguments.ts';
import { check } from './check.ts';
import { denial } from './denial.ts';
import { explain } from './explain.ts';
import { flip } from './flip.ts';
import { limits } from './limits.ts';
import { lint } from './lint.ts';
import { writeNew } from './new.ts';
import { EXIT, printable, type Terminal } from './terminal.ts';
import { HELP, USAGE, type Command } from './usage.ts';

/**
 * Runs one command.
 *
 * @param argv without node and script
 * @returns the exit code; never throws
 */
export function main(argv: readonly string[], terminal: Terminal): number {
  try {
    return run(readArguments(argv), terminal);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.err(
      `bouncer: this is our bug, not yours. Please report it with the file that shows it.\n${what}\n`
    );
    return EXIT.bug;
  }
}

function run(args: Arguments, terminal: Terminal): number {
  switch (args.kind) {
    case 'usage':
      terminal.out(USAGE);
      return EXIT.ok;
    case 'version':
      terminal.out(`${version}\n`);
      return EXIT.ok;
    case 'help':
      terminal.out(HELP[args.command]);
      return EXIT.ok;
    case 'wrong':
      terminal.err(`bouncer: ${printable(args.message)}\n  help: ${printable(args.help)}\n`);
      return EXIT.unusable;
    case 'run':
      return command(args, terminal);
  }
}

/** A run of one command: the exit code, or what is wrong with its operands. */
type Run = (
  operands: readonly string[],
  format: string,
  terminal: Terminal,
  /** Of the command's own options whether it was given. */
  flag: boolean
) => number | Arguments;

const RUNS: Readonly<Record<Command, Run>> = {
  check: (operands, format, terminal, mutants) =>
    operands.length > 0
      ? check(operands, { format, mutants }, terminal)
      : wrong('`check` needs a file or a directory', 'e.g. `bouncer check scenarios`'),
  explain: ([file, request, ...more], format, terminal) => {
    if (file !== undefined && request !== undefined && more.length === 0)
      return explain({ file, request, format }, terminal);
    const given = more.length > 0 ? 'takes one file and one request' : 'needs a file and the id of a request';
    return wrong(`\`explain\` ${given}`, 'e.g. `bouncer explain FILE REQUEST`');
  },
  denial: ([file, ...more], format, terminal) =>
    file !== undefined && more.length === 0
      ? denial({ file, text: null, format }, terminal)
      : wrong(
          '`denial` needs a file; the text comes from standard input',
          'e.g. `bouncer denial FILE < error.txt`'
        ),
  flip: ([file, request, ...more], format, terminal) =>
    file !== undefined && request !== undefined && more.length === 0
      ? flip({ file, request, format }, terminal)
      : wrong('`flip` needs a file and the id of a request', 'e.g. `bouncer flip FILE REQUEST`'),
  limits: (operands, format, terminal) =>
    operands.length === 0
      ? limits(format, terminal)
      : wrong('`limits` takes no operands', 'e.g. `bouncer limits`'),
  actions: (operands, format, terminal) =>
    operands.length > 0
      ? actions(operands, format, terminal)
      : wrong('`actions` needs a pattern', "e.g. `bouncer actions 's3:Get*'`"),
  lint: (operands, format, terminal, strict) =>
    operands.length > 0
      ? lint(operands, { format, strict }, terminal)
      : wrong('`lint` needs a file or a directory', 'e.g. `bouncer lint scenarios`'),
  new: ([kind, path, ...more], _format, terminal) => {
    if (kind === 'exercise' && path !== undefined && more.length === 0) return writeNew(path, terminal);
    const given =
      kind === undefined || kind === 'exercise'
        ? '`new exercise` needs one file to write'
        : `\`new\` makes no \`${kind}\``;
    return wrong(given, 'e.g. `bouncer new exercise my-exercise.yaml`');
  }
};

function command(
  { command, operands, format, strict, mutants }: Arguments & { kind: 'run' },
  terminal: Terminal
): number {
  const done = RUNS[command](operands, format, terminal, strict === true || mutants === true);
  return typeof done === 'number' ? done : run(done, terminal);
}
