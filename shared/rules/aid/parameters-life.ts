import { datedFigure, TEXT_DAYS } from './dated-figure.ts';

const { RA } = TEXT_DAYS;

/** Tiers: bounds by rank, lower included, upper excluded. */
export const p90Rank = datedFigure<number>(
  'aid.tier.p90',
  'Rang où commence la tranche du 90e au 95e centile',
  'centile',
  [[null, 90, 'multiple_secondary', 'S11', 'S20', 'S23']],
);
export const p95Rank = datedFigure<number>(
  'aid.tier.p95',
  'Rang où commence la tranche du 95e centile et au-delà',
  'centile',
  [[null, 95, 'multiple_secondary', 'S11', 'S20', 'S23']],
);

/** « P90 included »: whether a patientèle exactly at a bound belongs to the tier above. */
export const tierOperator = datedFigure<'>=' | '>'>(
  'aid.tier.operator',
  'Comparaison de la patientèle de départ aux bornes des tranches',
  'comparaison',
  [[null, '>=', 'multiple_secondary', 'S11', 'S20', 'S23']],
  { kind: 'choice', choices: { '>=': 'égal ou supérieur', '>': 'strictement supérieur' } },
);

/** « About two months » of the source, and the days Prélude reads in it. */
export const shortAbsenceMonths = datedFigure<number>(
  'aid.absence.short_months',
  'Absence courte, en mois environ',
  'mois',
  [[null, 2, 'single_source', 'S32']],
);
export const shortAbsenceDays = datedFigure<number>(
  'aid.absence.short_days',
  'Absence courte, au plus',
  'jours',
  [[null, 60, 'design_choice', 'CHOICE', 'S32']],
  { kind: 'number', min: 1, max: 365 },
);
export const longAbsenceMonths = datedFigure<number>(
  'aid.absence.long_months',
  'Absence au-delà de laquelle la suspension est ouverte',
  'mois',
  [[null, 3, 'single_source', 'S32']],
);

export const noticeMonths = datedFigure<number>(
  'aid.termination.notice_months',
  'Préavis du médecin qui met fin au contrat',
  'mois',
  [[null, 2, 'single_source', 'S20']],
);

/** Renewal of the contracts signed under avenant 7, since the règlement arbitral. */
export const OLDER_RENEWALS = {
  ETP_1_3: datedFigure<boolean>(
    'aid.transition.renewable.ETP_1_3',
    'Ancien contrat à 1/3 ETP renouvelable',
    'oui ou non',
    [[RA, true, 'single_source', 'S21', 'S20']],
  ),
  ETP_1_2: datedFigure<boolean>(
    'aid.transition.renewable.ETP_1_2',
    'Ancien contrat à 1/2 ETP renouvelable',
    'oui ou non',
    [[RA, false, 'single_source', 'S21', 'S20']],
  ),
  ETP_1: datedFigure<boolean>('aid.transition.renewable.ETP_1', 'Ancien contrat à 1 ETP renouvelable', 'oui ou non', [
    [RA, false, 'single_source', 'S21', 'S20'],
  ]),
} as const;
export const olderContractContinues = datedFigure<boolean>(
  'aid.transition.continues',
  'Ancien contrat poursuivi jusqu’à son terme',
  'oui ou non',
  [[RA, true, 'single_source', 'S21', 'S20']],
);
export const switchOnRequest = datedFigure<boolean>(
  'aid.transition.switch_on_request',
  'Passage au nouveau texte à la demande du médecin',
  'oui ou non',
  [[RA, true, 'single_source', 'S20', 'S21']],
);
