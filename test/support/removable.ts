import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RemovableDisks } from '#electron/platform/removable/index.ts';

/** A folder that passes for a stick called CLE BLEUE: there from the first look, until it is pulled out. */
export function inventedStick(): { disks: RemovableDisks; folder: string; plugged: boolean; remove(): void } {
  const top = mkdtempSync(join(tmpdir(), 'prelude-cle-'));
  const folder = join(top, 'CLE BLEUE');
  mkdirSync(folder);
  const stick = {
    folder,
    plugged: true,
    remove: () => rmSync(top, { recursive: true, force: true }),
    disks: {
      list: async () =>
        stick.plugged ? [{ folder, label: 'CLE BLEUE', device: statSync(folder).dev, freeBytes: 15_600_000_000 }] : [],
    },
  };
  return stick;
}
