import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { met, notMet, undetermined, type Parameter, type Reason, type Verdict } from '../kernel/index.ts';
import { reaches, reason, toFill, unknownFigure, type ParameterReader } from './conditions.ts';
import { ADAPTED_SITUATIONS, type EligibilitySituation } from './eligibility-situation.ts';
import { adaptedThreshold, childrenShare, newlyInstalledWaiver } from './parameters-eligibility.ts';
import {
  OTHER_FILE_ACTIVE_PERCENTILES,
  PAEDIATRICIAN_THRESHOLDS,
  percentileReferenceDay,
  PMT_METRICS,
  PMT_PERCENTILES,
  pmtMetric,
  thresholdOperator,
  thresholdPercentile,
} from './percentiles.ts';
import { individualRuleSetOf } from './rule-sets.ts';

/** A figure of the doctor and the threshold it is held to. */
interface Measure {
  readonly input: 'pmt' | 'fileActive';
  readonly what: string;
  readonly figure: number | undefined;
  readonly threshold: number | null;
  readonly typed: boolean;
}

const FILES = 'patients de file active';

/** Minimum patientèle. Waived for a newly installed doctor; adapted, to an unknown extent, in some situations. */
export function thresholdCondition(situation: EligibilitySituation, reader: ParameterReader): Verdict {
  if (situation.newlyInstalled === true && reader.read(newlyInstalledWaiver) === true) {
    const words = `Médecin nouvellement installé${NBSP}: aucun seuil d’entrée.`;
    return met([reason('newly_installed', words)], reader.uses);
  }
  const { speciality } = situation;
  if (speciality === undefined) {
    return undetermined(['speciality'], [toFill('threshold_speciality', 'Spécialité, pour le seuil')], reader.uses);
  }
  const operator = reader.read(thresholdOperator);
  reader.read(thresholdPercentile);
  reader.read(percentileReferenceDay);
  const measures = measuresOf(situation, reader);
  const unknown = measures.filter(({ threshold }) => threshold === null);
  const absent = measures.filter(({ figure }) => figure === undefined);
  if (unknown.length > 0 || absent.length > 0) return incomplete(situation, unknown, absent, reader);
  const judged = measures.map((one) => ({ ...one, reached: reaches(one.figure ?? 0, one.threshold ?? 0, operator) }));
  const reasons = judged.map((one) => comparison(one, one.reached, operator));
  if (judged.every(({ reached }) => reached)) return met(reasons, reader.uses);
  const failing = judged.filter(({ reached }) => !reached);
  return belowThreshold(situation, reasons, failing, reader);
}

function measuresOf(situation: EligibilitySituation, reader: ParameterReader): Measure[] {
  const { speciality, signatureDay, particularPractice } = situation;
  const before2023 = individualRuleSetOf(signatureDay) === 'AV7-2019';
  if (speciality === 'MEDECINE_GENERALE') {
    const metric = reader.read(pmtMetric) ?? 'PMT_ADULT_AND_CHILD';
    const one = measure(situation, 'pmt', PMT_METRICS[metric], PMT_PERCENTILES.p30, reader);
    // The distribution of 31 December 2021 leaves these doctors out: its 30th percentile is not theirs.
    const own = !before2023 && particularPractice !== false && !one.typed ? { ...one, threshold: null } : one;
    const written = situation.thresholds?.fileActive;
    // The texts give a GP no threshold of file active; one the CPAM wrote for this doctor is held to all the same.
    return written === undefined
      ? [own]
      : [own, { input: 'fileActive', what: FILES, figure: situation.fileActive, threshold: written, typed: true }];
  }
  if (speciality === 'PEDIATRIE' && !before2023) {
    return [
      measure(situation, 'pmt', 'patients médecin traitant', PAEDIATRICIAN_THRESHOLDS.pmt, reader),
      measure(situation, 'fileActive', FILES, PAEDIATRICIAN_THRESHOLDS.fileActive, reader),
    ];
  }
  return [measure(situation, 'fileActive', FILES, OTHER_FILE_ACTIVE_PERCENTILES.p30, reader)];
}

