import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { met, notMet, undetermined, type Overrides, type Verdict } from '../kernel/index.ts';
import { gather, ParameterReader, reason, toFill, unknownFigure, type GatheredVerdict } from './conditions.ts';
import {
  OPTION_OPENINGS,
  secondAssistantOption,
  secondAssistantYear,
  secondAssistantZone,
  SPECIALITIES,
  ZONES,
  type Speciality,
  type Zone,
} from './parameters-eligibility.ts';
import { CONTRACT_KINDS, OPTION_LABELS, ruleSetUse, type AidOption, type SECOND_OPTIONS } from './rule-sets.ts';

export interface SecondAssistantSituation {
  readonly signatureDay: Day;
  readonly option: (typeof SECOND_OPTIONS)[number];
  readonly speciality?: Speciality;
  readonly particularPractice?: boolean;
  /** Option of the running contract; null when there is none. */
  readonly runningOption?: AidOption | null;
  /** Year of the running contract on the day of signature: 3 from its second anniversary on. */
  readonly contractYear?: number;
  readonly objectivesReached?: boolean;
  readonly zone?: Zone;
  readonly overrides?: Overrides;
}

export const SECOND_ASSISTANT_CONDITIONS = {
  text: 'Texte en vigueur',
  speciality: 'Médecine générale',
  practice: 'Exercice particulier',
  running: 'Contrat en cours',
  year: 'Année du contrat',
  objectives: 'Objectifs',
  zone: 'Zone',
} as const;
export type SecondAssistantCondition = keyof typeof SECOND_ASSISTANT_CONDITIONS;

/** Conditions of 1.5 and 2 ETP, all of them; the entry threshold is not tested again. The CPAM must be asked. */
export function secondAssistant(situation: SecondAssistantSituation): GatheredVerdict<SecondAssistantCondition> {
  const { signatureDay, option, overrides } = situation;
  const use = ruleSetUse(signatureDay, 'SECOND_ASSISTANT');
  if (use === null) {
    const words = `${CONTRACT_KINDS.SECOND_ASSISTANT}${NBSP}: aucun texte n’existe encore au ${formatDay(signatureDay)}.`;
    return gather<SecondAssistantCondition>({ text: notMet([reason('no_rule_set', words)]) });
  }
  const reader = (): ParameterReader => new ParameterReader(signatureDay, overrides);
  const opening = reader();
  opening.read(OPTION_OPENINGS[option]);
  const contact = `Option ${OPTION_LABELS[option]}${NBSP}: à demander à la CPAM.`;
  return gather<SecondAssistantCondition>({
    text: met([reason('contact_cpam', contact)], [use, ...opening.uses]),
    speciality: specialityVerdict(situation.speciality),
    practice: flag(situation.particularPractice, false, 'particular_practice', 'Exercice particulier', {
      met: 'Pas d’exercice particulier.',
      notMet: 'Médecin à exercice particulier\u00A0: second assistant non ouvert.',
    }),
    running: runningVerdict(situation, reader()),
    year: yearVerdict(situation, reader()),
    objectives: flag(situation.objectivesReached, true, 'objectives', 'Objectifs du contrat atteints', {
      met: 'Objectifs du contrat déjà atteints.',
      notMet: 'Objectifs du contrat non atteints.',
    }),
    zone: zoneVerdict(situation, reader()),
  });
}

function specialityVerdict(speciality: Speciality | undefined): Verdict {
  if (speciality === undefined) return undetermined(['speciality'], [toFill('speciality', 'Spécialité')]);
  return speciality === 'MEDECINE_GENERALE'
    ? met([reason('speciality_open', 'Médecine générale.')])
    : notMet([reason('general_practice_only', `Réservé à la médecine générale (${SPECIALITIES[speciality]}).`)]);
}

function flag(
  given: boolean | undefined,
  expected: boolean,
  input: 'particular_practice' | 'objectives',
  asked: string,
  words: { readonly met: string; readonly notMet: string },
): Verdict {
  const field = input === 'objectives' ? 'objectivesReached' : 'particularPractice';
  if (given === undefined) return undetermined([field], [toFill(input, asked)]);
  return given === expected
    ? met([reason(`${input}_met`, words.met)])
    : notMet([reason(`${input}_not_met`, words.notMet)]);
}

function runningVerdict({ runningOption }: SecondAssistantSituation, reader: ParameterReader): Verdict {
  const expected = reader.read(secondAssistantOption);
  if (runningOption === undefined) {
    return undetermined(['runningOption'], [toFill('running_option', 'Option du contrat en cours')], reader.uses);
  }
  if (expected !== null && runningOption === expected) {
    return met([reason('running_contract', `Contrat en cours à ${OPTION_LABELS[expected]}.`)], reader.uses);
  }
  const held = runningOption === null ? 'aucun contrat en cours' : `contrat en cours à ${OPTION_LABELS[runningOption]}`;
  const words = `Un contrat en cours à ${OPTION_LABELS.ETP_1} est exigé (${held}).`;
  return notMet([reason('running_contract_required', words)], reader.uses);
}

function yearVerdict({ contractYear }: SecondAssistantSituation, reader: ParameterReader): Verdict {
  const first = reader.read(secondAssistantYear);
  if (first === null) return undetermined(['contractYear'], [unknownFigure('Année de contrat')], reader.uses);
  if (contractYear === undefined) {
    return undetermined(['contractYear'], [toFill('contract_year', 'Année du contrat en cours')], reader.uses);
  }
  return contractYear >= first
    ? met([reason('contract_year_reached', `Contrat en année ${contractYear}.`)], reader.uses)
    : notMet(
        [reason('contract_year_too_early', `Contrat en année ${contractYear}, ouvert à partir de l’année ${first}.`)],
        reader.uses,
      );
}

function zoneVerdict({ zone }: SecondAssistantSituation, reader: ParameterReader): Verdict {
  const expected = reader.read(secondAssistantZone);
  if (zone === undefined) return undetermined(['zone'], [toFill('zone', 'Zone d’exercice')], reader.uses);
  return expected !== null && zone === expected
    ? met([reason('zone_met', `Exercice en ${ZONES[zone]}.`)], reader.uses)
    : notMet([reason('zone_required', `Exercice en ${ZONES.ZIP} exigé (${ZONES[zone]}).`)], reader.uses);
}
