import { sql, type Kysely } from 'kysely';
import type { DuplicateView } from '#shared/contract/patients.ts';
import type { PatientFacts } from '#shared/domain/patient.ts';
import { usableBirthOf } from '#shared/contract/patient-fields.ts';
import {
  blockingKeys,
  DUPLICATE_LEVELS,
  scoreDuplicate,
  type ComparedPerson,
  type DuplicateScore,
} from '#shared/rules/identity/index.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { PatientRow } from '#electron/storage/tables/patients.ts';
import { linesOf } from './patient-lines.ts';
import { comparedOfRow } from './patient-row.ts';

const mostCompared = 400;
const mostShown = 6;
/** Traits from which the comparison speaks (ui.md §11). */
const leastTraits = 3;

export function comparedOfFacts(facts: PatientFacts): ComparedPerson {
  return {
    birthName: facts.birthName,
    firstGivenName: facts.firstGivenName,
    usedName: facts.usedName,
    usedGivenName: facts.usedGivenName,
    sex: facts.sex === 'F' || facts.sex === 'M' ? facts.sex : null,
    birthDate: facts.birthDay === null ? null : (usableBirthOf(facts.birthDay)?.day ?? null),
    birthPlace: facts.birthPlaceCode,
    matricule: facts.insuredQuality === 'assure' ? facts.insuredNir : null,
    phones: [facts.phoneMobile, facts.phoneOther].filter((phone) => phone !== null),
    city: facts.city,
  };
}

/** Enough is typed to compare: three traits among names, birth, sex, place, own number, telephone. */
export function enoughTyped(person: ComparedPerson): boolean {
  const { birthName, usedName, firstGivenName, usedGivenName, birthDate, sex, birthPlace, matricule, phones } = person;
  const traits = [
    birthName ?? usedName,
    firstGivenName ?? usedGivenName,
    birthDate,
    sex,
    birthPlace,
    matricule,
    phones?.[0],
  ];
  return traits.filter((trait) => trait !== null && trait !== undefined).length >= leastTraits;
}

export interface Candidate {
  row: PatientRow;
  score: DuplicateScore;
}

/** Visible files that resemble this person (twins included), the most alike first. */
export async function candidatesFor(
  db: Kysely<Schema>,
  person: ComparedPerson,
  exceptId: string | null,
): Promise<Candidate[]> {
  const keys = blockingKeys(person);
  if (keys.length === 0) return [];
  const { rows } = await sql<PatientRow>`select p.* from visible_patient p
    where p.number in (select number from patient_block where key in (${sql.join(keys)})) order by p.number limit ${mostCompared}`.execute(
    db,
  );
  const rank = (score: DuplicateScore) => DUPLICATE_LEVELS.indexOf(score.level) + (score.twins ? 0.5 : 0);
  return rows
    .filter((row) => row.id !== exceptId)
    .map((row) => ({ row, score: scoreDuplicate(person, comparedOfRow(row)) }))
    .filter(({ score }) => rank(score) > 0)
    .sort((a, b) => rank(b.score) - rank(a.score));
}

/** A duplicate that stops the creation until someone says why it is another person. */
export const stopsCreation = ({ score }: Candidate): boolean =>
  score.level === 'tres_probable' || score.level === 'certain';

export async function duplicateViews(
  db: Kysely<Schema>,
  candidates: readonly Candidate[],
  today: string,
): Promise<DuplicateView[]> {
  const shown = candidates.slice(0, mostShown);
  const lines = await linesOf(
    db,
    shown.map(({ row }) => Number(row.number)),
    today,
  );
  const views: DuplicateView[] = [];
  for (const { row, score } of shown) {
    const patient = lines.find((line) => line.id === row.id);
    if (patient === undefined) continue;
    const visits = await db
      .selectFrom('visit')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('day').as('last')])
      .where('patient_id', '=', row.id)
      .where('day', '<=', today)
      .executeTakeFirstOrThrow();
    const last =
      visits.last === null
        ? undefined
        : await db
            .selectFrom('visit')
            .select(['day', 'doctor_id'])
            .where('patient_id', '=', row.id)
            .where('day', '=', visits.last)
            .limit(1)
            .executeTakeFirst();
    views.push({
      patient,
      level: score.level,
      twins: score.twins,
      reasons: [...score.reasons],
      traits: score.traits.map((trait) => ({ ...trait })),
      visitCount: Number(visits.count),
      lastVisit: last === undefined ? null : { day: last.day, doctorId: last.doctor_id },
    });
  }
  return views;
}
