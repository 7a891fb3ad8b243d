/** `bouncer new exercise`: writes a small exercise that checks, to be changed. Never over a file that is there. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newExercise } from '../lib/exercise/template.ts';
import { EXIT, printable, type Terminal } from './terminal.ts';

/** From dist/cli.js, and from src/cli where the sources run. */
const SCHEMAS = ['../static/schema/scenario-1.json', '../../static/schema/scenario-1.json'];

/** @returns the exit code: 0 written, 2 not */
export function writeNew(path: string, terminal: Terminal): number {
  if (!/\.ya?ml$/i.test(path)) {
    return refuse(`\`${path}\` is no name of a scenario file`, 'end it in .yaml', terminal);
  }
  try {
    writeFileSync(path, newExercise(schemaFrom(path)), { flag: 'wx' });
  } catch (error) {
    const [message, help] = reason(error, path);
    return refuse(message, help, terminal);
  }
  terminal.out(`${printable(path)} is written; hold it to its law with: bouncer check ${printable(path)}\n`);
  return EXIT.ok;
}

function refuse(message: string, help: string, terminal: Terminal): number {
  terminal.err(`bouncer: ${printable(message)}\n  help: ${printable(help)}\n`);
  return EXIT.unusable;
}

function reason(error: unknown, path: string): readonly [message: string, help: string] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EEXIST':
      return [`\`${path}\` is there already`, 'choose another name; nothing is overwritten'];
    case 'ENOENT':
    case 'ENOTDIR':
      return [`there is no directory \`${dirname(path)}\``, 'make it first'];
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return [`\`${path}\` may not be written`, 'choose a directory of yours'];
    default:
      return [`\`${path}\` cannot be written${code === '' ? '' : ` (${code})`}`, 'choose another place'];
  }
}

/** The schema that came with this installation, for the editor of whoever writes the file. */
function schemaFrom(path: string): string | null {
  const found = SCHEMAS.map((each) => fileURLToPath(new URL(each, import.meta.url))).find((each) =>
    existsSync(each)
  );
  if (found === undefined) return null;
  const way = relative(dirname(resolve(path)), found)
    .split(sep)
    .join('/');
  return way.startsWith('.') ? way : `./${way}`;
}
