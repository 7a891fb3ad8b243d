/**
 * Our engine and the others in one run: a slice of ours, a slice of theirs, several rounds, the best slice of each.
 * The best, because whatever else the machine does can only make a slice slower.
 */
import { decideAll, explainAll, outcomes, toOurs } from './ours.ts';
import { loadPeers } from './peers.ts';
import { WORKLOADS, type Workload } from './workloads.ts';

export interface Row {
  readonly workload: string;
  readonly mode: 'decide' | 'explain';
  /** Requests per second. */
  readonly ours: number;
  /** Null where no peer could be had. */
  readonly peer: string | null;
  readonly peerRate: number | null;
  /** `ours` by `peerRate`. */
  readonly ratio: number | null;
}

const ROUNDS = 5;
/** Milliseconds of a slice. */
const SLICE = 300;
const REQUESTS = 10;

/** @param say is told what there is to know beside the numbers */
export async function compare(say: (line: string) => void): Promise<readonly Row[]> {
  const load = loadPeers();
  if (!load) say('the other engines are not installed and there is no network: ours alone');
  const rows: Row[] = [];
  for (const workload of WORKLOADS) {
    const ours = toOurs(workload);
    const peers = load?.(workload) ?? [];
    const [same] = await Promise.all(peers.map(({ allowed }) => allowed?.()));
    if (same) say(agreement(workload, outcomes(ours), same));
    for (const mode of ['decide', 'explain'] as const) {
      const own = mode === 'decide' ? () => decideAll(ours) : () => explainAll(ours);
      const others = peers.flatMap((peer) => (peer[mode] ? [{ name: peer.name, task: peer[mode] }] : []));
      const [rate = 0, ...rates] = await measure([own, ...others.map(({ task }) => task)]);
      if (others.length === 0) rows.push({ workload: workload.name, mode, ours: rate, ...ALONE });
      others.forEach(({ name }, i) => {
        const peerRate = rates[i] ?? 0;
        rows.push({
          workload: workload.name,
          mode,
          ours: rate,
          peer: name,
          peerRate,
          ratio: rate / peerRate
        });
      });
    }
  }
  return rows;
}

const ALONE = { peer: null, peerRate: null, ratio: null } as const;

function agreement(workload: Workload, ours: readonly unknown[], theirs: readonly boolean[]): string {
  const agree = theirs.filter((allowed, i) => allowed === (ours[i] === 'allowed')).length;
  return `${workload.name}: iam-simulate and we agree on ${agree} of ${theirs.length} requests`;
}

/** Requests per second of each task, in its best slice. */
async function measure(tasks: readonly (() => unknown)[]): Promise<readonly number[]> {
  const best = tasks.map(() => 0);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, task] of tasks.entries()) {
      const rate = await slice(task);
      if (round > 0) best[i] = Math.max(best[i] ?? 0, rate); // the first is for warming up
    }
  }
  return best;
}

async function slice(task: () => unknown): Promise<number> {
  const start = performance.now();
  for (let runs = 1; ; runs++) {
    const pending = task();
    if (pending instanceof Promise) await pending;
    const spent = performance.now() - start;
    if (spent >= SLICE) return (runs * REQUESTS * 1000) / spent;
  }
}
