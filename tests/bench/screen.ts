/**
 * `npm run bench -- screen`: opens generated organizations in Chromium, without a graphics card, and prints how long
 * that takes from navigation to drawn, the median of three; how even the frames of a pan of three seconds are; and how
 * many elements the page has. Gates nothing.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { toOrganization } from '../../src/lib/share/organization.ts';
import { chromium as launchOptions } from '../chromium.ts';

const PORT = await freePort();
const PAN = 3000;
const DRAWN = '[data-ready="true"]';
const WORLDS = [
  { nodes: '2,000', accounts: 40, each: 52, limit: 1500 },
  { nodes: '10,000', accounts: 200, each: 52, limit: 3000 }
] as const;

if (!existsSync('build')) {
  console.error('there is no build here; `npm run build` makes one');
  process.exit(2);
}
const server = spawn(process.execPath, ['scripts/start.js'], { env: { ...process.env, PORT: String(PORT) } });
await new Promise<void>((resolve) => {
  server.stdout.on('data', (said: Buffer) => {
    if (said.toString().includes('open at')) resolve();
  });
});
const browser = await chromium.launch(await launchOptions());
try {
  console.log('nodes   opened, ms  (limit)   pan: frames  p50 ms  p95 ms  (limit 34)   elements');
  for (const { nodes, accounts, each, limit } of WORLDS) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await lay(page, toOrganization({ accounts, each, seed: 7 }).text);
    const times = [await reopen(page), await reopen(page), await reopen(page)].sort((a, b) => a - b);
    const opened = times[1] ?? 0;
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    const frames = (await pan(page)).sort((a, b) => a - b);
    const at = (share: number) => (frames[Math.floor(share * (frames.length - 1))] ?? 0).toFixed(1);
    console.log(
      `${nodes.padEnd(8)}${opened.toFixed(0).padStart(10)}  (${String(limit)})  ${String(frames.length).padStart(16)}  ${at(0.5).padStart(6)}  ${at(0.95).padStart(6)}${String(elements).padStart(24)}`
    );
    await page.close();
  }
} finally {
  await browser.close();
  server.kill();
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 4399));
    });
  });
}

/** Lays the file on the table, where it is kept; waits until the site is kept too, which is done once and in the background. */
async function lay(page: Page, text: string): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'bouncer-bench-')), 'organization.json');
  writeFileSync(file, text);
  await page.goto(`http://localhost:${String(PORT)}/new/`);
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  await page.locator('button:has-text("Choose files"):enabled').waitFor();
  await page.getByLabel('Scenario or policy files').setInputFiles(file);
  await page.locator(DRAWN).waitFor({ state: 'attached', timeout: 120_000 });
  await page.waitForURL(/file=/);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Opens the file again, as one who comes back to it. @returns milliseconds from navigation to drawn */
async function reopen(page: Page): Promise<number> {
  await page.reload({ waitUntil: 'commit' });
  await page.locator(DRAWN).waitFor({ state: 'attached', timeout: 120_000 });
  return page.evaluate(
    () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())))
  );
}

/** Milliseconds between the frames while the graph is dragged to and fro. */
async function pan(page: Page): Promise<number[]> {
  const area = await page.locator(DRAWN).boundingBox();
  if (!area) return [];
  const [x, y] = [area.x + area.width * 0.6, area.y + area.height * 0.75];
  const frames = page.evaluate((length) => {
    const times: number[] = [];
    return new Promise<number[]>((resolve) => {
      const start = performance.now();
      let before = start;
      const frame = (now: number) => {
        times.push(now - before);
        before = now;
        if (now - start > length) resolve(times.slice(1));
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
  }, PAN);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const until = Date.now() + PAN;
  for (let step = 0; Date.now() < until; step++) {
    const swing = 160 * Math.sin(step / 14);
    await page.mouse.move(x - swing, y - swing / 2);
  }
  await page.mouse.up();
  return frames;
}
