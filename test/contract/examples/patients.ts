import { MATRICULE_OIDS } from '#shared/rules/identity/index.ts';
import { key, type TestPractice } from '../../support/practice.ts';
import { newPatient } from '../../support/visits.ts';
import type { AreaExamples } from '../example.ts';

const surnames = [
  'ARNAUD',
  'BOUVIER',
  'CARLIER',
  'DELORME',
  'ESTEVE',
  'FONTAINE',
  'GRANGER',
  'HERVIEU',
  'IMBERT',
  'JOUBERT',
  'KELLER',
  'LACROIX',
  'MASSON',
  'NEVEU',
  'OLLIVIER',
  'PRADEL',
  'QUENTIN',
  'ROUGIER',
  'SABATIER',
  'TESSIER',
  'VASSEUR',
];
const givenNames = ['Paul', 'Sophie', 'Marc', 'Julie', 'Alain', 'Nora', 'Victor', 'Estelle', 'Bruno', 'Chloé', 'Samir'];
let turn = 0;

/** Traits that resemble no file opened before: the same example is taken several times on one practice. */
function traits() {
  turn += 1;
  const day = `${String(1 + (turn % 28)).padStart(2, '0')}/${String(1 + (turn % 12)).padStart(2, '0')}/${1930 + ((turn * 7) % 70)}`;
  return {
    birthName: `${surnames[turn % surnames.length]}-${surnames[(turn * 5 + 3) % surnames.length]}`,
    firstGivenName: givenNames[turn % givenNames.length] ?? 'Paul',
    birthDay: day,
    sex: turn % 2 === 0 ? 'F' : 'M',
  };
}

/** A new file. */
export function someFile({ doctor }: TestPractice): Promise<string> {
  const { birthName, firstGivenName, birthDay, sex } = traits();
  return newPatient(doctor, birthName, firstGivenName, birthDay, sex);
}

const allergy = {
  kind: 'allergy',
  label: 'Pénicilline',
  noneKnown: false,
  source: 'declare',
  statedOn: '2026-11-17',
} as const;
async function someAlert(practice: TestPractice): Promise<string> {
  const { id } = await practice.doctor.patients.addAlert({ ...key(), patientId: await someFile(practice), ...allergy });
  return id;
}
const document = { code: 'PA', country: null, parentDocumentSeen: null, enteringEhpad: null } as const;

/** The number of a woman born in Briey in May 1951, with its key. */
function matricule(order: number): string {
  const body = `2510554099${String(order).padStart(3, '0')}`;
  return `${body}${String(97 - Number(BigInt(body) % 97n)).padStart(2, '0')}`;
}

export const patients: AreaExamples<'patients'> = {
  create: () => ({
    fields: { ...traits(), birthPlaceCode: '54099', phoneMobile: '06 39 98 01 23' },
    document: null,
    notSame: [],
    draftId: null,
  }),
  edit: async (practice) => ({
    patientId: await someFile(practice),
    patches: [{ field: 'city', base: null, value: 'Metz' }],
  }),
  recordDocument: async (practice) => ({ patientId: await someFile(practice), document, seenOn: '2026-11-17' }),
  setAttribute: async (practice) => ({ patientId: await someFile(practice), attribute: 'homonyme', on: true }),
  attest: async ({ doctor }) => {
    turn += 1;
    const [birthName, firstGivenName] = [`${surnames[turn % surnames.length]}-ATTESTEE`, 'Odile'];
    const patientId = await newPatient(doctor, birthName, firstGivenName, `0${1 + (turn % 8)}/05/1951`, 'F');
    const number = matricule(turn);
    const reading = {
      birthName,
      firstGivenName,
      birthDate: `1951-05-0${1 + (turn % 8)}`,
      sex: 'F',
      birthPlace: '54099',
      matricule: number,
    };
    return {
      patientId,
      status: 'QUAL',
      software: 'Logiciel du médecin',
      channel: 'INSI',
      day: '2026-11-17',
      matricule: number,
      oid: MATRICULE_OIDS.NIR,
      secondReading: reading,
    };
  },
  addAlert: async (practice) => ({ patientId: await someFile(practice), ...allergy }),
  editAlert: async (practice) => ({
    alertId: await someAlert(practice),
    patches: [{ field: 'label', base: 'Pénicilline', value: 'Amoxicilline' }],
  }),
  confirmAlert: async (practice) => ({ alertId: await someAlert(practice) }),
  removeAlert: async (practice) => ({ alertId: await someAlert(practice), reason: 'Noté par erreur' }),
  merge: async (practice) => ({
    patientId: await someFile(practice),
    mergedId: await someFile(practice),
    take: [],
    reason: 'Même personne, vue avec sa carte',
  }),
  split: async (practice) => {
    const { mergeId } = await practice.doctor.patients.merge({
      ...key(),
      patientId: await someFile(practice),
      mergedId: await someFile(practice),
      take: [],
      reason: 'Même personne',
    });
    return { mergeId, reason: 'Deux sœurs' };
  },
};
