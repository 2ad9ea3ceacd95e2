import { datedFigure, TEXT_DAYS } from './dated-figure.ts';
import type { AidOption } from './rule-sets.ts';

const { AV7, RA, CONV } = TEXT_DAYS;

export const SECTORS = {
  SECTEUR_1: 'secteur 1',
  SECTEUR_2_OPTAM: 'secteur 2 avec OPTAM',
  SECTEUR_2_OPTAM_CO: 'secteur 2 avec OPTAM-CO',
  SECTEUR_2: 'secteur 2 sans option',
  NON_CONVENTIONNE: 'non conventionné',
} as const;
export type Sector = keyof typeof SECTORS;

/** Zoning of the agence régionale de santé; both named zones are under-dense. */
export const ZONES = {
  ZIP: 'zone d’intervention prioritaire',
  ZAC: 'zone d’action complémentaire',
  NONE: 'hors zone sous-dense',
} as const;
export type Zone = keyof typeof ZONES;

/** Specialities the texts name; every other one is `AUTRE`. Surgeons stand for those named with them. */
export const SPECIALITIES = {
  MEDECINE_GENERALE: 'médecine générale',
  PEDIATRIE: 'pédiatrie',
  CHIRURGIE: 'chirurgie',
  ORL: 'oto-rhino-laryngologie',
  GYNECOLOGIE: 'gynécologie',
  RADIOLOGIE: 'radiologie',
  RADIOTHERAPIE: 'radiothérapie',
  STOMATOLOGIE: 'stomatologie',
  ANESTHESIE: 'anesthésie',
  ANATOMO_CYTOPATHOLOGIE: 'anatomo-cytopathologie',
  MEDECINE_NUCLEAIRE: 'médecine nucléaire',
  AUTRE: 'autre spécialité',
} as const;
export type Speciality = keyof typeof SPECIALITIES;

const EXCLUDED: readonly Speciality[] = [
  'RADIOLOGIE',
  'RADIOTHERAPIE',
  'STOMATOLOGIE',
  'ANESTHESIE',
  'ANATOMO_CYTOPATHOLOGIE',
  'MEDECINE_NUCLEAIRE',
];
const SECTOR_LIST: readonly Sector[] = ['SECTEUR_1', 'SECTEUR_2_OPTAM', 'SECTEUR_2_OPTAM_CO'];

export const eligibleSectors = datedFigure<readonly string[]>(
  'aid.eligibility.sectors',
  'Secteurs ouvrant droit à l’aide',
  'liste',
  [
    [AV7, SECTOR_LIST, 'multiple_secondary', 'S01', 'S07', 'S08', 'S10', 'S15', 'S17', 'S55'],
    [RA, SECTOR_LIST, 'multiple_secondary', 'S02', 'S17', 'S18', 'S20'],
    [CONV, SECTOR_LIST, 'multiple_secondary', 'S20', 'S24', 'S26', 'S29'],
  ],
);

/** Under avenant 7 the lists were the other way round (open everywhere, or in 30 % of départements) and not found. */
export const excludedSpecialities = datedFigure<readonly string[]>(
  'aid.eligibility.excluded_specialities',
  'Spécialités écartées',
  'liste',
  [
    [AV7, null, 'unknown', 'S12', 'S14', 'S54', 'S63'],
    [RA, EXCLUDED, 'multiple_secondary', 'S18', 'S29'],
    [CONV, EXCLUDED, 'multiple_secondary', 'S24', 'S29', 'S37', 'S46'],
  ],
);

/** Doctors held to the limit on technical acts; the page of November 2024 adds two specialities to the surgeons. */
export const technicalSpecialities = datedFigure<readonly string[]>(
  'aid.eligibility.technical_specialities',
  'Spécialités soumises à la part d’actes techniques',
  'liste',
  [
    [RA, ['CHIRURGIE'], 'multiple_secondary', 'S18', 'S29'],
    [CONV, ['CHIRURGIE', 'ORL', 'GYNECOLOGIE'], 'multiple_secondary', 'S24', 'S29'],
  ],
);

