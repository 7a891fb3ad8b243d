/** Takes a command line apart. Says what is wrong with it and what may have been meant; runs nothing. */
import { parseArgs } from 'node:util';
import { nearest } from '../lib/source/suggest.ts';
import { COMMANDS, FORMATS, type Command } from './usage.ts';

export type Arguments =
  | { readonly kind: 'usage' | 'version' }
  | { readonly kind: 'help'; readonly command: Command }
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly operands: readonly string[];
      readonly format: string;
      /** Whether a warning fails the run; absent where it was not asked for. */
      readonly strict?: true;
      /** Whether solutions of exercises are mutated; absent where it was not asked for. */
      readonly mutants?: true;
    }
  | { readonly kind: 'wrong'; readonly message: string; readonly help: string };

const OPTIONS = {
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  strict: { type: 'boolean' },
  mutants: { type: 'boolean' }
} as const;

/** @param argv without node and script; `--` ends the options. Never throws. */
export function readArguments(argv: readonly string[]): Arguments {
  if (argv.length === 0) return { kind: 'usage' };
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  const options = tokens.filter((token) => token.kind === 'option');
  const operands = tokens.filter((token) => token.kind === 'positional').map(({ value }) => value);
  for (const { name, rawName, value } of options) {
    const problem = findProblem(name, rawName, value);
    if (problem !== null) return problem;
  }
  if (options.some(({ name }) => name === 'version')) return { kind: 'version' };
  if (options.some(({ name }) => name === 'help')) return toHelp(operands[0]);
  const format = options.findLast(({ name }) => name === 'format')?.value ?? 'text';
  const asked = FLAGS.filter(({ flag }) => options.some(({ name }) => name === flag));
  return asked.reduce((done, flag) => withFlag(done, flag), toCommand(operands, format));
}

function toHelp(word: string | undefined): Arguments {
  const command = COMMANDS.find((each) => each === word);
  return command === undefined ? { kind: 'usage' } : { kind: 'help', command };
}

function toCommand([word, ...operands]: readonly string[], format: string): Arguments {
  if (word === 'help') return toHelp(operands[0]);
  if (word === undefined) return wrong('no command is given', `the commands are ${words(COMMANDS)}`);
  const command = COMMANDS.find((each) => each === word);
  if (command === undefined)
    return wrong(`there is no command \`${word}\``, orElse(word, COMMANDS, 'commands'));
  return withFormat(command, operands, format);
}

/** What one command has and no other: `lint` knows warnings that may fail it, `check` exercises to mutate. */
const FLAGS = [
  { flag: 'strict', command: 'lint' },
  { flag: 'mutants', command: 'check' }
] as const;

function withFlag(args: Arguments, { flag, command }: (typeof FLAGS)[number]): Arguments {
  if (args.kind !== 'run') return args;
  if (args.command === command) return { ...args, [flag]: true };
  return wrong(`\`${args.command}\` has no option \`--${flag}\``, `\`bouncer ${command}\` has it`);
}

function withFormat(command: Command, operands: readonly string[], format: string): Arguments {
  const formats = FORMATS[command];
  if (!formats.includes(format)) {
    return wrong(`\`${command}\` has no format \`${format}\``, orElse(format, formats, 'formats'));
  }
  return { kind: 'run', command, operands, format };
}

function findProblem(name: string, rawName: string, value: string | undefined): Arguments | null {
  if (!Object.hasOwn(OPTIONS, name)) {
    const options = Object.keys(OPTIONS).map((each) => `--${each}`);
    return wrong(`there is no option \`${rawName}\``, orElse(`--${name}`, options, 'options'));
  }
  if (name === 'format' && value === undefined) {
    return wrong('`--format` needs a value', 'the formats are `text`, `json` and, for check, `junit`');
  }
  if (name !== 'format' && value !== undefined) return wrong(`\`${rawName}\` takes no value`, 'leave it out');
  return null;
}

/** A wrong command line, with the way out. */
export function wrong(message: string, help: string): Arguments & { kind: 'wrong' } {
  return { kind: 'wrong', message, help };
}

/** What was meant, or else what there is. */
function orElse(word: string, known: readonly string[], noun: string): string {
  const near = nearest(word, known);
  return near === null ? `the ${noun} are ${words(known)}` : `did you mean \`${near}\`?`;
}

function words(known: readonly string[]): string {
  return known.map((each) => `\`${each}\``).join(', ');
}
