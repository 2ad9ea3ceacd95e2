import { inBatches, type Turns } from '#electron/exchange/import/turns.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';
import { filesByDigest } from './past-persons.ts';

/**
 * Joins imported passages to the files opened since: the same person must not count twice, once under a digest and
 * once by their file. Derived from what both say, so it is no entry of the journal; short batches, safe to start again.
 */
export async function linkPersons(
  personKey: Uint8Array,
  bulk: BulkWriter,
  turns: Turns,
  breath: () => Promise<void>,
): Promise<void> {
  const unlinked = bulk.all<{ key: string }>(
    'select distinct patient_key as key from past_visit where patient_id is null',
  );
  if (unlinked.length === 0) return;
  const files = filesByDigest(bulk, personKey);
  const known = unlinked.flatMap(({ key }) => {
    const patientId = files.get(key);
    return patientId === undefined ? [] : [{ key, patientId }];
  });
  const join = ({ key, patientId }: { key: string; patientId: string }) =>
    void bulk.run('update past_visit set patient_id = ? where patient_key = ? and patient_id is null', patientId, key);
  await inBatches(known, bulk, turns, join, () => breath());
}
