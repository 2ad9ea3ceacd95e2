import { addDays, weekdayOf } from '#shared/kernel/day.ts';
import { placeOf } from '#electron/features/patients/index.ts';
import { birthCommunes, birthCountries, homeCommunes } from './data/names.ts';
import { createDraw } from './draw.ts';
import { instantOf, millisOf } from './instants.ts';
import { inventPast } from './past-visits.ts';
import { inventFile, type KnownFile, type PatientFile } from './patient-files.ts';
import { inventPeople } from './people.ts';
import { inventToday } from './present-day.ts';
import type { RowWriter } from './rows.ts';
import { inventStaff, type Staff } from './staff.ts';
import { visitRows } from './visits.ts';

/** Same day, same seed, same size: the same practice. */
export interface PracticePlan {
  day: string;
  seed: string;
  doctors: number;
  patients: number;
  /** Part of the households each doctor follows; equal parts when absent. */
  households?: readonly number[];
  /** Files were opened between these numbers of days ago. */
  openedFor: readonly [shortest: number, longest: number];
  /** Days of history before the day, and visits of a doctor on each. */
  historyDays: number;
  visitsOn(day: string): number;
  /** Share of the past visits whose constantes are kept. */
  measured: number;
}

/** The places the generator uses, with the labels of the table. */
async function knownPlaces() {
  const labels = new Map<string, string>();
  const homes = new Map<string, { postcode: string; city: string }>();
  for (const code of [...birthCommunes, ...birthCountries, ...homeCommunes]) {
    const place = await placeOf(code);
    if (place === null || place.kind === 'non_verifie') throw new Error(`place ${code} is in no table`);
    labels.set(code, place.label);
    homes.set(code, { postcode: place.postcodes[0] ?? '', city: place.label.replace(/ \(.*$/, '') });
  }
  return { labels, homes };
}

const openedOn = (day: string) => addDays(day, -3650);

/** Who works in the practice of this plan. */
export const staffOf = ({ day, seed, doctors }: Pick<PracticePlan, 'day' | 'seed' | 'doctors'>): Staff =>
  inventStaff(createDraw(`${seed}/${day}/staff`), millisOf(openedOn(day), 600), doctors);

/**
 * Writes the staff, the files and the past visits of an invented practice, lot by lot.
 * @returns the files, from which the present day is made
 */
export async function inventPractice(plan: PracticePlan, staff: Staff, rows: RowWriter): Promise<KnownFile[]> {
  const { day } = plan;
  const draw = createDraw(`${plan.seed}/${day}`);
  rows.staff(staff, instantOf(openedOn(day), 600), { from: addDays(day, -400), to: addDays(day, -370) });

  const { labels, homes } = await knownPlaces();
  const people = inventPeople(draw.branch('people'), {
    today: day,
    doctorIds: staff.doctors.map((doctor) => doctor.id),
    ...(plan.households === undefined ? {} : { households: plan.households }),
    home: (code) => homes.get(code) ?? { postcode: '', city: '' },
  });
  const filesDraw = draw.branch('files');
  const files: KnownFile[] = [];
  while (files.length < plan.patients) {
    const lot: PatientFile[] = [];
    while (lot.length < 500 && files.length + lot.length < plan.patients) {
      const { value } = people.next();
      if (value !== undefined)
        lot.push(
          inventFile(filesDraw, value, files.length + lot.length + 1, {
            today: day,
            staff,
            openedFor: plan.openedFor,
            placeLabel: (code) => labels.get(code) ?? '',
          }),
        );
    }
    rows.files(lot);
    // The search index of sixty thousand files is not kept in memory.
    files.push(...lot.map(({ person, row }) => ({ person, row })));
  }
  const settings = {
    from: addDays(day, -plan.historyDays),
    until: day,
    visitsOn: plan.visitsOn,
    measured: plan.measured,
  };
  for (const visits of inventPast(draw.branch('past'), staff, files, settings)) rows.visits(visits);
  return files;
}

/** The day running around this minute, and the appointments of the two weeks to come. */
export function writePresent(
  plan: Pick<PracticePlan, 'day' | 'seed'>,
  nowMinute: number,
  staff: Staff,
  files: readonly KnownFile[],
  rows: RowWriter,
): void {
  const draw = createDraw(`${plan.seed}/${plan.day}`);
  rows.visits(inventToday(draw.branch('today'), staff, files, plan.day, nowMinute));
  const next = draw.branch('next');
  for (let ahead = 1; ahead <= 14; ahead += 1) {
    const day = addDays(plan.day, ahead);
    if (weekdayOf(day) === 7) continue;
    for (const doctorIndex of staff.doctors.keys()) {
      for (let start = 510; start < 720; start += 15) {
        if (!next.chance(0.75 - ahead * 0.04)) continue;
        rows.visits([
          visitRows(next, staff, {
            day,
            doctorIndex,
            file: next.pick(files),
            stage: 'expected',
            minutes: 15,
            start,
            reasonIndex: next.frequent([0, 1, 2, 5, 7, 8]),
            entered: {},
            bookedDay: addDays(plan.day, -next.int(1, 25)),
          }),
        ]);
      }
    }
  }
}
