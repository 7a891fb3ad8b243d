/** The production build in a real browser: `npm start` on a free port, and one Chromium from tests/chromium.ts. */
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromium } from '../chromium.ts';

// The workers read this file too; they must find the port that was chosen first.
process.env['E2E_PORT'] ??= String(await freePort());
const address = `http://localhost:${process.env['E2E_PORT']}`;

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    serviceWorkers: 'block', // each test would fetch the whole site; offline.e2e.ts lets it in
    launchOptions: await chromium(),
    viewport: { width: 1440, height: 900 }
  },
  webServer: {
    command: 'node scripts/start.js',
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PORT: process.env['E2E_PORT'] },
    url: address,
    timeout: 120_000,
    reuseExistingServer: false
  }
});

/** 4173 if nobody has it, else whatever the system gives. */
async function freePort(): Promise<number> {
  try {
    return await tryPort(4173);
  } catch {
    return tryPort(0);
  }
}

function tryPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port));
    });
  });
}
