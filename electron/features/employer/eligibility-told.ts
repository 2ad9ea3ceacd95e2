import type { Kysely } from 'kysely';
import { eligibilityFacts, profileOn, type DoctorProfile } from '#shared/contract/doctor-profile.ts';
import type { DoctorProfiles } from '#shared/contract/employer.ts';
import { pmtPopulations, type CounterMetric } from '#shared/domain/counters.ts';
import type { Day } from '#shared/kernel/day.ts';
import {
  eligibility,
  ELIGIBILITY_CONDITIONS,
  FIRST_OPTIONS,
  pmtMetricOn,
  statementUnit,
} from '#shared/rules/aid/index.ts';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { gathered } from './told.ts';

/** Last official counts of a doctor on a day, in the terms of the rules; an absent one was not typed. */
export async function countsOn(db: Kysely<Schema>, doctorId: string, day: Day) {
  const rows = await db
    .selectFrom('official_count')
    .select(['metric', 'value', 'population'])
    .where('doctor_id', '=', doctorId)
    .where('on_day', '<=', day)
    .orderBy('on_day')
    .orderBy('id')
    .execute();
  // Only the patients the text of the day counts are held to its threshold.
  const asked = pmtMetricOn(day);
  const counts = (population: string | null) =>
    statementUnit(asked, pmtPopulations.find((one) => one === population) ?? null) !== 'other';
  const last = (metric: CounterMetric) =>
    rows.findLast((row) => row.metric === metric && (metric === 'FA' || counts(row.population)));
  const [pmt, fileActive] = [last('PMT'), last('FA')];
  return {
    ...(pmt === undefined ? {} : { pmt: Number(pmt.value) }),
    ...(fileActive === undefined ? {} : { fileActive: Number(fileActive.value) }),
  };
}

/** Who could sign what on a day, option by option. */
export async function eligibilityTold(
  db: Kysely<Schema>,
  { doctorId, lines }: { doctorId: string; lines: readonly DoctorProfile[] },
  { day, overrides }: { day: Day; overrides: Overrides },
): Promise<DoctorProfiles['eligibility']> {
  const facts = { ...eligibilityFacts(profileOn(lines, day)), ...(await countsOn(db, doctorId, day)) };
  return FIRST_OPTIONS.map((option) => ({
    option,
    verdict: gathered(eligibility({ ...facts, signatureDay: day, option, overrides }), ELIGIBILITY_CONDITIONS),
  }));
}
