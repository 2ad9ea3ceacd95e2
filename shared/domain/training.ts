import { formatDay, type Day } from '#shared/kernel/day.ts';
import { frenchTypography } from '#shared/kernel/format.ts';

/** Ways to the qualification an assistant can be put on. */
export const TRAINING_ROUTES = {
  CQP: 'CQP, par la formation',
  VAE: 'CQP, par la validation des acquis (VAE)',
  FAE: 'Formation d’adaptation à l’emploi (FAE)',
} as const;
export type TrainingRoute = keyof typeof TRAINING_ROUTES;
export const trainingRoutes = Object.keys(TRAINING_ROUTES) as [TrainingRoute, ...TrainingRoute[]];

/** Where a module stands, as the practice says it. `planned` with hours done reads « En cours ». */
export const MODULE_STATES = {
  planned: 'Prévu',
  done: 'Suivi',
  validated: 'Validé',
  exempted: 'Dispensé après positionnement',
} as const;
export type ModuleState = keyof typeof MODULE_STATES;
export const moduleStates = Object.keys(MODULE_STATES) as [ModuleState, ...ModuleState[]];

/** Code of a module outside the four of the CQP. */
export const FREE_MODULE = 'libre';

export const trainingLimits = {
  /** One module, the hours outside modules: 2 000 h. */
  minutes: 120_000,
  dayMinutes: 720,
  /** Days blocked in one gesture. */
  days: 300,
  vaeHours: 100_000,
} as const;

/** Everything known of one training, less its modules and days. Null: not known. */
export interface TrainingFacts {
  route: TrainingRoute;
  body: string | null;
  certification: string | null;
  registeredOn: Day | null;
  startedOn: Day | null;
  plannedEnd: Day | null;
  examOn: Day | null;
  certifiedOn: Day | null;
  abandonedOn: Day | null;
  sessionMonths: number | null;
  positioningOn: Day | null;
  otherMinutes: number | null;
  proofSentOn: Day | null;
  levelFour: boolean | null;
  experienceYears: number | null;
  vaeHours: number | null;
  vaeApplications: readonly { certification: string; filedOn: Day }[];
  given: { start: GivenDate | null; complete: GivenDate | null };
}

/** A date written in a letter of the CPAM (`notified`) or in a contract (`typed`), and the day of that paper. */
export interface GivenDate {
  value: Day;
  origin: 'typed' | 'notified';
  on: Day | null;
}

export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** Nothing known yet. */
export const blankTraining = (route: TrainingRoute): TrainingFacts => ({
  route,
  body: null,
  certification: null,
  registeredOn: null,
  startedOn: null,
  plannedEnd: null,
  examOn: null,
  certifiedOn: null,
  abandonedOn: null,
  sessionMonths: null,
  positioningOn: null,
  otherMinutes: null,
  proofSentOn: null,
  levelFour: null,
  experienceYears: null,
  vaeHours: null,
  vaeApplications: [],
  given: { start: null, complete: null },
});

const problem = (field: string, message: string): Problem => ({ field, message: frenchTypography(message) });
const before = (left: Day | null, right: Day | null): boolean => left !== null && right !== null && left < right;

/** Days of the facts by field, for the checks of bounds. */
const dayFields = [
  'registeredOn',
  'startedOn',
  'plannedEnd',
  'examOn',
  'certifiedOn',
  'abandonedOn',
  'positioningOn',
  'proofSentOn',
] as const;

/** What has happened cannot be in the future. */
const pastFields = { certifiedOn: 'Certificat', abandonedOn: 'Abandon', proofSentOn: 'Envoi' } as const;

/**
 * What is impossible in one training, in sentences with the way out; empty when all holds together.
 * @param today what has happened is not after it
 * @param hiredOn first day of employment; null when not known
 */
