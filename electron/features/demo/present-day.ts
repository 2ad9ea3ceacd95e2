import { addDays } from '#shared/kernel/day.ts';
import type { PathStage } from '#shared/domain/stage.ts';
import type { Draw } from './draw.ts';
import { instantText } from '#electron/platform/clock.ts';
import { millisOf } from './instants.ts';
import { inventBody, inventMeasures } from './measures.ts';
import type { KnownFile } from './patient-files.ts';
import type { Staff } from './staff.ts';
import { visitRows, type InventedVisit, type VisitPlan } from './visits.ts';

/** Where each appointment of a doctor stands, by its minutes from now; the same course for each doctor, shifted. */
const course = [
  [-150, 'left'],
  [-135, 'left'],
  [-120, 'left'],
  [-105, 'left'],
  [-90, 'left'],
  [-75, 'left'],
  [-60, 'finalise'],
  [-45, 'consultation'],
  [-30, 'ready'],
  [-15, 'preparation'],
  [0, 'waiting'],
  [-165, 'unexcused'],
  [15, 'expected'],
  [30, 'expected'],
  [45, 'expected'],
  [60, 'expected'],
  [90, 'expected'],
  [105, 'expected'],
  [120, 'expected'],
  [150, 'expected'],
  [180, 'expected'],
  [210, 'expected'],
] as const;
/** The day runs a little late, each doctor in their own way. */
const punctuality = 15;
const shifts = [0, 5, -10];
const spread = 150;
const lastMinute = 1439;
const words = [
  'Se dit essoufflée depuis une semaine, surtout en montant l’escalier.',
  'Souhaite parler de son traitement : deux oublis cette semaine.',
  'Résultats du laboratoire remis en main propre.',
  'Demande un certificat pour le sport.',
];
const leftovers = [
  'Ordonnance à imprimer',
  'Arrêt de travail à transmettre',
  'Rendez-vous de contrôle à prendre',
  'Courrier au cardiologue',
];

/**
 * A day in full swing around a minute of the day, whatever the hour: some left, some at each stage, some expected, one
 * absent, one arrived without an appointment. Near midnight, what does not fit becomes a visit without an appointment.
 */
export function inventToday(
  draw: Draw,
  staff: Staff,
  files: readonly KnownFile[],
  day: string,
  nowMinute: number,
): InventedVisit[] {
  const people = guests(draw, files);
  const now = Math.floor(nowMinute / 5) * 5;
  /** Past minutes draw closer together when the day has just begun. */
  const pressed = Math.min(1, Math.max(nowMinute, 1) / (spread + 30));
  const past = (minutesAgo: number) => Math.max(0, nowMinute - minutesAgo * pressed);
  const visits: InventedVisit[] = [];
  for (const doctorIndex of staff.doctors.keys()) {
    for (const [offset, usual] of course) {
      // Two assistants prepare two people; the third one has not come yet.
      const stage = usual === 'preparation' && doctorIndex === 2 ? 'expected' : usual;
      const lonely = stage === 'unexcused' && doctorIndex !== 0;
      const start = now + offset + punctuality + (shifts[doctorIndex] ?? 0);
      const fits = start + 15 <= lastMinute;
      if (lonely || (stage === 'expected' && !fits)) continue;
      const holds = fits && start >= 0 && pressed === 1;
      if (stage === 'unexcused' && !holds) continue;
      const plan: VisitPlan = {
        day,
        doctorIndex,
        file: people(),
        stage,
        minutes: 15,
        start: holds ? start : null,
        reasonIndex: draw.frequent([0, 1, 2, 5, 7, 8, 3]),
        entered: enteredOf(draw, stage, nowMinute - start, past),
        bookedDay: addDays(day, -draw.int(2, 25)),
        roomIndex: stage === 'preparation' || stage === 'ready' ? doctorIndex : null,
        confirmed: draw.chance(0.5),
        ...(stage === 'unexcused' ? { exit: { minute: past(120), reason: null } } : {}),
      };
      if (stage === 'expected') visits.push(visitRows(draw, staff, { ...plan, start: Math.max(start, 0) }));
      else visits.push(withWork(draw, staff, visitRows(draw, staff, plan), plan, nowMinute));
    }
  }
  const urgent: VisitPlan = {
    day,
    doctorIndex: 1,
    file: people(),
    stage: 'waiting',
    minutes: 15,
    start: null,
    reasonIndex: 6,
    entered: { waiting: past(9) },
    bookedDay: day,
    urgent: true,
  };
  return [...visits, visitRows(draw, staff, urgent)];
}

