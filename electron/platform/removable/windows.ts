import { join } from 'node:path';
import type { RunTool, Volume } from './disk.ts';

// DriveType 2: removable disk (Win32_LogicalDisk). One line a drive.
const script =
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8; ' +
  'Get-CimInstance Win32_LogicalDisk -Filter "DriveType=2" | ' +
  "ForEach-Object { '{0}|{1}' -f $_.DeviceID, $_.VolumeName }";

/** Removable drives, empty ones included: they do not answer afterwards. */
export async function windowsVolumes(
  run: RunTool,
  systemRoot = process.env['SystemRoot'] ?? 'C:\\Windows',
): Promise<Volume[]> {
  const shell = join(systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  const said = await run(shell, ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script]);
  return said.split(/\r?\n/u).flatMap((line) => {
    const [drive = '', label = ''] = line.split('|');
    if (!/^[A-Z]:$/u.test(drive)) return [];
    return [{ folder: `${drive}\\`, label: label === '' ? drive : `${label} (${drive})` }];
  });
}
