import { NBSP } from '#shared/kernel/format.ts';
import type { Day } from '#shared/kernel/day.ts';
import {
  computed,
  notComputed,
  withGiven,
  type Computed,
  type Overrides,
  type Parameter,
  type Reason,
} from '../kernel/index.ts';
import { ParameterReader, reason, unknownFigure } from './conditions.ts';
import type { GivenFigure } from './given-amounts.ts';
import type { Metric, Population } from './objective-words.ts';
import { OTHER_FILE_ACTIVE_PERCENTILES, PAEDIATRICIAN_THRESHOLDS, PMT_PERCENTILES, pmtMetric } from './percentiles.ts';
import { individualRuleSetOf } from './rule-sets.ts';

export interface ThresholdSituation {
  readonly signatureDay: Day;
  readonly metric: Metric;
  readonly population?: Population;
  /** Médecin à exercice particulier: outside the national distribution since 2023. */
  readonly particularPractice?: boolean;
  /** Written by the CPAM for this doctor: it wins. */
  readonly given?: GivenFigure;
  readonly overrides?: Overrides;
}

const PATIENTS = 'patients';

/**
 * Minimum patientèle to sign, for one metric: the one the CPAM wrote for the doctor, else that of the text. Null when
 * neither says any.
 */
export function entryThreshold(situation: ThresholdSituation): Computed | null {
  const { signatureDay, given, overrides } = situation;
  const reader = new ParameterReader(signatureDay, overrides);
  const written =
    given === undefined ? null : { value: given.value, origin: 'notified' as const, on: given.on ?? null };
  const figure = figureOf(situation, reader);
  if (figure === null) {
    if (written === null) return null;
    const none = reason('no_threshold', 'Le texte ne donne pas de seuil pour cet indicateur.');
    return withGiven(notComputed(PATIENTS, [], { reasons: [none] }), written);
  }
  const value = 'parameter' in figure ? reader.read(figure.parameter) : null;
  const why = { parameters: reader.uses };
  if (value === null) {
    const reasons = ['reason' in figure ? figure.reason : unknownFigure('Seuil d’entrée')];
    return withGiven(notComputed(PATIENTS, ['threshold'], { ...why, reasons }), written);
  }
  const steps = [{ label: 'Seuil du texte', words: '30e centile de la profession', value, unit: PATIENTS }];
  return withGiven(computed(value, PATIENTS, { ...why, steps }), written);
}

type Figure = { readonly parameter: Parameter<number> } | { readonly reason: Reason };

function figureOf(
  { signatureDay, metric, population, particularPractice }: ThresholdSituation,
  reader: ParameterReader,
): Figure | null {
  const before2023 = individualRuleSetOf(signatureDay) === 'AV7-2019';
  const ofFiles = metric === 'FILE_ACTIVE';
  const found = (parameter: Parameter<number>) => ({ parameter });
  if (population === undefined) return null;
  if (!ofFiles && reader.read(pmtMetric) !== metric) return null;
  if (population === 'GP') {
    if (ofFiles) return null;
    if (before2023 || particularPractice === false) return found(PMT_PERCENTILES.p30);
    const words = `Exercice particulier${NBSP}: hors de la répartition nationale, ou à renseigner au profil.`;
    return { reason: reason('particular_practice', words) };
  }
  if (population === 'PAEDIATRICIAN' && !before2023)
    return found(ofFiles ? PAEDIATRICIAN_THRESHOLDS.fileActive : PAEDIATRICIAN_THRESHOLDS.pmt);
  return ofFiles ? found(OTHER_FILE_ACTIVE_PERCENTILES.p30) : null;
}