export const technicalShareLimit = datedFigure<number>(
  'aid.eligibility.technical_share',
  'Part des actes techniques CCAM dans les honoraires, à ne pas atteindre',
  '%',
  [
    [AV7, null, 'unknown', 'S63'],
    [RA, 20, 'multiple_secondary', 'S18', 'S29'],
    [CONV, 20, 'multiple_secondary', 'S24', 'S29'],
  ],
);

export const technicalShareOperator = datedFigure<'<'>(
  'aid.eligibility.technical_share_operator',
  'Comparaison de la part d’actes techniques à sa limite',
  'comparaison',
  [
    [RA, '<', 'multiple_secondary', 'S18', 'S29'],
    [CONV, '<', 'multiple_secondary', 'S24', 'S29'],
  ],
);

export const technicalShareMonths = datedFigure<number>(
  'aid.eligibility.technical_share_months',
  'Mois avant la signature sur lesquels la part d’actes techniques est lue',
  'mois',
  [
    [RA, 12, 'multiple_secondary', 'S18', 'S29'],
    [CONV, 12, 'multiple_secondary', 'S24', 'S29'],
  ],
);

/** Practice of at least two doctors; waived in under-dense zones by avenant 8, dropped on 1 May 2023. */
export const groupedPracticeRequired = datedFigure<boolean>(
  'aid.eligibility.grouped_required',
  'Exercice regroupé exigé',
  'oui ou non',
  [
    [AV7, true, 'multiple_secondary', 'S07', 'S16', 'S17', 'S19', 'S20', 'S55'],
    [RA, false, 'multiple_secondary', 'S17', 'S18', 'S20'],
    [CONV, false, 'multiple_secondary', 'S20', 'S24', 'S26', 'S29'],
  ],
);

export const groupedPracticeDoctors = datedFigure<number>(
  'aid.eligibility.grouped_doctors',
  'Médecins d’un exercice regroupé, au moins',
  'médecins',
  [[AV7, 2, 'multiple_secondary', 'S07', 'S08', 'S10', 'S15', 'S17', 'S55']],
);

export const coordinatedPracticeRequired = datedFigure<boolean>(
  'aid.eligibility.coordinated_required',
  'Exercice coordonné exigé',
  'oui ou non',
  [
    [AV7, true, 'multiple_secondary', 'S07', 'S12', 'S15', 'S17', 'S54', 'S55'],
    [RA, false, 'multiple_secondary', 'S17', 'S18', 'S20'],
    [CONV, false, 'multiple_secondary', 'S20', 'S24', 'S26', 'S29'],
  ],
);

export const coordinatedPracticeMonths = datedFigure<number>(
  'aid.eligibility.coordinated_months',
  'Délai pour rejoindre un exercice coordonné après la signature',
  'mois',
  [[AV7, 24, 'multiple_secondary', 'S07', 'S12', 'S15', 'S17', 'S54', 'S55']],
);

/** Options reserved to ZIP and ZAC. */
export const zonedOptions = datedFigure<readonly string[]>(
  'aid.eligibility.zoned_options',
  'Options réservées aux zones sous-denses',
  'liste',
  [
    [AV7, ['ETP_1'], 'multiple_secondary', 'S08', 'S10', 'S15', 'S17'],
    [RA, [], 'multiple_secondary', 'S17', 'S18', 'S20'],
    [CONV, [], 'multiple_secondary', 'S20', 'S24', 'S26', 'S29'],
  ],
);

export const newlyInstalledWaiver = datedFigure<boolean>(
  'aid.waiver.newly_installed',
  'Seuil d’entrée levé pour un médecin nouvellement installé',
  'oui ou non',
  [
    [AV7, true, 'multiple_secondary', 'S07', 'S12', 'S13'],
    [RA, true, 'multiple_secondary', 'S02', 'S18'],
    [CONV, true, 'inferred', 'S02', 'S18'],
  ],
);

