/** Names of the inputs the rules may miss, in words. */
export const missingLabels: Readonly<Record<string, string>> = {
  profile: 'diplôme de l’assistant',
  hiredOn: 'date d’embauche',
  sessionMonths: 'durée de la session',
  relatedHours: 'heures en rapport avec le CQP',
  certification: 'certification visée',
  applications: 'demandes déjà déposées',
  levelFour: 'niveau d’études',
  experienceYears: 'années d’expérience',
  positioningOn: 'date du positionnement',
  unexplainedDone: 'heures hors modules',
  rncp40913From: 'premier jour du RNCP 40913',
  announced: 'durée annoncée par l’organisme',
  done: 'heures suivies',
  ...Object.fromEntries(
    [1, 2, 3, 4].flatMap((module) => [
      [`modules.${module}.announced`, `heures annoncées du module ${module}`],
      [`modules.${module}.done`, `heures suivies du module ${module}`],
    ]),
  ),
};
