import { parameter, type Parameter } from '../kernel/index.ts';
import { CHECKED_ON, cite } from './sources.ts';
import type { DeadlineKind, Profile, RequiredTraining, TextCode } from './types.ts';

/** Text in force on a day: the one of the hire governs the delays, the one of the contract is shown beside. */
export const TEXT_IN_FORCE = parameter<TextCode>({
  id: 'training.text_in_force',
  label: 'Texte en vigueur',
  unit: 'texte',
  checkedOn: CHECKED_ON,
  values: [
    { from: '2019-09-01', value: 'AV7-2019', sources: cite('S05', 'S19'), confidence: 'multiple_secondary' },
    { from: '2023-05-01', value: 'RA-2023', sources: cite('S17', 'S19', 'S20'), confidence: 'multiple_secondary' },
    { from: '2024-06-22', value: 'CONV-2024', sources: cite('S23', 'S29'), confidence: 'multiple_secondary' },
  ],
});

const REQUIRED_CQP = parameter<RequiredTraining>({
  id: 'training.required.no_care_diploma',
  label: 'Formation exigée sans diplôme de soins',
  unit: 'formation',
  checkedOn: CHECKED_ON,
  values: [
    {
      from: '2019-09-01',
      value: 'CQP',
      sources: cite('S02', 'S19', 'S49', 'S52', 'S60b'),
      confidence: 'multiple_secondary',
    },
    { from: '2024-06-22', value: 'CQP', sources: cite('S29', 'S35', 'S36'), confidence: 'multiple_secondary' },
  ],
});

const REQUIRED_FAE = parameter<RequiredTraining>({
  id: 'training.required.care_diploma',
  label: 'Formation exigée avec un diplôme de soins',
  unit: 'formation',
  checkedOn: CHECKED_ON,
  values: [
    { from: '2019-11-14', value: 'FAE', sources: cite('S03', 'S52'), confidence: 'official' },
    { from: '2024-06-22', value: 'FAE', sources: cite('S29', 'S35'), confidence: 'multiple_secondary' },
  ],
});

export const REQUIRED: Readonly<Record<Profile, Parameter<RequiredTraining>>> = {
  NO_CARE_DIPLOMA: REQUIRED_CQP,
  DEI_DEAS_DEAP: REQUIRED_FAE,
};

const START_NO_CARE = parameter<number>({
  id: 'training.start_within.no_care_diploma',
  label: 'Délai pour commencer la formation, sans diplôme de soins',
  unit: 'mois',
  checkedOn: CHECKED_ON,
  values: [
    {
      from: '2019-09-01',
      value: 24,
      sources: cite('S02', 'S19', 'S49', 'S52', 'S60b'),
      confidence: 'multiple_secondary',
    },
    {
      from: '2024-06-22',
      value: null,
      sources: cite('S29', 'S35', 'S36'),
      confidence: 'unknown',
      disputed: [{ value: 24, sources: cite('S37', 'S02') }],
    },
  ],
});

const COMPLETE_NO_CARE = parameter<number>({
  id: 'training.complete_within.no_care_diploma',
  label: 'Délai pour obtenir le CQP',
  unit: 'mois',
  checkedOn: CHECKED_ON,
  values: [
    {
      from: '2019-09-01',
      value: 36,
      sources: cite('S02', 'S19', 'S49', 'S52', 'S60b'),
      confidence: 'multiple_secondary',
    },
    {
      from: '2024-06-22',
      value: 24,
      sources: cite('S29', 'S35', 'S36'),
      confidence: 'disputed',
      disputed: [{ value: 36, sources: cite('S37', 'S02') }],
    },
  ],
});

// The decree gives no duty to start; a leaflet can be read as giving one: both are shown, the nearer is followed.
const START_CARE = parameter<number>({
  id: 'training.start_within.care_diploma',
  label: 'Délai pour commencer la formation, avec un diplôme de soins',
  unit: 'mois',
  checkedOn: CHECKED_ON,
  values: [
    {
      from: '2019-11-14',
      value: 24,
      sources: cite('S02', 'CLARIFICATIONS'),
      confidence: 'disputed',
      disputed: [{ value: null, sources: cite('S03', 'S52') }],
    },
    {
      from: '2024-06-22',
      value: null,
      sources: cite('S29', 'S35'),
      confidence: 'unknown',
      disputed: [{ value: 24, sources: cite('S37', 'S02') }],
    },
  ],
});

const COMPLETE_CARE = parameter<number>({
  id: 'training.complete_within.care_diploma',
  label: 'Délai pour suivre la formation d’adaptation à l’emploi',
  unit: 'mois',
  checkedOn: CHECKED_ON,
  values: [
    { from: '2019-11-14', value: 36, sources: cite('S03', 'S52'), confidence: 'official' },
    {
      from: '2024-06-22',
      value: 24,
      sources: cite('S29', 'S35'),
      confidence: 'disputed',
      disputed: [{ value: 36, sources: cite('S03', 'S37') }],
    },
  ],
});

export const DELAYS: Readonly<Record<Profile, Readonly<Record<DeadlineKind, Parameter<number>>>>> = {
  NO_CARE_DIPLOMA: { start: START_NO_CARE, complete: COMPLETE_NO_CARE },
  DEI_DEAS_DEAP: { start: START_CARE, complete: COMPLETE_CARE },
};
