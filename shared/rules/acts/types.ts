/** Verdict on an act, with the words of the tag. */
export const ACT_VERDICTS = { own: 'À vous', with_doctor: 'Avec le médecin', never: 'Jamais' } as const;
export type ActVerdict = keyof typeof ACT_VERDICTS;

export const ACT_FAMILIES = {
  reception: 'Accueil et administration',
  preparation: 'Préparation de la consultation',
  technical: 'Aide aux actes techniques',
  coordination: 'Organisation et coordination',
  doctor: 'Réservé au médecin ou à un professionnel de santé',
} as const;
export type ActFamily = keyof typeof ACT_FAMILIES;

/** How the act is measured. */
export const DEVICES = {
  automatic: 'appareil entièrement automatique',
  manual: 'appareil manuel ou à interpréter',
} as const;
export type Device = keyof typeof DEVICES;

/** Questions asked before a screening kit is handed over. */
export const KIT_ANSWERS = { all_no: 'toutes négatives', one_yes: 'une réponse positive' } as const;
export type KitAnswers = keyof typeof KIT_ANSWERS;

/** What an act depends on, beside its verdict. */
export type ActCondition = 'automatic_device' | 'kit_questions';
