import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFile } from '../support/imports.ts';
import { checkPast, importPast, passage, untilPast } from '../support/past-visits.ts';
import { foundTestPractice, key, refusalOf, type TestPractice } from '../support/practice.ts';
import { newPatient } from '../support/visits.ts';

let practice: TestPractice;
let doctorId = '';
let otherId = '';
let odile = '';
let paul = '';
const fileActive = async (of = doctorId, day: string | null = null) =>
  practice.doctor.counters.view({ doctorId: of, metric: 'FA', day });
const rowsOf = (table: 'past_visit' | 'past_visit_import' | 'past_visit_line') =>
  practice.core.practice.requireOpen().reader.selectFrom(table).selectAll().execute() as Promise<object[]>;
const refused = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'accepté';
  } catch (error) {
    return (error as { message: string }).message;
  }
};
async function founded() {
  practice = await foundTestPractice();
  [doctorId = '', otherId = ''] = practice.doctorIds;
  odile = await newPatient(practice.doctor, 'Weisse', 'Odile', '04/05/1951');
  paul = await newPatient(practice.doctor, 'Marchal', 'Paul', '12/03/1954', 'M');
}

const list = [
  'Date;Nom;Prénom;Date de naissance;Médecin;Statut',
  '03/11/2025 09:30;WEISSE;Odile;04/05/1951;Dr Claire LEMOINE;Honoré',
  '04/11/2025;MARCHAL;Paul;12/03/1954;Lemoine;Honoré',
  '04/11/2025;MARCHAL;Paul;12/03/1954;LEMOINE Claire;Honoré',
  '05/11/2025;INCONNU;Lise;01/02/1990;Lemoine;Honoré',
  '06/01/2026;Inconnu;Lise;01/02/1990;Lemoine;Honoré',
  '06/11/2025;THILL;Jean;01/02/1980;Lemoine;Annulé',
  '07/11/2025;THILL;Jean;01/02/1980;Dr Ancien;Honoré',
  '31/02/2026;THILL;Jean;01/02/1980;Lemoine;Honoré',
  ';THILL;Jean;01/02/1980;Lemoine;Honoré',
  '10/11/2026;;;;Lemoine;Honoré',
  '18/11/2026;THILL;Jean;01/02/1980;Lemoine;Honoré',
].join('\r\n');

