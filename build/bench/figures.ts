// Durations, their percentiles, and what the machine itself can do.
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface Spread {
  p50: number;
  p95: number;
  count: number;
}

/** One line of the table. `limit` = the highest ratio to the bare row; without it, `target` is printed and not asserted. */
export interface Line {
  name: string;
  bare?: Spread;
  core?: Spread;
  /** A single figure, when the line is not a spread. */
  value?: { figure: number; unit: string };
  ratio?: number;
  limit?: number;
  target: string;
  note?: string;
  /** SQL of the bare row, as run. */
  sql?: readonly string[];
}

export function spreadOf(durations: readonly number[]): Spread {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), count: sorted.length };
}

export async function timed<T>(durations: number[], work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  durations.push(performance.now() - start);
  return result;
}

/** The bench is worth nothing when both sides do not give the same: it stops. */
export function mustEqual(what: string, bare: unknown, core: unknown): void {
  const [left, right] = [JSON.stringify(bare), JSON.stringify(core)];
  if (left === right) return;
  const at = [...left].findIndex((sign, index) => sign !== right[index]);
  throw new Error(
    `${what}: bare and core differ\nbare …${left.slice(Math.max(0, at - 80), at + 160)}\ncore …${right.slice(Math.max(0, at - 80), at + 160)}`,
  );
}

export const compared = (line: Omit<Line, 'ratio'> & { bare: Spread; core: Spread; limit: number }): Line => ({
  ...line,
  ratio: line.core.p95 / line.bare.p95,
});

/** SHA-256 throughput of one thread, and a durable 4 KiB write in this folder. */
export function calibrate(folder: string): Line[] {
  const block = randomBytes(2 ** 20);
  const start = performance.now();
  const digest = createHash('sha256');
  for (let turn = 0; turn < 128; turn += 1) digest.update(block);
  digest.digest();
  const perSecond = 128 / ((performance.now() - start) / 1000);
  const path = join(folder, 'etalonnage');
  const file = openSync(path, 'w');
  const durations: number[] = [];
  for (let turn = 0; turn < 200; turn += 1) {
    const before = performance.now();
    writeSync(file, block, 0, 4096, turn * 4096);
    fsyncSync(file);
    durations.push(performance.now() - before);
  }
  closeSync(file);
  rmSync(path);
  return [
    {
      name: 'Étalonnage, processeur',
      value: { figure: perSecond, unit: 'Mo/s' },
      target: 'SHA-256 sur un fil, pour comparer les machines',
    },
    { name: 'Étalonnage, disque', core: spreadOf(durations), target: 'écriture durable de 4 Kio' },
  ];
}
