import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { euros, type Computed } from '#shared/rules/kernel/index.ts';
import type { AidYearView } from '#shared/contract/aid-views.ts';

/** `1re année`, `3e année`. */
export const yearName = (year: number): string => `${year === 1 ? '1re' : `${year}e`}${NBSP}année`;

/** The sum, or the word that says nobody knows it. */
export const sumWords = (answer: Computed): string => (answer.value === null ? 'À compléter' : euros(answer.value));
export const dayWords = (answer: Computed<string>): string =>
  answer.value === null ? 'date inconnue' : formatDay(answer.value);
export const countWords = (count: number | null): string => (count === null ? 'inconnu' : formatNumber(count));

type Forecast = Pick<AidYearView, 'due' | 'full' | 'forecasts'>;

/** The lowest and the highest of the forecasts, one by rule of calculation. */
export function forecastRange(year: Pick<AidYearView, 'forecasts'>): { low: number; high: number } | null {
  const sums = year.forecasts.flatMap(({ amount }) => (amount.value === null ? [] : [amount.value]));
  return sums.length === 0 ? null : { low: Math.min(...sums), high: Math.max(...sums) };
}

/** The figure of a year as it can be told today: exact, between two rules, at most, or not known. */
export function yearFigure(year: Forecast): string {
  if (year.due.value !== null) return euros(year.due.value);
  const range = forecastRange(year);
  if (range !== null) return range.low === range.high ? euros(range.low) : `${euros(range.low)} à ${euros(range.high)}`;
  return year.full.value === null ? 'À compléter' : euros(year.full.value);
}

/** Names of the inputs a rule may miss, as the forms call them. */
export const MISSING_LABELS: Readonly<Record<string, string>> = {
  achieved: 'le relevé de l’année',
  bandOrPosition: 'la position au départ',
  contractYear: 'l’année du contrat',
  coordinatedPractice: 'l’exercice coordonné',
  cumulative: 'si les deux indicateurs sont demandés',
  doctorsInPractice: 'le nombre de médecins du cabinet',
  endsOn: 'la fin du contrat',
  fileActive: 'la file active',
  form: 'la forme de la société',
  fundedEtp: 'le nombre d’ETP financés',
  members: 'les médecins du contrat',
  points: 'des relevés ou des passages sur la période',
  metrics: 'le relevé de chaque indicateur pour l’année',
  newlyInstalled: 'si le médecin venait de s’installer',
  objective: 'l’objectif',
  own: 'le décompte de Prélude',
  official: 'un relevé de l’Assurance Maladie',
  patients: 'la patientèle',
  pmt: 'la patientèle médecin traitant',
  policy: 'la règle de calcul quand l’objectif est atteint en partie',
  results: 'les relevés de l’année',
  sector: 'le secteur',
  signatureDay: 'le jour de signature',
  specialityListed: 'la liste de la spécialité',
  speciality: 'la spécialité',
  start: 'le compteur de départ',
  startsOn: 'le début du contrat',
  target: 'l’objectif',
  technicalShare: 'la part d’actes techniques',
  threshold: 'le seuil',
  tier: 'la tranche de patientèle',
  typed: 'le montant du contrat',
  typedStarts: 'les débuts d’année',
  zone: 'la zone',
};