/** Avenant 7 only: what the waiver gives (no threshold, or an adapted one) is not known. */
export const childrenShare = datedFigure<number>(
  'aid.waiver.children_share',
  'Part d’enfants de moins de 16 ans au-delà de laquelle le seuil est levé ou adapté',
  '%',
  [[AV7, 20, 'single_source', 'S12']],
);

/** Size of the adapted threshold: RQTH, ALD, part-time activity. */
export const adaptedThreshold = datedFigure<number>(
  'aid.waiver.adapted_threshold',
  'Seuil adapté (RQTH, ALD, activité mixte)',
  'patients',
  [
    [AV7, null, 'unknown', 'S07'],
    [RA, null, 'unknown', 'S18'],
    [CONV, null, 'unknown', 'S24', 'S26'],
  ],
  { kind: 'number', min: 0, max: 100_000 },
);

const open = (option: AidOption, words: string) => [`aid.option.${option}.open`, `Option ${words} ouverte`] as const;

/** Which options a new contract may take. */
export const OPTION_OPENINGS = {
  ETP_1_3: datedFigure<boolean>(...open('ETP_1_3', '1/3 ETP'), 'oui ou non', [
    [AV7, true, 'multiple_secondary', 'S08', 'S10', 'S17', 'S23'],
    [RA, false, 'multiple_secondary', 'S17', 'S21', 'S23'],
    [CONV, false, 'multiple_secondary', 'S23', 'S26'],
  ]),
  ETP_1_2: datedFigure<boolean>(...open('ETP_1_2', '1/2 ETP'), 'oui ou non', [
    [AV7, true, 'multiple_secondary', 'S08', 'S10', 'S17', 'S23'],
    [RA, true, 'multiple_secondary', 'S17', 'S20', 'S23'],
    [CONV, true, 'multiple_secondary', 'S20', 'S23', 'S25', 'S30', 'S37'],
  ]),
  ETP_1: datedFigure<boolean>(...open('ETP_1', '1 ETP'), 'oui ou non', [
    [AV7, true, 'multiple_secondary', 'S08', 'S10', 'S17', 'S23'],
    [RA, true, 'multiple_secondary', 'S17', 'S20', 'S23'],
    [CONV, true, 'multiple_secondary', 'S20', 'S23', 'S25', 'S30', 'S37'],
  ]),
  ETP_1_5: datedFigure<boolean>(...open('ETP_1_5', '1,5 ETP'), 'oui ou non', [
    [CONV, true, 'multiple_secondary', 'S20', 'S26', 'S30'],
  ]),
  ETP_2: datedFigure<boolean>(...open('ETP_2', '2 ETP'), 'oui ou non', [
    [CONV, true, 'multiple_secondary', 'S20', 'S26', 'S30'],
  ]),
} as const;

/** Condition of the second assistant: year of the running 1 ETP contract. */
export const secondAssistantYear = datedFigure<number>(
  'aid.second_assistant.contract_year',
  'Année du contrat à 1 ETP à partir de laquelle un second assistant peut être demandé',
  'année de contrat',
  [[CONV, 3, 'multiple_secondary', 'S20', 'S26', 'S30']],
);
export const secondAssistantZone = datedFigure<'ZIP'>(
  'aid.second_assistant.zone',
  'Zone exigée pour un second assistant',
  'zone',
  [[CONV, 'ZIP', 'multiple_secondary', 'S20', 'S26', 'S30']],
);
export const secondAssistantOption = datedFigure<'ETP_1'>(
  'aid.second_assistant.running_option',
  'Option du contrat en cours exigée pour un second assistant',
  'option',
  [[CONV, 'ETP_1', 'multiple_secondary', 'S20', 'S26', 'S30']],
);

/** Hours of a full-time assistant. */
export const fullTimeHours = datedFigure<number>(
  'aid.working_time.full',
  'Temps plein d’un assistant',
  'heures par semaine',
  [[null, 35, 'multiple_secondary', 'S20', 'S32']],
);
export const halfTimeHours = datedFigure<number>(
  'aid.working_time.half',
  'Mi-temps d’un assistant',
  'heures par semaine',
  [[null, 17.5, 'multiple_secondary', 'S20', 'S32']],
);
