import type { Parameter } from '../kernel/index.ts';
import { datedFigure } from './dated-figure.ts';

export const fixedTermRenewals = datedFigure<number>(
  'aid.employment.renewals',
  'Renouvellements d’un CDD, au plus',
  'renouvellements',
  [[null, 2, 'single_source', 'S32']],
);
export const fixedTermMonths = datedFigure<number>('aid.employment.months', 'Durée totale d’un CDD, au plus', 'mois', [
  [null, 18, 'single_source', 'S32'],
]);
export const fixedTermAllowance = datedFigure<number>(
  'aid.employment.end_allowance',
  'Indemnité de fin d’un CDD',
  '% du salaire brut',
  [[null, 10, 'single_source', 'S32']],
);

/** Given for centres de santé only; nobody could read it for doctors. */
export const secretaryReplacementMonths = datedFigure<number>(
  'aid.employment.secretary_months',
  'Délai pour remplacer une secrétaire devenue assistante',
  'mois',
  [[null, null, 'unknown', 'S47', 'S49']],
  { kind: 'number', min: 0, max: 60 },
);

export const EMPLOYMENT_PARAMETERS: readonly Parameter[] = [
  fixedTermRenewals,
  fixedTermMonths,
  fixedTermAllowance,
  secretaryReplacementMonths,
];
