/**
 * Lighthouse on the built site, on a phone and on a desktop: prints a table, ends with 1 where a page falls short. Paths
 * after `npm run lighthouse --` choose among the pages. On a busy machine only the second line of a page says something
 * of its speed. Lighthouse lives in a package.json of its own and is installed there when it is asked for the first time; its types
 * are not known here, so that the project checks without it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listen } from '../../scripts/server.js';
import { chromium } from '../chromium.ts';
import { blockingTime, type TraceEvent } from './calm.ts';

const FOLDER = resolve('tests/lighthouse');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Pages, and whether their speed is held to the limit too. */
const PAGES: readonly (readonly [path: string, isHeld: boolean])[] = [
  ['/', true],
  ['/s/tools-to-production/', true],
  ['/new/', false],
  ['/format/', false]
];
const FAST = 95;
const WHOLE = 100;
/** How Lighthouse scores the time a page keeps the main thread, and how much slower than this machine it takes a phone for. */
const BLOCKING = {
  mobile: { slowdown: 4, p10: 200, median: 600 },
  desktop: { slowdown: 1, p10: 150, median: 350 }
} as const;

interface Result {
  readonly artifacts: { readonly Trace?: { readonly traceEvents: readonly TraceEvent[] } };
  readonly lhr: {
    readonly environment: { readonly benchmarkIndex: number };
    readonly categories: Readonly<
      Record<string, { readonly score: number | null; readonly auditRefs: readonly Ref[] }>
    >;
    readonly audits: Readonly<
      Record<
        string,
        {
          readonly score: number | null;
          readonly title: string;
          readonly displayValue?: string;
          readonly details?: unknown;
        }
      >
    >;
  };
}

interface Ref {
  readonly id: string;
  readonly weight: number;
}

type Lighthouse = (url: string, flags: object, config?: object) => Promise<Result | undefined>;
type Device = keyof typeof BLOCKING;
interface Statistics {
  readonly getLogNormalScore: (
    curve: { readonly p10: number; readonly median: number },
    value: number
  ) => number;
}

if (!existsSync('build/index.html')) fail('There is no build: run `npm run build` first.');
if (!existsSync(join(FOLDER, 'node_modules')) && !install()) fail('Lighthouse could not be installed.');
const wanted = process.argv.slice(2);
const entry = createRequire(join(FOLDER, 'package.json')).resolve('lighthouse');
const { default: lighthouse, desktopConfig } = (await import(pathToFileURL(entry).href)) as {
  default: Lighthouse;
  desktopConfig: object;
};
const shared = join(dirname(entry), '../shared/statistics.js');
const { getLogNormalScore } = (await import(pathToFileURL(shared).href)) as Statistics;
const address = await listen('build', 0, '127.0.0.1');
let failures = 0;
console.log(['page', 'device', ...CATEGORIES].join('\t'));
for (const [path, isHeld] of PAGES.filter(([each]) => wanted.length === 0 || wanted.includes(each))) {
  for (const [device, config] of [
    ['mobile', undefined],
    ['desktop', desktopConfig]
  ] as const) {
    failures += await measure(path, isHeld, device, config);
  }
}
process.exit(failures > 0 ? 1 : 0);

/** @returns how many scores fall short; each is told with what it lost points for */
async function measure(path: string, isHeld: boolean, device: Device, config: object | undefined) {
  const browser = await launch();
  const flags = { port: browser.port, logLevel: 'error', onlyCategories: [...CATEGORIES] };
  const result = await lighthouse(address + path, flags, config).finally(browser.close);
  const found = CATEGORIES.map((name) => Math.round((result?.lhr.categories[name]?.score ?? 0) * 100));
  console.log([path, device, ...found].join('\t'));
  if (result) tellCalm(result, device);
  const short = CATEGORIES.filter((name, i) => {
    const least = name === 'performance' ? (isHeld ? FAST : 0) : WHOLE;
    return (found[i] ?? 0) < least;
  });
  for (const name of short) if (result) tell(result, name);
  return short.length;
}

/** The same page by the processor's own clock, and how busy the machine was. */
function tellCalm({ artifacts, lhr }: Result, device: Device): void {
  const { slowdown, ...curve } = BLOCKING[device];
  const blocking = blockingTime(artifacts.Trace?.traceEvents ?? [], slowdown);
  const [load = 0] = loadavg();
  const busy = `load ${load.toFixed(1)} on ${availableParallelism()} processors, benchmark ${Math.round(lhr.environment.benchmarkIndex)}`;
  if (blocking === null) return console.log(`  ${busy}`);
  const audit = 'total-blocking-time';
  const { weight = 0 } = lhr.categories['performance']?.auditRefs.find(({ id }) => id === audit) ?? {};
  const gain = getLogNormalScore(curve, blocking) - (lhr.audits[audit]?.score ?? 0);
  const score = Math.round((lhr.categories['performance']?.score ?? 0) * 100 + weight * gain);
  console.log(`  by processor time: performance ${score}, blocked ${Math.round(blocking)} ms; ${busy}`);
}

function tell({ lhr }: Result, name: string): void {
  for (const { id, weight } of lhr.categories[name]?.auditRefs ?? []) {
    const audit = lhr.audits[id];
    if (weight === 0 || !audit || audit.score === null || audit.score >= 0.9) continue;
    console.log(`  ${name}: ${audit.title} ${audit.displayValue ?? ''}`);
    const items = (audit.details as { items?: unknown } | undefined)?.items;
    if (items) console.log(`    ${JSON.stringify(items).slice(0, 600)}`);
  }
}

/** A browser of its own for each visit: Lighthouse forgets most of the visits before, but not all. */
async function launch(): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const { executablePath, args, env } = await chromium();
  const home = mkdtempSync(join(tmpdir(), 'bouncer-lighthouse-'));
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${home}`, 'about:blank'];
  const child = spawn(executablePath, [...args, ...own], { env: env ?? process.env, stdio: 'ignore' });
  const file = join(home, 'DevToolsActivePort');
  for (let i = 0; i < 300 && !existsSync(file); i++) await new Promise((go) => setTimeout(go, 100));
  const [port = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  if (port === '') fail('The browser did not start.');
  const gone = new Promise((go) => child.once('exit', go));
  const close = async () => {
    child.kill();
    await gone; // it writes to its folder until then
    rmSync(home, { recursive: true, force: true, maxRetries: 20 });
  };
  return { port: Number(port), close };
}

function install(): boolean {
  // One of its packages asks for the latest of another, so that no lock holds for long; its own version is pinned.
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: FOLDER,
      stdio: ['ignore', 'ignore', 'inherit']
    }
  );
  return status === 0;
}

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}
