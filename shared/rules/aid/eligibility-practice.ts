import { addMonths, formatDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { met, notMet, undetermined, type Verdict } from '../kernel/index.ts';
import { reason, toFill, unknownFigure, type ParameterReader } from './conditions.ts';
import { waitingEnds } from './collective-waiting.ts';
import type { EligibilitySituation } from './eligibility-situation.ts';
import {
  coordinatedPracticeMonths,
  coordinatedPracticeRequired,
  groupedPracticeDoctors,
  groupedPracticeRequired,
  OPTION_OPENINGS,
  zonedOptions,
  ZONES,
  type Zone,
} from './parameters-eligibility.ts';
import { av8Month, av8On, av8Year, individualRuleSetOf, OPTION_LABELS, RULE_SET_LABELS } from './rule-sets.ts';

/** The option is open to new contracts, and where the doctor practises. */
export function optionCondition(
  { option, zone, signatureDay }: EligibilitySituation,
  reader: ParameterReader,
): Verdict {
  const label = OPTION_LABELS[option];
  const ruleSet = individualRuleSetOf(signatureDay);
  const text = ruleSet === null ? '' : ` (${RULE_SET_LABELS[ruleSet]})`;
  if (reader.read(OPTION_OPENINGS[option]) !== true) {
    return notMet(
      [reason('option_closed', `Option ${label}${NBSP}: fermée aux nouveaux contrats${text}.`)],
      reader.uses,
    );
  }
  const zoned = reader.read(zonedOptions) ?? [];
  if (!zoned.includes(option)) return met([reason('option_open', `Option ${label}${NBSP}: ouverte.`)], reader.uses);
  if (zone === undefined) return undetermined(['zone'], [toFill('zone', 'Zone d’exercice')], reader.uses);
  return isUnderDense(zone)
    ? met([reason('option_open_in_zone', `Option ${label}${NBSP}: ouverte en ${ZONES[zone]}.`)], reader.uses)
    : notMet(
        [reason('zone_required', `Option ${label}${NBSP}: réservée aux zones sous-denses (ZIP, ZAC).`)],
        reader.uses,
      );
}

/** At least two doctors until 30 April 2023, but where avenant 8 had waived it. */
export function groupedPracticeCondition(situation: EligibilitySituation, reader: ParameterReader): Verdict {
  if (reader.read(groupedPracticeRequired) !== true) {
    return met([reason('grouped_not_required', 'Exercice regroupé non exigé.')], reader.uses);
  }
  const doctors = reader.read(groupedPracticeDoctors);
  if (doctors === null) return undetermined(['doctorsInPractice'], [unknownFigure('Exercice regroupé')], reader.uses);
  const { doctorsInPractice, zone, signatureDay } = situation;
  if (doctorsInPractice !== undefined && doctorsInPractice >= doctors) {
    return met([reason('grouped', `Exercice regroupé${NBSP}: ${doctorsInPractice} médecins.`)], reader.uses);
  }
  const alone = doctorsInPractice !== undefined;
  const required = reason('grouped_required', `Exercice regroupé d’au moins ${doctors} médecins exigé.`);
  const asked = toFill('doctors_in_practice', 'Nombre de médecins du cabinet');
  const av8 = av8On(signatureDay, reader.read(av8Year), reader.read(av8Month));
  if (av8 === 'not_yet' || (zone !== undefined && !isUnderDense(zone))) {
    return alone ? notMet([required], reader.uses) : undetermined(['doctorsInPractice'], [asked], reader.uses);
  }
  if (zone === undefined) {
    const missing = alone ? ['zone'] : ['doctorsInPractice', 'zone'];
    return undetermined(missing, [...(alone ? [] : [asked]), toFill('zone', 'Zone d’exercice')], reader.uses);
  }
  if (av8 === 'applies') {
    const words = `Exercice regroupé non exigé en ${ZONES[zone]} (avenant 8).`;
    return met([reason('grouped_waived_av8', words)], reader.uses);
  }
  const words = `Avenant 8 entré en vigueur en 2020, mois inconnu${NBSP}: vérifier auprès de la CPAM si l’exercice regroupé était encore exigé.`;
  return undetermined(
    alone ? ['aid.av8.month'] : ['doctorsInPractice', 'aid.av8.month'],
    [reason('av8_month_unknown', words)],
    reader.uses,
  );
}

/** Already there, or promised within two years, until 30 April 2023. */
export function coordinatedPracticeCondition(situation: EligibilitySituation, reader: ParameterReader): Verdict {
  if (reader.read(coordinatedPracticeRequired) !== true) {
    return met([reason('coordinated_not_required', 'Exercice coordonné non exigé.')], reader.uses);
  }
  const months = reader.read(coordinatedPracticeMonths);
  const { coordinatedPractice, joinBy, signatureDay } = situation;
  if (coordinatedPractice === undefined) {
    return undetermined(['coordinatedPractice'], [toFill('coordinated_practice', 'Exercice coordonné')], reader.uses);
  }
  if (coordinatedPractice === 'ALREADY') {
    return met([reason('coordinated', 'Exercice coordonné en place.')], reader.uses);
  }
  if (coordinatedPractice === 'NO' || months === null) {
    return notMet(
      [reason('coordinated_required', 'Exercice coordonné, ou engagement à le rejoindre, exigé.')],
      reader.uses,
    );
  }
  const limit = addMonths(signatureDay, months);
  if (joinBy !== undefined && joinBy > limit) {
    const words = `Exercice coordonné prévu le ${formatDay(joinBy)}, à rejoindre au plus tard le ${formatDay(limit)}.`;
    return notMet([reason('coordinated_too_late', words)], reader.uses);
  }
  const words = `Engagement à rejoindre un exercice coordonné au plus tard le ${formatDay(limit)}.`;
  return met([reason('coordinated_committed', words)], reader.uses);
}

/** After a collective contract, each of its doctors waits. */
export function waitingCondition({ collectiveEndedOn, signatureDay }: EligibilitySituation): Verdict | null {
  if (collectiveEndedOn === undefined) return null;
  const { value: first, parameters } = waitingEnds({ endDay: collectiveEndedOn });
  if (first === null || signatureDay >= first) {
    const words = 'Délai de carence après un contrat collectif terminé.';
    return met([reason('waiting_over', words)], parameters);
  }
  const words = `Contrat collectif terminé le ${formatDay(collectiveEndedOn)}${NBSP}: nouveau contrat à partir du ${formatDay(first)}, sauf cas exceptionnel.`;
  return notMet([reason('waiting_period', words)], parameters);
}

export function isUnderDense(zone: Zone): boolean {
  return zone !== 'NONE';
}
