/** Copies of the build on servers of their own: another version of the site, or one below a folder of its origin. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../../build', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json'
};

export interface Copy {
  /** Address of its first page, with a slash at its end. */
  readonly address: string;
  /** Makes it the next version of the site, whose first page says which edition it is. */
  readonly renew: (edition: string) => void;
  readonly close: () => Promise<void>;
}

/** @param base path of the folder it is served from, e.g. `/tools/bouncer`; empty for the whole origin */
export async function serveCopy(base = ''): Promise<Copy> {
  const folder = mkdtempSync(join(tmpdir(), 'bouncer-'));
  cpSync(BUILD, folder, { recursive: true });
  const server = createServer((request, response) => {
    const [path = '/'] = decodeURIComponent(request.url ?? '/').split('?');
    const file = path.startsWith(`${base}/`) ? fileOf(folder, path.slice(base.length)) : null;
    const shown = file ?? join(folder, '404.html');
    response.writeHead(file === null ? 404 : 200, {
      'Content-Type': TYPES[extname(shown)] ?? 'application/octet-stream'
    });
    response.end(readFileSync(shown));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  const port = at !== null && typeof at === 'object' ? at.port : 0;
  return {
    address: `http://localhost:${port}${base}/`,
    renew: (edition) => renew(folder, edition),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function fileOf(folder: string, path: string): string | null {
  const file = join(folder, path.includes('..') ? '404.html' : path);
  const page = path.endsWith('/') ? join(file, 'index.html') : file;
  return existsSync(page) && statSync(page).isFile() ? page : null;
}

/** What a new build changes: the version in the service worker, and here one page that shows it. */
function renew(folder: string, edition: string): void {
  const { version } = JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8')) as {
    version: string;
  };
  for (const name of readdirSync(folder).filter((each) => each === 'service-worker.js')) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(version, `${version}-next`));
  }
  const page = join(folder, 'index.html');
  // The page's own title is set again once it moves; what stands on the root element stays.
  const text = readFileSync(page, 'utf8').replace(
    '<html lang="en"',
    `<html lang="en" data-edition="${edition}"`
  );
  writeFileSync(page, text);
}