/** Distinct people, in a repeatable order. */
function guests(draw: Draw, files: readonly KnownFile[]): () => KnownFile {
  const left = [...files];
  return () => {
    const [file] = left.splice(draw.int(0, left.length - 1), 1);
    if (file === undefined) throw new Error('more visits than people');
    return file;
  };
}

/** Minutes at which each stage was entered, from minutes ago to now; somebody early arrives before the hour. */
function enteredOf(draw: Draw, stage: string, ago: number, past: (ago: number) => number): VisitPlan['entered'] {
  if (stage === 'expected' || stage === 'unexcused') return {};
  const steps: [PathStage, number][] = [['waiting', Math.max(ago, 0) + draw.int(3, 9)]];
  const next = (name: PathStage, latest: number, after: number) =>
    steps.push([name, Math.max(latest, (steps.at(-1)?.[1] ?? 0) - after)]);
  if (stage !== 'waiting') next('preparation', stage === 'preparation' ? 4 : 14, draw.int(5, 9));
  if (['ready', 'consultation', 'finalise', 'left'].includes(stage))
    next('ready', stage === 'ready' ? 3 : 10, draw.int(6, 10));
  if (['consultation', 'finalise', 'left'].includes(stage))
    next('consultation', stage === 'consultation' ? 6 : 9, draw.int(4, 12));
  if (stage === 'finalise') next('finalise', 5, draw.int(13, 17));
  if (stage === 'left') next('left', 2, draw.int(13, 20));
  return Object.fromEntries(steps.map(([name, minutesAgo]) => [name, past(minutesAgo)]));
}

/** Constantes, words for the doctor, what remains to do: what the stage supposes. */
function withWork(draw: Draw, staff: Staff, made: InventedVisit, plan: VisitPlan, nowMinute: number): InventedVisit {
  const { preparation } = plan.entered;
  const by = made.visit.prepared_by;
  if (preparation === undefined || by === null) return made;
  const years = Number(plan.day.slice(0, 4)) - Number(plan.file.person.birthDay.slice(0, 4));
  const startMillis = millisOf(plan.day, preparation) + 30_000;
  const going = plan.stage === 'preparation';
  const body = inventBody(plan.file, years);
  const observations = inventMeasures(draw, {
    body,
    patientId: plan.file.row.id,
    visitId: made.visit.id,
    accountId: by,
    startMillis,
    readings: going ? 1 : 3,
    ...(going ? { lines: 2 } : {}),
  }).map((row) => ({ ...row, measured_at: earlier(row.measured_at, millisOf(plan.day, nowMinute)) }));
  const { consultation } = plan.entered;
  const doctorAccount = staff.members.find((member) => member.doctorId === made.visit.doctor_id)?.id ?? by;
  const told = plan.entered.ready !== undefined && draw.chance(0.55);
  return {
    ...made,
    observations,
    preparation: told
      ? {
          id: draw.id(startMillis),
          visit_id: made.visit.id,
          patient_id: plan.file.row.id,
          message: draw.pick(words),
          message_by: by,
          message_at: instantText(millisOf(plan.day, plan.entered.ready ?? 0)),
          read_by: consultation === undefined ? null : doctorAccount,
          read_at: consultation === undefined ? null : instantText(millisOf(plan.day, consultation)),
          version: consultation === undefined ? 1 : 2,
        }
      : null,
    finalise:
      plan.stage !== 'finalise'
        ? []
        : [0, 1].slice(0, draw.int(1, 2)).map((rank) => ({
            id: draw.id(startMillis + rank),
            visit_id: made.visit.id,
            patient_id: plan.file.row.id,
            label: leftovers[(plan.doctorIndex + rank) % leftovers.length] ?? '',
            done_at: null,
            version: 1,
          })),
  };
}

const earlier = (instant: string, nowMillis: number) =>
  instant > instantText(nowMillis) ? instantText(nowMillis) : instant;
