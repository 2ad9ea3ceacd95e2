import { DomainError } from '#shared/contract/errors.ts';
import { readPatientField } from '#shared/contract/patient-fields.ts';
import type { patientsContract, SeenDocument } from '#shared/contract/patients.ts';
import {
  checkNir,
  oidAllowed,
  samePlace,
  STRICT_TRAITS,
  type IdentityAttribute,
  type StrictTrait,
} from '#shared/rules/identity/index.ts';
import type { CommandCall, HandlerOf } from '#electron/security/call.ts';
import type { PatientRow } from '#electron/storage/tables/patients.ts';
import { factsOfRow } from './patient-row.ts';
import { requirePatient } from './require-patient.ts';
import { reindexPatient } from './search-index.ts';
import { seenDocument, stepOfTrust, type TrustChange } from './trust.ts';

type AttestInput = Parameters<HandlerOf<(typeof patientsContract)['attest']>>[1];

const nb = '\u00a0';
const invalid = (field: string, message: string) => new DomainError('INVALID', { problems: [{ field, message }] });

async function write(call: CommandCall, row: PatientRow, change: TrustChange, more: Partial<PatientRow> = {}) {
  await call.uow.update('patient', row.id, { ...change.columns, ...more, updated_at: call.clock.now() });
  await reindexPatient(call.uow.db, row.id);
  call.about({ recordId: row.id, patientId: row.id });
  return { status: change.status, words: change.words };
}

/** An identity document seen at the desk: provisoire becomes validée when the rules admit it. */
export async function recordDocument(
  call: CommandCall,
  input: { patientId: string; document: SeenDocument; seenOn: string },
) {
  if (input.seenOn > call.clock.today()) throw invalid('seenOn', 'Cette date est dans le futur.');
  const row = await requirePatient(call.uow.db, input.patientId);
  return write(call, row, seenDocument(row, input.document, { on: input.seenOn, by: call.person.accountId }));
}

export async function setAttribute(
  call: CommandCall,
  input: { patientId: string; attribute: IdentityAttribute; on: boolean },
) {
  const row = await requirePatient(call.uow.db, input.patientId);
  return write(
    call,
    row,
    stepOfTrust(row, { type: input.on ? 'attribute_set' : 'attribute_removed', attribute: input.attribute }),
  );
}

/** Which traits of the second reading differ from the file. */
function differingTraits(row: PatientRow, reading: AttestInput['secondReading'], today: string): StrictTrait[] {
  const facts = factsOfRow(row);
  const read = (field: Parameters<typeof readPatientField>[0], raw: string) => {
    const result = readPatientField(field, raw, today);
    return result.ok ? result.value : null;
  };
  const place = read('birthPlaceCode', reading.birthPlace);
  const same: Record<StrictTrait, boolean> = {
    birthName: read('birthName', reading.birthName) === facts.birthName,
    firstGivenName: read('firstGivenName', reading.firstGivenName) === facts.firstGivenName,
    birthDate: read('birthDay', reading.birthDate) === facts.birthDay,
    sex: read('sex', reading.sex) === facts.sex,
    birthPlace: place !== null && facts.birthPlaceCode !== null && samePlace(place, facts.birthPlaceCode),
  };
  return (Object.keys(same) as StrictTrait[]).filter((trait) => !same[trait]);
}

/**
 * Récupérée or qualifiée, as the doctor's software shows it (settled point 19): the five traits and the matricule are
 * typed again and must be those of the file. Test and demonstration numbers stay out of a real practice.
 */
export async function attest(call: CommandCall, input: AttestInput, base: 'real' | 'demonstration') {
  const today = call.clock.today();
  if (input.day > today) throw invalid('day', 'Cette date est dans le futur.');
  if (!oidAllowed(input.oid, base))
    throw invalid('oid', `Identifiant de test ou inconnu${nb}: il n’entre pas dans un cabinet réel.`);
  const row = await requirePatient(call.uow.db, input.patientId);
  if (row.birth_place_code === null) throw invalid('birthPlaceCode', 'Donner d’abord le code du lieu de naissance.');
  const number = checkNir(input.matricule);
  if (number.state !== 'accepted')
    throw invalid('matricule', number.refusals.join(' ') || 'Matricule incomplet. Relire le numéro et sa clé.');
  if (checkNir(input.secondReading.matricule).normalized !== number.normalized)
    throw invalid('secondReading.matricule', 'La seconde lecture du matricule diffère de la première.');
  const differing = differingTraits(row, input.secondReading, today);
  if (differing.length > 0) {
    const problems = differing.map((trait) => ({
      field: `secondReading.${trait}`,
      message: `La seconde lecture diffère du dossier${nb}: ${STRICT_TRAITS[trait]}.`,
    }));
    throw new DomainError('INVALID', { problems });
  }
  const { status, software, channel, day } = input;
  const change = stepOfTrust(row, {
    type: 'attest',
    attestation: { status, software, channel, day, secondReading: true },
  });
  return write(call, row, change, {
    matricule: number.normalized,
    matricule_oid: input.oid,
    identity_channel: channel,
    attested_at: day,
    attested_software: software,
  });
}
