import { DomainError, type ErrorDataOf } from '#shared/contract/errors.ts';
import type { Day } from '#shared/kernel/day.ts';
import { recoverySheet } from '#shared/vocabulary/recovery-sheet.ts';
import { writeOnDisk, type RemovableDisks } from '#electron/platform/removable/index.ts';
import { renderPdf } from '#electron/reporting/render-pdf.ts';
import { recoveryTemplate } from './recovery-template.ts';

interface DrawnKey {
  ticket: string;
  groups: readonly string[];
  vaultId: string;
  day: Day;
}

/** The disks a copy of the key can go to. */
export async function recoveryDisks(disks: RemovableDisks) {
  return (await disks.list()).map(({ folder, label, freeBytes }) => ({ id: folder, label, freeBytes }));
}

/** Says nothing of the practice; two keys of the same day keep two files. */
export const recoveryFileName = ({ ticket, day }: Pick<DrawnKey, 'ticket' | 'day'>): string =>
  `cle-de-secours-${day}-${ticket.slice(0, 4)}.pdf`;

/** Renders the key in memory and writes it on the chosen disk, if it is still one of those found. @throws REMOVABLE_DISK */
export async function copyRecoveryKey(disks: RemovableDisks, diskId: string, key: DrawnKey): Promise<void> {
  const sheet = recoverySheet(key);
  const pdf = await renderPdf(recoveryTemplate, sheet, {
    title: sheet.title,
    language: 'fr',
    standard: 'a-2a',
    createdAt: `${key.day}T00:00:00Z`,
  });
  try {
    // Looked for last: what was plugged a moment ago may not be any more.
    const disk = (await disks.list()).find(({ folder }) => folder === diskId);
    if (disk === undefined) throw new DomainError('REMOVABLE_DISK', { problem: 'gone' });
    await writeOnDisk(disk, recoveryFileName(key), pdf);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('REMOVABLE_DISK', { problem: problemOf((error as NodeJS.ErrnoException).code) });
  } finally {
    pdf.fill(0);
  }
}

function problemOf(code: string | undefined): ErrorDataOf<'REMOVABLE_DISK'>['problem'] {
  if (code === 'ENODEV' || code === 'ENOENT' || code === 'ENXIO') return 'gone';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'read_only';
  return 'failed';
}
