import { addDays, addMonths } from '#shared/kernel/day.ts';
import { MODULE_NUMBERS, MODULE_TITLES } from '#shared/rules/training/index.ts';
import { hoursOfTrainingDay, workingDay } from './employer-days.ts';
import type { People } from './employment-rows.ts';
import type { EmployerContext, EmployerRows } from './invent-employer.ts';

type Training = NonNullable<EmployerRows['training']>[number];
type Module = NonNullable<EmployerRows['training_module']>[number];

/** Ids the proofs are joined to. */
export interface TrainingIds {
  training: string;
  registered: string;
  modules: { id: string; label: string; on: string }[];
}

const body = 'Organisme de formation des Tilleuls';
const minutes = (hours: number) => hours * 60;

/** An adaptation training nearly over, and a CQP that nobody is registered for yet. */
export function inventTrainings(
  { days, id }: EmployerContext,
  { nadia, julien }: People,
): { training: TrainingIds; rows: EmployerRows } {
  const blank = {
    body: null,
    certification: null,
    registered_on: null,
    started_on: null,
    exam_on: null,
    certified_on: null,
    abandoned_on: null,
    planned_end: null,
    session_months: null,
    positioning_on: null,
    other_minutes: null,
    proof_sent_on: null,
    level_four: null,
    experience_years: null,
    vae_hours: null,
    vae_applications: '[]',
    given: JSON.stringify({ start: null, complete: null }),
    version: 1,
  } satisfies Partial<Training>;
  const registered = workingDay(addDays(addMonths(days.lemoine, 18), 8));
  const validated = workingDay(addDays(days.followed[11] ?? days.today, 6));
  const [, end] = days.toCome;
  const fae: Training = {
    ...blank,
    id: id(registered),
    assistant_id: nadia.id,
    route: 'FAE',
    body,
    registered_on: registered,
    started_on: days.followed[0] ?? registered,
    planned_end: end,
    exam_on: workingDay(addDays(addMonths(days.lemoine, 34), 11)),
    version: 4,
  };
  const cqp: Training = {
    ...blank,
    id: id(days.julien),
    assistant_id: julien.id,
    route: 'CQP',
    session_months: 8,
    level_four: 1,
    experience_years: 6,
  };
  const plan = (label: string, planned: number, done: number, on: Partial<Module>): Module => ({
    id: id(registered),
    training_id: fae.id,
    module: 'libre',
    label,
    planned_minutes: minutes(planned),
    done_minutes: minutes(done),
    exempt_minutes: null,
    state: 'validated',
    planned_end: null,
    validated_on: null,
    version: 1,
    ...on,
  });
  const modules = [
    plan('Accueil et prise en charge administrative', 35, 35, { validated_on: validated }),
    plan('Organisation et gestion administrative du cabinet', 42, 42, { validated_on: validated }),
    plan('Parcours de santé, prévention, coordination', 35, 21, { state: 'planned', planned_end: end }),
  ];
  const toPlan = MODULE_NUMBERS.map((number): Module => ({
    ...plan(MODULE_TITLES[number], 0, 0, { state: 'planned' }),
    id: id(days.julien),
    training_id: cqp.id,
    module: String(number),
    planned_minutes: null,
  }));
  return {
    training: {
      training: fae.id,
      registered,
      modules: modules.slice(0, 2).map(({ id: moduleId, label }) => ({ id: moduleId, label, on: validated })),
    },
    rows: {
      training: [fae, cqp],
      training_module: [...modules, ...toPlan],
      training_day: [...days.followed, ...days.toCome].map((day) => ({
        id: id(registered),
        training_id: fae.id,
        assistant_id: nadia.id,
        day,
        minutes: minutes(hoursOfTrainingDay),
        version: 1,
      })),
    },
  };
}
