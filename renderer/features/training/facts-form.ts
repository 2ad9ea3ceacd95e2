import { blankTraining, type GivenDate, type TrainingFacts, type TrainingRoute } from '#shared/domain/training.ts';
import { addYears, formatDay, parseFrenchDate, type Day } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';

/** What is typed, as texts: any text is kept while the form is open. */
export interface FactsForm {
  route: TrainingRoute | null;
  body: string;
  certification: string;
  registeredOn: string;
  startedOn: string;
  plannedEnd: string;
  examOn: string;
  certifiedOn: string;
  abandonedOn: string;
  sessionMonths: string;
  positioningOn: string;
  /** In hours, as every text over minutes. */
  otherMinutes: string;
  proofSentOn: string;
  levelFour: 'oui' | 'non' | null;
  experienceYears: string;
  vaeHours: string;
  vaeApplications: TrainingFacts['vaeApplications'];
  startGiven: string;
  startOrigin: GivenDate['origin'] | null;
  startLetter: string;
  completeGiven: string;
  completeOrigin: GivenDate['origin'] | null;
  completeLetter: string;
  /** The facts the person saw when starting to type: what a colleague changes meanwhile is told, not overwritten. */
  seen: TrainingFacts | null;
}

export const dayText = (day: Day | null): string => (day === null ? '' : formatDay(day));
export const figureText = (figure: number | null): string => (figure === null ? '' : formatNumber(figure));

/** Hours from minutes, as typed: `98`, `10,5`. */
export const hoursText = (minutes: number | null): string =>
  minutes === null ? '' : formatNumber(Math.round((minutes / 60) * 100) / 100);

/** The texts of these facts; null: nothing opened yet. */
export function formOf(facts: TrainingFacts | null): FactsForm {
  const { given, ...known } = facts ?? blankTraining('CQP');
  return {
    route: facts === null ? null : known.route,
    body: known.body ?? '',
    certification: known.certification ?? '',
    registeredOn: dayText(known.registeredOn),
    startedOn: dayText(known.startedOn),
    plannedEnd: dayText(known.plannedEnd),
    examOn: dayText(known.examOn),
    certifiedOn: dayText(known.certifiedOn),
    abandonedOn: dayText(known.abandonedOn),
    sessionMonths: figureText(known.sessionMonths),
    positioningOn: dayText(known.positioningOn),
    otherMinutes: hoursText(known.otherMinutes),
    proofSentOn: dayText(known.proofSentOn),
    levelFour: known.levelFour === null ? null : known.levelFour ? 'oui' : 'non',
    experienceYears: figureText(known.experienceYears),
    vaeHours: figureText(known.vaeHours),
    vaeApplications: known.vaeApplications,
    startGiven: dayText(given.start?.value ?? null),
    startOrigin: given.start?.origin ?? null,
    startLetter: dayText(given.start?.on ?? null),
    completeGiven: dayText(given.complete?.value ?? null),
    completeOrigin: given.complete?.origin ?? null,
    completeLetter: dayText(given.complete?.on ?? null),
    seen: null,
  };
}

export type Problems = Record<string, string>;

/** Reads typed texts; what cannot be read is told under its field. */
export function reader(today: Day, problems: Problems) {
  const bounds = { today, earliest: '2000-01-01', latest: addYears(today, 10) };
  return {
    day(field: string, text: string): Day | null {
      const reading = parseFrenchDate(text, bounds);
      if (reading.kind === 'day') return reading.day;
      if (reading.kind !== 'empty') problems[field] = reading.message;
      return null;
    },
    text: (text: string): string | null => (text.trim() === '' ? null : text.trim()),
    whole(field: string, text: string, most: number): number | null {
      const digits = text.replace(/[\s\u00a0]/gu, '');
      if (digits === '') return null;
      const figure = Number(digits);
      if (/^\d+$/u.test(digits) && figure <= most) return figure;
      problems[field] = `Nombre entier, ${formatNumber(most)} au plus.`;
      return null;
    },
    /** Hours typed, in minutes. */
    hours(field: string, text: string): number | null {
      const digits = text
        .replace(/[\s\u00a0]/gu, '')
        .replace(/h$/u, '')
        .replace(',', '.');
      if (digits === '') return null;
      if (/^\d{1,4}(?:\.\d{1,2})?$/u.test(digits) && Number(digits) <= 2000) return Math.round(Number(digits) * 60);
      problems[field] = 'Heures en chiffres\u00a0: 35 ou 10,5.';
      return null;
    },
  };
}

/** The facts a form describes, and what is wrong by field. */
export function factsFrom(form: FactsForm, today: Day): { value: TrainingFacts; problems: Problems } {
  const problems: Problems = {};
  const read = reader(today, problems);
  if (form.route === null) problems['route'] = 'Choisir un parcours.';
  const given = (kind: 'start' | 'complete'): GivenDate | null => {
    const value = read.day(`given.${kind}`, form[`${kind}Given`]);
    const on = read.day(`given.${kind}.on`, form[`${kind}Letter`]);
    const origin = form[`${kind}Origin`];
    if (value === null) {
      if (on !== null || origin !== null) problems[`given.${kind}`] ??= 'Échéance à remplir, ou effacer le reste.';
      return null;
    }
    if (origin === null) problems[`given.${kind}.origin`] = 'Choisir d’où vient cette date.';
    return { value, origin: origin ?? 'typed', on };
  };
  const value: TrainingFacts = {
    route: form.route ?? 'CQP',
    body: read.text(form.body),
    certification: read.text(form.certification),
    registeredOn: read.day('registeredOn', form.registeredOn),
    startedOn: read.day('startedOn', form.startedOn),
    plannedEnd: read.day('plannedEnd', form.plannedEnd),
    examOn: read.day('examOn', form.examOn),
    certifiedOn: read.day('certifiedOn', form.certifiedOn),
    abandonedOn: read.day('abandonedOn', form.abandonedOn),
    sessionMonths: read.whole('sessionMonths', form.sessionMonths, 60),
    positioningOn: read.day('positioningOn', form.positioningOn),
    otherMinutes: read.hours('otherMinutes', form.otherMinutes),
    proofSentOn: read.day('proofSentOn', form.proofSentOn),
    levelFour: form.levelFour === null ? null : form.levelFour === 'oui',
    experienceYears: read.whole('experienceYears', form.experienceYears, 60),
    vaeHours: read.whole('vaeHours', form.vaeHours, 100_000),
    vaeApplications: form.vaeApplications,
    given: { start: given('start'), complete: given('complete') },
  };
  return { value, problems };
}
