import { addDays, weekdayOf } from '#shared/kernel/day.ts';
import type { Draw } from './draw.ts';
import { millisOf } from './instants.ts';
import { inventBody, inventMeasures } from './measures.ts';
import type { KnownFile } from './patient-files.ts';
import type { Staff } from './staff.ts';
import { ordinaryCourse, visitRows, type InventedVisit } from './visits.ts';

export interface PastSettings {
  from: string;
  /** Excluded. */
  until: string;
  /** Visits a doctor has on this working day, at most one a quarter of an hour. */
  visitsOn(day: string): number;
  /** Share of the visits whose constantes are kept. */
  measured: number;
}

const morning = 510;
const slot = 15;
const slotsOfDay = 40;
const lunch = { after: 16, minutes: 90 };

const startOf = (index: number) => morning + index * slot + (index >= lunch.after ? lunch.minutes : 0);

/** People come more often as they get older: each file is listed as many times as its weight. */
function regulars(files: readonly KnownFile[], today: string): KnownFile[] {
  const year = Number(today.slice(0, 4));
  return files.flatMap((file) =>
    Array.from(
      { length: 1 + Math.floor(Math.max(0, year - Number(file.person.birthDay.slice(0, 4)) - 30) / 15) },
      () => file,
    ),
  );
}

/** The visits of past working days, day after day. A file has none before it was opened. */
export function* inventPast(
  draw: Draw,
  staff: Staff,
  files: readonly KnownFile[],
  settings: PastSettings,
): Generator<InventedVisit[]> {
  const known = regulars(files, settings.until);
  for (let day = settings.from; day < settings.until; day = addDays(day, 1)) {
    if (weekdayOf(day) === 7) continue;
    const visits: InventedVisit[] = [];
    const seen = new Set<KnownFile>();
    for (const doctorIndex of staff.doctors.keys()) {
      const wanted = Math.min(slotsOfDay, settings.visitsOn(day));
      const stride = slotsOfDay / wanted;
      for (let index = 0; index < wanted; index += 1) {
        const file = draw.pick(known);
        if (seen.has(file) || file.row.created_at.slice(0, 10) > day) continue;
        seen.add(file);
        visits.push(
          pastVisit(
            draw,
            staff,
            { file, doctorIndex, day, start: startOf(Math.floor(index * stride)) },
            settings.measured,
          ),
        );
      }
    }
    yield visits;
  }
}

function pastVisit(
  draw: Draw,
  staff: Staff,
  { file, doctorIndex, day, start }: { file: KnownFile; doctorIndex: number; day: string; start: number },
  measured: number,
): InventedVisit {
  const missed = draw.chance(0.03);
  const minutes = slot;
  const visit = visitRows(draw, staff, {
    day,
    doctorIndex,
    file,
    start,
    minutes,
    reasonIndex: draw.frequent([0, 1, 2, 5, 7, 8]),
    stage: missed ? 'unexcused' : 'left',
    entered: missed ? {} : ordinaryCourse(draw, start, minutes),
    ...(missed ? { exit: { minute: start + 20, reason: null } } : {}),
    bookedDay: addDays(day, -draw.int(1, 20)),
  });
  if (!missed && draw.chance(measured)) {
    const years = Number(day.slice(0, 4)) - Number(file.person.birthDay.slice(0, 4));
    const body = inventBody(file, years);
    visit.observations = inventMeasures(draw, {
      body,
      patientId: file.row.id,
      visitId: visit.visit.id,
      accountId: visit.visit.prepared_by ?? '',
      startMillis: millisOf(day, start - 6),
      readings: body.systolic > 138 ? 2 : 1,
    });
  }
  return visit;
}
