import { execFile } from 'node:child_process';
import { isAbsolute, relative } from 'node:path';
import { promisify } from 'node:util';
import { disksIn, type RemovableDisks, type RunTool } from './disk.ts';
import { linuxVolumes } from './linux.ts';
import { macosVolumes } from './macos.ts';
import { windowsVolumes } from './windows.ts';

export type { RemovableDisks } from './disk.ts';
export { writeOnDisk } from './write-on-disk.ts';

const execute = promisify(execFile);
const runTool: RunTool = async (file, args) => {
  const { stdout } = await execute(file, args, { encoding: 'utf8', timeout: 15_000, windowsHide: true });
  return stdout;
};

const holds = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
};

/** The removable disks of this machine, that of the data left out. */
export function removableDisks(dataDir: string): RemovableDisks {
  const volumes = () => {
    if (process.platform === 'win32') return windowsVolumes(runTool);
    if (process.platform === 'darwin') return macosVolumes(runTool);
    return linuxVolumes(['/', dataDir]);
  };
  return {
    list: async () => disksIn((await volumes()).filter(({ folder }) => !holds(folder, dataDir))),
  };
}
