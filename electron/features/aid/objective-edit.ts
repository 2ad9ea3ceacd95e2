import { DomainError, type ErrorDataOf } from '#shared/contract/errors.ts';
import type { AidObjectiveFigures } from '#shared/contract/aid-fields.ts';
import { lastWriter } from '#electron/audit/correct-row.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { objectiveColumns } from './contract.repository.ts';
import type { StoredObjective } from './stored.ts';

const words = (value: string | number | boolean | null): string | null => (value === null ? null : String(value));

/** Column that keeps a field: what it alone changes in the row. */
const columnOf = (field: keyof AidObjectiveFigures, one: StoredObjective): string => {
  const other = { ...one, [field]: field === 'asWritten' ? !one.asWritten : `not ${String(one[field])}` };
  const [kept, changed] = [objectiveColumns(one), objectiveColumns(other)];
  return Object.entries(kept).find(([name, value]) => changed[name as keyof typeof changed] !== value)?.[0] ?? '';
};

/**
 * An objective as it would be: the fields typed over the values seen, the others as a colleague may have left them
 * meanwhile. @throws EDIT_CONFLICT for a field both changed
 */
export async function mergedFigures(
  call: CommandCall,
  stored: StoredObjective,
  { base, typed }: { base: AidObjectiveFigures; typed: AidObjectiveFigures },
): Promise<AidObjectiveFigures> {
  const conflicts: ErrorDataOf<'EDIT_CONFLICT'>['conflicts'] = [];
  const fields = Object.keys(typed) as (keyof AidObjectiveFigures)[];
  for (const field of fields) {
    const [mine, theirs] = [typed[field], stored[field]];
    if (mine === base[field] || theirs === base[field] || theirs === mine) continue;
    const writer = await lastWriter(call.uow.db, 'aid_objective', stored.id, columnOf(field, stored));
    conflicts.push({ field, mine: words(mine), theirs: words(theirs), ...writer });
  }
  if (conflicts.length > 0) throw new DomainError('EDIT_CONFLICT', { conflicts });
  const kept = fields.filter((field) => typed[field] === base[field]).map((field) => [field, stored[field]]);
  return { ...typed, ...(Object.fromEntries(kept) as Partial<AidObjectiveFigures>) };
}
