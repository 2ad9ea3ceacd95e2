import { createHash } from 'node:crypto';

/** A repeatable draw: the same seed gives the same sequence on every machine. Never for secrets. */
export interface Draw {
  /** A number in [0, 1). */
  next(): number;
  /** An integer, both ends included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Picks low ranks more often: lists are written most frequent first. */
  frequent<T>(list: readonly T[]): T;
  /** Around `mean`, rarely beyond three `spread`. */
  around(mean: number, spread: number): number;
  /** UUID version 7 of this instant. */
  id(millis: number): string;
  /** A draw of its own, that does not move this one. */
  branch(name: string): Draw;
}

export function createDraw(seed: string): Draw {
  const state = new Uint32Array(createHash('sha256').update(seed).digest().buffer.slice(0, 16));
  // sfc32: small, fast, good enough for invented people.
  const word = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const result = (a + b + d) >>> 0;
    state[3] = d + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + result;
    return result;
  };
  const next = () => word() / 2 ** 32;
  const at = <T>(list: readonly T[], share: number): T => {
    const item = list[Math.min(list.length - 1, Math.floor(share * list.length))];
    if (item === undefined) throw new Error('a draw from an empty list');
    return item;
  };
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => at(list, next()),
    frequent: (list) => at(list, next() ** 1.6),
    around: (mean, spread) => mean + (next() + next() + next() + next() - 2) * 1.7 * spread,
    id: (millis) => {
      const time = hex(Math.floor(millis), 12);
      const [high, middle, low] = [hex(word(), 8), hex(word(), 8), hex(word(), 8)];
      const variant = (8 + (Number.parseInt(middle[0] ?? '0', 16) & 3)).toString(16);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${high.slice(0, 3)}-${variant}${middle.slice(1, 4)}-${middle.slice(4)}${low}`;
    },
    branch: (name) => createDraw(`${seed}/${name}`),
  };
}
