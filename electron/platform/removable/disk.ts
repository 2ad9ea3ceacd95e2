import { stat, statfs } from 'node:fs/promises';

/** Where a removable disk shows on this machine: its mount or its drive, under the name a person knows. */
export interface Volume {
  folder: string;
  label: string;
}

/** A removable disk in place. */
export interface RemovableDisk extends Volume {
  /** The system's number of what is mounted there: another one means that the disk was pulled out. */
  device: number;
  freeBytes: number;
}

export interface RemovableDisks {
  /** Those in place now that can be written. Never the disk of the system nor that of the data. */
  list(): Promise<RemovableDisk[]>;
}

/** Runs a tool of the system and gives what it printed. */
export type RunTool = (file: string, args: readonly string[]) => Promise<string>;

/** The volumes that answer; one that does not has been pulled out since. */
export async function disksIn(volumes: readonly Volume[]): Promise<RemovableDisk[]> {
  const found = await Promise.all(
    volumes.map(async ({ folder, label }) => {
      try {
        const { dev } = await stat(folder);
        const { bavail, bsize } = await statfs(folder);
        return [{ folder, label, device: dev, freeBytes: bavail * bsize }];
      } catch {
        return [];
      }
    }),
  );
  return found.flat();
}
