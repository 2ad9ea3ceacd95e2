import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  notComputed,
  parameter,
  valueOn,
  type Computed,
  type Parameter,
  type ParameterUse,
} from '../kernel/index.ts';
import { addPeriod } from './dates.ts';
import { CHECKED_ON, cite } from './sources.ts';

const FIRST_TEN = [
  'diphtérie',
  'tétanos',
  'poliomyélite',
  'coqueluche',
  'Haemophilus influenzae b',
  'hépatite B',
  'pneumocoque',
  'rougeole',
  'oreillons',
  'rubéole',
];

/** Diseases whose vaccination is a legal obligation for infants, by the day the list came into force. */
export const MANDATORY_DISEASES = parameter<readonly string[]>({
  id: 'vaccination.mandatory.diseases',
  label: 'Vaccinations obligatoires du nourrisson',
  unit: 'maladies',
  checkedOn: CHECKED_ON,
  values: [
    {
      from: '2018-01-01',
      value: [...FIRST_TEN, 'méningocoque C'],
      sources: cite(['LAW']),
      confidence: 'multiple_secondary',
    },
    {
      from: '2025-01-01',
      value: [...FIRST_TEN, 'méningocoques A, C, W, Y', 'méningocoque B'],
      sources: cite(['LAW', 'V7', 'V8', 'V10']),
      confidence: 'multiple_secondary',
    },
  ],
});

/** First births under the obligation of the list, and under that of the meningococci of 2025. */
export const MANDATORY_BORN_FROM = parameter<string>({
  id: 'vaccination.mandatory.born_from',
  label: 'Obligation du nourrisson, naissances à partir du',
  unit: 'date',
  checkedOn: CHECKED_ON,
  values: [{ from: null, value: '2018-01-01', sources: cite(['LAW']), confidence: 'multiple_secondary' }],
});
export const MENINGOCOCCAL_BORN_FROM = parameter<string>({
  id: 'vaccination.mandatory.meningococcal_born_from',
  label: 'Obligation contre les méningocoques ACWY et B, naissances à partir du',
  unit: 'date',
  checkedOn: CHECKED_ON,
  values: [{ from: null, value: '2023-01-01', sources: cite(['LAW', 'V18']), confidence: 'single_source' }],
});
export const MANDATORY_UNTIL_AGE = parameter<number>({
  id: 'vaccination.mandatory.until_age',
  label: 'Obligation contre les méningocoques ACWY et B, jusqu’à',
  unit: 'ans',
  checkedOn: CHECKED_ON,
  values: [{ from: null, value: 2, sources: cite(['LAW']), confidence: 'multiple_secondary' }],
});

export const MANDATORY_PARAMETERS: readonly Parameter[] = [
  MANDATORY_DISEASES,
  MANDATORY_BORN_FROM,
  MENINGOCOCCAL_BORN_FROM,
  MANDATORY_UNTIL_AGE,
];

/**
 * Diseases against which the law asks the vaccination of a person born on `birthDay`, on `day`. The eleven of 2018 stay
 * those of the births of 2018 to 2022; the meningococci of 2025 concern the births from 2023, until the second birthday.
 * Undetermined before 2018: the older list is not in the sources.
 */
export function mandatoryVaccinations(situation: { readonly birthDay: Day }, day: Day): Computed<readonly string[]> {
  const { birthDay } = situation;
  const list = valueOn(MANDATORY_DISEASES, day);
  const uses: ParameterUse[] = [MANDATORY_BORN_FROM, MENINGOCOCCAL_BORN_FROM, MANDATORY_UNTIL_AGE]
    .map((one) => valueOn(one as Parameter, day))
    .filter((use) => use !== null);
  const [bornFrom, meningococcalFrom, untilAge] = uses.map(({ value }) => value);
  const parameters = list === null ? uses : [list, ...uses];
  if (birthDay > day) {
    const reasons = [{ code: 'birth_after_day', words: 'La date de naissance suit le jour demandé.' }];
    return notComputed('maladies', ['birthDay'], { reasons, parameters });
  }
  if (list?.value == null || typeof bornFrom !== 'string' || birthDay < bornFrom) {
    const words = `Liste des naissances d’avant le ${typeof bornFrom === 'string' ? formatDay(bornFrom) : '2018'}${NBSP}: elle n’est pas dans les sources.`;
    return notComputed('maladies', [], { reasons: [{ code: 'older_list', words }], parameters });
  }
  const earlier = MANDATORY_DISEASES.values[0].value ?? [];
  const concerned = typeof meningococcalFrom === 'string' && birthDay >= meningococcalFrom;
  const end = typeof untilAge === 'number' ? addPeriod(birthDay, untilAge, 'year') : null;
  const withMeningococci = concerned && (end === null || day < end);
  if (list.from === MANDATORY_DISEASES.values[0].from || !concerned) {
    const reasons = [{ code: 'list_2018', words: 'Onze maladies, pour les naissances à partir du 01/01/2018.' }];
    return computed(earlier, 'maladies', { reasons, parameters });
  }
  const reasons = withMeningococci
    ? [{ code: 'list_2025', words: `Méningocoques ACWY et B jusqu’au ${end === null ? '' : formatDay(end)}.` }]
    : [{ code: 'meningococci_ended', words: 'Méningocoques ACWY et B\u00A0: obligation terminée à cet âge.' }];
  const value = withMeningococci ? list.value : list.value.filter((disease) => !disease.startsWith('méningocoque'));
  return computed(value, 'maladies', { reasons, parameters });
}