describe('l’import de passages', () => {
  beforeEach(founded);
  afterEach(() => practice.close());

  test('l’essai compte sans rien écrire, dit chaque ligne, et demande qui est un médecin inconnu', async () => {
    await passage(practice, odile, '2025-11-03');
    const { analysis, counts, doctors, lines } = await checkPast(practice.doctor, list);
    expect(analysis).toMatchObject({ kind: 'csv', encoding: 'utf-8', separator: ';', lines: 11, question: null });
    expect(analysis.columns.map(({ field }) => field)).toEqual([
      'day',
      'familyName',
      'givenName',
      'birthDay',
      'doctor',
      'status',
    ]);
    expect(counts).toEqual({ matched: 1, unmatched: 2, unknownDoctor: 1, duplicate: 2, leftOut: 1, invalid: 4 });
    expect(doctors.find(({ text }) => text === 'Dr Ancien')).toEqual({
      text: 'Dr Ancien',
      lines: 1,
      doctorId: null,
      leftOut: false,
    });
    expect(lines.map(({ line, outcome }) => `${line} ${outcome}`)).toEqual([
      '2 duplicate',
      '3 matched',
      '4 duplicate',
      '5 unmatched',
      '6 unmatched',
      '7 left_out',
      '8 unknown_doctor',
      '9 invalid',
      '10 invalid',
      '11 invalid',
      '12 invalid',
    ]);
    for (const one of lines.filter(({ outcome }) => outcome === 'invalid')) expect(one.reasons[0]).toMatch(/\.$/u);
    expect(await rowsOf('past_visit')).toEqual([]);
    expect(await rowsOf('past_visit_import')).toEqual([]);
  });

  test('rien n’est compté tant qu’un médecin attend une réponse ; la réponse vaut pour toutes ses lignes', async () => {
    const { id, analysis } = await checkPast(practice.doctor, list);
    expect(await refused(practice.doctor.counters.pastStart({ id }))).toContain('attendent une réponse');
    const mapping = analysis.columns.flatMap(({ index, field }) => (field === null ? [] : [{ column: index, field }]));
    const answer = (to: string | null) => [{ text: 'dr ancien', doctorId: to }];
    const again = { id, mapping, doctorId: null, unknownPatients: 'keep' as const };
    await practice.doctor.counters.pastCheck({ ...again, doctors: answer(null) });
    expect((await untilPast(practice.doctor, 'checked')).counts).toMatchObject({ unknownDoctor: 0, leftOut: 2 });
    await practice.doctor.counters.pastCheck({ ...again, doctors: answer(otherId) });
    expect((await untilPast(practice.doctor, 'checked')).counts).toMatchObject({ unknownDoctor: 0, unmatched: 3 });
    const stranger = answer('00000000-0000-4000-8000-000000000000');
    expect(await refused(practice.doctor.counters.pastCheck({ ...again, doctors: stranger }))).toContain(
      'pas du cabinet',
    );
    await practice.doctor.counters.pastStart({ id });
    await untilPast(practice.doctor, 'published');
    expect((await fileActive(otherId, '2025-11-30')).own.alternatives[0]?.value).toBe(1);
  });

  test('les passages repris comptent avec ceux du même patient, une fois, et couvrent l’année', async () => {
    await passage(practice, odile, '2026-11-10');
    expect((await fileActive()).own).toMatchObject({ outcome: 'undetermined' });
    const whole = [
      'Date;Patient;Médecin',
      '17/11/2025;WEISSE Odile (04/05/1951);Lemoine',
      '20/11/2025;Paul Marchal;Lemoine',
      '21/11/2025;INCONNU Lise;Lemoine',
      '22/11/2025;Mme Lise INCONNU;Lemoine',
      '06/11/2026;Odile WEISSE;Lemoine',
    ].join('\n');
    const { lines, status } = await importPast(practice.doctor, whole);
    expect(lines[1]?.reasons).toEqual(['Rattaché sur le nom seul, sans date de naissance.']);
    expect(status.message).toBe('5 passages comptés, 2 sans dossier.');
    const card = await fileActive();
    expect(card.coverage).toMatchObject({
      state: 'covered',
      periods: [{ from: '2025-11-17', to: '2026-11-06' }, { importId: null }],
    });
    expect(card.own).toMatchObject({ outcome: 'computed', value: 3 });
    expect(card.own.steps.find(({ label }) => label === 'Dont passages repris sans dossier')?.value).toBe(1);
    const stored = JSON.stringify(await rowsOf('past_visit'));
    for (const word of ['INCONNU', 'Lise', 'WEISSE', '1951']) expect(stored).not.toContain(word);
  });

  test('des homonymes ne sont pas rattachés au hasard ; une fusion réunit leurs passages', async () => {
    const twin = await newPatient(practice.doctor, 'Weisse', 'Odile', '09/09/1970');
    const content = 'Date;Patient;Médecin\n01/06/2026;WEISSE Odile;Lemoine\n';
    const { lines } = await checkPast(practice.doctor, content);
    expect(lines[0]).toMatchObject({
      outcome: 'unmatched',
      reasons: ['Plusieurs dossiers portent ce nom\u00a0: compté sans dossier.'],
    });
    const told = [
      'Date;Patient;Médecin',
      '01/06/2026;WEISSE Odile 04/05/1951;Lemoine',
      '02/06/2026;WEISSE Odile 09/09/1970;Lemoine',
    ].join('\n');
    await importPast(practice.doctor, told);
    expect((await fileActive()).own.alternatives[0]?.value).toBe(2);
    const merged = { patientId: odile, mergedId: twin, take: [], reason: 'Même personne' };
    const { mergeId } = await practice.doctor.patients.merge({ ...key(), ...merged });
    expect((await fileActive()).own.alternatives[0]?.value).toBe(1);
    await practice.doctor.patients.split({ ...key(), mergeId, reason: 'Deux personnes' });
    expect((await fileActive()).own.alternatives[0]?.value).toBe(2);
  });

  test('annulé, l’import ne compte plus tout de suite, puis ses lignes s’en vont ; il peut être refait', async () => {
    const content = 'Date;Patient;Médecin\n01/06/2026;WEISSE Odile;Lemoine\n99/06/2026;WEISSE Odile;Lemoine\n';
    const { id } = await importPast(practice.doctor, content);
    const again = await checkPast(practice.doctor, content);
    expect(again.counts).toMatchObject({ matched: 0, duplicate: 1 });
    expect(await refused(practice.doctor.counters.pastStart({ id: again.id }))).toContain('Aucun passage à compter');
    expect((await practice.doctor.counters.pastReport({ id, outcomes: [], offset: 0, limit: 10 })).lines).toMatchObject(
      [{ line: 3, outcome: 'invalid' }],
    );
    expect(await practice.doctor.counters.pastUndo({ ...key(), id })).toEqual({ removed: 1 });
    expect((await fileActive()).coverage).toMatchObject({ state: 'none' });
    expect(await refusalOf(practice.doctor.counters.pastUndo({ ...key(), id }))).toBe('NOT_FOUND');
    await expect.poll(async () => [...(await rowsOf('past_visit')), ...(await rowsOf('past_visit_line'))]).toEqual([]);
    expect((await practice.doctor.counters.pastRuns({})).runs).toMatchObject([
      { id, state: 'undone', by: 'Claire Lemoine' },
    ]);
    expect((await importPast(practice.doctor, content)).counts).toMatchObject({ matched: 1 });
  });

  test('une coupure avant la publication ne laisse rien, et n’a jamais rien compté', async () => {
    const { writer } = practice.core.practice.requireOpen();
    const id = '00000000-0000-4000-8000-0000000000bb';
    await writer
      .insertInto('past_visit_import')
      .values({
        id,
        name: 'coupé.csv',
        state: 'staged',
        first_day: '2025-01-01',
        last_day: '2026-01-01',
        line_count: 1,
        counts: '{}',
        periods: JSON.stringify([{ doctorId, from: '2020-01-01', to: '2026-11-17' }]),
        account_id: practice.doctorAccountId,
        started_at: practice.clock.now(),
        version: 1,
      })
      .execute();
    await writer
      .insertInto('past_visit')
      .values({
        id,
        import_id: id,
        doctor_id: doctorId,
        day: '2026-10-01',
        patient_key: 'k',
        patient_id: paul,
        version: 1,
      })
      .execute();
    expect(await fileActive()).toMatchObject({ coverage: { state: 'none', periods: [] }, own: { value: null } });
    expect((await practice.doctor.counters.pastRuns({})).runs).toEqual([]);
    // L’annulation d’un autre import passe par le même balayage que l’ouverture.
    const other = await importPast(practice.doctor, 'Date;Patient;Médecin\n01/06/2026;WEISSE Odile;Lemoine\n');
    await practice.doctor.counters.pastUndo({ ...key(), id: other.id });
    await expect.poll(() => rowsOf('past_visit')).toEqual([]);
    expect((await rowsOf('past_visit_import')).map((row) => (row as { id: string }).id)).toEqual([other.id]);
  });

  test('un fichier sans colonne de médecin demande le médecin de tout le fichier', async () => {
    const content = 'Date;Patient\n01/06/2026;WEISSE Odile\n';
    expect(await refused(checkPast(practice.doctor, content))).toContain('Il manque le médecin');
    const { counts } = await importPast(practice.doctor, content, { doctorId: otherId });
    expect(counts).toMatchObject({ matched: 1 });
    expect((await fileActive(otherId)).own.alternatives[0]?.value).toBe(1);
  });

  test('les dossiers créés depuis retrouvent leurs passages : la même personne ne compte pas deux fois', async () => {
    const content = [
      'Date;Patient;Médecin',
      '01/06/2026;THILL Jean 01/02/1980;Lemoine',
      '02/06/2026;ROYER Anne;Lemoine',
    ].join('\n');
    await importPast(practice.doctor, content);
    const jean = await newPatient(practice.doctor, 'Thill', 'Jean', '01/02/1980', 'M');
    await passage(practice, jean, '2026-07-01');
    expect((await fileActive()).own.alternatives[0]?.value).toBe(3);
    // L’import d’une liste de patients crée l’autre dossier, et rattache les deux.
    await importFile(practice.doctor, 'Nom de naissance;Prénom;Date de naissance;Sexe\nROYER;Anne;03/03/1970;F\n');
    await expect.poll(async () => (await fileActive()).own.alternatives[0]?.value).toBe(2);
    expect((await rowsOf('past_visit')).map((row) => (row as { patient_id: string | null }).patient_id)).toContain(
      jean,
    );
  });

  test('un numéro de l’ancien logiciel distingue les homonymes sans dossier', async () => {
    const content = [
      'Date;N° dossier;Patient;Médecin',
      '01/06/2026;12;THILL Jean;Lemoine',
      '02/06/2026;13;THILL Jean;Lemoine',
      '03/06/2026;12;THILL Jean;Lemoine',
    ].join('\n');
    await importPast(practice.doctor, content);
    expect((await fileActive()).own.alternatives[0]?.value).toBe(2);
  });
});
