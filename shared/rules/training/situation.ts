import { z } from 'zod';
import { isDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { countSchema, daySchema, ruleEntry } from '../kernel/index.ts';
import { certification } from './certification.ts';
import { trainingDeadlines } from './deadlines.ts';
import { MODULE_NUMBERS, WARNINGS, CQP } from './figures.ts';
import { functionHolder } from './function-holder.ts';
import { nextSteps } from './next-steps.ts';
import { trainingProgress } from './progress.ts';
import { profileOf } from './qualification.ts';
import { trainingRoute } from './route.ts';
import { DIPLOMAS, PROFILES, type Diploma, type Profile } from './types.ts';
import { vae } from './vae.ts';
import { trainingWarnings } from './warnings.ts';
import { SHARES, workingTime, type ShareOption } from './working-time.ts';

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) => z.enum(Object.keys(record) as Key[]);

// A life at work: outside these years a date is a typing error, and months could not be added to it.
const YEARS = { from: '1950', to: '2199' } as const;
const workDay = daySchema.refine(
  (day) => !isDay(day) || (day.slice(0, 4) >= YEARS.from && day.slice(0, 4) <= YEARS.to),
  {
    message: `Année de ${YEARS.from} à ${YEARS.to}.`,
  },
);

const given = z.strictObject({ value: workDay, origin: z.enum(['typed', 'notified']), on: workDay.nullable() });

/** Figures of this rule set the practice may change: whole months. */
const EDITABLE = [...WARNINGS, CQP.usualMonths];
const practiceValues = z.record(z.string(), z.json()).check(({ value, issues }) => {
  for (const { id, editable } of EDITABLE) {
    const chosen = value[id];
    if (chosen === undefined || chosen === null || editable?.kind !== 'number') continue;
    const whole = typeof chosen === 'number' && Number.isInteger(chosen);
    if (whole && chosen >= editable.min && chosen <= editable.max) continue;
    const message = `Nombre entier de mois, de ${editable.min} à ${editable.max}.`;
    issues.push({ code: 'custom', input: chosen, path: [id], message });
  }
});
const overrides = z.strictObject({
  practice: practiceValues.exactOptional(),
  signatures: z.record(z.string(), z.strictObject({ by: z.string().min(1), from: daySchema })).exactOptional(),
});

const trainingFile = z
  .strictObject({
    profile: keysOf<Profile>(PROFILES).exactOptional(),
    diploma: keysOf<Diploma>(DIPLOMAS).exactOptional(),
    hiredOn: workDay.exactOptional(),
    contractSignedOn: workDay.exactOptional(),
    enrolledOn: workDay.exactOptional(),
    startedOn: workDay.exactOptional(),
    plannedEndOn: workDay.exactOptional(),
    cqpObtainedOn: workDay.exactOptional(),
    faeCompletedOn: workDay.exactOptional(),
    proofSentOn: workDay.exactOptional(),
    sessionMonths: z.number().int().min(1).max(60).exactOptional(),
    relatedHours: countSchema.exactOptional(),
    wantsVae: z.boolean().exactOptional(),
    levelFour: z.boolean().exactOptional(),
    experienceYears: countSchema.exactOptional(),
    heldTitles: z.array(z.number().int().min(1)).exactOptional(),
    given: z.strictObject({ start: given.exactOptional(), complete: given.exactOptional() }).exactOptional(),
    overrides: overrides.exactOptional(),
  })
  .check(({ value, issues }) => {
    const refuse = (field: string, message: string): void => {
      issues.push({ code: 'custom', input: value, path: [field], message });
    };
    const { profile, diploma, startedOn: start } = value;
    if (profile !== undefined && diploma !== undefined && profileOf({ diploma }) !== profile) {
      refuse('profile', `Ne correspond pas au diplôme${NBSP}: ${DIPLOMAS[diploma]}.`);
    }
    for (const field of ['plannedEndOn', 'cqpObtainedOn', 'faeCompletedOn'] as const) {
      const end = value[field];
      if (start !== undefined && end !== undefined && end < start) refuse(field, 'Avant le début de la formation.');
    }
    if (start !== undefined && value.enrolledOn !== undefined && start < value.enrolledOn) {
      refuse('startedOn', 'Avant l’inscription.');
    }
  });

const hours = z.strictObject({
  module: z.literal(MODULE_NUMBERS),
  done: countSchema.exactOptional(),
  planned: countSchema.exactOptional(),
  exempt: countSchema.exactOptional(),
  announced: countSchema.exactOptional(),
});
const progress = z.discriminatedUnion('path', [
  z.strictObject({
    path: z.literal('CQP'),
    startedOn: workDay.exactOptional(),
    positioningOn: workDay.exactOptional(),
    modules: z
      .array(hours)
      .check(({ value, issues }) => {
        for (const [index, { module }] of value.entries()) {
          if (value.findIndex((one) => one.module === module) === index) continue;
          issues.push({ code: 'custom', input: module, path: [index, 'module'], message: 'Module déjà saisi.' });
        }
      })
      .exactOptional(),
    unexplainedDone: countSchema.exactOptional(),
  }),
  z.strictObject({
    path: z.literal('FAE'),
    startedOn: workDay.exactOptional(),
    done: countSchema.exactOptional(),
    planned: countSchema.exactOptional(),
  }),
]);

const vaeSituation = z.strictObject({
  relatedHours: countSchema.exactOptional(),
  certification: z.string().min(1).exactOptional(),
  applications: z.array(z.strictObject({ certification: z.string().min(1), filedOn: workDay })).exactOptional(),
});

const certificationSituation = z.strictObject({
  obtainedOn: workDay.exactOptional(),
  rncp40913From: workDay.exactOptional(),
});

const workingTimeSituation = z.strictObject({
  option: keysOf<ShareOption>(SHARES).exactOptional(),
  hoursPerWeek: z.number().min(0).max(168).exactOptional(),
});

/** Rules of the training that a case, a screen or the core can call by name. */
export const TRAINING_ENTRIES = {
  route: ruleEntry({
    id: 'training.route',
    title: 'Formation que doit suivre l’assistant',
    situation: trainingFile,
    run: trainingRoute,
  }),
  deadlines: ruleEntry({
    id: 'training.deadlines',
    title: 'Dates limites de la formation',
    situation: trainingFile,
    run: trainingDeadlines,
  }),
  progress: ruleEntry({
    id: 'training.progress',
    title: 'Heures suivies et heures restantes',
    situation: progress,
    run: trainingProgress,
  }),
  warnings: ruleEntry({
    id: 'training.warnings',
    title: 'Avertissements avant les échéances de la formation',
    situation: trainingFile,
    run: trainingWarnings,
  }),
  certification: ruleEntry({
    id: 'training.certification',
    title: 'Enregistrement du CQP à la date du certificat',
    situation: certificationSituation,
    run: certification,
  }),
  vae: ruleEntry({ id: 'training.vae', title: 'Demande de validation des acquis', situation: vaeSituation, run: vae }),
  nextSteps: ruleEntry({
    id: 'training.next_steps',
    title: 'Ce que l’employeur doit faire ensuite',
    situation: trainingFile,
    run: nextSteps,
  }),
  functionHolder: ruleEntry({
    id: 'training.function_holder',
    title: 'Titre pour exercer la fonction d’assistant médical',
    situation: trainingFile,
    run: functionHolder,
  }),
  workingTime: ruleEntry({
    id: 'training.working_time',
    title: 'Temps de travail au regard de l’option',
    situation: workingTimeSituation,
    run: workingTime,
  }),
} as const;