function measure(
  situation: EligibilitySituation,
  input: Measure['input'],
  what: string,
  threshold: Parameter<number>,
  reader: ParameterReader,
): Measure {
  const typed = situation.thresholds?.[input];
  const ofTheBook = reader.read(threshold);
  return { input, what, figure: situation[input], threshold: typed ?? ofTheBook, typed: typed !== undefined };
}

function incomplete(
  situation: EligibilitySituation,
  unknown: readonly Measure[],
  absent: readonly Measure[],
  reader: ParameterReader,
): Verdict {
  const missing: string[] = absent.map(({ input }) => input);
  const reasons: Reason[] = absent.map(({ input, what }) => toFill(input, `Nombre de ${what}`));
  const asksPractice =
    situation.speciality === 'MEDECINE_GENERALE' && unknown.length > 0 && situation.particularPractice === undefined;
  if (asksPractice) {
    missing.push('particularPractice');
    reasons.push(toFill('particular_practice', 'Exercice particulier'));
  } else {
    for (const { input, what } of unknown) {
      missing.push(`thresholds.${input}`);
      reasons.push(unknownFigure(`Seuil de ${what}`));
    }
  }
  if (situation.newlyInstalled === undefined) missing.push('newlyInstalled');
  return undetermined(missing, reasons, reader.uses);
}

/** Below the threshold: what could still waive or adapt it decides between « no » and « ask ». */
function belowThreshold(
  situation: EligibilitySituation,
  reasons: readonly Reason[],
  failing: readonly Measure[],
  reader: ParameterReader,
): Verdict {
  const { newlyInstalled, adaptedSituation, childrenShare: share, speciality } = situation;
  // A threshold written by the CPAM is already the adapted one.
  if (failing.some(({ typed }) => typed)) {
    return newlyInstalled === undefined
      ? undetermined(['newlyInstalled'], [...reasons, toFill('newly_installed', 'Installation récente')], reader.uses)
      : notMet(reasons, reader.uses);
  }
  reader.read(adaptedThreshold);
  const limit = individualRuleSetOf(situation.signatureDay) === 'AV7-2019' ? reader.read(childrenShare) : null;
  const askedShare = limit !== null && speciality === 'MEDECINE_GENERALE';
  const missing = [
    ...(newlyInstalled === undefined ? ['newlyInstalled'] : []),
    ...(adaptedSituation === undefined ? ['adaptedSituation'] : []),
    ...(askedShare && share === undefined ? ['childrenShare'] : []),
  ];
  const open: Reason[] = [];
  if (adaptedSituation !== undefined && adaptedSituation !== 'NONE') {
    const words = `${ADAPTED_SITUATIONS[adaptedSituation]}${NBSP}: contrat adapté possible, seuil inconnu, saisir celui de la CPAM.`;
    open.push(reason('adapted_threshold_unknown', words.slice(0, 1).toUpperCase() + words.slice(1)));
  }
  if (askedShare && share !== undefined && share > limit) {
    const words = `${formatNumber(share)}${NBSP}% d’enfants de moins de 16 ans, plus de ${formatNumber(limit)}${NBSP}%${NBSP}: seuil levé ou adapté, saisir celui de la CPAM.`;
    open.push(reason('children_waiver', words));
  }
  if (open.length > 0) missing.push(...failing.map(({ input }) => `thresholds.${input}`));
  if (missing.length === 0) return notMet(reasons, reader.uses);
  if (open.length === 0)
    open.push(reason('waiver_missing', `Situation qui lèverait ou adapterait le seuil${NBSP}: à renseigner.`));
  return undetermined(missing, [...open, ...reasons], reader.uses);
}

function comparison(
  { figure, threshold, what, typed, input }: Measure,
  reached: boolean,
  operator: '>=' | '>' | null,
): Reason {
  const asked = `${operator === '>' ? 'plus de' : 'au moins'} ${formatNumber(threshold ?? 0)}`;
  const origin = typed ? 'seuil du contrat' : 'seuil du texte';
  const code = `${input === 'pmt' ? 'pmt' : 'file_active'}_${reached ? 'reached' : 'below'}`;
  return reason(code, `${formatNumber(figure ?? 0)} ${what}, ${origin}${NBSP}: ${asked}.`);
}
