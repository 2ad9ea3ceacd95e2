import { datedFigure, TEXT_DAYS } from './dated-figure.ts';
import { AID_OPTIONS, OPTION_LABELS, type ContractKind } from './rule-sets.ts';

/** The collective contract counts full-time equivalents instead of an option. */
export const CONTRACT_OPTIONS = [...AID_OPTIONS, 'PER_ETP'] as const;
export type ContractOption = (typeof CONTRACT_OPTIONS)[number];

export const CONTRACT_OPTION_LABELS: Readonly<Record<ContractOption, string>> = {
  ...OPTION_LABELS,
  PER_ETP: 'contrat collectif, par ETP',
};

export function kindOf(option: ContractOption): ContractKind {
  if (option === 'PER_ETP') return 'COLLECTIVE';
  return option === 'ETP_1_5' || option === 'ETP_2' ? 'SECOND_ASSISTANT' : 'INDIVIDUAL';
}

const { AV7, RA, CONV, COLL } = TEXT_DAYS;

/** The sources of each text on the duration are counted together by the register: "confirmed (8)". */
export const contractDuration = datedFigure<number>('aid.contract.duration', 'Durée du contrat', 'années', [
  [AV7, 5, 'multiple_secondary', 'S20', 'S54'],
  [RA, 5, 'multiple_secondary', 'S20', 'S17'],
  [CONV, 5, 'multiple_secondary', 'S20', 'S23'],
]);
export const collectiveDuration = datedFigure<number>(
  'aid.contract.collective_duration',
  'Durée du contrat collectif',
  'années',
  [[COLL, 5, 'single_source', 'S36']],
);

/** `true` without limit; one source says once only under avenant 7. */
export const contractRenewable = datedFigure<boolean>('aid.contract.renewable', 'Contrat renouvelable', 'oui/non', [
  [AV7, true, 'multiple_secondary', 'S20', 'S54'],
  [RA, true, 'multiple_secondary', 'S17', 'S20'],
  [CONV, true, 'multiple_secondary', 'S20', 'S23'],
]);

/** What is paid once the contract was renewed: U19. */
export const renewalScale = datedFigure<string>(
  'aid.amount.after_term',
  'Montant à partir de la 6e année (contrat renouvelé)',
  'barème',
  [[null, null, 'unknown', 'S21']],
  {
    kind: 'choice',
    choices: {
      FIRST_YEAR_AGAIN: 'Reprise du barème à l’année 1',
      THIRD_YEAR_LEVEL: 'Niveau de l’année 3 et suivantes',
    },
  },
);
