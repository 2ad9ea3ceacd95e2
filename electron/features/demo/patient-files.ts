import { readPatientField, emptyFacts, missingStrictTraits } from '#shared/contract/patient-fields.ts';
import {
  noneKnownLabels,
  patientFieldNames,
  type AlertKind,
  type PatientFacts,
  type PatientField,
} from '#shared/domain/patient.ts';
import { addDays } from '#shared/kernel/day.ts';
import { MATRICULE_OIDS } from '#shared/rules/identity/index.ts';
import { indexRowsOf, patientRowFrom, type NewPatientRow } from '#electron/features/patients/index.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { Draw } from './draw.ts';
import { instantOf, millisOf } from './instants.ts';
import type { InventedPerson } from './people.ts';
import type { Staff } from './staff.ts';

/** What the visits need of an invented file. */
export interface KnownFile {
  person: InventedPerson;
  row: NewPatientRow;
}

/** Every row of one invented file, as the product would have written it. */
export interface PatientFile extends KnownFile {
  index: ReturnType<typeof indexRowsOf>;
  alerts: Schema['alert_item'][];
}

/** Typed values read by the very readers of the form. @throws when one is refused: the generator would be at fault */
function factsOf(typed: Partial<Record<PatientField, string>>, today: string): PatientFacts {
  const facts: Record<string, string | null> = { ...emptyFacts };
  for (const field of patientFieldNames) {
    const reading = readPatientField(field, typed[field], today);
    if (!reading.ok) throw new Error(`invented ${field} refused: ${reading.message}`);
    facts[field] = reading.value;
  }
  const read = facts as PatientFacts;
  if (missingStrictTraits(read).length > 0) throw new Error('an invented person without a strict trait');
  return read;
}

export interface FileContext {
  today: string;
  staff: Pick<Staff, 'assistants' | 'members'>;
  openedFor: readonly [shortest: number, longest: number];
  /** Label of a place of birth, as the tables give it. */
  placeLabel(code: string): string;
}

/** The file of an invented person: when it was opened, how far its identity went, its alert row. */
export function inventFile(draw: Draw, person: InventedPerson, number: number, context: FileContext): PatientFile {
  const { today, staff } = context;
  const facts = factsOf(person.typed, today);
  const age = Number(today.slice(0, 4)) - Number(person.birthDay.slice(0, 4));
  const sinceBirth = Math.max(0, age * 365 - 30);
  const openedOn = addDays(today, -Math.min(sinceBirth, draw.int(...context.openedFor)));
  const minute = draw.int(510, 1050);
  const id = draw.id(millisOf(openedOn, minute));
  const at = instantOf(openedOn, minute);
  const place = { label: context.placeLabel(facts.birthPlaceCode ?? ''), checked: true };
  const row: NewPatientRow = {
    ...patientRowFrom(facts, { id, number, at, place }),
    ...identityOf(draw, person, openedOn, draw.pick(staff.assistants).id),
    // One declaration in nine was noted without its day.
    gp_declared_on: facts.gpKind === 'cabinet' && number % 9 !== 0 ? openedOn : null,
    homonym: person.twin ? 1 : 0,
  };
  return {
    person,
    row,
    index: indexRowsOf(row),
    alerts: alertsOf(draw, age, id, openedOn, facts.ald === 'oui', staff),
  };
}

/** Validée at the desk; récupérée and qualifiée were read in the doctor's software, with the demonstration OID. */
function identityOf(draw: Draw, person: InventedPerson, day: string, seenBy: string): Partial<NewPatientRow> {
  const adult = person.typed.civility !== undefined;
  const document = { document_code: adult ? 'CN' : 'LEP', document_seen_on: day, document_seen_by: seenBy };
  const attested = (status: string) => ({
    identity_status: status,
    identity_channel: 'INSI',
    matricule: person.nir,
    matricule_oid: MATRICULE_OIDS.DEMO,
    attested_at: instantOf(day, draw.int(540, 1080)),
    attested_software: 'Logiciel de démonstration',
  });
  const drawn = draw.next();
  if (drawn < 0.64 && person.nir !== null) return { ...document, ...attested('QUAL') };
  if (drawn < 0.68 && person.nir !== null) return attested('RECUP');
  return drawn < 0.88 ? { ...document, identity_status: 'VALI' } : {};
}

const alertWords: Partial<Record<AlertKind, readonly string[]>> = {
  allergy: ['Pénicilline', 'Iode', 'Arachide', 'Aspirine', 'Latex', 'Venin de guêpe'],
  ald: [
    'Diabète de type 2',
    'Insuffisance cardiaque',
    'Cancer du sein, suivi',
    'Maladie coronaire',
    'BPCO',
    'Sclérose en plaques',
  ],
  treatment: ['Anticoagulant oral', 'Insuline', 'Corticoïde au long cours', 'Méthotrexate hebdomadaire', 'Lithium'],
  call: ['Entend mal au téléphone', 'Appeler après 17 h', 'Ne pas laisser de message'],
  carer: ['Sa fille, présente aux rendez-vous', 'Aidant de son conjoint', 'Auxiliaire de vie le matin'],
};

function alertsOf(
  draw: Draw,
  age: number,
  patientId: string,
  day: string,
  ald: boolean,
  staff: FileContext['staff'],
): Schema['alert_item'][] {
  const doctors = staff.members.filter((member) => member.role === 'medecin');
  const alerts: Schema['alert_item'][] = [];
  const add = (kind: AlertKind, label: string, noneKnown = false) => {
    const stated = addDays(day, draw.int(0, 15));
    const confirmed = !noneKnown && draw.chance(0.6);
    alerts.push({
      id: draw.id(millisOf(stated, 600 + alerts.length)),
      patient_id: patientId,
      kind,
      label,
      none_known: noneKnown ? 1 : 0,
      source: draw.chance(0.8) ? 'declare' : 'document',
      stated_on: stated,
      account_id: draw.pick(staff.assistants).id,
      confirmed_by: confirmed ? draw.pick(doctors).id : null,
      confirmed_at: confirmed ? instantOf(stated, 1100) : null,
      removed_at: null,
      version: confirmed ? 2 : 1,
    });
  };
  if (draw.chance(0.2)) add('allergy', draw.frequent(alertWords.allergy ?? []));
  else if (draw.chance(0.35)) add('allergy', noneKnownLabels.allergy, true);
  if (ald) add('ald', draw.frequent(alertWords.ald ?? []));
  if (age > 50 && draw.chance(0.22)) add('treatment', draw.frequent(alertWords.treatment ?? []));
  if (age > 70 && draw.chance(0.12)) add('call', draw.pick(alertWords.call ?? []));
  if (age > 75 && draw.chance(0.15)) add('carer', draw.pick(alertWords.carer ?? []));
  return alerts;
}
