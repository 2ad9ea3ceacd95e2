import type { FactsForm, Problems } from './facts-form.ts';

/** Fields of the facts each form draws, by their names in the contract. */
export const OUTCOME_FIELDS = ['examOn', 'certifiedOn', 'proofSentOn', 'abandonedOn'] as const;
export const VAE_FIELDS = ['vaeHours', 'certification'] as const;
export const LETTER_FIELDS = (['start', 'complete'] as const).flatMap((kind) => [
  `given.${kind}`,
  `given.${kind}.on`,
  `given.${kind}.origin`,
]);

/** Those of the registration: what only the CQP asks is hidden on another route. */
export function registrationFields({ route, levelFour }: Pick<FactsForm, 'route' | 'levelFour'>): string[] {
  const every = ['route', 'body', 'registeredOn', 'sessionMonths', 'startedOn', 'plannedEnd'];
  if (route !== 'CQP') return every;
  const ofCqp = [...every, 'positioningOn', 'otherMinutes', 'levelFour'];
  return levelFour === 'non' ? [...ofCqp, 'experienceYears'] : ofCqp;
}

const FIELD_LABELS: Readonly<Record<string, string>> = {
  route: 'Parcours',
  body: 'Organisme',
  certification: 'Certification visée',
  registeredOn: 'Inscription',
  startedOn: 'Début',
  plannedEnd: 'Fin prévue',
  examOn: 'Épreuve',
  certifiedOn: 'Certificat',
  abandonedOn: 'Abandon',
  sessionMonths: 'Session, en mois',
  positioningOn: 'Positionnement',
  otherMinutes: 'Heures hors modules',
  proofSentOn: 'Envoi à la CPAM',
  levelFour: 'Baccalauréat ou niveau supérieur',
  experienceYears: 'Années d’expérience',
  vaeHours: 'Heures en rapport avec le titre',
  exemptMinutes: 'Heures dispensées',
  'given.start': 'Commencer au plus tard',
  'given.complete': 'Obtenir au plus tard',
};

/** How a field the form does not draw is called. */
export const fieldLabel = (field: string): string => FIELD_LABELS[field] ?? 'Autre champ';

/** Fields whose own words do not name them, and that the route can hide once typed. */
const unnamed = ['positioningOn', 'otherMinutes', 'experienceYears'];

/** What is refused outside the fields drawn, each sentence once; undefined when there is nothing. */
export function wordsElsewhere(problems: Readonly<Problems>, drawn: readonly string[]): string | undefined {
  const elsewhere = Object.entries(problems).flatMap(([field, words]) => {
    if (drawn.includes(field)) return [];
    return [unnamed.includes(field) ? `${fieldLabel(field)}\u00a0: ${words}` : words];
  });
  return elsewhere.length === 0 ? undefined : [...new Set(elsewhere)].join(' ');
}
