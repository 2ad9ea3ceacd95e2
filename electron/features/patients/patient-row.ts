import { patientFieldNames, type PatientFacts, type PatientField } from '#shared/domain/patient.ts';
import { emptyFacts, usableBirthOf } from '#shared/contract/patient-fields.ts';
import { compactKey, foldKey } from '#shared/kernel/text.ts';
import { departmentOf, UNKNOWN_PLACE, type ComparedPerson } from '#shared/rules/identity/index.ts';
import type { PatientRow } from '#electron/storage/tables/patients.ts';

/** What the file says beside the typed fields: itself, trust, keys of the storage. */
type OwnColumn =
  | 'id'
  | 'number'
  | 'identity_status'
  | 'homonym'
  | 'doubtful'
  | 'fictitious'
  | 'identity_channel'
  | 'document_code'
  | 'document_seen_on'
  | 'document_seen_by'
  | 'matricule'
  | 'matricule_oid'
  | 'attested_at'
  | 'attested_software'
  | 'merged_into'
  | 'import_id'
  | 'created_at'
  | 'updated_at'
  | 'version';

/** A row to insert: every column, as the importer batches them. */
export type NewPatientRow = PatientRow;

/** Where each field is kept; the birth day takes three columns and has its own reading and writing. */
const columnOf = Object.fromEntries(
  patientFieldNames.map((field) => [field, field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
) as Record<PatientField, keyof PatientRow>;

export const columnsOfField = (field: PatientField): readonly (keyof PatientRow)[] =>
  field === 'birthDay' ? ['birth_day', 'birth_raw', 'birth_precision'] : [columnOf[field]];

/** The editable facts of a row, as a form starts from them. */
export function factsOfRow(row: PatientRow): PatientFacts {
  const facts = Object.fromEntries(
    patientFieldNames.map((field) => [field, (row[columnOf[field]] ?? null) as string | null]),
  );
  return {
    ...emptyFacts,
    ...facts,
    birthDay: row.birth_precision === 'day' ? row.birth_day : (row.birth_raw ?? row.birth_day),
  };
}

/** What is known of the place of birth beside its code: the label of the table, and whether the code is in it. */
export interface PlaceOfRow {
  label: string | null;
  checked: boolean;
}

/** The columns that hold these facts. @throws when the birth day is not a kept one: facts are valid by contract */
export function columnsOfFacts(facts: PatientFacts, place: PlaceOfRow) {
  const birth = usableBirthOf(facts.birthDay ?? '');
  const { birthName, firstGivenName, sex } = facts;
  if (birth === null || birthName === null || firstGivenName === null || sex === null)
    throw new Error('facts without their strict traits');
  const code = facts.birthPlaceCode;
  const columns = Object.fromEntries(
    patientFieldNames.filter((field) => field !== 'birthDay').map((field) => [columnOf[field], facts[field]]),
  );
  return {
    ...(columns as unknown as Omit<PatientRow, OwnColumn>),
    given_names: otherGivenNames(facts.givenNames, firstGivenName),
    birth_day: birth.day,
    birth_raw: birth.precision === 'day' ? null : birth.raw,
    birth_precision: birth.precision,
    birth_place_text: code === null ? facts.birthPlaceText : place.label,
    birth_department: code === null ? facts.birthDepartment : code === UNKNOWN_PLACE ? null : departmentOf(code),
    birth_place_checked: place.checked ? 1 : 0,
    name_key: foldKey(birthName),
    used_name_key: facts.usedName === null ? null : foldKey(facts.usedName),
    given_key: foldKey(firstGivenName),
  };
}

/** A list of given names that repeats the first one keeps the others only. */
function otherGivenNames(list: string | null, first: string): string | null {
  if (list === null || list === first) return null;
  return list.startsWith(`${first} `) ? list.slice(first.length + 1) : list;
}

/** A new file from valid facts: identity provisoire, nothing attested. */
export function patientRowFrom(
  facts: PatientFacts,
  file: { id: string; number: number; at: string; place: PlaceOfRow; importId?: string },
): NewPatientRow {
  return {
    id: file.id,
    number: file.number,
    ...columnsOfFacts(facts, file.place),
    identity_status: 'PROV',
    homonym: 0,
    doubtful: 0,
    fictitious: 0,
    identity_channel: 'SM',
    document_code: null,
    document_seen_on: null,
    document_seen_by: null,
    matricule: null,
    matricule_oid: null,
    attested_at: null,
    attested_software: null,
    merged_into: null,
    import_id: file.importId ?? null,
    created_at: file.at,
    updated_at: file.at,
    version: 1,
  };
}

type Compared = Pick<
  PatientRow,
  | 'birth_name'
  | 'first_given_name'
  | 'used_name'
  | 'used_given_name'
  | 'sex'
  | 'birth_day'
  | 'birth_place_code'
  | 'matricule'
  | 'insured_nir'
  | 'insured_quality'
  | 'phone_mobile'
  | 'phone_other'
  | 'city'
>;

/** A row as the rules of resemblance compare it. A parent's number is not the child's. */
export function comparedOfRow(row: Compared): ComparedPerson {
  return {
    birthName: row.birth_name,
    firstGivenName: row.first_given_name,
    usedName: row.used_name,
    usedGivenName: row.used_given_name,
    sex: row.sex === 'F' ? 'F' : 'M',
    birthDate: row.birth_day,
    birthPlace: row.birth_place_code,
    matricule: row.matricule ?? (row.insured_quality === 'assure' ? row.insured_nir : null),
    phones: [row.phone_mobile, row.phone_other].filter((phone) => phone !== null),
    city: row.city,
  };
}

/** Same key = same birth or used name and same first given name: « homonymie signalée ». */
export function homonymKeys(row: Pick<PatientRow, 'birth_name' | 'used_name' | 'first_given_name'>): string[] {
  const given = compactKey(row.first_given_name);
  const names = [row.birth_name, row.used_name ?? ''].map(compactKey).filter((name) => name !== '');
  return [...new Set(names)].map((name) => `h:${name}|${given}`);
}
