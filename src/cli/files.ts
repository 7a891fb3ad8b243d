/** Reads scenario files from the disk. What cannot be read is a problem with a code, like any other; never throws. */
import { lstatSync, readFileSync, readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Checked, Diagnostic } from '../lib/source/diagnostic.ts';
import type { SourceText } from '../lib/source/text.ts';

/** Bytes. The largest text that may be a scenario is 20 MB of JSON; four bytes a character are the most in UTF-8. */
const MAX_BYTES = 80 * 2 ** 20;

/** One file as the user named it, or as found below a directory. */
export interface FoundFile {
  readonly name: string;
  /** Why there is nothing to read. */
  readonly problem: Diagnostic | null;
}

/**
 * The files that paths mean, in order and each once. A directory means every .yaml, .yml and .json below it, by name;
 * hidden directories, node_modules and pipes, at which one might wait for ever, are passed over.
 */
export function findFiles(paths: readonly string[]): readonly FoundFile[] {
  const found = new Map<string, FoundFile>();
  for (const file of paths.flatMap(filesAt)) {
    if (!found.has(file.name)) found.set(file.name, file);
  }
  return [...found.values()];
}

function filesAt(path: string): readonly FoundFile[] {
  const stat = look(path);
  if (isDiagnostic(stat)) return [{ name: path, problem: stat }];
  if (!stat.isDirectory()) return [{ name: path, problem: null }];
  const below = filesBelow(path);
  if (below.length > 0) return below;
  const help = 'a scenario file ends in .yaml, .yml or .json';
  return [
    {
      name: path,
      problem: problem(path, 'cli/no-scenarios', 'no scenario file lies below this directory', help)
    }
  ];
}

function filesBelow(directory: string): readonly FoundFile[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(directory, entry.name);
        if (entry.isDirectory()) return isPassedOver(entry.name) ? [] : filesBelow(path);
        const isMeant = /\.(ya?ml|json)$/i.test(entry.name) && !entry.isFIFO() && !leadsToDirectory(path);
        return isMeant ? [{ name: path, problem: null }] : [];
      });
  } catch (error) {
    return [{ name: directory, problem: unreadable(directory, error) }];
  }
}

function isPassedOver(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

/** A link to a directory is not followed: it may lead back to where it lies. */
function leadsToDirectory(path: string): boolean {
  return (
    lstatSync(path).isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  );
}

/** The text of one file. */
export function readSource(name: string): Checked<SourceText> {
  const stat = look(name);
  const refusal = isDiagnostic(stat) ? stat : refuse(name, stat);
  if (refusal !== null) return { value: null, diagnostics: [refusal] };
  try {
    const bytes = readFileSync(name);
    if (bytes.length > MAX_BYTES) return { value: null, diagnostics: [tooLarge(name)] };
    // The byte order mark stays: reading the text warns of it.
    return { value: { name, text: decode(bytes) }, diagnostics: [] };
  } catch (error) {
    return {
      value: null,
      diagnostics: [error instanceof TypeError ? notUtf8(name) : unreadable(name, error)]
    };
  }
}

/** @throws TypeError for what is not UTF-8, unless it is no text in any encoding, which reading it finds out */
function decode(bytes: Uint8Array): string {
  if (bytes.includes(0)) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function refuse(name: string, stat: Stats): Diagnostic | null {
  if (stat.isDirectory()) {
    return problem(name, 'cli/directory', 'this is a directory, not a file', 'name one scenario file');
  }
  if (!stat.isFile() && !stat.isFIFO()) {
    return problem(name, 'cli/not-a-file', 'this is a device or a socket, not a file');
  }
  return stat.size > MAX_BYTES ? tooLarge(name) : null;
}

function look(path: string): Stats | Diagnostic {
  try {
    return statSync(path);
  } catch (error) {
    return unreadable(path, error);
  }
}

function isDiagnostic(found: Stats | Diagnostic): found is Diagnostic {
  return 'code' in found;
}

function unreadable(name: string, error: unknown): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return problem(
        name,
        'cli/no-such-file',
        'there is no such file',
        `paths are read from ${process.cwd()}`
      );
    case 'EACCES':
    case 'EPERM':
      return problem(name, 'cli/unreadable', 'this user may not read it');
    default:
      return problem(name, 'cli/unreadable', `it cannot be read${code === '' ? '' : ` (${code})`}`);
  }
}

function tooLarge(name: string): Diagnostic {
  return problem(
    name,
    'cli/too-large',
    'the file is larger than 80 MB',
    'a scenario may have 2 MB of YAML or 20 MB of JSON'
  );
}

function notUtf8(name: string): Diagnostic {
  return problem(
    name,
    'cli/not-utf-8',
    'the file is not text in UTF-8',
    'a scenario is YAML or JSON, stored as UTF-8'
  );
}

function problem(name: string, code: string, message: string, help?: string): Diagnostic {
  const range = { source: { name, text: '' }, from: 0, to: 0 };
  const fact = { code, severity: 'error', message, range, path: '' } as const;
  return help === undefined ? fact : { ...fact, help };
}
