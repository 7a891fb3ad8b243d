/**
 * Finds a Chromium for the tests and says how to launch it: CHROMIUM_PATH, else an installed browser, else the one
 * that comes inside an npm package. Works as root or not, without a download. Knows nothing of what is tested.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ChromiumOptions {
  executablePath: string;
  args: string[];
  env?: Record<string, string>;
}

const ARGS = [
  '--no-sandbox', // root and most containers have none to offer
  '--no-zygote',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/**
 * Launch options for Playwright and for vitest's browser mode.
 *
 * @param chosen    what CHROMIUM_PATH says; an empty text counts as nothing
 * @param installed where a browser of the system may lie, first found wins
 * @throws when CHROMIUM_PATH names no file, or no browser is to be had on this system
 */
export async function chromium(
  chosen: string | undefined = process.env['CHROMIUM_PATH'],
  installed: readonly string[] = INSTALLED
): Promise<ChromiumOptions> {
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
    return { executablePath: chosen, args: ARGS };
  }
  const found = installed.find((path) => existsSync(path));
  return found === undefined ? packaged() : { executablePath: found, args: ARGS };
}

/** The browser of @sparticuz/chromium, with the system libraries and the font it brings along. */
async function packaged(): Promise<ChromiumOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no browser for the tests: install Chrome, or let CHROMIUM_PATH name a Chromium');
  }
  const home = await unpack();
  return {
    executablePath: join(home, 'chromium'),
    args: ARGS,
    env: {
      ...environment(),
      FONTCONFIG_PATH: join(home, 'fonts'),
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib')
    }
  };
}

function environment(): Record<string, string> {
  const set = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined
  );
  return Object.fromEntries(set);
}

/**
 * Unpacks the packaged browser once, below node_modules, and returns where it lies. It is unpacked beside its place
 * and moved there when complete: a run that was stopped, or two at once, leave nothing half done.
 */
async function unpack(): Promise<string> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..', 'bin');
  const { version } = JSON.parse(readFileSync(join(bin, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
  const home = join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, 'unpacking-'));
  const { inflate } = await import('@sparticuz/chromium');
  const temporary = process.env['TMPDIR'];
  process.env['TMPDIR'] = staging; // the package knows no other way to be told where
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((archive) => inflate(join(bin, archive))));
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporary;
  }
  writeFileSync(join(staging, 'fonts', 'fonts.conf'), fontsIn(join(home, 'fonts')));
  try {
    renameSync(staging, home);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(home)) throw error; // else another run was quicker, and its copy is as good
  }
  return home;
}

/** The package's own list of fonts names fixed places outside node_modules; a browser without a font draws no text. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`;
}