export function trainingProblems(facts: TrainingFacts, today: Day, hiredOn: Day | null): Problem[] {
  const found: Problem[] = [];
  for (const field of dayFields) {
    const day = facts[field];
    if (day !== null && (day < '2000-01-01' || day > '2099-12-31')) {
      found.push(problem(field, `Année à vérifier : ${formatDay(day)}.`));
    }
  }
  for (const [field, word] of Object.entries(pastFields) as [keyof typeof pastFields, string][]) {
    const day = facts[field];
    if (day !== null && day > today) found.push(problem(field, `${word} à une date future : saisir le jour venu.`));
  }
  found.push(...orderProblems(facts), ...outcomeProblems(facts));
  return [...found, ...applicationProblems(facts, today), ...givenProblems(facts, today, hiredOn)];
}

/** One day that comes before another it must follow. */
function orderProblems(facts: TrainingFacts): Problem[] {
  const { registeredOn, startedOn, plannedEnd, examOn, certifiedOn, abandonedOn } = facts;
  const start = startedOn ?? registeredOn;
  const pairs: readonly (readonly [string, Day | null, Day | null, string])[] = [
    ['startedOn', startedOn, registeredOn, 'Début avant l’inscription du'],
    ['plannedEnd', plannedEnd, startedOn, 'Fin prévue avant le début du'],
    ['examOn', examOn, startedOn, 'Épreuve avant le début du'],
    ['certifiedOn', certifiedOn, start, 'Certificat avant le début du'],
    ['certifiedOn', certifiedOn, examOn, 'Certificat avant l’épreuve du'],
    ['abandonedOn', abandonedOn, start, 'Abandon avant le début du'],
    ['proofSentOn', facts.proofSentOn, certifiedOn, 'Envoi avant le certificat du'],
  ];
  return pairs.flatMap(([field, day, earlier, words]) =>
    earlier !== null && before(day, earlier)
      ? [problem(field, `${words} ${formatDay(earlier)}. Corriger l’une des deux dates.`)]
      : [],
  );
}

/** An end without what it needs. */
function outcomeProblems({
  examOn,
  startedOn,
  route,
  certifiedOn,
  abandonedOn,
  proofSentOn,
}: TrainingFacts): Problem[] {
  const found: Problem[] = [];
  if (examOn !== null && startedOn === null && route !== 'VAE') {
    found.push(problem('examOn', 'Épreuve sans début de formation : saisir d’abord le début.'));
  }
  if (certifiedOn !== null && abandonedOn !== null) {
    const words = 'Formation certifiée : elle ne peut pas être abandonnée. Effacer l’une des deux dates.';
    found.push(problem('abandonedOn', words));
  }
  if (proofSentOn !== null && certifiedOn === null) {
    found.push(problem('proofSentOn', 'Envoi sans certificat : saisir d’abord la date du certificat.'));
  }
  return found;
}

function applicationProblems({ vaeApplications }: TrainingFacts, today: Day): Problem[] {
  return vaeApplications.flatMap(({ filedOn }, index) =>
    filedOn > today
      ? [problem(`vaeApplications.${index}.filedOn`, 'Demande à une date future : la noter une fois déposée.')]
      : [],
  );
}

function givenProblems({ given }: TrainingFacts, today: Day, hiredOn: Day | null): Problem[] {
  const found: Problem[] = [];
  for (const kind of ['start', 'complete'] as const) {
    const date = given[kind];
    if (date === null) continue;
    if (hiredOn !== null && date.value < hiredOn) {
      found.push(problem(`given.${kind}`, `Échéance avant l’embauche du ${formatDay(hiredOn)}. Relire le courrier.`));
    }
    if (date.on !== null && date.on > today) {
      found.push(problem(`given.${kind}.on`, 'Courrier daté du futur. Relire sa date.'));
    }
  }
  const { start, complete } = given;
  if (start !== null && complete !== null && start.value > complete.value) {
    found.push(problem('given.start', 'Commencer après la date pour obtenir : impossible. Relire le courrier.'));
  }
  return found;
}
