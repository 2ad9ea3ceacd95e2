import { diff3Merge } from 'node-diff3';
import { DomainError, type ErrorDataOf } from '#shared/contract/errors.ts';
import { missingStrictTraits, readPatientField } from '#shared/contract/patient-fields.ts';
import type { ToCorrect } from '#shared/contract/patient-views.ts';
import type { PatientFacts, PatientField } from '#shared/domain/patient.ts';
import type { IdentityStatus, StrictTrait } from '#shared/rules/identity/index.ts';
import { readChanges } from '#electron/audit/journal.ts';
import type { CommandCall } from '#electron/security/call.ts';
import type { PatientRow } from '#electron/storage/tables/patients.ts';
import { columnsOfFacts, columnsOfField, factsOfRow } from './patient-row.ts';
import { namesOfAccounts } from './people.ts';
import { requirePatient } from './require-patient.ts';
import { reindexPatient } from './search-index.ts';
import { stepOfTrust } from './trust.ts';
import { keepCorrections, placeOfFacts, unknownDoctor } from './typed-facts.ts';

interface Patch {
  field: PatientField;
  base: string | null;
  value: string | null;
}
type Conflict = ErrorDataOf<'EDIT_CONFLICT'>['conflicts'][number];

/** Field → strict trait of the rules. The words beside a place code say nothing by themselves. */
const traitOfField: Partial<Record<PatientField, StrictTrait>> = {
  birthName: 'birthName',
  firstGivenName: 'firstGivenName',
  birthDay: 'birthDate',
  sex: 'sex',
  birthPlaceCode: 'birthPlace',
};
const freeText: readonly PatientField[] = ['notes'];
const lookedBack = 200;

/** Words and the spaces between them: the grain of a merged text. */
const grain = (text: string | null) => (text ?? '').split(/(\s+)/);

/** Both edits of one text over their common base; null when they touch the same words. */
function mergedText(mine: string | null, base: string | null, theirs: string | null): string | null {
  const regions = diff3Merge(grain(mine), grain(base), grain(theirs), { excludeFalseConflicts: true });
  const parts: string[] = [];
  for (const region of regions) {
    if (region.ok === undefined) return null;
    parts.push(...region.ok);
  }
  return parts.join('');
}

/** Who wrote this field last, from the journal. */
async function lastWriter(
  call: CommandCall,
  patientId: string,
  field: PatientField,
): Promise<{ by: string; at: string }> {
  const { db } = call.uow;
  const columns = columnsOfField(field);
  const entries = await db
    .selectFrom('journal_value')
    .select('seq')
    .where('record_id', '=', patientId)
    .where('table_name', '=', 'patient')
    .orderBy('seq', 'desc')
    .limit(lookedBack)
    .execute();
  for (const { seq } of entries) {
    const changes = await readChanges(db, Number(seq));
    const touched = changes?.some(
      ({ id, after }) => id === patientId && after !== null && columns.some((column) => column in after),
    );
    if (touched !== true) continue;
    const entry = await db
      .selectFrom('journal')
      .select(['account_id', 'at'])
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow();
    const names = await namesOfAccounts(db, [entry.account_id]);
    return { by: names.get(entry.account_id ?? '') ?? '', at: entry.at };
  }
  return { by: '', at: '' };
}

/** Patches over a file: disjoint edits merge, the same field changed by two is refused with both values. */
export async function editPatient(call: CommandCall, input: { patientId: string; patches: Patch[] }) {
  const { uow, clock } = call;
  const row = await requirePatient(uow.db, input.patientId);
  const before = factsOfRow(row);
  const wanted: Partial<Record<PatientField, string | null>> = {};
  const toCorrect: ToCorrect[] = [];
  const merged: { field: PatientField; value: string }[] = [];
  const conflicts: Conflict[] = [];

  for (const { field, base, value } of input.patches) {
    const reading = readPatientField(field, value, clock.today());
    const theirs = before[field];
    if (!reading.ok) toCorrect.push({ field, raw: value ?? '', message: reading.message });
    else if (reading.value === theirs) wanted[field] = theirs;
    else if ((base === '' ? null : base) === theirs) wanted[field] = reading.value;
    else {
      const both = freeText.includes(field) ? mergedText(reading.value, base, theirs) : null;
      if (both === null)
        conflicts.push({ field, mine: reading.value, theirs, ...(await lastWriter(call, row.id, field)) });
      else {
        wanted[field] = both.trim();
        merged.push({ field, value: both.trim() });
      }
    }
  }
  if (conflicts.length > 0) throw new DomainError('EDIT_CONFLICT', { conflicts });

  const facts = await writable({ ...before, ...wanted }, before, wanted, toCorrect, call);
  const written = (Object.keys(wanted) as PatientField[]).filter((field) => facts[field] === wanted[field]);
  const status = await writeFacts(call, row, before, facts);
  await keepCorrections(call, row.id, toCorrect, written);
  call.about({ recordId: row.id, patientId: row.id });
  return { written, merged, toCorrect, status };
}

/** Puts back what a file cannot lose (a strict trait emptied) or hold (an unknown doctor), telling why. */
async function writable(
  facts: PatientFacts,
  before: PatientFacts,
  wanted: Partial<Record<PatientField, string | null>>,
  toCorrect: ToCorrect[],
  call: CommandCall,
): Promise<PatientFacts> {
  let kept = facts;
  const doctor = await unknownDoctor(call.uow.db, facts);
  const problems = [...missingStrictTraits(facts), ...(doctor === null ? [] : [doctor])];
  for (const { field, message } of problems) {
    const place = field === 'birthPlaceCode';
    kept = {
      ...kept,
      [field]: before[field],
      ...(place ? { birthPlaceText: before.birthPlaceText, birthDepartment: before.birthDepartment } : {}),
    };
    if (!toCorrect.some((one) => one.field === field)) toCorrect.push({ field, raw: wanted[field] ?? '', message });
  }
  return kept;
}

/** Writes facts over a row: a strict trait that changes drops the status, the matricule goes to the journal only. */
export async function writeFacts(
  call: CommandCall,
  row: PatientRow,
  before: PatientFacts,
  facts: PatientFacts,
): Promise<{ status: IdentityStatus; words: string }> {
  const { uow, clock } = call;
  const changed = (Object.keys(facts) as PatientField[]).filter((field) => facts[field] !== before[field]);
  const unchanged = { status: row.identity_status as IdentityStatus, words: '' };
  if (changed.length === 0) return unchanged;
  const typedPlace =
    facts.birthPlaceCode === null && changed.some((field) => field === 'birthPlaceText' || field === 'birthDepartment');
  const trait =
    changed.map((field) => traitOfField[field]).find((one) => one !== undefined) ??
    (typedPlace ? 'birthPlace' : undefined);
  const trust = trait === undefined ? null : stepOfTrust(row, { type: 'strict_trait_changed', trait });
  await uow.update('patient', row.id, {
    ...columnsOfFacts(facts, await placeOfFacts(facts)),
    ...trust?.columns,
    updated_at: clock.now(),
  });
  await reindexPatient(uow.db, row.id);
  return trust === null ? unchanged : { status: trust.status, words: trust.words };
}
