/** The catalogue of services from the disk: what `npm ci` made, read service by service as it is asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NO_CATALOGUE, lazyCatalogue } from '../lib/catalog/catalogue.ts';
import { readIndex, readService } from '../lib/catalog/service-file.ts';
import type { Catalogue } from '../lib/catalog/service.ts';

/** From dist/cli.js, and from src/cli where the sources run. */
const FOLDERS = ['../static/catalogue/', '../../static/catalogue/'];

let made: Catalogue | null = null;

/** The catalogue of this installation; one that knows nothing where there is none. Never throws. */
export function diskCatalogue(): Catalogue {
  made ??= open(FOLDERS.map((folder) => fileURLToPath(new URL(folder, import.meta.url))));
  return made;
}

function open(folders: readonly string[]): Catalogue {
  const folder = folders.find((each) => existsSync(`${each}index.json`));
  const index = folder === undefined ? null : readIndex(readJson(`${folder}index.json`));
  if (folder === undefined || index === null) return NO_CATALOGUE;
  return lazyCatalogue(index, (prefix) => readService(readJson(`${folder}${prefix}.json`)));
}

/** Null for a file that is not there or is no JSON. */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
